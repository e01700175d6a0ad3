import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { MemberActor } from '#domain/member/actor.ts'
import type { referralSubmission } from '#domain/referral/referral-submission.ts'
import { programmes } from '#programmes/registry.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { completeIntake } from '#usecases/intake/complete-intake.ts'
import { readIntake } from '#usecases/intake/read-intake.ts'
import { saveIntake } from '#usecases/intake/save-intake.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

type Child = z.input<typeof referralSubmission>['child']
/** A woman whose referral was accepted: her intake can begin. */
async function accepted(child: Child = { bornOn: '2026-09-20', firstChild: 'yes' }) {
  const { referralId } = await submitReferral(world.context, world.visitor('professional'), {
    channel: 'professional_form',
    submission: {
      mother: { name: { given: 'Selam', family: 'Tesfay' }, phone: '+31612345678', languages: ['ti'] },
      child,
      facts: { lowSupport: 'yes' },
      agreed: true,
      referrer: { kind: 'jgz', email: 'jgz@example.nl' },
      programmeId: programmes[0]?.id ?? null,
    },
  })
  const { trajectoryId } = await acceptReferral(world.context, coordinator, {
    id: referralId,
    version: 1,
    programmeId: programmes[0]?.id ?? '',
  })
  const { rows } = await world.owner.query('select person_id from trajectory where id = $1', [trajectoryId])
  return { trajectoryId, personId: String(rows[0].person_id) }
}
const agreeContact = (personId: string) =>
  setSafeContact(world.context, coordinator, {
    personId,
    basedOn: null,
    terms: {
      channels: ['phone'],
      hours: null,
      pickedUpBy: 'only_herself',
      voicemail: 'never',
      neverAtHome: false,
    },
  })
async function askable(child?: Child) {
  const one = await accepted(child)
  await agreeContact(one.personId)
  return one
}
const open = (trajectoryId: string, actor = coordinator) => readIntake(world.context, actor, { trajectoryId })
const everything = {
  firstChild: true,
  insecure: true,
  multipleSeriousProblems: false,
  currentPartnerViolence: false,
}
const allConsents = { 'C-2': 'yes', 'C-3': 'yes', 'C-5': 'yes', 'C-7': 'no' } as const
const save = (
  trajectoryId: string,
  version: number,
  facts: Record<string, boolean | null> = everything,
  more: { bornOn?: string | null; consents?: typeof allConsents | object; actor?: MemberActor } = {},
) =>
  saveIntake(world.context, more.actor ?? coordinator, {
    trajectoryId,
    version,
    answers: {
      child: { given: 'Y.', bornOn: more.bornOn === undefined ? '2026-09-20' : more.bornOn, dueOn: null },
      facts,
    },
    consents: { answers: more.consents ?? allConsents, shareWith: ['midwife'], how: 'spoken' },
  })
const complete = (
  trajectoryId: string,
  version: number,
  conclusion: 'waiting_list' | 'not_eligible' = 'waiting_list',
  more: { exceptionReason?: string; redirectTo?: string } = {},
) => completeIntake(world.context, coordinator, { trajectoryId, version, conclusion, ...more })
const trajectory = async (id: string) =>
  (await world.owner.query('select * from trajectory where id = $1', [id])).rows[0]
const decision = async (id: string) =>
  (await world.owner.query('select * from eligibility_decision where trajectory_id = $1', [id])).rows[0]

