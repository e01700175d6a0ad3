import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { glassMinutes, mostMisses } from '#domain/break-glass/break-glass.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { breakGlass } from '#usecases/break-glass/break-glass.ts'
import { endBreakGlass } from '#usecases/break-glass/end-break-glass.ts'
import { limitBreakGlass } from '#usecases/break-glass/limit-break-glass.ts'
import { listBreakGlasses } from '#usecases/break-glass/list-break-glasses.ts'
import { readBreakGlass } from '#usecases/break-glass/read-break-glass.ts'
import { readGlassFile } from '#usecases/break-glass/read-glass-file.ts'
import { reviewBreakGlass } from '#usecases/break-glass/review-break-glass.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { Forbidden, Invalid, NotFound, ProofNeeded } from '#usecases/failure.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { changeRoles } from '#usecases/member/change-roles.ts'
import { endMember } from '#usecases/member/end-member.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'
import { type ReferredWoman, referredWoman } from '../../../testing/referred-woman.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let officer: MemberActor
let administrator: MemberActor
let woman: ReferredWoman
let manager: MemberActor

beforeAll(async () => {
  world = await openWorld()
  coordinator = await reachable('coordinator')
  officer = await reachable('privacy_officer')
  administrator = await world.member(['administrator'])
  woman = await referredWoman(world, coordinator)
  await world.owner.query('update trajectory set coordinator_id = $1 where id = $2', [
    coordinator.memberId,
    woman.trajectoryId,
  ])
})
afterAll(() => world.close())
beforeEach(async () => {
  manager = await world.member(['programme_manager'])
})

async function reachable(role: Role): Promise<MemberActor> {
  const { memberId } = await addMember(
    world.context,
    { kind: 'system', orgId: world.orgId, job: 'test' },
    {
      userId: randomUUID(),
      name: `Lid ${role}`,
      email: `${role}@example.nl`,
      roles: [role],
      workerId: null,
      language: 'nl',
    },
  )
  const { context, orgId } = world
  return {
    kind: 'member',
    orgId,
    memberId,
    roles: [role],
    workerId: null,
    get provedAt() {
      return context.now()
    },
  }
}

const her = {
  name: 'Selam Tesfay',
  birthDay: '2001-04-05',
  category: 'danger_now',
  words: 'Zij belde mij in paniek en hangt nu niet meer op.',
} as const
const open = (actor: MemberActor = manager, more: object = {}) =>
  breakGlass(world.context, actor, { ...her, ...more })
const read = (id: string, actor: MemberActor = manager) => readGlassFile(world.context, actor, { id })
const count = async (table: string, where = 'true'): Promise<number> =>
  (await world.owner.query(`select count(*)::int as n from ${table} where ${where}`)).rows[0].n
/** The clock of the database can't be turned; the file was opened earlier instead. */
const openedAgo = (id: string, minutes: number) =>
  world.owner.query(
    `update break_glass set shuts_at = clock_timestamp() + $2 * interval '1 minute' where id = $1`,
    [id, glassMinutes - minutes],
  )
const lastLine = async (event: string) =>
  (
    await world.owner.query(
      'select event, outcome, access_basis, person_ids, detail from audit_event where event = $1 and actor_id = $2 order by id desc limit 1',
      [event, manager.memberId],
    )
  ).rows[0]

