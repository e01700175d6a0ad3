import type { Role } from '#domain/member/role.ts'
import { chanceOf } from '#simulation/chance.ts'
import type { Cluster } from '#testing/cluster.ts'
import { type Person, signInWorldOn } from '#testing/sign-in-world-on.ts'
import { openWorldOn } from '#testing/world-on.ts'
import type { Found, Suite } from '../suite.ts'
import { onThrowAway } from '../throw-away.ts'
import { checkFaster, proveAlike } from './alike.ts'
import type { Compared } from './answer-times.ts'
import { type Doors, openDoors } from './doors.ts'
import {
  type Guessed,
  guessAround,
  guessCodes,
  guessPasswords,
  ownerByCode,
  ownerByPasskey,
  withPasskey,
} from './guesses.ts'
import { proveFixation, proveLifetime } from './sessions.ts'

const number = (of: number) => of.toLocaleString('en-GB')

export interface Proof {
  readonly guessed: readonly Guessed[]
  /** What went wrong, in words; none. */
  readonly wrong: readonly string[]
  readonly compared: readonly Compared[]
  readonly sessions: number
}

async function onDoors<Result>(
  cluster: Cluster,
  work: (doors: Doors, someone: (roles?: readonly Role[]) => Promise<Person>) => Promise<Result>,
): Promise<Result> {
  const world = await signInWorldOn(await openWorldOn(cluster))
  const doors = await openDoors(world)
  let made = 0
  const someone = (roles?: readonly Role[]) => {
    made += 1
    return world.personOn(doors.signIn, `mens${String(made).padStart(4, '0')}@example.nl`, roles)
  }
  try {
    return await work(doors, someone)
  } finally {
    await doors.close()
    await world.close()
  }
}

/** Guesses at people who then come in all the same. */
async function proveGuesses(doors: Doors, someone: () => Promise<Person>, count: number, seed: number) {
  const chance = chanceOf(seed)
  const wrong: string[] = []
  const [byCode, byPassword, byRecovery] = [await someone(), await someone(), await someone()]
  const passkey = await withPasskey(doors, byCode)
  const part = (share: number) => Math.ceil(count * share)
  const guessed = [
    await guessCodes(doors, byCode, { count: part(0.5), chance, at: 'code' }),
    await guessCodes(doors, byRecovery, { count: part(0.1), chance, at: 'recovery' }),
    await guessPasswords(doors, byPassword, { count: part(0.25), chance }),
    await guessAround(
      doors,
      [byCode.email, byPassword.email, byRecovery.email, 'niemand@example.nl', 'ook-niemand@example.nl'],
      { count: part(0.15), chance },
    ),
  ]
  for (const { what, cameIn, weighed, mayWeigh } of guessed) {
    if (cameIn > 0) wrong.push(`${cameIn} came in by ${what}`)
    if (weighed > mayWeigh) wrong.push(`${weighed} ${what} were weighed, and ${mayWeigh} may be`)
    if (weighed === 0) wrong.push(`no ${what} were weighed: this proves nothing`)
  }
  if (!(await ownerByCode(doors, byPassword)))
    wrong.push('whose password was guessed at doesn’t come in from where she always does')
  if (!(await ownerByPasskey(doors, passkey)))
    wrong.push('whose code was guessed at doesn’t come in by her passkey')
  // A quarter of an hour goes by.
  await doors.world.owner.query(
    `update auth.two_factor set locked_until = now() - interval '1 second' where locked_until is not null`,
  )
  for (const person of [byCode, byRecovery])
    if (!(await ownerByCode(doors, person)))
      wrong.push('whose code was guessed at doesn’t come in by a code after a quarter of an hour')
  return { guessed, wrong }
}

/** What must tell nothing: of the rest the figures are told, and docs/quality.md says what they mean. */
const mustBeAlike = (compared: readonly Compared[]): string[] =>
  compared.flatMap(({ what, judged, tells, different, slower }) => [
    ...(tells && judged ? [`${what}: the time tells, ${(100 * slower).toFixed(0)} in 100 pairs`] : []),
    ...(different > 0 ? [`${what}: ${different} answers differ`] : []),
  ])

