import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConcernLevel } from '#domain/concern/concern.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { turnConcerns } from '#server/jobs/concerns.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { addToConcern } from '#usecases/concern/add-to-concern.ts'
import { answerConcern } from '#usecases/concern/answer-concern.ts'
import { askNextColleague } from '#usecases/concern/ask-next-colleague.ts'
import { closeConcern } from '#usecases/concern/close-concern.ts'
import { findConcernsToAsk } from '#usecases/concern/find-concerns-to-ask.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { readConcern } from '#usecases/concern/read-concern.ts'
import { takeUpConcern } from '#usecases/concern/take-up-concern.ts'
import { nameDeputy } from '#usecases/duties/name-deputy.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { takeDueMessages } from '#usecases/message/take-due-messages.ts'
import { putOnCall } from '#usecases/on-call/put-on-call.ts'
import { readSafety } from '#usecases/safety/read-safety.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

const { unlessLeftOut, without } = await vi.hoisted(() => import('#testing/left-out.ts'))
/** Each link of the chain can be left out here, to see that it is missed. */
const links = vi.hoisted(() => ({
  deputy: 'who stands in for her coordinator',
  list: 'the list of who is on call',
  next: 'the next on that list',
  gone: 'passing over who left',
  barred: 'passing over who may never see her',
  clock: 'the clock that asks the next',
}))
vi.mock('#db/duties.ts', async (original) => {
  const real = await original<typeof import('#db/duties.ts')>()
  return { ...real, listDeputies: unlessLeftOut(links.deputy, real.listDeputies, async () => []) }
})
vi.mock('#db/lock-reach.ts', async (original) => {
  const real = await original<typeof import('#db/lock-reach.ts')>()
  return { ...real, findBarred: unlessLeftOut(links.barred, real.findBarred, async () => new Map()) }
})
vi.mock('#domain/on-call/on-call.ts', async (original) => {
  const real = await original<typeof import('#domain/on-call/on-call.ts')>()
  return {
    ...real,
    chainOn: unlessLeftOut(links.list, real.chainOn, () => []),
    nextOnCall: unlessLeftOut(links.next, real.nextOnCall, () => null),
    isWorkingHere: unlessLeftOut(links.gone, real.isWorkingHere, () => true),
  }
})

let world: World
let coordinator: MemberActor
let lead: MemberActor
let woman: RunningTrajectory
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  world.turnTo('2026-10-01')
  coordinator = await reachable(['coordinator'], 'coordinator@example.nl')
  lead = await reachable(['safeguarding_lead'], 'aandacht@example.nl')
})
beforeEach(async () => {
  world.turnTo(testMorning)
  // Each test begins with nothing open.
  await world.owner.query('update on_call set withdrawn_at = now(), withdrawn_by = decided_by')
  await world.owner.query(`update message set state = 'sent'`)
  await world.owner.query(
    `update concern set state = 'closed', outcome = 'no_action', ask_next_at = null where state <> 'closed'`,
  )
  woman = await runningTrajectory(world)
  await world.owner.query('update trajectory set coordinator_id = $2 where id = $1', [
    woman.trajectoryId,
    coordinator.memberId,
  ])
})
afterAll(() => world.close())

async function reachable(roles: readonly Role[], email: string, orgId = world.orgId): Promise<MemberActor> {
  const { memberId } = await addMember(
    world.context,
    { kind: 'system', orgId, job: 'test' },
    {
      userId: email,
      name: email.split('@')[0] ?? '',
      email,
      roles: [...roles],
      workerId: null,
      language: 'nl',
    },
  )
  return { kind: 'member', orgId, memberId, roles, workerId: null }
}
const system = () => ({ kind: 'system', orgId: world.orgId, job: 'test' }) as const
const raise = async (level: ConcernLevel, actor: MemberActor = woman.worker, more: object = {}) =>
  (await raiseConcern(world.context, actor, { trajectoryId: woman.trajectoryId, level, ...more })).concernId
const steps = async (id: string, actor = coordinator) =>
  (await readConcern(world.context, actor, { id })).steps.map(({ kind, code, asked }) =>
    [kind, code, asked].filter(Boolean).join(' '),
  )
const version = async (id: string) => (await readConcern(world.context, coordinator, { id })).version
const answer = async (id: string, actor = coordinator) =>
  answerConcern(world.context, actor, { id, version: await version(id), deed: 'asked_veilig_thuis' })
const turn = () => turnConcerns({ organisations: async () => [world.orgId], context: () => world.context })

