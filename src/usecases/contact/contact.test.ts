import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { programmes } from '#programmes/registry.ts'
import { addContact } from '#usecases/contact/add-contact.ts'
import { correctContact } from '#usecases/contact/correct-contact.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { planContact } from '#usecases/contact/plan-contact.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { readContactTerms } from '#usecases/contact/read-contact-terms.ts'
import { dropDraft } from '#usecases/draft/drop-draft.ts'
import { readDraft } from '#usecases/draft/read-draft.ts'
import { saveDraft } from '#usecases/draft/save-draft.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import {
  type RunningTrajectory,
  replanTestTrajectory,
  runningTrajectory,
} from '../../../testing/running-trajectory.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const contactsOf = async (trajectoryId: string) =>
  (await world.owner.query('select * from contact where trajectory_id = $1 order by number', [trajectoryId]))
    .rows
const firstPlanned = async (trajectoryId: string) => {
  const row = (await contactsOf(trajectoryId)).find(({ state }) => state === 'planned')
  if (!row) throw new Error('nothing planned')
  return row
}
const trajectoryRow = async (id: string) =>
  (await world.owner.query('select * from trajectory where id = $1', [id])).rows[0]
const done = {
  kind: 'done',
  on: '2026-11-03',
  minutes: 75,
  mode: 'home',
  feeling: 'good',
  went: 'Rustig gesprek.',
} as const
const log = (actor: MemberActor, row: { id: string; version: number }, what: object = done) =>
  logContact(world.context, actor, { id: row.id, version: row.version, ...done, ...what })

describe('who may log a visit', () => {
  let one: RunningTrajectory
  beforeAll(async () => {
    one = await runningTrajectory(world)
  })
  test('not another worker: her women are not there for others', async () => {
    const other = await runningTrajectory(world)
    const row = await firstPlanned(one.trajectoryId)
    await expect(log(other.worker, row)).rejects.toThrow(NotFound)
    await expect(readContact(world.context, other.worker, { id: row.id })).rejects.toThrow(NotFound)
    await expect(
      addContact(world.context, other.worker, { trajectoryId: one.trajectoryId, ...done }),
    ).rejects.toThrow(NotFound)
  })
  test('not a coordinator of another organisation', async () => {
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(log(stranger, await firstPlanned(one.trajectoryId))).rejects.toThrow(NotFound)
  })
  test.each(['administrator', 'referrer', 'programme_manager', 'privacy_officer'] as const)(
    'not a %s',
    async (role) => {
      await expect(log(await world.member([role]), await firstPlanned(one.trajectoryId))).rejects.toThrow(
        Forbidden,
      )
    },
  )
  test('not her worker either once the match has ended', async () => {
    const ended = await runningTrajectory(world)
    const row = await firstPlanned(ended.trajectoryId)
    await world.owner.query('update trajectory set worker_id = null where id = $1', [ended.trajectoryId])
    await expect(log(ended.worker, row)).rejects.toThrow(NotFound)
    await expect(
      planContact(world.context, ended.worker, { id: row.id, version: 1, on: '2026-11-10', mode: 'home' }),
    ).rejects.toThrow(NotFound)
  })
  test('nobody when the trajectory is closed', async () => {
    const closed = await runningTrajectory(world)
    const row = await firstPlanned(closed.trajectoryId)
    await world.owner.query(`update trajectory set state = 'closed' where id = $1`, [closed.trajectoryId])
    await expect(log(coordinator, row)).rejects.toMatchObject({ code: 'not-from-this-state' })
    await expect(log(closed.worker, row)).rejects.toThrow(NotFound)
  })
})

