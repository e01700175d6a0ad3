import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { turnLoneVisits } from '#server/jobs/lone-visits.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { beginLoneVisit } from '#usecases/lone-visit/begin-lone-visit.ts'
import { closeLoneAlert } from '#usecases/lone-visit/close-lone-alert.ts'
import { endLoneVisit } from '#usecases/lone-visit/end-lone-visit.ts'
import { endNeverAlone } from '#usecases/lone-visit/end-never-alone.ts'
import { extendLoneVisit } from '#usecases/lone-visit/extend-lone-visit.ts'
import { findLoneVisitsDue } from '#usecases/lone-visit/find-lone-visits-due.ts'
import { listLoneVisits } from '#usecases/lone-visit/list-lone-visits.ts'
import { openLoneAddress } from '#usecases/lone-visit/open-lone-address.ts'
import { readGoingIn } from '#usecases/lone-visit/read-going-in.ts'
import { readLoneAlert } from '#usecases/lone-visit/read-lone-alert.ts'
import { readLoneOpening } from '#usecases/lone-visit/read-lone-opening.ts'
import { readMyLoneVisit } from '#usecases/lone-visit/read-my-lone-visit.ts'
import { readNeverAlone } from '#usecases/lone-visit/read-never-alone.ts'
import { reviewLoneOpening } from '#usecases/lone-visit/review-lone-opening.ts'
import { setLoneWords } from '#usecases/lone-visit/set-lone-words.ts'
import { setNeverAlone } from '#usecases/lone-visit/set-never-alone.ts'
import { takeUpLoneAlert } from '#usecases/lone-visit/take-up-lone-alert.ts'
import { turnLoneVisit } from '#usecases/lone-visit/turn-lone-visit.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { putOnCall } from '#usecases/on-call/put-on-call.ts'
import { setOnCallNumber } from '#usecases/on-call/set-on-call-number.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let first: MemberActor
let second: MemberActor
let officer: MemberActor
let manager: MemberActor
let woman: RunningTrajectory
let contactId: string

beforeAll(async () => {
  world = await openWorld([mim, memosa])
  world.turnTo('2026-10-01')
  first = await called('Eerste', 'coordinator')
  second = await called('Tweede', 'coordinator')
  officer = await called('Functionaris', 'privacy_officer')
  manager = await world.member(['programme_manager'])
  for (const [rank, actor] of [first, second].entries())
    await putOnCall(world.context, first, {
      memberId: actor.memberId,
      rank: rank + 1,
      from: '2026-11-01',
      until: '2026-11-30',
    })
})
beforeEach(async () => {
  world.turnTo(testMorning)
  // Who came along in another test is asked nothing in this one.
  await world.owner.query(`update member set active_until = '2026-11-01' where not (id = any($1))`, [
    [first, second, officer, manager].map(({ memberId }) => memberId),
  ])
  woman = await runningTrajectory(world)
  contactId = await plannedContact(woman.trajectoryId)
})
afterAll(() => world.close())