describe('a concern', () => {
  test('is not for whoever has nothing to do with it, and does not exist elsewhere', async () => {
    const id = await raise('worried')
    for (const role of ['administrator', 'programme_manager', 'privacy_officer', 'referrer'] as const) {
      const actor = await world.member([role])
      await expect(raise('worried', actor)).rejects.toThrow(Forbidden)
      await expect(readConcern(world.context, actor, { id })).rejects.toThrow(Forbidden)
      await expect(takeUpConcern(world.context, actor, { id })).rejects.toThrow(Forbidden)
    }
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(readConcern(world.context, elsewhere, { id })).rejects.toThrow(NotFound)
    await expect(takeUpConcern(world.context, elsewhere, { id })).rejects.toThrow(NotFound)
    await expect(raise('worried', elsewhere)).rejects.toThrow(NotFound)
    // Another volunteer, of this same organisation.
    const { worker: other } = await runningTrajectory(world)
    await expect(raise('worried', other)).rejects.toThrow(NotFound)
    await expect(readConcern(world.context, other, { id })).rejects.toThrow(NotFound)
    await expect(addToConcern(world.context, other, { id, words: 'x' })).rejects.toThrow(NotFound)
  })
  test('of a colleague about the same woman is not a worker’s to read', async () => {
    const id = await raise('worried', lead, { words: 'Van een collega.' })
    await expect(readConcern(world.context, woman.worker, { id })).rejects.toThrow(NotFound)
    const seen = await readSafety(world.context, woman.worker, { trajectoryId: woman.trajectoryId })
    expect(seen).toMatchObject({ concerns: [], file: null })
  })
  test('is told in one tap, with words sealed or none, about a visit of hers only', async () => {
    const id = await raise('very_worried', woman.worker, { words: 'Zij was stil.' })
    expect(await readConcern(world.context, woman.worker, { id })).toMatchObject({
      level: 'very_worried',
      state: 'raised',
      words: 'Zij was stil.',
      abilities: { takeUp: false, answer: [], close: [], add: true },
    })
    const { rows } = await world.owner.query(
      'select words_sealed::text as sealed from concern where id = $1',
      [id],
    )
    expect(rows[0].sealed).not.toContain('stil')
    const other = await runningTrajectory(world)
    const contact = await world.owner.query('select id from contact where trajectory_id = $1 limit 1', [
      other.trajectoryId,
    ])
    await expect(raise('worried', woman.worker, { contactId: contact.rows[0].id })).rejects.toThrow(NotFound)
  })
  test('sent twice by one form is one', async () => {
    const key = world.context.newId()
    const input = { trajectoryId: woman.trajectoryId, level: 'danger_now' } as const
    const first = await raiseConcern(world.context, woman.worker, input, { key })
    expect(await raiseConcern(world.context, woman.worker, input, { key })).toEqual(first)
    expect((await steps(first.concernId)).filter((step) => step.startsWith('raised'))).toHaveLength(1)
  })
  test('is taken up once, answered and then closed; never by the volunteer', async () => {
    const id = await raise('worried')
    await expect(takeUpConcern(world.context, woman.worker, { id })).rejects.toThrow(Forbidden)
    await expect(
      closeConcern(world.context, coordinator, { id, version: await version(id), outcome: 'no_action' }),
    ).rejects.toThrow(new Refused('not-from-this-state'))
    await takeUpConcern(world.context, coordinator, { id })
    await expect(takeUpConcern(world.context, lead, { id })).rejects.toThrow(
      new Refused('concern-taken-up-already'),
    )
    await expect(answerConcern(world.context, lead, { id, version: 1, deed: 'called_112' })).rejects.toThrow(
      new Refused('changed-meanwhile'),
    )
    await answer(id)
    await closeConcern(world.context, coordinator, {
      id,
      version: await version(id),
      outcome: 'meldcode_started',
      words: 'Met de aandachtsfunctionaris.',
    })
    expect(await steps(id)).toEqual([
      'raised worried',
      'taken_up',
      'answered asked_veilig_thuis',
      'closed taken_care',
    ])
    await expect(addToConcern(world.context, coordinator, { id, words: 'x' })).rejects.toThrow(Refused)
    // What follows is not hers to carry.
    expect(await readConcern(world.context, woman.worker, { id })).toMatchObject({ outcome: null })
    const seen = await readConcern(world.context, woman.worker, { id })
    expect(seen.steps.at(-1)).toMatchObject({ kind: 'closed', code: null, words: null })
  })
  test('lets a volunteer read her own words and the answers, and not what colleagues write', async () => {
    const id = await raise('worried')
    await addToConcern(world.context, woman.worker, { id, words: 'Van mij.' })
    await addToConcern(world.context, coordinator, { id, words: 'Onder ons.' })
    const words = async (actor: MemberActor) =>
      (await readConcern(world.context, actor, { id })).steps.flatMap((step) => step.words ?? [])
    expect(await words(woman.worker)).toEqual(['Van mij.'])
    expect(await words(lead)).toEqual(['Van mij.', 'Onder ons.'])
  })
  test('that is watched needs a day to come, and comes back on that day', async () => {
    const id = await raise('worried')
    await answer(id)
    const close = async (watchUntil: string | null) =>
      closeConcern(world.context, lead, { id, version: await version(id), outcome: 'watch', watchUntil })
    await expect(close(null)).rejects.toThrow(Invalid)
    await expect(close('2026-11-03')).rejects.toThrow(Invalid)
    await expect(close('2027-11-03')).rejects.toThrow(Invalid)
    await close('2026-11-10')
    const watched = async () =>
      (await readWorklist(world.context, lead, {})).lines.filter(
        ({ source }) => source.from === 'task' && source.reason === 'concern-watch',
      )
    expect(await watched()).toEqual([])
    world.turnTo('2026-11-10')
    expect(await watched()).toHaveLength(1)
  })
  test('says by when it is answered', async () => {
    const due = async (level: ConcernLevel) =>
      (await readConcern(world.context, coordinator, { id: await raise(level) })).answerDue
        ?.toPlainDateTime()
        .toString()
    expect(await due('very_worried')).toBe('2026-11-03T13:00:00')
    expect(await due('worried')).toBe('2026-11-05T00:00:00')
  })
})