describe('logging a visit', () => {
  test('not in the future, not without minutes, not in a way this programme does not know', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const row = await firstPlanned(trajectoryId)
    await expect(log(worker, row, { on: '2026-11-04' })).rejects.toMatchObject({
      code: 'contact-in-the-future',
    })
    await expect(log(worker, row, { minutes: null })).rejects.toMatchObject({
      fields: { minutes: 'required' },
    })
    await expect(log(worker, row, { minutes: 1000 })).rejects.toMatchObject({ code: 'contact-minutes' })
    await expect(log(worker, row, { talkSheet: 'no-such-sheet' })).rejects.toThrow(Invalid)
    expect((await firstPlanned(trajectoryId)).id).toBe(row.id)
  })
  test('says the trajectory when she was last seen, how often, and what was agreed', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const row = await firstPlanned(trajectoryId)
    await log(worker, row, {
      next: 'Samen naar de bibliotheek',
      nextOn: '2026-12-01',
      nextAt: '10:00',
      nextReason: 'her_wish',
    })
    const trajectory = await trajectoryRow(trajectoryId)
    expect(trajectory).toMatchObject({ contacts_done: 1, version: 1 })
    expect(String(trajectory.last_contact_on)).toBe('2026-11-03')
    expect(String(trajectory.next_contact_on)).toBe('2026-12-01')
    const read = await readContact(world.context, worker, { id: row.id })
    expect(read.notes).toEqual({
      went: {
        feeling: 'good',
        text: 'Rustig gesprek.',
        present: [],
        partnerTookPart: false,
        children: [],
        goals: [],
      },
      next: 'Samen naar de bibliotheek',
    })
  })
  test('seals the words: they stand nowhere in the database', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    await log(worker, await firstPlanned(trajectoryId), { went: 'GEHEIMWOORD', next: 'GEHEIMWOORD' })
    for (const table of ['contact', 'idempotency', 'audit_event'])
      expect(
        (
          await world.owner.query(
            `select count(*)::int as n from ${table} t where t::text ilike '%geheimwoord%'`,
          )
        ).rows[0].n,
      ).toBe(0)
  })
  test('the same visit sent four times at once is one visit', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const row = await firstPlanned(trajectoryId)
    const key = world.context.newId()
    const all = await Promise.all(
      [1, 2, 3, 4].map(() =>
        logContact(world.context, worker, { id: row.id, version: row.version, ...done }, { key }),
      ),
    )
    expect(new Set(all.map(({ contactId }) => contactId)).size).toBe(1)
    expect((await trajectoryRow(trajectoryId)).contacts_done).toBe(1)
  })
  test('sent twice from two screens at once, one wins and the other hears it', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const row = await firstPlanned(trajectoryId)
    const both = await Promise.allSettled([log(worker, row), log(coordinator, row, { kind: 'no_show' })])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'changed-meanwhile' },
    })
  })
  test('an extra one counts too, and twice sent is one', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const before = (await contactsOf(trajectoryId)).length
    const key = world.context.newId()
    await Promise.all(
      [1, 2].map(() => addContact(world.context, worker, { trajectoryId, ...done, mode: 'phone' }, { key })),
    )
    expect(await contactsOf(trajectoryId)).toHaveLength(before + 1)
    expect((await trajectoryRow(trajectoryId)).contacts_done).toBe(1)
  })
})