export async function proveComingIn(cluster: Cluster, count: number, seed: number): Promise<Proof> {
  const guesses = await onDoors(cluster, (doors, someone) => proveGuesses(doors, someone, count, seed))
  const rest = await onDoors(cluster, async (doors, someone) => {
    const chance = chanceOf(seed + 1)
    const times = Math.max(60, Math.round(count / 50))
    const crowd = async () => {
      const people: Person[] = []
      for (let at = 0; at < Math.ceil(times / 12); at += 1) people.push(await someone())
      return people
    }
    const [members, left] = [await crowd(), await crowd()]
    for (const { actor } of left) {
      await doors.world.owner.query(`update member set active_until = '2026-10-01' where id = $1`, [
        actor.memberId,
      ])
      await doors.signIn.endSessions(actor.orgId, actor.memberId)
    }
    const compared = await proveAlike(doors, { members, left }, times, chance)
    const fixed = await proveFixation(doors, someone)
    const byRole = new Map<Role, Person>()
    for (const role of ['administrator', 'coordinator', 'worker'] as const)
      byRole.set(role, await someone([role]))
    const lived = await proveLifetime(doors, byRole)
    const troubles = doors.troubles.map((trouble) => `an error: ${trouble}`)
    return {
      compared,
      sessions: fixed.tried + lived.tried,
      wrong: [...fixed.wrong, ...lived.wrong, ...troubles],
    }
  })
  return {
    guessed: guesses.guessed,
    compared: rest.compared,
    sessions: rest.sessions,
    wrong: [...guesses.wrong, ...mustBeAlike(rest.compared), ...rest.wrong],
  }
}

/** What keeps guesses few. Left out in this database only. */
const forgetFailures = `
  create function forget_drop() returns trigger language plpgsql as $$ begin new.level := 0; return new; end $$;
  create trigger forget_drop before insert or update on auth.attempt for each row execute function forget_drop();
  create function forget_failure() returns trigger language plpgsql as
    $$ begin new.failed_verification_count := 0; new.locked_until := null; return new; end $$;
  create trigger forget_failure before update on auth.two_factor for each row execute function forget_failure()`

export const leaveOut: Readonly<Record<string, (cluster: Cluster, seed: number) => Promise<boolean>>> = {
  'that failures are remembered': (cluster, seed) =>
    onDoors(cluster, async (doors, someone) => {
      await doors.world.owner.query(forgetFailures)
      const { wrong } = await proveGuesses(doors, someone, 300, seed)
      return wrong.filter((one) => one.includes('were weighed, and')).length >= 3
    }),
  'that nobody’s password is checked as long': (cluster, seed) =>
    onDoors(cluster, async (doors, someone) => {
      const members = [await someone(), await someone(), await someone(), await someone()]
      await checkFaster(doors)
      const [address] = await proveAlike(doors, { members, left: members }, 60, chanceOf(seed))
      return address?.tells ?? false
    }),
  'a new session': (cluster) =>
    onDoors(
      cluster,
      async (doors, someone) => (await proveFixation(doors, someone, 'a new session')).wrong.length > 0,
    ),
  'the longest life': (cluster) =>
    onDoors(
      cluster,
      async (doors, someone) =>
        (await proveLifetime(doors, new Map([['worker', await someone(['worker'])]]), 'the longest life'))
          .wrong.length > 0,
    ),
}

export const comingIn: Suite = {
  name: 'coming-in',
  title: 'Nobody guesses or plants a way in, and no answer tells who has one (T5)',
  count: 10_000,
  run: (count, seed) =>
    onThrowAway(async (cluster): Promise<Found> => {
      const { guessed, compared, sessions, wrong } = await proveComingIn(cluster, count, seed)
      const missed: string[] = []
      for (const [name, isMissed] of Object.entries(leaveOut))
        if (await isMissed(cluster, seed)) missed.push(name)
      const tried = guessed.reduce((all, one) => all + one.tried, 0)
      const controls = Object.keys(leaveOut)
      return {
        cases: tried + compared.reduce((all, { asked }) => all + asked, 0) + sessions,
        failures: wrong.length + controls.length - missed.length,
        summary: `${number(tried)} guesses over HTTP at two servers on one database, 0 may come in and ${guessed.reduce((all, one) => all + one.cameIn, 0)} did: ${guessed.map(({ what, tried: of, weighed }) => `${number(of)} ${what}, ${weighed} of them weighed`).join('; ')}; the owners come in; answers in time: ${compared.map(({ what, asked, ratio, slower, different }) => `${what} ${ratio.toFixed(3)} (${(100 * slower).toFixed(0)} in 100 pairs slower, ${different} of ${asked / 2} differ)`).join('; ')}; ${sessions} sessions planted or lived out; ${wrong.length} wrong; ${missed.length} of ${controls.length} controls missed when left out`,
        examples: [
          ...wrong,
          ...controls.filter((one) => !missed.includes(one)).map((one) => `not noticed: ${one}`),
        ],
      }
    }),
}
