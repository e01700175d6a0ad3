import { createHash } from 'node:crypto'
import type { Role } from '#domain/member/role.ts'
import { idleMinutes, longestSessionMinutes } from '#domain/sign-in/session-limits.ts'
import { paths } from '#pages/paths.ts'
import { readSigned, signed } from '#server/sign-in/cookies.ts'
import { Browser, codeOf, goodPassword, type Person } from '#testing/sign-in-world-on.ts'
import type { Doors } from './doors.ts'

/** What the proof must notice: a session kept under what an attacker chose; one whose beginning moves along. */
export type LeftOut = 'a new session' | 'the longest life'

const isIn = async ({ ask }: Doors, browser: Browser): Promise<boolean> =>
  (await ask(browser, paths.account.one())).status === 200
const whose = async ({ signIn }: Doors, browser: Browser): Promise<string | null> =>
  (await signIn.signedIn(browser.request))?.actor.memberId ?? null

/** By password and code in this browser, whatever was put in it before. */
async function comesIn({ ask }: Doors, { email, secret }: Person, browser: Browser): Promise<void> {
  for (const steps of [0, 1, -1]) {
    await ask(browser, paths.signIn(), { email, password: goodPassword })
    if ((await ask(browser, paths.signInCode(), { code: codeOf(secret, steps) })).to === paths.today()) return
  }
  throw new Error('she could not come in')
}

/**
 * An attacker, a colleague of hers even, puts cookies in her browser before she signs in, and waits: what was put there
 * never becomes her session.
 */
export async function proveFixation(
  doors: Doors,
  someone: () => Promise<Person>,
  leftOut: LeftOut | null = null,
): Promise<{ tried: number; wrong: string[] }> {
  const { secret, world, ask, stranger } = doors
  const attacker = await someone()
  const half = stranger()
  await ask(half, paths.signIn(), { email: attacker.email, password: goodPassword })
  const chosen = 'een-sessie-die-een-ander-koos-0123456789'
  const planted: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    'a word': new Map([['naast', 'gekozen']]),
    'a word, signed with another secret': new Map([['naast', signed('een-ander-geheim', chosen)]]),
    'a word, signed with ours': new Map([['naast', signed(secret, chosen)]]),
    'the attacker’s own session': attacker.browser.cookies,
    'the attacker’s half-way step': half.cookies,
  }
  const wrong: string[] = []
  for (const [what, cookies] of Object.entries(planted)) {
    const victim = await someone()
    const hers = new Browser(victim.browser.network)
    for (const [name, value] of cookies) hers.cookies.set(name, value)
    await comesIn(doors, victim, hers)
    if (leftOut === 'a new session') await keepChosen(doors, hers, chosen)
    const thief = stranger()
    for (const [name, value] of cookies) thief.cookies.set(name, value)
    if (
      (await whose(doors, thief)) === victim.actor.memberId ||
      ((await isIn(doors, thief)) && what !== 'the attacker’s own session')
    )
      wrong.push(`${what} became hers`)
    if (leftOut === null && (await whose(doors, hers)) !== victim.actor.memberId)
      wrong.push(`${what} kept her out`)
  }
  const { rows } = await world.owner.query<{ n: number }>(
    'select count(*)::int as n from auth.session where token = any($1)',
    [[chosen, 'gekozen']],
  )
  if ((rows[0]?.n ?? 0) > 0) wrong.push('a chosen session stands in the table')
  return { tried: Object.keys(planted).length, wrong }
}

async function keepChosen({ world, secret }: Doors, hers: Browser, chosen: string): Promise<void> {
  const kept = (token: string) => createHash('sha256').update(token).digest('base64url')
  const token = readSigned(secret, hers.cookies.get('naast')) ?? ''
  await world.owner.query('delete from auth.session where token = $1', [kept(chosen)])
  await world.owner.query('update auth.session set token = $1 where token = $2', [kept(chosen), kept(token)])
}

/** Somebody who never stops working is out after ten hours, and somebody who does after her idle minutes; by role. */
export async function proveLifetime(
  doors: Doors,
  people: ReadonlyMap<Role, Person>,
  leftOut: LeftOut | null = null,
): Promise<{ tried: number; wrong: string[] }> {
  const { world } = doors
  const morning = world.context.now()
  const turn = (minutes: number) =>
    world.turnTo(morning.add({ minutes }).toZonedDateTimeISO('Europe/Amsterdam').toString())
  const wrong: string[] = []
  let tried = 0
  const day = 24 * 60
  for (const [at, [role, person]] of [...people].entries()) {
    const begins = (at + 1) * day
    turn(begins)
    const browser = new Browser(person.browser.network)
    await comesIn(doors, person, browser)
    for (let minutes = 10; minutes <= longestSessionMinutes + 10; minutes += 10) {
      turn(begins + minutes)
      if (leftOut === 'the longest life')
        await world.owner.query('update auth.session set started_at = $1', [world.context.now().toString()])
      const [is, must] = [await isIn(doors, browser), minutes < longestSessionMinutes]
      tried += 1
      if (is !== must) wrong.push(`${role} is ${is ? 'in' : 'out'} after ${minutes} minutes of work`)
    }
    turn(begins + longestSessionMinutes + 60)
    const idle = new Browser(person.browser.network)
    await comesIn(doors, person, idle)
    turn(begins + longestSessionMinutes + 60 + idleMinutes([role]) - 1)
    if (!(await isIn(doors, idle))) wrong.push(`${role} is out within her idle minutes`)
    turn(begins + longestSessionMinutes + 60 + 2 * idleMinutes([role]) - 1)
    if (await isIn(doors, idle)) wrong.push(`${role} is in after her idle minutes`)
    tried += 2
  }
  return { tried, wrong }
}