describe('a visit that fell through', () => {
  test('is still owed, within the grace', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const row = await firstPlanned(trajectoryId)
    const { owed, safetyFact } = await log(worker, row, { kind: 'cancelled', by: 'mother' })
    expect({ owed, safetyFact }).toEqual({ owed: true, safetyFact: false })
    const again = (await contactsOf(trajectoryId)).find(({ replaces_id }) => replaces_id === row.id)
    expect(again).toMatchObject({ state: 'planned', origin: 'replacement' })
    expect(String(again.due_until) >= '2026-11-03').toBe(true)
    expect((await trajectoryRow(trajectoryId)).contacts_done).toBe(0)
  })
  test('called off by her partner is on the coordinator’s list the same moment', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const { safetyFact } = await log(worker, await firstPlanned(trajectoryId), {
      kind: 'cancelled',
      by: 'partner',
    })
    expect(safetyFact).toBe(true)
    const { rows } = await world.owner.query('select * from task where trajectory_id = $1', [trajectoryId])
    expect(rows).toMatchObject([{ kind: 'contact', reason_code: 'cancelled-by-partner', done_at: null }])
  })
  test('corrected the same day it took place after all, and nothing more is owed; then again it is, once', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const row = await firstPlanned(trajectoryId)
    await log(worker, row, { kind: 'no_show' })
    const correct = (version: number, what: object) =>
      correctContact(world.context, worker, { id: row.id, version, ...done, ...what })
    await correct(2, {})
    const owed = async () =>
      (await contactsOf(trajectoryId)).filter(({ replaces_id }) => replaces_id === row.id)
    expect(await owed()).toMatchObject([{ state: 'skipped' }])
    expect((await trajectoryRow(trajectoryId)).contacts_done).toBe(1)
    await correct(3, { kind: 'no_show' })
    expect(await owed()).toMatchObject([{ state: 'planned' }])
    expect((await trajectoryRow(trajectoryId)).contacts_done).toBe(0)
  })
  test('what another logged, or what was logged yesterday, stands', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const row = await firstPlanned(trajectoryId)
    await log(worker, row)
    const correct = (actor: MemberActor) =>
      correctContact(world.context, actor, { id: row.id, version: 2, ...done, minutes: 90 })
    await expect(correct(coordinator)).rejects.toMatchObject({ code: 'contact-stands' })
    world.turnTo('2026-11-04')
    await expect(correct(worker)).rejects.toMatchObject({ code: 'contact-stands' })
    world.turnTo('2026-11-03')
    await correct(worker)
    expect((await contactsOf(trajectoryId)).find(({ id }) => id === row.id)).toMatchObject({ minutes: 90 })
  })
})

describe('planning', () => {
  test('outside its window asks a reason, in the past is refused', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const row = await firstPlanned(trajectoryId)
    const plan = (more: object) =>
      planContact(world.context, worker, {
        id: row.id,
        version: row.version,
        on: '2027-02-01',
        mode: 'home',
        ...more,
      })
    await expect(plan({})).rejects.toMatchObject({ code: 'plan-needs-reason' })
    await expect(plan({ on: '2026-11-02' })).rejects.toMatchObject({ code: 'plan-in-the-past' })
    await expect(plan({ mode: 'safe_place', reason: 'holiday' })).rejects.toThrow(Invalid)
    await plan({ reason: 'holiday', at: '14:00' })
    expect(await firstPlanned(trajectoryId)).toMatchObject({
      outside_reason: 'holiday',
      planned_at: '14:00:00',
    })
    expect(String((await trajectoryRow(trajectoryId)).next_contact_on)).toBe('2027-02-01')
  })
  test('the programme makes the plan, and planning again changes nothing', async () => {
    const { trajectoryId } = await runningTrajectory(world)
    const before = await contactsOf(trajectoryId)
    const [programme] = programmes
    const { min, max } = programme?.contacts ?? {}
    expect(before.length).toBeGreaterThanOrEqual(min?.value ?? 1)
    expect(before.length).toBeLessThanOrEqual(max?.value ?? 1)
    await again(trajectoryId)
    expect(await contactsOf(trajectoryId)).toEqual(before)
  })
  test('a new worker gets what lies ahead, not what passed while there was nobody', async () => {
    const { trajectoryId } = await runningTrajectory(world)
    const other = await runningTrajectory(world)
    await world.owner.query('update trajectory set worker_id = $1 where id = $2', [
      other.workerId,
      trajectoryId,
    ])
    await again(trajectoryId)
    for (const row of await contactsOf(trajectoryId))
      expect([row.state, row.worker_id === other.workerId]).toEqual(
        String(row.due_until) < '2026-11-03' ? ['skipped', false] : ['planned', true],
      )
  })
})

describe('what an extra contact may be', () => {
  test('is said by the programme, to who may log one', async () => {
    const one = await runningTrajectory(world)
    const terms = await readContactTerms(world.context, one.worker, { trajectoryId: one.trajectoryId })
    expect(terms).toMatchObject({ givenName: 'Semira', modes: expect.arrayContaining(['home']) })
    const other = await runningTrajectory(world)
    await expect(
      readContactTerms(world.context, other.worker, { trajectoryId: one.trajectoryId }),
    ).rejects.toThrow(NotFound)
    await world.owner.query(`update trajectory set state = 'waiting' where id = $1`, [one.trajectoryId])
    await expect(
      readContactTerms(world.context, coordinator, { trajectoryId: one.trajectoryId }),
    ).rejects.toMatchObject({ code: 'not-from-this-state' })
  })
})

