import fc from 'fast-check'
import type { MemberActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { castChild } from '#testing/beside.ts'
import { type CastWoman, castWoman, castWorker } from '#testing/cast.ts'
import { type OneOfEach, oneOfEach } from '#testing/one-of-each.ts'
import { agreeSafeContact } from '#testing/referred-woman.ts'
import { openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import type { World } from '#testing/world-on.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import { inAnyOrder, lists, nobodys, plain } from '../pages.ts'
import { acts, atFirst, lockFor, type Model, type Play } from './acts.ts'

export interface Proof {
  readonly sequences: number
  readonly steps: number
  readonly done: number
  readonly compared: number
  /** Where it was seen that she is there by who may not know, or not seen by who may. */
  readonly told: readonly string[]
}
export interface Watched {
  readonly world: World
  readonly site: WholeSite
  readonly here: OneOfEach
  readonly brother: Watcher
  readonly stranger: Watcher
  /** Who come to stand beside women, each in her turn. */
  readonly mentors: readonly Watcher[]
  close(): Promise<void>
}
interface Watcher {
  readonly actor: MemberActor
  readonly cookie: string
}

/** Somebody who may stand beside women of every programme that this house offers. */
async function workerHere(world: World, coordinator: MemberActor, given: string): Promise<MemberActor> {
  const workerId = await castWorker(world, { given }, { ready: false, capacity: 5 })
  for (const { kind } of evtGroup.worker.gates)
    await recordGate(world.context, coordinator, { workerId, kind, seenOn: '2026-10-01', validUntil: null })
  await stepWorkerOn(world.context, coordinator, { id: workerId, version: 1, step: 'make-ready' })
  return world.memberForWorker(workerId)
}

/** A whole house with two who watch it: one from whom files are locked, and a worker to whom nobody is given. */
export async function openWatched(
  world: World,
  known?: { here: OneOfEach; site: WholeSite },
): Promise<Watched> {
  const here = known?.here ?? (await oneOfEach(world))
  const site = known?.site ?? (await openWholeSite(world))
  const watcher = async (actor: MemberActor) => ({ actor, cookie: await site.signIn(actor) })
  const { coordinator } = here.members
  const mentors: Watcher[] = []
  for (const given of ['Ans', 'Cor', 'Dia', 'Els'])
    mentors.push(await watcher(await workerHere(world, coordinator, given)))
  return {
    world,
    site,
    here,
    brother: await watcher(await world.member(roles.filter((role) => role !== 'worker'))),
    stranger: await watcher(await workerHere(world, coordinator, 'Bep')),
    mentors,
    close: () => site.close(),
  }
}

/** Pages that say what he himself or anybody did, whoever it was about. */
const tellsTheHour = /^\/(access-log|account|matching)/
const listed = (of: 'all' | 'worker'): readonly string[] =>
  lists
    .filter(({ who, path }) => (of === 'all' || who.includes('worker')) && !tellsTheHour.test(path))
    .map(({ path }) => path)
const addresses = ({ trajectoryId, personId, referralId }: CastWoman) => [
  `/trajectories/${trajectoryId}`,
  `/trajectories/${trajectoryId}/safety`,
  `/trajectories/${trajectoryId}/locks`,
  `/waiting/${trajectoryId}`,
  `/referrals/${referralId}`,
  `/referrals/${referralId}/locks/new`,
  `/people/${personId}/contact-rule`,
]

const step = fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(), fc.nat())
/** Sequences of what is done about a woman whom nobody knew before; the same ones for the same seed. */
const drawn = (count: number, longest: number, seed: number) =>
  fc.sample(fc.array(step, { minLength: 1, maxLength: longest, size: 'max' }), { seed, numRuns: count })

/** What a rule refuses is as good as done; anything else is a bug. */
const orRefused = (error: unknown): void => {
  if (!(error instanceof Error && /^(Refused|Invalid|NotFound)$/.test(error.name))) throw error
}

/**
 * Plays the sequences. After each step it is known from what was done who may see her, and asked of the pages: who may
 * not finds the bytes of a number that was never given, and lists as they were before she came; who may, finds her.
 */
export async function proveLocks(
  { world, site, here, brother, stranger, mentors }: Watched,
  { count, longest, seed }: { count: number; longest: number; seed: number },
): Promise<Proof> {
  const seen = async (path: string, { cookie }: Watcher) => plain(await site.ask(path, { cookie }))
  const before = async (who: Watcher, of: 'all' | 'worker') => {
    const pages = new Map<string, string>()
    for (const path of listed(of)) pages.set(path, await seen(path, who))
    return pages
  }
  const watched = [
    { label: 'brother', who: brother, pages: await before(brother, 'all') },
    { label: 'stranger', who: stranger, pages: await before(stranger, 'worker') },
  ] as const
  const told: string[] = []
  let [steps, done, compared] = [0, 0, 0]

  const asNobody = async (label: string, who: Watcher, address: string) => {
    compared += 1
    if ((await seen(address, who)) !== (await seen(nobodys(address), who))) told.push(`${label}: ${address}`)
  }
  const asBefore = async (label: string, who: Watcher, path: string, page: string | undefined) => {
    compared += 1
    if (inAnyOrder(await seen(path, who)) !== inAnyOrder(page ?? '')) told.push(`${label}: ${path}`)
  }
  const finds = async (label: string, who: Watcher, address: string) => {
    compared += 1
    const { status } = await site.ask(address, { cookie: who.cookie })
    if (status !== 200) told.push(`${label} should find her: ${address}: ${status}`)
  }

  /** Holds everybody against the model; `one` and `other` say which page is looked at. */
  async function look(
    act: string,
    her: CastWoman,
    mentor: Watcher,
    model: Model,
    one: number,
    other: number,
  ) {
    const [brothers, strangers] = watched
    const hers = addresses(her)
    const address = hers[other % hers.length] ?? ''
    if (model.locked) {
      await asNobody(`${act}: brother`, brother, address)
      const path = [...brothers.pages.keys()][one % brothers.pages.size] ?? ''
      await asBefore(`${act}: brother`, brother, path, brothers.pages.get(path))
    } else await finds(`${act}: brother`, brother, `/trajectories/${her.trajectoryId}`)
    if (one % 2 === 0) {
      await asNobody(`${act}: stranger`, stranger, address)
      const path = [...strangers.pages.keys()][other % strangers.pages.size] ?? ''
      await asBefore(`${act}: stranger`, stranger, path, strangers.pages.get(path))
    }
    if (model.beside === 'no') await asNobody(`${act}: mentor`, mentor, address)
    if (model.beside === 'yes') await finds(`${act}: mentor`, mentor, `/trajectories/${her.trajectoryId}`)
  }

  const sequences = drawn(count, longest, seed)
  for (const [at, sequence] of sequences.entries()) {
    const her = await castWoman(world, { given: 'Duifje', family: `Model${at}`, languages: ['nl'] })
    const mentor = mentors[at % mentors.length]
    if (!mentor) throw new Error('no mentor')
    const play: Play = { world, here, her, brother: brother.actor, mentor: mentor.actor }
    await lockFor(play, brother.actor)
    await agreeSafeContact(world, here.members.coordinator, her.personId)
    await castChild(world, her.trajectoryId)
    let model = atFirst
    for (const [name, one, other] of sequence) {
      steps += 1
      try {
        const changed = await acts[name]?.(play, model)
        done += 1
        model = { ...model, ...changed }
      } catch (error) {
        orRefused(error)
      }
      await look(`${at} ${name}`, her, mentor, model, one, other)
    }
    // So that the next begins with lists in which she isn't, and with a mentor who is free.
    if (!model.locked) await lockFor(play, brother.actor)
    if (!model.closed) await acts['close her trajectory']?.(play, model).catch(orRefused)
  }
  for (const { label, who, pages } of watched)
    for (const [path, page] of pages) await asBefore(`in the end: ${label}`, who, path, page)
  if (site.troubles.length > 0) told.push(`troubles: ${site.troubles.length}`)
  return { sequences: sequences.length, steps, done, compared, told }
}

/** What the proof must notice: the wall in the database is gone. Only in the database of a proof. */
export const withoutWall = ({ owner }: Pick<World, 'owner'>) =>
  owner.query(`
    do $$ declare p record; begin
      for p in select polname, polrelid::regclass as t from pg_policy where polname like 'not_locked%' loop
        execute format('drop policy %I on %s', p.polname, p.t);
      end loop;
    end $$`)