describe('an intake', () => {
  test('is for coordinators of this organisation', async () => {
    const { trajectoryId } = await askable()
    for (const role of ['worker', 'administrator', 'referrer', 'safeguarding_lead'] as const) {
      const other = await world.member([role])
      await expect(open(trajectoryId, other)).rejects.toThrow(Forbidden)
      await expect(save(trajectoryId, 0, everything, { actor: other })).rejects.toThrow(Forbidden)
    }
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(open(trajectoryId, stranger)).rejects.toThrow(NotFound)
    await expect(save(trajectoryId, 0, everything, { actor: stranger })).rejects.toThrow(NotFound)
  })
  test('asks nothing before it is known how to reach her, or when that is too long ago', async () => {
    const { trajectoryId, personId } = await accepted()
    expect((await open(trajectoryId)).mayAsk).toBe('safe-contact-first')
    await expect(save(trajectoryId, 0)).rejects.toMatchObject({ code: 'safe-contact-first' })
    await agreeContact(personId)
    expect((await open(trajectoryId)).mayAsk).toBe(true)
    world.turnTo('2027-02-02')
    await expect(save(trajectoryId, 0)).rejects.toMatchObject({ code: 'safe-contact-first' })
    world.turnTo('2026-11-03')
  })
  test('begins with the answers of the referral', async () => {
    const { trajectoryId } = await askable()
    const intake = await open(trajectoryId)
    expect(intake).toMatchObject({ version: 0, answers: { facts: { firstChild: true, lowSupport: true } } })
    expect(intake.answers.child.bornOn?.toString()).toBe('2026-09-20')
    expect(intake.eligibility).toMatchObject({
      outcome: 'ask',
      ask: ['multipleSeriousProblems', 'currentPartnerViolence'],
    })
  })
  test('is kept as it goes, sealed under her key, with her answers in the consent register', async () => {
    const { trajectoryId } = await askable()
    expect(
      await save(trajectoryId, 0, { insecure: true, firstChild: null }, { consents: { 'C-2': 'yes' } }),
    ).toEqual({
      version: 1,
    })
    await save(trajectoryId, 1)
    const intake = await open(trajectoryId)
    expect(intake).toMatchObject({ version: 2, state: 'open', answers: { facts: everything } })
    expect(intake.eligibility.outcome).toBe('eligible')
    expect(intake.consents.missing).toEqual([])
    expect(intake.consents.live).toEqual(
      expect.arrayContaining([
        { code: 'C-5', state: 'given', party: null },
        { code: 'C-7', state: 'refused', party: null },
        { code: 'C-6', state: 'given', party: 'midwife' },
      ]),
    )
    const { rows } = await world.owner.query(
      `select count(*)::int as times from consent where trajectory_id = $1 and code = 'C-2'`,
      [trajectoryId],
    )
    expect(rows[0].times).toBe(1)
    const { rows: kept } = await world.owner.query('select i::text as all from intake i')
    for (const { all } of kept) expect(all).not.toContain(Buffer.from('insecure').toString('hex'))
  })
  test('takes a consent back, and never refuses a notice', async () => {
    const { trajectoryId } = await askable()
    await save(trajectoryId, 0)
    await save(trajectoryId, 1, everything, { consents: { 'C-5': 'no', 'C-3': 'no' } })
    const { live, missing } = (await open(trajectoryId)).consents
    expect(live).toEqual(expect.arrayContaining([{ code: 'C-5', state: 'withdrawn', party: null }]))
    expect(missing).toEqual([])
  })
  test('lets nobody write over what she did not see', async () => {
    const { trajectoryId } = await askable()
    const both = await Promise.allSettled([save(trajectoryId, 0), save(trajectoryId, 0)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(save(trajectoryId, 0)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })
  test('refuses what can’t be, by field', async () => {
    const { trajectoryId } = await askable()
    await expect(save(trajectoryId, 0, everything, { bornOn: '2027-01-01' })).rejects.toMatchObject({
      fields: { 'answers.child.bornOn': 'day-to-come' },
    })
    await expect(save(trajectoryId, 0, { shoeSize: true })).rejects.toMatchObject({
      code: 'field-outside-programme',
    })
  })
})

describe('the end of an intake', () => {
  test('refuses while something is open', async () => {
    const { trajectoryId } = await askable()
    await expect(complete(trajectoryId, 0)).rejects.toMatchObject({ code: 'intake-not-saved' })
    await save(trajectoryId, 0, { firstChild: true })
    await expect(complete(trajectoryId, 1)).rejects.toMatchObject({ code: 'eligibility-open' })
    await save(trajectoryId, 1, everything, { consents: {} })
    await expect(complete(trajectoryId, 1)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })
  test('refuses without her own agreement', async () => {
    const { trajectoryId } = await askable()
    await save(trajectoryId, 0, everything, { consents: { 'C-3': 'yes' } })
    await expect(complete(trajectoryId, 1)).rejects.toMatchObject({ code: 'consent-missing' })
  })
  test('puts her on the waiting list, and gives her child a file of its own', async () => {
    const { trajectoryId, personId } = await askable()
    await save(trajectoryId, 0)
    await expect(complete(trajectoryId, 1, 'not_eligible')).rejects.toMatchObject({ code: 'is-eligible' })
    expect(await complete(trajectoryId, 1)).toEqual({ state: 'waiting' })
    const row = await trajectory(trajectoryId)
    expect(row).toMatchObject({ state: 'waiting', waiting_since: expect.anything() })
    const { rows } = await world.owner.query(
      `select p.kind, m.relation, m.household_id from household_member m join person p on p.id = m.person_id
       where p.id in ($1, $2) order by p.kind`,
      [row.child_id, personId],
    )
    expect(rows).toMatchObject([
      { kind: 'child', relation: 'child' },
      { kind: 'mother', relation: 'mother' },
    ])
    expect(rows[0].household_id).toBe(rows[1].household_id)
    expect(await decision(trajectoryId)).toMatchObject({
      outcome: 'eligible',
      decided_by: coordinator.memberId,
      exception_rule: null,
      results: expect.arrayContaining([expect.objectContaining({ met: true, prov: 'source_text' })]),
    })
    const intake = await open(trajectoryId)
    expect(intake).toMatchObject({
      state: 'done',
      mayAsk: 'intake-decided',
      decision: { outcome: 'eligible' },
    })
    await expect(save(trajectoryId, intake.version)).rejects.toMatchObject({ code: 'intake-decided' })
    await expect(complete(trajectoryId, intake.version)).rejects.toMatchObject({ code: 'intake-decided' })
    const measures = await world.owner.query('select moment from measure where trajectory_id = $1', [
      trajectoryId,
    ])
    expect(measures.rows).toContainEqual({ moment: 'T0' })
  })
  test('makes an exception for a reason that is kept', async () => {
    const { trajectoryId } = await askable()
    await save(trajectoryId, 0, { ...everything, firstChild: false })
    await expect(complete(trajectoryId, 1)).rejects.toMatchObject({
      fields: { exceptionReason: 'exception-needs-reason' },
    })
    const reason = 'Haar oudste is veertien en woont bij haar zus.'
    await complete(trajectoryId, 1, 'waiting_list', { exceptionReason: reason })
    expect(await decision(trajectoryId)).toMatchObject({
      outcome: 'exception',
      exception_rule: expect.any(String),
    })
    expect((await open(trajectoryId)).decision?.exceptionReason).toBe(reason)
    expect(JSON.stringify(await decision(trajectoryId))).not.toContain('oudste')
  })
  test('closes what this programme is not for, with where she is helped instead', async () => {
    const { trajectoryId } = await askable()
    await save(trajectoryId, 0, { ...everything, currentPartnerViolence: true })
    await expect(complete(trajectoryId, 1)).rejects.toMatchObject({ code: 'not-eligible' })
    await expect(complete(trajectoryId, 1, 'not_eligible', { redirectTo: 'the_moon' })).rejects.toMatchObject(
      {
        fields: { redirectTo: 'choose-one' },
      },
    )
    const [place] = (await open(trajectoryId)).eligibility.redirect
    expect(await complete(trajectoryId, 1, 'not_eligible', { redirectTo: place?.id ?? '' })).toEqual({
      state: 'closed',
    })
    expect(await trajectory(trajectoryId)).toMatchObject({
      state: 'closed',
      closure_reason: 'not_eligible',
      child_id: null,
    })
    expect(await decision(trajectoryId)).toMatchObject({ outcome: 'not_eligible', redirected_to: place?.id })
    const closures = await world.owner.query(
      'select reason_code, result from closure where trajectory_id = $1',
      [trajectoryId],
    )
    expect(closures.rows).toEqual([{ reason_code: 'not_eligible', result: 'not_started' }])
  })
  test('is decided once, however often it is sent', async () => {
    const { trajectoryId } = await askable()
    await save(trajectoryId, 0)
    const key = world.context.newId()
    const send = () =>
      completeIntake(
        world.context,
        coordinator,
        { trajectoryId, version: 1, conclusion: 'waiting_list' },
        { key },
      )
    expect(await Promise.all([send(), send(), send()])).toEqual(Array(3).fill({ state: 'waiting' }))
    const { rows } = await world.owner.query(
      'select count(*)::int as times from eligibility_decision where trajectory_id = $1',
      [trajectoryId],
    )
    expect(rows[0].times).toBe(1)
  })
})

describe('the list of open intakes', () => {
  test('has her until her intake was decided, with the day by which the programme wants it', async () => {
    const { trajectoryId } = await askable()
    const hers = async () =>
      (await readWorklist(world.context, coordinator, {})).lines.find(({ id }) => id === trajectoryId)
    expect(await hers()).toMatchObject({
      name: 'Selam Tesfay',
      pressure: 'due',
      source: { from: 'intake', late: false },
    })
    await save(trajectoryId, 0)
    await completeIntake(world.context, coordinator, {
      trajectoryId,
      version: 1,
      conclusion: 'waiting_list',
    })
    expect((await hers())?.source.from).not.toBe('intake')
  })
})