describe('danger now', () => {
  test('asks her coordinator, the safeguarding lead and who is on call at once, and the next in ten minutes', async () => {
    const first = await reachable(['coordinator'], 'eerste@example.nl')
    const deputy = await reachable(['coordinator'], 'vervanger@example.nl')
    for (const [actor, rank] of [
      [deputy, 2],
      [first, 1],
    ] as const)
      await putOnCall(world.context, coordinator, {
        memberId: actor.memberId,
        rank,
        from: '2026-11-01',
        until: '2026-11-30',
      })
    const id = await raise('danger_now')
    const atOnce = [
      'raised danger_now',
      'asked coordinator coordinator',
      'asked safeguarding_lead aandacht',
      'asked on_call eerste',
    ]
    expect((await steps(id)).sort()).toEqual(atOnce.sort())
    const { taken } = await takeDueMessages(world.context, system(), {
      limit: 50,
      senders: { email: 'bericht@post.example.nl' },
    })
    const hers = taken.filter(({ kind }) => kind === 'safety-call')
    expect(hers.map(({ address }) => address).sort()).toEqual([
      'aandacht@example.nl',
      'coordinator@example.nl',
      'eerste@example.nl',
    ])
    expect(new Set(hers.map(({ delivery }) => delivery))).toEqual(new Set(['at_least_once']))
    for (const { subject, body } of hers) expect(`${subject} ${body}`).not.toMatch(/Semira|Achternaam|gevaar/)
    world.turnTo('2026-11-03T09:09:00+01:00')
    expect(await turn()).toEqual({ asked: 0 })
    world.turnTo('2026-11-03T09:10:00+01:00')
    expect(await turn()).toEqual({ asked: 1 })
    expect(await steps(id)).toContain('asked on_call vervanger')
    // Two processes that look at the same moment ask once.
    expect(await askNextColleague(world.context, system(), { id })).toEqual({ asked: false })
    world.turnTo('2026-11-03T09:20:00+01:00')
    await takeUpConcern(world.context, deputy, { id })
    expect(await turn()).toEqual({ asked: 0 })
    expect(await findConcernsToAsk(world.context, system(), {})).toEqual({ ids: [] })
    await answer(id)
    await closeConcern(world.context, deputy, { id, version: await version(id), outcome: 'no_action' })
  })
  test('asks everybody who may decide when nobody is on call, and says in the end that nobody is left', async () => {
    const id = await raise('danger_now')
    const way = await steps(id)
    expect(way).toContain('nobody_on_call')
    expect(way).toContain('asked everyone eerste')
    // Nobody who manages, administers or visits is asked.
    expect(way.filter((step) => step.startsWith('asked'))).toHaveLength(4)
    world.turnTo('2026-11-03T09:10:00+01:00')
    await turn()
    expect((await steps(id)).at(-1)).toBe('nobody_left')
    world.turnTo('2026-11-03T09:30:00+01:00')
    expect(await turn()).toEqual({ asked: 0 })
    await answer(id)
  })
  test('skips who left, and does not ask the one who says it', async () => {
    const gone = await reachable(['safeguarding_lead'], 'weg@example.nl')
    await world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [gone.memberId])
    const id = await raise('danger_now', coordinator)
    const way = (await steps(id)).join('\n')
    expect(way).not.toContain('weg')
    expect(way).not.toContain('asked coordinator')
    await answer(id, lead)
  })
  test('is kept also when somebody can’t be written to', async () => {
    const unreachable = await world.member(['coordinator'])
    const id = await raise('danger_now')
    const { steps: way } = await readConcern(world.context, coordinator, { id })
    expect(way.filter(({ kind, message }) => kind === 'asked' && message === null).length).toBeGreaterThan(0)
    await world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [
      unreachable.memberId,
    ])
    await answer(id)
  })
  test('stands above everything on the worklist of coordinator and lead, once, until it is answered', async () => {
    await raise('very_worried')
    const id = await raise('danger_now')
    for (const actor of [coordinator, lead]) {
      const { lines } = await readWorklist(world.context, actor, {})
      expect(lines[0]).toMatchObject({ id, pressure: 'danger', source: { from: 'concern', state: 'raised' } })
      expect(lines.filter((line) => line.pressure === 'danger')).toHaveLength(1)
    }
    await answer(id)
    const { lines } = await readWorklist(world.context, lead, {})
    expect(lines.find((line) => line.id === id)).toMatchObject({ pressure: 'urgent' })
  })
})

