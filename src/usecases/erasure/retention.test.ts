import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { turnRetention } from '#server/jobs/retention.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { endMember } from '#usecases/member/end-member.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { searchPeople } from '#usecases/person/search-people.ts'
import { listCaseload } from '#usecases/trajectory/list-caseload.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { listWorkers } from '#usecases/worker/list-workers.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import { castWorker, within } from '../../../testing/cast.ts'
import { runningTrajectory } from '../../../testing/running-trajectory.ts'
import { openWorld, type World } from '../../../testing/world.ts'
import { answerRetention } from './answer-retention.ts'
import { askRetention } from './ask-retention.ts'
import { endHold } from './end-hold.ts'
import { findRetentionDue } from './find-retention-due.ts'
import { holdHidden } from './hold-hidden.ts'
import { listErasures } from './list-erasures.ts'
import { listShreddedAccounts } from './list-shredded-accounts.ts'
import { putAway } from './put-away.ts'
import { readRetention } from './read-retention.ts'
import { settleHidden } from './settle-hidden.ts'
import { takeOut } from './take-out.ts'

let world: World
let coordinator: MemberActor
let officer: MemberActor
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  officer = await world.member(['privacy_officer'])
  manager = await world.member(['programme_manager'])
})
afterAll(() => world.close())

const forgotten: string[] = []
const night = (day: string) => {
  world.turnTo(`${day}T02:30`)
  return turnRetention(
    {
      organisations: async () => [world.orgId, world.otherOrgId],
      context: () => world.context,
      forgetAccount: async (_, memberId) => {
        forgotten.push(memberId)
      },
    },
    {
      trouble: (error) => {
        throw error
      },
    },
  )
}
const nameOf = (personId: string) =>
  within(world, async (work) => (await readPeople(work, [personId])).get(personId)?.name.given ?? null)
/** Her trajectory closed on this day, by the programme that says nothing of terms: two years. */
async function closed(on: string, given = 'Zwaluwina') {
  const one = await runningTrajectory(world, { given })
  await world.owner.query(`update trajectory set state = 'closed', closed_on = $2 where id = $1`, [
    one.trajectoryId,
    on,
  ])
  const { rows } = await world.owner.query('select person_id from trajectory where id = $1', [
    one.trajectoryId,
  ])
  return { ...one, personId: String(rows[0]?.person_id) }
}
const byItself = { acts: 'by_itself' as const, regimes: [] }
const hiddenOf = async (personId: string) =>
  (await readRetention(world.context, officer, {})).hidden.find(({ whose }) => whose === personId)

describe('that Naast acts by itself', () => {
  test('is asked by one and agreed by another, and by nobody else', async () => {
    await expect(askRetention(world.context, coordinator, byItself)).rejects.toThrow(Forbidden)
    const one = await closed('2024-01-01')
    expect(await night('2026-11-03')).toEqual({ hidden: 0, shredded: 0, back: 0 })
    const { id } = await askRetention(world.context, officer, byItself)
    await expect(askRetention(world.context, manager, byItself)).rejects.toMatchObject({
      code: 'retention-asked-already',
    })
    const agree = (actor: MemberActor, version = 1) =>
      answerRetention(world.context, actor, { id, version, step: 'agree' })
    await expect(agree(officer)).rejects.toMatchObject({ code: 'retention-second-person' })
    await expect(agree(coordinator)).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['privacy_officer', 'programme_manager'], world.otherOrgId)
    await expect(agree(elsewhere)).rejects.toThrow(NotFound)
    await expect(agree(manager, 4)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(await night('2026-11-04')).toEqual({ hidden: 0, shredded: 0, back: 0 })
    await agree(manager)
    await expect(agree(manager, 2)).rejects.toMatchObject({ code: 'not-from-this-state' })
    // By day nothing is done.
    world.turnTo('2026-11-05T12:00')
    expect((await readRetention(world.context, officer, {})).acts).toBe(true)
    expect(await night('2026-11-05')).toEqual({ hidden: 1, shredded: 0, back: 0 })
    expect(await hiddenOf(one.personId)).toMatchObject({ ground: 'own', subject: 'file' })
    // The manager decides on terms and sees nobody's file, not as a number either.
    expect((await readRetention(world.context, manager, {})).hidden).toEqual([])
    expect((await readRetention(world.context, elsewhere, {})).settings).toEqual([])
  })
})