describe('drafts', () => {
  test('are thrown away by their writer only', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const draft = { form: 'contact-extra' as const, subjectId: trajectoryId }
    await saveDraft(world.context, worker, { ...draft, answers: { went: 'Half' } })
    await dropDraft(world.context, coordinator, draft)
    expect((await readDraft(world.context, worker, draft))?.answers).toEqual({ went: 'Half' })
    await dropDraft(world.context, worker, draft)
    expect(await readDraft(world.context, worker, draft)).toBeNull()
  })
  const answers = { went: 'Half een zin' }
  test('are the writer’s own, and only about women she visits', async () => {
    const one = await runningTrajectory(world)
    const other = await runningTrajectory(world)
    const draft = { form: 'contact-log' as const, subjectId: (await firstPlanned(one.trajectoryId)).id }
    await expect(saveDraft(world.context, other.worker, { ...draft, answers })).rejects.toThrow(NotFound)
    await saveDraft(world.context, one.worker, { ...draft, answers })
    await expect(readDraft(world.context, other.worker, draft)).rejects.toThrow(NotFound)
    expect(await readDraft(world.context, coordinator, draft)).toBeNull()
  })
  test('the last one typed is the one kept, until the visit is logged', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const row = await firstPlanned(trajectoryId)
    const draft = { form: 'contact-log' as const, subjectId: row.id }
    await saveDraft(world.context, worker, { ...draft, answers })
    expect(await saveDraft(world.context, worker, { ...draft, answers: { went: 'Een hele zin' } })).toEqual({
      savedAt: '09:00',
    })
    expect(await readDraft(world.context, worker, draft)).toMatchObject({ answers: { went: 'Een hele zin' } })
    await log(worker, row)
    expect(await readDraft(world.context, worker, draft)).toBeNull()
  })
  test('typed on two phones at once are both kept and both shown, until she begins anew', async () => {
    const one = await runningTrajectory(world)
    const subject = { form: 'contact-log', subjectId: (await firstPlanned(one.trajectoryId)).id } as const
    const type = (here: string, went: string, from: { place: string; savedAt: string } | null = null) =>
      saveDraft(world.context, one.worker, { ...subject, place: { here, from }, answers: { went } })
    const read = () => readDraft(world.context, one.worker, subject)
    await type('a', 'Begin')
    const began = (await read())?.seen ?? null
    // Both phones opened the same beginning and went on by themselves.
    await type('b', 'Begin, en zo ging het', began)
    await type('c', 'Begin, maar anders', began)
    const both = await read()
    expect([both?.answers.went, ...(both?.others ?? []).map(({ answers }) => answers.went)].sort()).toEqual([
      'Begin, en zo ging het',
      'Begin, maar anders',
    ])
    const row = await firstPlanned(one.trajectoryId)
    await log(one.worker, row, { place: { here: 'b', from: began } })
    expect(await read()).toMatchObject({ answers: { went: 'Begin, maar anders' }, others: [] })
    await dropDraft(world.context, one.worker, subject)
    expect(await read()).toBeNull()
  })
  test('a visit that was refused keeps its draft', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    const row = await firstPlanned(trajectoryId)
    const draft = { form: 'contact-log' as const, subjectId: row.id }
    await saveDraft(world.context, worker, { ...draft, answers })
    await expect(log(worker, { ...row, version: 9 })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(await readDraft(world.context, worker, draft)).toMatchObject({ answers })
  })
})

/** Plans the trajectory once more, as a changed match or birth day does. */
const again = (trajectoryId: string) =>
  replanTestTrajectory(
    world.context,
    { kind: 'system', orgId: world.orgId, job: 'test' },
    { trajectoryId, bornOn: '2026-08-01' },
  )