describe('her coordinator is away and nobody reads it (domain.md 7.6, H10)', () => {
  const names = ['waarnemer', 'achterwacht1', 'achterwacht2', 'vertrokken', 'familie', 'ander'] as const
  const people = new Map<string, MemberActor>()
  const one = (name: (typeof names)[number]): MemberActor => people.get(name) ?? lead
  beforeAll(async () => {
    world.turnTo(testMorning)
    for (const name of names) people.set(name, await reachable(['coordinator'], `${name}@example.nl`))
    await nameDeputy(world.context, coordinator, {
      memberId: coordinator.memberId,
      deputyId: one('waarnemer').memberId,
      from: '2026-11-03',
      until: '2026-11-03',
    })
    await world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [
      one('vertrokken').memberId,
    ])
  })
  /** Whom of these it asked, and when, while nobody answers. */
  async function unread(): Promise<readonly string[]> {
    for (const [at, name] of (['achterwacht1', 'vertrokken', 'familie', 'achterwacht2'] as const).entries())
      await world.owner.query(
        `insert into on_call (org_id, id, member_id, rank, from_day, until_day, decided_by, decided_at)
         values ($1, gen_random_uuid(), $2, $3, '2026-11-03', '2026-11-03', $4, now())`,
        [world.orgId, one(name).memberId, at + 1, coordinator.memberId],
      )
    const proved = { ...coordinator, provedAt: world.context.now() }
    await setFileLock(world.context, proved, {
      fileId: woman.trajectoryId,
      against: { kind: 'member', id: one('familie').memberId },
      words: 'Hij is haar broer.',
    })
    const told: string[] = []
    const id = await raise('danger_now')
    for (const minutes of [0, 10, 20, 30]) {
      world.turnTo(`2026-11-03T09:${String(minutes).padStart(2, '0')}:00+01:00`)
      await unlessLeftOut(links.clock, turn, async () => ({ asked: 0 }))()
      const now = (await steps(id)).slice(told.length)
      told.push(...now.map((step) => `${minutes} ${step}`).sort())
    }
    return told.filter((step) => [...names, 'nobody'].some((name) => step.includes(name)))
  }
  const asIs = [
    '0 asked on_call achterwacht1',
    '0 asked stands_in waarnemer',
    '10 asked on_call achterwacht2',
    '20 asked everyone ander',
    '30 nobody_left',
  ]

  test('who stands in and who is on call are asked at once, then the next, then everybody, and it says so', async () => {
    expect(await unread()).toEqual(asIs)
  })
  test.each([
    [links.deputy, '0 asked stands_in waarnemer', null],
    [links.list, '10 asked on_call achterwacht2', '0 nobody_on_call'],
    [links.next, '10 asked on_call achterwacht2', '10 asked everyone ander'],
    [links.gone, '10 asked on_call achterwacht2', '10 asked on_call vertrokken'],
    [links.barred, '10 asked on_call achterwacht2', '10 asked on_call familie'],
    [links.clock, '10 asked on_call achterwacht2', null],
  ])('and it is noticed without %s', async (part, missed, instead) => {
    const told = await without(part, unread)
    expect(told).not.toContain(missed)
    if (instead) expect(told).toContain(instead)
  })
})