describe('a file past its term', () => {
  test('is gone for everybody first, thirty days later for good, and the log says so', async () => {
    const one = await closed('2025-01-01')
    const find = async () => ({
      caseload: (await listCaseload(world.context, coordinator, { show: 'closed' })).rows.some(
        (row) => row.id === one.trajectoryId,
      ),
      page: await readTrajectory(world.context, coordinator, { id: one.trajectoryId }).then(
        () => true,
        () => false,
      ),
      past: (await listErasures(world.context, coordinator, {})).pastTerm.some(
        ({ id }) => id === one.personId,
      ),
      named: (await searchPeople(world.context, coordinator, { text: 'Zwaluwina' })).people.some(
        ({ personId }) => personId === one.personId,
      ),
    })
    world.turnTo('2027-01-02')
    expect(await find()).toEqual({ caseload: true, page: true, past: true, named: true })
    expect((await night('2027-01-02')).hidden).toBe(1)
    expect(await find()).toEqual({ caseload: false, page: false, past: false, named: false })
    expect(await nameOf(one.personId)).toBe('Zwaluwina')
    expect((await night('2027-01-31')).shredded).toBe(0)
    await night('2027-02-01')
    expect(await nameOf(one.personId)).toBe('—')
    const { report } = await readRetention(world.context, officer, {})
    const day = report.find(({ day: on }) => on.toString() === '2027-02-01')
    expect(day?.lines).toEqual([
      expect.objectContaining({ deed: 'shredded', subject: 'file', ground: 'own', count: 1, files: 2 }),
    ])
    expect(day).toMatchObject({ shredded: 1, logged: 1 })
    expect(JSON.stringify(report)).not.toContain(one.personId)
  })
  test('is kept by a hold, comes back for a reason, and rests then', async () => {
    const one = await closed('2025-06-01')
    await night('2027-06-02')
    const hidden = await hiddenOf(one.personId)
    if (!hidden) throw new Error('not hidden')
    const hold = { id: hidden.id, reason: 'complaint' as const, until: '2027-10-01' }
    await expect(holdHidden(world.context, coordinator, hold)).rejects.toThrow(Forbidden)
    await expect(takeOut(world.context, manager, { id: hidden.id, reason: 'still_needed' })).rejects.toThrow(
      Forbidden,
    )
    await holdHidden(world.context, officer, hold)
    // Nobody else hears of it, not by the list of what is held.
    expect((await listErasures(world.context, coordinator, {})).holds).toEqual([])
    await night('2027-08-01')
    expect(await nameOf(one.personId)).toBe('Zwaluwina')
    const [held] = (await hiddenOf(one.personId))?.holds ?? []
    await endHold(world.context, officer, { id: held?.id ?? '' })
    await takeOut(world.context, officer, { id: hidden.id, reason: 'still_needed' })
    await expect(
      takeOut(world.context, officer, { id: hidden.id, reason: 'still_needed' }),
    ).rejects.toMatchObject({ code: 'not-from-this-state' })
    expect((await readTrajectory(world.context, coordinator, { id: one.trajectoryId })).id).toBe(
      one.trajectoryId,
    )
    expect((await night('2027-10-30')).hidden).toBe(0)
    expect((await night('2027-10-31')).hidden).toBe(1)
    // What was written after all gives it a new term: it comes back by itself.
    await world.owner.query(`update trajectory set closed_on = '2027-10-31' where id = $1`, [
      one.trajectoryId,
    ])
    expect(await night('2027-11-01')).toEqual({ hidden: 0, shredded: 0, back: 1 })
    expect(await hiddenOf(one.personId)).toBeUndefined()
  })
  test('that is locked for the privacy officer is not there for her either', async () => {
    const one = await closed('2025-11-01')
    await night('2027-11-02')
    const id = (await hiddenOf(one.personId))?.id ?? ''
    await world.owner.query(
      `with lock as (insert into file_lock (org_id, id, person_id, member_id, state, set_by, set_at)
        values ($1, gen_random_uuid(), $2, $3, 'standing', $4, now()) returning org_id, id)
       insert into lock_reach (org_id, barred_id, hidden_id, lock_id) select org_id, $3, $2, id from lock`,
      [world.orgId, one.personId, officer.memberId, coordinator.memberId],
    )
    expect(await hiddenOf(one.personId)).toBeUndefined()
    await expect(takeOut(world.context, officer, { id, reason: 'still_needed' })).rejects.toThrow(NotFound)
  })
})

