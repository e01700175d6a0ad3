import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting } from '#testing/expecting.ts'
import { planned, reported } from '#testing/reported.ts'
import { openWorld, type World } from '#testing/world.ts'
import { fillAdversityGrid } from '#usecases/adversity/fill-adversity-grid.ts'
import { readEndReport } from '#usecases/end-report/read-end-report.ts'
import { readEndReportPaper } from '#usecases/end-report/read-end-report-paper.ts'
import { stepEndReport } from '#usecases/end-report/step-end-report.ts'
import { writeEndReport } from '#usecases/end-report/write-end-report.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { agreeSafeContact, tuesdayMornings } from '../../../testing/referred-woman.ts'

let world: World
let coordinator: MemberActor
let colleague: MemberActor
beforeAll(async () => {
  world = await openWorld([mvr, mim])
  coordinator = await world.member(['coordinator'])
  colleague = await world.member(['coordinator'])
})
afterAll(() => world.close())

const page = (trajectoryId: string, actor = coordinator, number: number | null = null) =>
  readEndReport(world.context, actor, { trajectoryId, number })
const report = async (trajectoryId: string, actor = coordinator) => (await page(trajectoryId, actor)).report
type Written = Parameters<typeof writeEndReport>[2]
const write = async (trajectoryId: string, actor: MemberActor, more: Partial<Written> = {}) =>
  writeEndReport(world.context, actor, {
    trajectoryId,
    version: (await report(trajectoryId)).version,
    goals: {},
    hers: 'Ik sta er beter voor',
    coach: null,
    goesOn: null,
    takesOver: null,
    ...more,
  })
type Step = Parameters<typeof stepEndReport>[2]['step']
const step = async (trajectoryId: string, actor: MemberActor, named: Step, more: object = {}) =>
  stepEndReport(world.context, actor, {
    trajectoryId,
    version: (await report(trajectoryId)).version ?? 0,
    step: named,
    ...more,
  })
const waits = async (trajectoryId: string) =>
  (
    await world.owner.query(
      `select reason_code from task where trajectory_id = $1 and done_at is null and kind = 'plan'`,
      [trajectoryId],
    )
  ).rows.map(({ reason_code }) => reason_code)

describe('who may', () => {
  test('is who works with her; a stranger, another organisation and other roles see nothing', async () => {
    const { trajectoryId: id } = await planned(world, coordinator)
    const stranger = (await expecting(world)).worker
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const actor of [stranger, elsewhere]) {
      await expect(page(id, actor)).rejects.toThrow(NotFound)
      await expect(write(id, actor)).rejects.toThrow(NotFound)
      await expect(step(id, actor, 'submit')).rejects.toThrow(NotFound)
    }
    for (const role of ['programme_manager', 'administrator', 'privacy_officer', 'referrer'] as const) {
      const actor = await world.member([role])
      await expect(page(id, actor)).rejects.toThrow(Forbidden)
      await expect(write(id, actor)).rejects.toThrow(Forbidden)
    }
    const lead = await world.member(['safeguarding_lead'])
    expect((await report(id, lead)).abilities).toEqual({ write: false, submit: false, decide: false })
    await expect(write(id, lead)).rejects.toThrow(Forbidden)
  })
  test('where a programme has no plan there is none, and none before it began', async () => {
    const other = await expecting(world, { programme: mim })
    await expect(page(other.trajectoryId)).rejects.toThrow(NotFound)
    await expect(write(other.trajectoryId, coordinator)).rejects.toThrow(NotFound)
    const { trajectoryId } = await expecting(world)
    await world.owner.query('update trajectory set started_on = null where id = $1', [trajectoryId])
    await expect(write(trajectoryId, coordinator)).rejects.toMatchObject({ code: 'not-from-this-state' })
  })
})