describe('opening a file in an emergency', () => {
  test('is not for who refers, who judges, a form or another organisation', async () => {
    for (const role of ['referrer', 'privacy_officer'] as const)
      await expect(open(await world.member([role]))).rejects.toThrow(Forbidden)
    await expect(breakGlass(world.context, world.visitor('self'), her)).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['programme_manager'], world.otherOrgId)
    await expect(open(elsewhere)).rejects.toMatchObject({ code: 'glass-nobody-found' })
  })
  test('asks who she is anew', async () => {
    for (const provedAt of [null, world.context.now().subtract({ minutes: 5 })])
      await expect(open({ ...manager, provedAt })).rejects.toThrow(ProofNeeded)
  })
  test('asks for a reason that can be judged, and for more than a name', async () => {
    await expect(open(manager, { words: `${' '.repeat(30)}noodgeval` })).rejects.toMatchObject({
      fields: { words: 'glass-reason-too-short' },
    })
    await expect(open(manager, { birthDay: null })).rejects.toMatchObject({
      fields: { birthDay: 'glass-day-or-phone' },
    })
    await expect(open(manager, { category: 'curious' })).rejects.toThrow(Invalid)
  })
  test('finds one woman by her name and her birth day or number, and nobody otherwise', async () => {
    for (const wrong of [
      { birthDay: '2001-04-06' },
      { name: 'Somebody Else' },
      { birthDay: null, phone: '0612345679' },
    ])
      await expect(open(manager, wrong)).rejects.toMatchObject({ code: 'glass-nobody-found' })
    const { id } = await open(manager, { birthDay: null, phone: '06 12345678' })
    expect((await read(id)).name).toBe('Selam Tesfay')
  })
  test('stops who guesses, for a day', async () => {
    for (let miss = 0; miss < mostMisses; miss += 1)
      await expect(open(manager, { birthDay: '1990-01-01' })).rejects.toMatchObject({
        code: 'glass-nobody-found',
      })
    await expect(open()).rejects.toMatchObject({ code: 'glass-too-many-misses' })
    world.turnTo('2026-11-04T09:01')
    await expect(open()).resolves.toBeTruthy()
    world.turnTo('2026-11-03')
  })
  test('says of two who fit that it doesn’t know', async () => {
    const double = await referredWoman(world, coordinator)
    await expect(open()).rejects.toMatchObject({ code: 'glass-more-than-one' })
    await world.owner.query(`update person set birth_day_print = null, phone_print = null where id = $1`, [
      double.personId,
    ])
  })
  test('is not needed by who sees her already', async () => {
    await expect(open(coordinator)).rejects.toMatchObject({ code: 'glass-not-needed' })
  })
  test('is done one at a time, and so often in a week', async () => {
    const { id } = await open()
    await expect(open()).rejects.toMatchObject({ code: 'glass-open-already' })
    await endBreakGlass(world.context, manager, { id })
    for (let more = 0; more < 2; more += 1)
      await endBreakGlass(world.context, manager, { id: (await open()).id })
    await expect(open()).rejects.toMatchObject({ code: 'glass-week-used' })
    world.turnTo('2026-11-10T09:01')
    await expect(open()).resolves.toBeTruthy()
    world.turnTo('2026-11-03')
  })
  test('is done as often as the privacy officer says, and nobody else', async () => {
    for (const actor of [manager, administrator, coordinator])
      await expect(limitBreakGlass(world.context, actor, { perWeek: 9 })).rejects.toThrow(Forbidden)
    for (const perWeek of [-1, 21, 1.5, Number.NaN])
      await expect(limitBreakGlass(world.context, officer, { perWeek })).rejects.toThrow(Invalid)
    await limitBreakGlass(world.context, officer, { perWeek: 0 })
    await expect(open()).rejects.toMatchObject({ code: 'glass-week-used' })
    await limitBreakGlass(world.context, officer, { perWeek: 3 })
    await expect(open()).resolves.toBeTruthy()
  })
  test('gives one of four who ask at the same moment what the others don’t get', async () => {
    const asked = await Promise.allSettled([1, 2, 3, 4].map(() => open()))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
  test('gives the same for the same form sent twice', async () => {
    const form = { key: randomUUID() }
    const both = [1, 2].map(() => breakGlass(world.context, manager, her, form))
    const [first, second] = await Promise.all(both)
    expect(first).toEqual(second)
  })
})

describe('what is told of it', () => {
  test('reaches her coordinator and the privacy officer at once, and names nobody', async () => {
    const { id } = await open()
    const { rows } = await world.owner.query(
      `select kind, channel, state from message where dedupe_key like $1`,
      [`file-opened|${id}|%`],
    )
    expect(rows).toEqual([
      { kind: 'file-opened', channel: 'email', state: 'pending' },
      { kind: 'file-opened', channel: 'email', state: 'pending' },
    ])
    const worklist = await readWorklist(world.context, coordinator, {})
    expect(worklist.lines.map(({ source }) => source)).toContainEqual(
      expect.objectContaining({ from: 'task', reason: 'file-opened' }),
    )
    const officers = await readWorklist(world.context, officer, {})
    expect(officers.lines.find((line) => line.id === id)).toMatchObject({
      name: null,
      pressure: 'due',
      source: { from: 'glass', category: 'danger_now' },
    })
    expect(officers.lines.every(({ source }) => source.from === 'glass')).toBe(true)
  })
  test('stands in the access log as an emergency, with her and without a word of why', async () => {
    const { id } = await open()
    expect(await lastLine('break-glass')).toMatchObject({
      outcome: 'success',
      access_basis: 'emergency',
      detail: { category: 'danger_now' },
    })
    await read(id)
    const line = await lastLine('read-glass-file')
    expect(line).toMatchObject({ outcome: 'success', access_basis: 'emergency' })
    expect(line.person_ids).toContain(woman.personId)
    const dump = await world.owner.query('select * from break_glass')
    expect(JSON.stringify(dump.rows)).not.toContain('paniek')
  })
  test('has two to hear it, one of them a privacy officer, or nothing is opened', async () => {
    const before = await count('break_glass')
    const gone = (role: Role, until: string | null) =>
      world.owner.query('update member set active_until = $2 where $1 = any(roles)', [role, until])
    await world.owner.query(
      `update member set roles = '{referrer}' where 'privacy_officer' = any(roles) and id <> $1`,
      [officer.memberId],
    )
    for (const missing of ['privacy_officer', 'coordinator'] as const) {
      await gone(missing, '2026-11-01')
      await expect(open()).rejects.toMatchObject({ code: 'glass-nobody-to-tell' })
      await gone(missing, null)
    }
    expect(await count('break_glass')).toBe(before)
  })
  /** Each thing that must be written, made impossible in turn. */
  const steps = ['break_glass', 'task', 'message', 'audit_event'] as const
  for (const table of steps)
    test(`is written with the opening or not at all: ${table}`, async () => {
      const before = await Promise.all(
        steps.map((one) =>
          count(one, `${one === 'audit_event' ? `event = 'break-glass' and outcome = 'success'` : 'true'}`),
        ),
      )
      await world.owner.query(`revoke insert on ${table} from naast_work`)
      try {
        await expect(open()).rejects.toThrow()
      } finally {
        await world.owner.query(`grant insert on ${table} to naast_work`)
      }
      const after = await Promise.all(
        steps.map((one) =>
          count(one, `${one === 'audit_event' ? `event = 'break-glass' and outcome = 'success'` : 'true'}`),
        ),
      )
      expect(after).toEqual(before)
      expect(await count('break_glass', `member_id = '${manager.memberId}'`)).toBe(0)
      await expect(open()).resolves.toBeTruthy()
    })
})

describe('an opened file', () => {
  test('shows what is needed now, and nothing she told', async () => {
    await raiseConcern(world.context, coordinator, {
      trajectoryId: woman.trajectoryId,
      level: 'very_worried',
      words: 'Kwetterend woord',
    })
    const file = await read((await open()).id)
    expect(file).toMatchObject({
      name: 'Selam Tesfay',
      phone: '+31612345678',
      trajectories: [{ coordinator: 'Lid coordinator', concerns: [{ level: 'very_worried' }] }],
    })
    expect(JSON.stringify(file)).not.toContain('Kwetterend')
  })
  test('is hers who opened it, and nobody else’s', async () => {
    const { id } = await open()
    for (const other of [
      await world.member(['programme_manager']),
      coordinator,
      await world.member(['programme_manager'], world.otherOrgId),
    ])
      await expect(read(id, other)).rejects.toThrow(NotFound)
    await expect(read(id, officer)).rejects.toThrow(Forbidden)
  })
  test('opens nothing else: what she might not see before she may not see now', async () => {
    const worker = await world.member(['worker'])
    await open(worker)
    await expect(readTrajectory(world.context, worker, { id: woman.trajectoryId })).rejects.toThrow(NotFound)
    await expect(
      raiseConcern(world.context, worker, { trajectoryId: woman.trajectoryId, level: 'worried' }),
    ).rejects.toThrow(NotFound)
  })
  test('is open for 59 minutes, and shut after 61, by the clock of the database', async () => {
    const { id } = await open()
    const { rows } = await world.owner.query(
      `select round(extract(epoch from shuts_at - clock_timestamp()) / 60)::int as minutes from break_glass where id = $1`,
      [id],
    )
    expect(rows).toEqual([{ minutes: glassMinutes }])
    await openedAgo(id, 59)
    await expect(read(id)).resolves.toMatchObject({ id })
    // A server whose clock runs wrong changes nothing.
    world.turnTo('2026-11-03T08:00')
    await openedAgo(id, 61)
    await expect(read(id)).rejects.toThrow(NotFound)
    world.turnTo('2026-11-03')
  })
  test('is shut at any moment past its hour, and open at any before', async () => {
    const { id } = await open()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -120, max: 180 }), async (minutes) => {
        fc.pre(minutes !== glassMinutes)
        await openedAgo(id, minutes)
        const given = await read(id).then(
          () => true,
          () => false,
        )
        expect(given).toBe(minutes < glassMinutes)
      }),
      { numRuns: 25 },
    )
  })
  test('is shut at once when she ends it, also twice, and only by her', async () => {
    const { id } = await open()
    await expect(
      endBreakGlass(world.context, await world.member(['programme_manager']), { id }),
    ).rejects.toThrow(NotFound)
    await endBreakGlass(world.context, manager, { id })
    await endBreakGlass(world.context, manager, { id })
    await expect(read(id)).rejects.toThrow(NotFound)
  })
  test('is shut when her role or her membership ends', async () => {
    const { id } = await open()
    const version = 1
    await changeRoles(world.context, administrator, {
      memberId: manager.memberId,
      version,
      roles: ['referrer'],
    })
    await expect(read(id)).rejects.toThrow(Forbidden)
    const other = await world.member(['programme_manager'])
    const second = await open(other)
    await endMember(world.context, administrator, { memberId: other.memberId, version })
    await expect(read(second.id, other)).rejects.toThrow(Forbidden)
  })
  test('gives nothing to who began to read after it was shut, whatever six are reading meanwhile', async () => {
    const { id } = await open()
    let shut = false
    const late: boolean[] = []
    let given = 0
    const readers = Array.from({ length: 6 }, async () => {
      while (late.length < 12) {
        const begunAfter = shut
        const gave = await read(id).then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(NotFound)
            return false
          },
        )
        if (gave) given += 1
        if (begunAfter) late.push(gave)
      }
    })
    while (given < 12) await new Promise((resolve) => setTimeout(resolve, 1))
    await endBreakGlass(world.context, manager, { id })
    shut = true
    await Promise.all(readers)
    expect(late).not.toContain(true)
  })
  test('stays shut for whom her file is locked for: that one finds nobody at all', async () => {
    const lock = randomUUID()
    const barred = await world.member(['programme_manager'])
    const { id } = await open(barred)
    await world.owner.query(
      `insert into file_lock (org_id, id, person_id, member_id, state, set_by, set_at) values ($1, $2, $3, $4, 'standing', $5, now())`,
      [world.orgId, lock, woman.personId, barred.memberId, coordinator.memberId],
    )
    for (const hidden of [woman.personId, woman.trajectoryId, woman.referralId])
      await world.owner.query(
        'insert into lock_reach (org_id, barred_id, hidden_id, lock_id) values ($1, $2, $3, $4)',
        [world.orgId, barred.memberId, hidden, lock],
      )
    await expect(read(id, barred)).rejects.toThrow(NotFound)
    const refusals = [her, { ...her, name: 'Nobody Atall', birthDay: '1980-01-01' }].map((asked) =>
      breakGlass(world.context, barred, asked).catch((error: unknown) => error),
    )
    const [locked, unknown] = await Promise.all(refusals)
    expect(locked).toMatchObject({ code: 'glass-nobody-found' })
    expect(unknown).toMatchObject({ code: 'glass-nobody-found' })
  })
})