describe('the night’s own work', () => {
  test('is nobody else’s, whatever roles she has', async () => {
    const all = await world.member(['privacy_officer', 'programme_manager', 'coordinator', 'administrator'])
    const id = all.memberId
    await expect(findRetentionDue(world.context, all, {})).rejects.toThrow(Forbidden)
    await expect(putAway(world.context, all, { subject: 'file', id })).rejects.toThrow(Forbidden)
    await expect(settleHidden(world.context, all, { id })).rejects.toThrow(Forbidden)
    await expect(listShreddedAccounts(world.context, all, {})).rejects.toThrow(Forbidden)
  })
})

describe('who worked here', () => {
  test('goes two years after she left, who came to nothing after four weeks; a name in the log after five years', async () => {
    world.turnTo('2028-01-10')
    const [worked, never] = [
      await castWorker(world, { given: 'Roodborstje', family: 'Puttertje' }),
      await castWorker(world, { given: 'Winterkoning', family: 'Sijs' }, { ready: false }),
    ]
    const versionOf = async (id: string) =>
      Number((await world.owner.query('select version from worker where id = $1', [id])).rows[0]?.version)
    const leave = async (id: string, reason: string) =>
      stepWorkerOn(world.context, coordinator, { id, version: await versionOf(id), step: 'leave', reason })
    await stepWorkerOn(world.context, coordinator, {
      id: worked,
      version: await versionOf(worked),
      step: 'announce-leaving',
      reason: 'moved',
    })
    await leave(worked, 'moved')
    await leave(never, 'not_suitable')
    const colleague = await world.member(['coordinator'])
    await endMember(world.context, await world.member(['administrator']), {
      memberId: colleague.memberId,
      version: 1,
    })
    const person = async (id: string) =>
      String((await world.owner.query('select person_id from worker where id = $1', [id])).rows[0]?.person_id)
    const [workedPerson, neverPerson] = [await person(worked), await person(never)]

    await night('2028-02-07')
    expect(await hiddenOf(neverPerson)).toBeUndefined()
    await night('2028-02-08')
    expect(await hiddenOf(neverPerson)).toMatchObject({ ground: 'application', subject: 'worker' })
    await expect(readWorker(world.context, coordinator, { id: never })).rejects.toThrow(NotFound)
    await night('2028-03-09')
    expect([await nameOf(neverPerson), await nameOf(workedPerson)]).toEqual(['—', 'Roodborstje'])

    await night('2030-01-10')
    expect(await hiddenOf(workedPerson)).toBeUndefined()
    await night('2030-01-11')
    expect(await hiddenOf(workedPerson)).toMatchObject({ ground: 'worker' })
    const names = (await listWorkers(world.context, coordinator, { withLeft: true })).map(({ name }) => name)
    expect(names.join()).not.toContain('Roodborstje')
    await night('2030-02-10')
    expect(await nameOf(workedPerson)).toBe('—')

    await night('2033-01-10')
    expect(await hiddenOf(colleague.memberId)).toMatchObject({ ground: 'account', subject: 'account' })
    expect(forgotten).toEqual([])
    await night('2033-02-09')
    expect(forgotten).toContain(colleague.memberId)
    const { rows } = await world.owner.query('select wrapped from keys.data_key where owner_id = $1', [
      colleague.memberId,
    ])
    expect(rows[0]?.wrapped).toBeNull()
  })
})