describe('a report', () => {
  test('says what came of each goal at the last review, and what is missing', async () => {
    const one = await planned(world, coordinator)
    const id = one.trajectoryId
    await write(id, one.worker, { goals: { [one.letters]: { hers: 'Ik durf weer', coach: null } } })
    const read = await report(id)
    expect(read.goals).toMatchObject([
      { id: one.letters, outcome: 'reached', hers: 'Ik durf weer', coach: null },
      { id: one.home, outcome: 'partly', hers: null, coach: null },
    ])
    expect(read.missing).toEqual([
      { part: 'coach-words', goalId: one.letters },
      { part: 'her-words', goalId: one.home },
      { part: 'coach-words', goalId: one.home },
      { part: 'goes-on', goalId: null },
      { part: 'takes-over', goalId: null },
    ])
  })
  test('without a plan invents nothing', async () => {
    const { trajectoryId: id, worker } = await expecting(world)
    await write(id, worker)
    expect(await report(id)).toMatchObject({ goals: [], reviewedOn: null, hers: 'Ik sta er beter voor' })
    expect((await report(id)).missing.map(({ part }) => part)).toContain('plan')
  })
  test('keeps both voices under her key, and takes no goal that isn’t hers', async () => {
    const one = await reported(world, coordinator)
    const { rows } = await world.owner.query(
      `select encode(content_sealed, 'hex') as kept from end_report where trajectory_id = $1`,
      [one.trajectoryId],
    )
    for (const { kept } of rows)
      for (const word of ['post', 'Zij belt', 'woning'])
        expect(kept).not.toContain(Buffer.from(word).toString('hex'))
    const stranger = '01930000-0000-7000-8000-000000000009'
    await expect(
      write(one.trajectoryId, one.worker, { goals: { [stranger]: { hers: 'x', coach: null } } }),
    ).rejects.toMatchObject({ fields: { [stranger]: 'unknown-field' } })
  })
  test('is approved by somebody who wrote neither in it nor in the plan, and sent back with a reason', async () => {
    const one = await planned(world, coordinator)
    const id = one.trajectoryId
    await write(id, colleague)
    await expect(step(id, coordinator, 'approve')).rejects.toMatchObject({
      code: 'end-report-not-from-this-state',
    })
    await step(id, one.worker, 'submit')
    expect(await waits(id)).toEqual(['approve-end-report'])
    await expect(write(id, one.worker)).rejects.toMatchObject({ code: 'end-report-not-from-this-state' })
    await expect(step(id, one.worker, 'approve')).rejects.toThrow(Forbidden)
    await expect(step(id, colleague, 'approve')).rejects.toMatchObject({ code: 'own-end-report' })
    expect(await report(id, colleague)).toMatchObject({ own: true, abilities: { decide: false } })
    await expect(step(id, coordinator, 'send-back')).rejects.toMatchObject({
      fields: { reason: 'choose-one' },
    })
    await step(id, coordinator, 'send-back', { reason: 'not_her_words' })
    expect(await waits(id)).toEqual([])
    await step(id, one.worker, 'submit')
    await step(id, coordinator, 'approve')
    expect(await waits(id)).toEqual([])
    expect(await report(id)).toMatchObject({ state: 'approved', version: null, number: 1 })
  })
  test('is what her file said when it was sent in: what changed since goes back first', async () => {
    const one = await planned(world, coordinator)
    const id = one.trajectoryId
    await write(id, one.worker)
    await step(id, one.worker, 'submit')
    await fillAdversityGrid(world.context, one.worker, {
      trajectoryId: id,
      counts: { adversityMoney: '0' },
      words: null,
    })
    await expect(step(id, coordinator, 'approve')).rejects.toMatchObject({ code: 'end-report-file-moved' })
    await step(id, coordinator, 'send-back', { reason: 'other' })
    await step(id, one.worker, 'submit')
    await step(id, coordinator, 'approve')
  })
  test('waits for whoever saw it as it is', async () => {
    const { trajectoryId: id, worker } = await planned(world, coordinator)
    await write(id, worker)
    await write(id, worker, { hers: 'Nog iets' })
    await expect(write(id, worker, { version: 1 })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await expect(write(id, worker, { version: null })).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })
  test('is never altered once approved: what must be put right is a report of its own', async () => {
    const one = await reported(world, coordinator)
    const id = one.trajectoryId
    const before = await report(id)
    await fillAdversityGrid(world.context, one.worker, {
      trajectoryId: id,
      counts: { adversityMoney: '0' },
      words: null,
    })
    expect((await report(id)).grids).toEqual(before.grids)
    for (const named of ['submit', 'approve', 'send-back'] as const)
      await expect(step(id, coordinator, named, { reason: 'other' })).rejects.toMatchObject({
        code: 'changed-meanwhile',
      })
    const forced = await world.owner.query(
      `begin; select set_config('naast.org', '${world.orgId}', true); set local role naast_work;
       with w as (update end_report set content_sealed = '\\x00' where trajectory_id = '${id}' returning 1)
       select count(*)::int as n from w; rollback`,
    )
    expect(JSON.stringify(forced)).toContain('"n":0')
    await write(id, one.worker, { hers: 'Anders dan eerst' })
    expect(await page(id)).toMatchObject({ others: [{ number: 1 }], report: { number: 2, state: 'draft' } })
    expect((await page(id, coordinator, 1)).report).toMatchObject({ state: 'approved', hers: before.hers })
    await expect(page(id, coordinator, 7)).rejects.toThrow(NotFound)
  })
  test('is printed for her only when it was approved and paper is safe at home', async () => {
    const one = await reported(world, coordinator)
    const paper = (trajectoryId: string, actor = coordinator) =>
      readEndReportPaper(world.context, actor, { trajectoryId })
    await expect(paper(one.trajectoryId)).rejects.toMatchObject({ code: 'paper-not-asked' })
    await agreeSafeContact(world, coordinator, one.personId, tuesdayMornings)
    expect(await paper(one.trajectoryId)).toMatchObject({ hers: 'Ik sta er beter voor', goals: [{}, {}] })
    const other = await planned(world, coordinator)
    await agreeSafeContact(world, coordinator, other.personId, tuesdayMornings)
    await write(other.trajectoryId, other.worker)
    await expect(paper(other.trajectoryId)).rejects.toThrow(NotFound)
    await expect(paper(one.trajectoryId, other.worker)).rejects.toThrow(NotFound)
  })
})