async function called(name: string, role: 'coordinator' | 'privacy_officer'): Promise<MemberActor> {
  const { memberId } = await addMember(
    world.context,
    { kind: 'system', orgId: world.orgId, job: 'test' },
    { userId: name, name, email: `${name}@example.nl`, roles: [role], workerId: null, language: 'nl' },
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
async function plannedContact(trajectoryId: string): Promise<string> {
  const { rows } = await world.owner.query(
    `select id from contact where trajectory_id = $1 and state = 'planned' order by number limit 1`,
    [trajectoryId],
  )
  return rows[0].id
}
const goIn = (more: object = {}, actor = woman.worker) =>
  beginLoneVisit(world.context, actor, { contactId, minutes: 60, place: 'home', ...more })
const out = (id: string, word: string | null = null, actor = woman.worker) =>
  endLoneVisit(world.context, actor, { id, word })
const mine = async (actor = woman.worker) => (await readMyLoneVisit(world.context, actor, {})).visit
const longer = async (id: string, minutes: 15 | 30 = 15, word: string | null = null) =>
  extendLoneVisit(world.context, woman.worker, { id, minutes, word, version: (await mine())?.version ?? 0 })
const turn = (at?: string) => {
  if (at) world.turnTo(`2026-11-03T${at}:00+01:00`)
  return turnLoneVisits({ organisations: async () => [world.orgId], context: () => world.context })
}
const words = () => setLoneWords(world.context, woman.worker, { safe: 'Tulp', duress: 'Zonnebloem' })
const alertsOf = async (visitId: string) =>
  (await world.owner.query('select * from lone_alert where lone_visit_id = $1', [visitId])).rows
const alertOf = async (visitId: string) => {
  const [row] = await alertsOf(visitId)
  return readLoneAlert(world.context, first, { id: row.id })
}
const stepsOf = async (visitId: string) =>
  (await alertOf(visitId)).steps.map(({ kind, code, asked }) => [kind, code, asked].filter(Boolean).join(' '))
const messagesOf = async (kind: string, like = '%') =>
  (
    await world.owner.query(
      'select owner_id, person_id, channel from message where kind = $1 and dedupe_key like $2',
      [kind, like],
    )
  ).rows

describe('going in', () => {
  test('is for the worker who visits, once at a time, and only where a visit is planned', async () => {
    for (const role of [
      'coordinator',
      'administrator',
      'referrer',
      'privacy_officer',
      'programme_manager',
      'safeguarding_lead',
    ] as const)
      await expect(goIn({}, await world.member([role]))).rejects.toThrow(Forbidden)
    const other = await runningTrajectory(world)
    await expect(goIn({}, other.worker)).rejects.toThrow(NotFound)
    const elsewhere = await runningTrajectory(world, { orgId: world.otherOrgId })
    await expect(goIn({}, elsewhere.worker)).rejects.toThrow(NotFound)
    await expect(readGoingIn(world.context, other.worker, { contactId })).rejects.toThrow(NotFound)
    for (const minutes of [0, 45, 600]) await expect(goIn({ minutes })).rejects.toThrow(Invalid)
    const both = await Promise.allSettled([goIn(), goIn()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(goIn()).rejects.toThrow(new Refused('lone-visit-running'))
    expect(await mine()).toMatchObject({ standing: 'inside' })
    expect(await readGoingIn(world.context, woman.worker, { contactId })).toMatchObject({
      givenName: 'Semira',
      running: true,
      asked: 'optional',
    })
  })
  test('is not for who coordinates too and isn’t the one who goes', async () => {
    const both: MemberActor = { ...(await world.member(['coordinator', 'worker'])), workerId: woman.workerId }
    const other = await runningTrajectory(world)
    await world.owner.query('update member set worker_id = $2 where id = $1', [both.memberId, other.workerId])
    await expect(goIn({}, both)).rejects.toThrow(NotFound)
  })
  test('where two go, is with two; planning it is not refused', async () => {
    const set = (actor: MemberActor) =>
      setNeverAlone(world.context, actor, { trajectoryId: woman.trajectoryId, code: 'dog' })
    await expect(set(woman.worker)).rejects.toThrow(Forbidden)
    await expect(set(await world.member(['coordinator'], world.otherOrgId))).rejects.toThrow(NotFound)
    await set(first)
    await set(second)
    expect(await readNeverAlone(world.context, first, { trajectoryId: woman.trajectoryId })).toMatchObject({
      rule: { code: 'dog', by: 'Eerste' },
    })
    expect(await readGoingIn(world.context, woman.worker, { contactId })).toMatchObject({ neverAlone: 'dog' })
    await expect(goIn()).rejects.toThrow(new Refused('lone-visit-two-needed'))
    const { id } = await goIn({ beside: 'colleague' })
    await out(id)
    await endNeverAlone(world.context, first, { trajectoryId: woman.trajectoryId })
    await expect(endNeverAlone(world.context, first, { trajectoryId: woman.trajectoryId })).rejects.toThrow(
      new Refused('changed-meanwhile'),
    )
    await expect(goIn()).resolves.toBeTruthy()
  })
  test('and out again are hers: nobody goes out or stays longer for her', async () => {
    const { id } = await goIn()
    const other = await runningTrajectory(world)
    await expect(out(id, null, other.worker)).rejects.toThrow(NotFound)
    await expect(out(id, null, first)).rejects.toThrow(Forbidden)
    const elsewhere = await runningTrajectory(world, { orgId: world.otherOrgId })
    await expect(out(id, null, elsewhere.worker)).rejects.toThrow(NotFound)
    await expect(
      extendLoneVisit(world.context, other.worker, { id, version: 1, minutes: 15 }),
    ).rejects.toThrow(NotFound)
    expect(await out(id)).toEqual({ said: 'out' })
    // Pressed twice, or on another phone, it stays as it was.
    expect(await out(id)).toEqual({ said: 'out' })
    expect(await extendLoneVisit(world.context, woman.worker, { id, version: 1, minutes: 15 })).toEqual({
      said: 'over',
    })
    await turn('12:00')
    expect(await alertsOf(id)).toEqual([])
  })
})

describe('the clock', () => {
  test('asks her at the end she gave, calls after the grace, and goes on along the chain', async () => {
    const { id } = await goIn()
    expect(await turn('09:59')).toEqual({ turned: 0 })
    await turn('10:00')
    expect(await mine()).toMatchObject({ standing: 'asked' })
    expect(await messagesOf('are-you-there', `%${id}%`)).toEqual([
      // She gave no address of her own in this house: her page asks her.
    ])
    expect(await alertsOf(id)).toEqual([])
    await turn('10:14')
    expect(await alertsOf(id)).toEqual([])
    await turn('10:15')
    expect(await mine()).toMatchObject({ standing: 'alerted' })
    expect(await stepsOf(id)).toEqual(['raised overdue', 'asked on_call Eerste'])
    const message = await messagesOf('lone-call', `%${(await alertsOf(id))[0].id}%`)
    // About nobody but the colleague who gets it.
    expect(message).toEqual([{ owner_id: first.memberId, person_id: null, channel: 'email' }])
    await turn('10:24')
    expect(await stepsOf(id)).toHaveLength(2)
    await turn('10:25')
    expect((await stepsOf(id)).at(-1)).toBe('asked on_call Tweede')
    const { id: alertId } = await alertOf(id)
    for (const actor of [first, second])
      expect(
        (await readWorklist(world.context, actor, {})).lines.find((line) => line.id === alertId),
      ).toMatchObject({ pressure: 'danger', source: { from: 'lone-alert', because: 'overdue' } })
    await takeUpLoneAlert(world.context, second, { id: alertId })
    await turn('11:30')
    expect((await stepsOf(id)).at(-1)).toBe('taken_up')
  })
  test('writes to her by mail, and by text where there is a gateway, and says nothing in it', async () => {
    await world.owner.query('update member set email_sealed = $2 where id = $1', [
      woman.worker.memberId,
      (await world.owner.query('select email_sealed from member where id = $1', [first.memberId])).rows[0]
        .email_sealed,
    ])
    const { memberId } = await addMember(
      world.context,
      { kind: 'system', orgId: world.orgId, job: 'test' },
      {
        userId: 'met adres',
        name: 'Ans',
        email: 'ans@example.nl',
        roles: ['worker'],
        workerId: (await runningTrajectory(world)).workerId,
        language: 'nl',
      },
    )
    const { rows } = await world.owner.query('select worker_id from member where id = $1', [memberId])
    const actor: MemberActor = { ...woman.worker, memberId, workerId: rows[0].worker_id }
    const { rows: hers } = await world.owner.query(
      `select contact.id from contact join trajectory on trajectory.id = contact.trajectory_id
        where trajectory.worker_id = $1 and contact.state = 'planned' order by number limit 1`,
      [actor.workerId],
    )
    const { id } = await goIn({ contactId: hers[0].id }, actor)
    await turn('10:00')
    await turn('10:01')
    expect(await messagesOf('are-you-there', `%${id}%`)).toEqual([
      { owner_id: memberId, person_id: null, channel: 'email' },
    ])
    expect(await out(id, null, actor)).toEqual({ said: 'out' })
  })
  test('stands the chain down when she is out late, and tells who was asked', async () => {
    const { id } = await goIn()
    await turn('10:20')
    const { id: alertId } = await alertOf(id)
    await out(id)
    expect(await mine()).toMatchObject({ standing: 'out', late: true })
    await turn()
    expect(await alertOf(id)).toMatchObject({ state: 'stood_down', open: false })
    expect((await stepsOf(id)).slice(-2)).toEqual(['stood_down', 'told_over Eerste'])
    expect(await messagesOf('lone-call-over', `%${alertId}%`)).toHaveLength(1)
    await turn('14:00')
    expect(await stepsOf(id)).toHaveLength(4)
    await expect(takeUpLoneAlert(world.context, first, { id: alertId })).rejects.toThrow(
      new Refused('lone-alert-over'),
    )
  })
  test('counts from the new end when she stays longer, once for a button pressed twice', async () => {
    const { id } = await goIn()
    const version = (await mine())?.version ?? 0
    const press = () => extendLoneVisit(world.context, woman.worker, { id, version, minutes: 30 })
    await Promise.all([press(), press()])
    expect((await mine())?.expectedAt.toPlainTime().toString()).toBe('10:30:00')
    await turn('10:44')
    expect(await alertsOf(id)).toEqual([])
    await turn('10:45')
    expect(await alertOf(id)).toMatchObject({ because: 'overdue', state: 'raised' })
    await longer(id, 15)
    await turn()
    expect(await alertOf(id)).toMatchObject({ state: 'stood_down' })
    await turn('11:15')
    expect(await alertOf(id)).toMatchObject({ state: 'raised' })
    expect((await stepsOf(id)).filter((step) => step === 'raised overdue')).toHaveLength(2)
    expect((await stepsOf(id)).at(-1)).toBe('asked on_call Eerste')
  })
  test('that stood still does everything at once when it goes again, and a round that failed does it later', async () => {
    const { id } = await goIn()
    await world.owner.query('revoke insert on lone_alert_step from naast_work')
    const troubles: unknown[] = []
    world.turnTo('2026-11-03T11:00:00+01:00')
    try {
      await turnLoneVisits(
        { organisations: async () => [world.orgId], context: () => world.context },
        { trouble: (error) => troubles.push(error) },
      )
    } finally {
      await world.owner.query('grant insert on lone_alert_step to naast_work')
    }
    expect(troubles).toHaveLength(1)
    // Nothing half done: as if the server had been ended between two steps.
    expect(await alertsOf(id)).toEqual([])
    await Promise.all([turn('11:01'), turn('11:01')])
    expect(await stepsOf(id)).toEqual(['raised overdue', 'asked on_call Eerste'])
  })
  test('looks for Naast itself, in its own organisation, and at nothing else', async () => {
    const { id } = await goIn()
    await expect(turnLoneVisit(world.context, first, { id })).rejects.toThrow(Forbidden)
    await expect(findLoneVisitsDue(world.context, woman.worker, {})).rejects.toThrow(Forbidden)
    const elsewhere = { kind: 'system', orgId: world.otherOrgId, job: 'test' } as const
    await expect(turnLoneVisit(world.context, elsewhere, { id })).rejects.toThrow(NotFound)
    world.turnTo('2026-11-03T12:00:00+01:00')
    expect(await findLoneVisitsDue(world.context, elsewhere, {})).toEqual({ ids: [] })
  })
  test('asks everybody where nobody is on call, says when nobody is left, and passes over who may not know', async () => {
    world.turnTo('2026-12-10T09:00:00+01:00')
    const { rows } = await world.owner.query('select referral_id from trajectory where id = $1', [
      woman.trajectoryId,
    ])
    await setFileLock(world.context, second, {
      fileId: rows[0].referral_id,
      against: { kind: 'member', id: first.memberId },
      words: 'Zij kent hem.',
    })
    const { id } = await goIn()
    world.turnTo('2026-12-10T10:15:00+01:00')
    await turn()
    const [alert] = await alertsOf(id)
    await expect(readLoneAlert(world.context, first, { id: alert.id })).rejects.toThrow(NotFound)
    const page = await readLoneAlert(world.context, second, { id: alert.id })
    expect(page.steps.map(({ kind, asked }) => [kind, asked].filter(Boolean).join(' '))).toEqual([
      'raised',
      'nobody_on_call',
      'asked Tweede',
    ])
    world.turnTo('2026-12-10T10:25:00+01:00')
    await turn()
    const later = await readLoneAlert(world.context, second, { id: alert.id })
    expect(later.steps.at(-1)?.kind).toBe('nobody_left')
    expect((await listLoneVisits(world.context, first, {})).alerts.map((one) => one.id)).not.toContain(
      alert.id,
    )
  })
})

describe('her words', () => {
  test('are hers to choose, are kept as hashes only, and are not changed while she is inside', async () => {
    await expect(setLoneWords(world.context, first, { safe: 'Tulp', duress: 'Zon' })).rejects.toThrow(
      Forbidden,
    )
    await expect(
      setLoneWords(world.context, woman.worker, { safe: 'Tulp', duress: 'Tulpen' }),
    ).rejects.toThrow(Invalid)
    await words()
    const { rows } = await world.owner.query('select * from lone_words where worker_id = $1', [
      woman.workerId,
    ])
    expect(JSON.stringify(rows)).not.toMatch(/tulp|zonnebloem/i)
    expect(rows[0].duress_hash).toMatch(/^\$argon2id\$/)
    const { id } = await goIn()
    await expect(words()).rejects.toThrow(new Refused('lone-visit-running'))
    await expect(out(id)).rejects.toThrow(Invalid)
    expect(await out(id, ' tulp ')).toEqual({ said: 'out' })
  })
  test('that are not hers end nothing, and the fifth calls', async () => {
    await words()
    const { id } = await goIn()
    for (let times = 0; times < 4; times += 1)
      expect(await out(id, 'roos')).toEqual({ said: 'not-that-word' })
    await turn()
    expect(await alertsOf(id)).toEqual([])
    expect(await longer(id, 15, 'roos')).toEqual({ said: 'not-that-word' })
    await turn()
    expect(await alertOf(id)).toMatchObject({ because: 'wrong_words' })
    expect(await mine()).toMatchObject({ standing: 'alerted' })
    await out(id, 'tulp')
    await turn()
    expect(await alertOf(id)).toMatchObject({ state: 'stood_down' })
  })
  test('the other one calls at once, in either button, out already or not, and nothing that she does ends it', async () => {
    await words()
    const { id } = await goIn()
    expect(await longer(id, 15, 'zonnebloem')).toEqual({ said: 'longer' })
    await turn()
    expect(await alertOf(id)).toMatchObject({ because: 'duress', state: 'raised' })
    expect(await stepsOf(id)).toEqual(['raised duress', 'asked on_call Eerste'])
    expect(await out(id, 'tulp')).toEqual({ said: 'out' })
    await turn('09:05')
    expect(await alertOf(id)).toMatchObject({ because: 'duress', state: 'raised' })
    const alert = await alertOf(id)
    await takeUpLoneAlert(world.context, first, { id: alert.id })
    const taken = await alertOf(id)
    await closeLoneAlert(world.context, first, {
      id: alert.id,
      version: taken.version,
      outcome: 'spoke_with_her',
    })
    // A page that was still open somewhere.
    expect(await out(id, 'Zonnebloem')).toEqual({ said: 'out' })
    await turn()
    expect(await alertOf(id)).toMatchObject({ because: 'duress', state: 'raised', outcome: null })
  })
  test('are answered alike, and nothing that she may read differs after one or the other', async () => {
    const seen: string[] = []
    for (const word of ['tulp', 'zonnebloem']) {
      world.turnTo(testMorning)
      woman = await runningTrajectory(world)
      contactId = await plannedContact(woman.trajectoryId)
      await words()
      const { id } = await goIn()
      await turn('10:20')
      const said = await out(id, word)
      await turn('10:21')
      const page = await readMyLoneVisit(world.context, woman.worker, {})
      const { rows } = await world.owner.query(
        `select event, outcome, detail, access_basis from audit_event where actor_id = $1 order by at, id`,
        [woman.worker.memberId],
      )
      seen.push(
        JSON.stringify({ said, page, rows }, (key, value) => (/^(id|contactId)$/.test(key) ? '·' : value)),
      )
      await expect(listLoneVisits(world.context, woman.worker, {})).rejects.toThrow(Forbidden)
    }
    expect(seen[0]).toBe(seen[1])
    // The other word of somebody who was called for already: who was asked is asked on.
    const { rows } = await world.owner.query(`select id from lone_visit where worker_id = $1`, [
      woman.workerId,
    ])
    expect(await alertOf(rows[0].id)).toMatchObject({ because: 'duress', state: 'raised', standing: 'out' })
    expect(await messagesOf('lone-call-over', `%${(await alertsOf(rows[0].id))[0].id}%`)).toEqual([])
  })
  test('say nothing to herself, whatever else she is', async () => {
    await words()
    const { id } = await goIn()
    await out(id, 'zonnebloem')
    await turn()
    const [alert] = await alertsOf(id)
    const roles = ['worker', 'coordinator', 'safeguarding_lead', 'privacy_officer'] as const
    await world.owner.query('update member set roles = $2 where id = $1', [woman.worker.memberId, roles])
    const all: MemberActor = { ...woman.worker, roles }
    await expect(readLoneAlert(world.context, all, { id: alert.id })).rejects.toThrow(NotFound)
    await expect(takeUpLoneAlert(world.context, all, { id: alert.id })).rejects.toThrow(NotFound)
    expect((await listLoneVisits(world.context, all, {})).alerts.map((one) => one.id)).not.toContain(alert.id)
    expect((await readWorklist(world.context, all, {})).lines.map((line) => line.id)).not.toContain(alert.id)
    world.turnTo('2026-11-03T09:40:00+01:00')
    await turn()
    const { rows } = await world.owner.query(
      'select asked_id from lone_alert_step where lone_alert_id = $1',
      [alert.id],
    )
    expect(rows.map(({ asked_id }) => asked_id)).not.toContain(woman.worker.memberId)
  })
})

describe('where she is', () => {
  test('is for the one who took it up and says why, is told, and is looked at by somebody else', async () => {
    const { id: visitId } = await goIn({ where: 'Achterom, tweede deur' })
    await turn('10:15')
    const { id } = await alertOf(visitId)
    const open = (actor: MemberActor) =>
      openLoneAddress(world.context, actor, { id, because: 'she_does_not_answer' })
    await expect(open(first)).rejects.toThrow(new Refused('lone-alert-not-yours'))
    await takeUpLoneAlert(world.context, first, { id })
    await expect(open(second)).rejects.toThrow(new Refused('lone-alert-not-yours'))
    for (const actor of [manager, officer, woman.worker]) await expect(open(actor)).rejects.toThrow(Forbidden)
    await expect(open(await world.member(['coordinator'], world.otherOrgId))).rejects.toThrow(NotFound)
    expect((await alertOf(visitId)).opened).toBeNull()
    await open(first)
    expect((await alertOf(visitId)).opened).toMatchObject({
      name: 'Semira Achternaam',
      address: { street: 'Lindelaan' },
      where: 'Achterom, tweede deur',
    })
    expect((await readLoneAlert(world.context, second, { id })).opened).toBeNull()
    expect(await messagesOf('file-opened', `lone-address|${id}|%`)).toHaveLength(1)
    const { rows } = await world.owner.query(
      `select access_basis, detail, person_ids from audit_event where event = 'open-lone-address' and outcome = 'success'`,
    )
    expect(rows.at(-1)).toMatchObject({
      access_basis: 'emergency',
      detail: { because: 'she_does_not_answer' },
    })
    expect(rows.at(-1).person_ids).toContain(woman.motherId)

    const line = (await readWorklist(world.context, officer, {})).lines.find((one) => one.id === id)
    expect(line).toMatchObject({ name: null, source: { from: 'lone-opening' } })
    const opening = await readLoneOpening(world.context, officer, { id })
    expect(opening).toMatchObject({ openings: [{ by: 'Eerste', code: 'she_does_not_answer' }], review: null })
    expect(JSON.stringify(opening)).not.toContain('Lindelaan')
    const review = (actor: MemberActor) =>
      reviewLoneOpening(world.context, actor, { id, outcome: 'justified' })
    await expect(review(second)).rejects.toThrow(Forbidden)
    await expect(review(await world.member(['privacy_officer'], world.otherOrgId))).rejects.toThrow(NotFound)
    const both: MemberActor = { ...first, roles: ['coordinator', 'privacy_officer'] }
    await world.owner.query('update member set roles = $2 where id = $1', [first.memberId, both.roles])
    await expect(review(both)).rejects.toThrow(new Refused('glass-own'))
    await world.owner.query('update member set roles = $2 where id = $1', [first.memberId, ['coordinator']])
    await review(officer)
    await expect(review(officer)).rejects.toThrow(new Refused('glass-reviewed-already'))

    await out(visitId)
    await turn()
    expect((await alertOf(visitId)).opened).toBeNull()
  })
  test('goes over to who takes over, who opens it anew; an alert is closed by who took it up', async () => {
    const { id: visitId } = await goIn()
    await turn('10:15')
    const { id, version } = await alertOf(visitId)
    const close = (of: number) =>
      closeLoneAlert(world.context, first, { id, version: of, outcome: 'someone_went' })
    await expect(close(version)).rejects.toThrow(new Refused('lone-alert-take-up-first'))
    await takeUpLoneAlert(world.context, second, { id })
    await openLoneAddress(world.context, second, { id, because: 'someone_goes_there' })
    await takeUpLoneAlert(world.context, first, { id })
    expect((await alertOf(visitId)).opened).toBeNull()
    expect((await readLoneAlert(world.context, second, { id })).opened).toBeNull()
    await expect(close(version)).rejects.toThrow(new Refused('changed-meanwhile'))
    await close((await alertOf(visitId)).version)
    expect(await alertOf(visitId)).toMatchObject({ state: 'closed', outcome: 'someone_went' })
    await turn('12:00')
    expect(await alertOf(visitId)).toMatchObject({ state: 'closed' })
  })
})

describe('a programme that asks it', () => {
  test('lets a visit be written down without it, and shows her coordinator that it wasn’t said', async () => {
    const there = await runningTrajectory(world, { programmeId: memosa.id })
    const planned = await plannedContact(there.trajectoryId)
    expect(await readGoingIn(world.context, there.worker, { contactId: planned })).toMatchObject({
      asked: 'required',
    })
    await world.owner.query(
      `update contact set state = 'done', mode = 'home', done_on = '2026-11-02', minutes = 60, worker_id = $2 where id = $1`,
      [planned, there.workerId],
    )
    const { unannounced } = await listLoneVisits(world.context, first, {})
    expect(unannounced).toMatchObject([{ workerId: there.workerId, visits: 1, name: 'Ans Bezoekster' }])
    const lines = async () =>
      (await readWorklist(world.context, first, {})).lines.filter(
        ({ source }) => source.from === 'unannounced',
      )
    expect(await lines()).toMatchObject([{ id: there.workerId, pressure: 'waiting' }])
    world.turnTo('2026-11-10')
    expect(await lines()).toEqual([])
  })
})

test('the number of who is on call is set by who keeps the list, and stands on her page', async () => {
  await expect(setOnCallNumber(world.context, woman.worker, { phone: '+31612345678' })).rejects.toThrow(
    Forbidden,
  )
  await expect(setOnCallNumber(world.context, first, { phone: 'bel maar' })).rejects.toThrow(Invalid)
  await setOnCallNumber(world.context, first, { phone: '+31101234567' })
  expect(await readMyLoneVisit(world.context, woman.worker, {})).toMatchObject({
    onCallPhone: '+31101234567',
  })
  const elsewhere = await runningTrajectory(world, { orgId: world.otherOrgId })
  expect(await readMyLoneVisit(world.context, elsewhere.worker, {})).toMatchObject({ onCallPhone: null })
})