describe('what is thought of it afterwards', () => {
  test('is for a privacy officer, who reads why and says what she thinks, once', async () => {
    const { id } = await open()
    for (const role of [
      'administrator',
      'coordinator',
      'worker',
      'programme_manager',
      'safeguarding_lead',
    ] as const) {
      const actor = await world.member([role])
      await expect(listBreakGlasses(world.context, actor, {})).rejects.toThrow(Forbidden)
      await expect(readBreakGlass(world.context, actor, { id })).rejects.toThrow(Forbidden)
      await expect(
        reviewBreakGlass(world.context, actor, { id, outcome: 'justified', note: 'Ja' }),
      ).rejects.toThrow(Forbidden)
    }
    const elsewhere = await world.member(['privacy_officer'], world.otherOrgId)
    await expect(readBreakGlass(world.context, elsewhere, { id })).rejects.toThrow(NotFound)
    const { lines } = await listBreakGlasses(world.context, officer, {})
    expect(lines.map((line) => line.id)).toContain(id)
    expect(await readBreakGlass(world.context, officer, { id })).toMatchObject({
      by: 'Lid programme_manager',
      words: her.words,
      outcome: null,
      late: false,
    })
    await expect(
      reviewBreakGlass(world.context, officer, { id, outcome: 'justified', note: ' ' }),
    ).rejects.toThrow(Invalid)
    await reviewBreakGlass(world.context, officer, {
      id,
      outcome: 'not_justified',
      note: 'Zij kende haar niet.',
    })
    expect(await readBreakGlass(world.context, officer, { id })).toMatchObject({
      outcome: 'not_justified',
      note: 'Zij kende haar niet.',
    })
    await expect(
      reviewBreakGlass(world.context, officer, { id, outcome: 'justified', note: 'Toch wel' }),
    ).rejects.toMatchObject({ code: 'glass-reviewed-already' })
    await expect(read(id)).rejects.toThrow(NotFound)
    expect((await readWorklist(world.context, officer, {})).lines.map((line) => line.id)).not.toContain(id)
  })
  test('is not for who did it herself', async () => {
    const both = await world.member(['programme_manager', 'privacy_officer'])
    const { id } = await open(both)
    await expect(
      reviewBreakGlass(world.context, both, { id, outcome: 'justified', note: 'Ik mocht dat' }),
    ).rejects.toMatchObject({ code: 'glass-own' })
  })
  test('presses once three days went by', async () => {
    // The oldest stand on the list first, and it shows the first twenty.
    await world.owner.query('delete from break_glass')
    const { id } = await open()
    world.turnTo('2026-11-06T08:59')
    const pressure = async () =>
      (await readWorklist(world.context, officer, {})).lines.find((line) => line.id === id)?.pressure
    expect(await pressure()).toBe('due')
    world.turnTo('2026-11-06T09:01')
    expect(await pressure()).toBe('urgent')
    world.turnTo('2026-11-03')
  })
})
