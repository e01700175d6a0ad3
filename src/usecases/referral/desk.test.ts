import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { MemberActor } from '#domain/member/actor.ts'
import type { referralSubmission } from '#domain/referral/referral-submission.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { addHelpOffer } from '#usecases/network/add-help-offer.ts'
import { registerNetworkOrganisation } from '#usecases/network/register-network-organisation.ts'
import { importPostcodes } from '#usecases/postcode/import-postcodes.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { answerFollowUp } from '#usecases/referral/answer-follow-up.ts'
import { decideReferral } from '#usecases/referral/decide-referral.ts'
import { listReferrals, mostOnPage } from '#usecases/referral/list-referrals.ts'
import { readReferral } from '#usecases/referral/read-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { linkReferrer } from '#usecases/referrer/link-referrer.ts'
import { listReferrers } from '#usecases/referrer/list-referrers.ts'
import { recordTraining } from '#usecases/referrer/record-training.ts'
import { finishTask } from '#usecases/task/finish-task.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let elsewhere: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, memosa, mvr])
  coordinator = await world.member(['coordinator'])
  elsewhere = await world.member(['coordinator'], world.otherOrgId)
  const administrator = await world.member(['administrator'])
  await importPostcodes(world.context, administrator, {
    codesYear: 2026,
    rows: [
      { postcode: '3011', place: 'Rotterdam', lat: 51.9, lon: 4.5, municipality: 'GM0599', district: null },
      { postcode: '2512', place: 'Den Haag', lat: 52.1, lon: 4.3, municipality: 'GM0518' },
    ],
  })
})
afterAll(() => world.close())
beforeEach(() => world.turnTo('2026-11-03'))

type Submission = z.input<typeof referralSubmission>
const woman = (changed: Partial<Submission> = {}): Submission => ({
  mother: {
    name: { given: 'Selam', family: 'Tesfay' },
    phone: '+31612345601',
    address: { postcode: '3011AB' },
    languages: ['ti'],
  },
  child: { bornOn: '2026-09-20', firstChild: 'yes' },
  facts: { lowSupport: 'yes' },
  agreed: true,
  referrer: { kind: 'midwife', name: 'V. Roedvrouw', email: 'praktijk@example.nl' },
  ...changed,
})
const refer = async (changed: Partial<Submission> = {}, actor = world.visitor('professional')) =>
  (await submitReferral(world.context, actor, { channel: 'professional_form', submission: woman(changed) }))
    .referralId
const decide = (id: string, decision: Parameters<typeof decideReferral>[2]['decision'], version = 1) =>
  decideReferral(world.context, coordinator, { id, version, note: null, decision })
const tasksOf = async (referralId: string) =>
  (
    await world.owner.query<{
      id: string
      kind: string
      reason_code: string
      due_on: unknown
      done: boolean
    }>(
      `select id, kind, reason_code, due_on::text as due_on, done_at is not null as done
       from task where referral_id = $1 order by created_at`,
      [referralId],
    )
  ).rows
const messagesOf = async (referralId: string) =>
  (
    await world.owner.query<{ kind: string }>(
      `select kind from message where referral_id = $1 order by kind`,
      [referralId],
    )
  ).rows.map(({ kind }) => kind)

describe('an acute referral', () => {
  test('stands first, is due today, and no number of others pushes it off the list', async () => {
    for (let at = 0; at < 3; at += 1) await refer()
    const acute = await refer({ facts: { acuteDanger: 'yes' } })
    const [first] = (await listReferrals(world.context, coordinator, {})).referrals
    expect(first).toMatchObject({ id: acute, acute: true })
    expect(first?.contactDueOn.toString()).toBe('2026-11-03')
    // As many others as fill a page, received before her.
    await world.owner.query(
      `insert into referral select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
         'urgency', 'normal', 'received_at', r.received_at - n * interval '1 minute'))).*
       from referral r, generate_series(1, $1::int) n where r.id = $2`,
      [mostOnPage, acute],
    )
    const second = await refer({ facts: { acuteDanger: 'yes' } })
    const page = await listReferrals(world.context, coordinator, {})
    expect(page.referrals.slice(0, 2).map(({ id }) => id)).toEqual([acute, second])
    expect(page).toMatchObject({ acute: 2 })
    expect(page.referrals).toHaveLength(2 + mostOnPage)
    expect(page.others).toBeGreaterThan(mostOnPage)
    // The rest is on the next pages, each once, and none of the acute again.
    const rest = await listReferrals(world.context, coordinator, { after: page.next })
    expect(rest).toMatchObject({ acute: 0, next: null, others: page.others })
    const ids = [...page.referrals, ...rest.referrals].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(page.others + 2)
    await world.owner.query(`delete from referral where received_at < $1 and urgency = 'normal'`, [
      '2026-11-03T08:00:00Z',
    ])
  })
  test('has a clock that does not stop for a question', async () => {
    const id = await refer({ facts: { acuteDanger: 'yes' } })
    await decide(id, { decision: 'ask-for-information' })
    const seen = await readReferral(world.context, coordinator, { id })
    expect(seen).toMatchObject({ state: 'needs_info', pausedOn: null })
  })
})

describe('the clock', () => {
  test('stands still over a weekend without giving days, and counts what was waited', async () => {
    world.turnTo('2026-11-06')
    const id = await refer()
    const before = (await readReferral(world.context, coordinator, { id })).contactDueOn
    await decide(id, { decision: 'ask-for-information' })
    world.turnTo('2026-11-08')
    await decide(id, { decision: 'note-information' }, 2)
    expect((await readReferral(world.context, coordinator, { id })).contactDueOn).toEqual(before)
    await decide(id, { decision: 'ask-for-information' }, 3)
    world.turnTo('2026-11-11')
    await acceptReferral(world.context, coordinator, { id, version: 4, programmeId: mim.id })
    const { rows } = await world.owner.query('select paused_working_days from referral where id = $1', [id])
    expect(rows[0].paused_working_days).toBe(3)
  })
})

describe('the desk', () => {
  test('weighs every programme, the best fit first, each with its reasons', async () => {
    const seen = await readReferral(world.context, coordinator, { id: await refer() })
    expect(seen.fits.map(({ programme }) => programme.id).sort()).toEqual([memosa.id, mim.id, mvr.id].sort())
    expect(seen.fits[0]?.programme.id).toBe(mim.id)
    const rank = { eligible: 0, ask: 1, exception_possible: 2, not_eligible: 3 }
    const ranks = seen.fits.map(({ outcome }) => rank[outcome])
    expect(ranks).toEqual([...ranks].sort())
    for (const fit of seen.fits) expect(fit.results.length).toBe(fit.programme.eligibility.length)
  })
  test('says that a programme does not work where she lives', async () => {
    const id = await refer({
      mother: { name: { given: 'Aster' }, address: { postcode: '2512AB' } },
      child: { dueOn: '2027-03-01', firstChild: 'yes' },
    })
    const fit = (await readReferral(world.context, coordinator, { id })).fits.find(
      ({ programme }) => programme.id === mvr.id,
    )
    expect(fit).toMatchObject({ inArea: false, outcome: 'not_eligible' })
    const unknown = await refer({ mother: { name: { given: 'Aster' } } })
    const later = (await readReferral(world.context, coordinator, { id: unknown })).fits.find(
      ({ programme }) => programme.id === mvr.id,
    )
    expect(later?.inArea).toBeNull()
  })
  test('gives advice only, and then nothing is asked after', async () => {
    const id = await refer()
    await decide(id, { decision: 'advise' })
    expect(await readReferral(world.context, coordinator, { id })).toMatchObject({
      state: 'advised',
      followUps: [],
    })
  })
})

describe('sent elsewhere', () => {
  const offer = async (actor = coordinator) => {
    const { id } = await registerNetworkOrganisation(world.context, actor, {
      organisation: { name: `Wijkteam ${Math.random()}`, kind: 'neighbourhood_team', contact: {} },
    })
    return (
      await addHelpOffer(world.context, actor, {
        networkOrganisationId: id,
        offer: { category: 'money', target: 'families', waitingWeeks: 2 },
      })
    ).id
  }
  const redirected = async (changed: Partial<Submission> = {}) => {
    const id = await refer({ programmeId: mim.id, ...changed })
    await decide(id, { decision: 'redirect', code: 'neighbourhood_team', helpOfferId: await offer() })
    return id
  }
  const answer = (id: string, answered: Partial<Parameters<typeof answerFollowUp>[2]> = {}) =>
    answerFollowUp(world.context, coordinator, {
      id,
      answer: 'started',
      withWhom: null,
      referrerMayHear: null,
      ...answered,
    })

  test('is not for another role or organisation to ask after, nor where nobody was sent', async () => {
    const id = await redirected()
    const input = { id, answer: 'started', withWhom: null, referrerMayHear: null } as const
    for (const role of ['worker', 'referrer', 'administrator', 'programme_manager'] as const)
      await expect(answerFollowUp(world.context, await world.member([role]), input)).rejects.toThrow(
        Forbidden,
      )
    await expect(answerFollowUp(world.context, elsewhere, input)).rejects.toThrow(NotFound)
    await expect(answer(await refer())).rejects.toMatchObject({ code: 'follow-up-not-open' })
  })
  test('to an offer of another organisation’s list is refused', async () => {
    const id = await refer()
    await expect(
      decide(id, { decision: 'redirect', code: 'other', helpOfferId: await offer(elsewhere) }),
    ).rejects.toThrow(NotFound)
  })
  test('is asked after in thirty days, by a task that only the answer ends', async () => {
    const id = await redirected()
    const [task] = await tasksOf(id)
    expect(task).toMatchObject({ reason_code: 'check-help-started', due_on: '2026-12-03', done: false })
    await expect(
      finishTask(world.context, coordinator, { id: task?.id ?? '', ending: 'not_needed' }),
    ).rejects.toMatchObject({ code: 'task-asks-an-answer' })
    world.turnTo('2026-12-03')
    await answer(id, { withWhom: 'de balie van het wijkteam' })
    expect((await tasksOf(id)).map(({ done }) => done)).toEqual([true])
    expect((await readReferral(world.context, coordinator, { id })).followUps).toMatchObject([
      { answer: 'started', withWhom: 'de balie van het wijkteam', told: 'not-told' },
    ])
    await expect(answer(id)).rejects.toMatchObject({ code: 'follow-up-not-open' })
  })
  test('MV-F10: and not asked by day thirty, its programme’s rule stands on the worklist until somebody heard', async () => {
    const id = await redirected({ programmeId: mvr.id })
    const [task] = await tasksOf(id)
    const line = async (actor = coordinator) =>
      (await readWorklist(world.context, actor, {})).lines.find((one) => one.id === task?.id)
    const late = async () =>
      (await readReferral(world.context, coordinator, { id })).followUps.find(({ answer: no }) => no === null)
        ?.late
    const rule = mvr.fidelity.find((one) => one.id === 'MV-F10')
    world.turnTo('2026-12-03')
    expect(await line()).toMatchObject({ pressure: 'due', source: { from: 'task', rule: null } })
    expect(await late()).toBeNull()
    world.turnTo('2026-12-04')
    expect(await line()).toMatchObject({ pressure: 'urgent', source: { rule: rule?.message } })
    expect(await late()).toEqual(rule?.message)
    // Who doesn't answer for it sees the task, and no rule.
    const lead = await world.member(['safeguarding_lead'])
    expect(await line(lead)).toMatchObject({ source: { rule: null } })
    expect((await readWorklist(world.context, elsewhere, {})).lines.some((one) => one.id === task?.id)).toBe(
      false,
    )
    // Nobody was reached, so nobody knows: asked again, and it stands on from the day she was sent.
    await answer(id, { answer: 'not_reached', askAgain: true })
    world.turnTo('2026-12-11')
    expect(await late()).toEqual(rule?.message)
    await answer(id, { answer: 'started' })
    expect(await late()).toBeUndefined()
    expect((await tasksOf(id)).map(({ done }) => done)).toEqual([true, true])
  })
  test('of a programme without such a rule is a task and nothing more', async () => {
    const id = await redirected()
    const [task] = await tasksOf(id)
    world.turnTo('2027-01-03')
    const { lines } = await readWorklist(world.context, coordinator, {})
    expect(lines.find((one) => one.id === task?.id)).toMatchObject({ source: { rule: null } })
  })
  test('and not reached is asked once more, in a week', async () => {
    const id = await redirected()
    await answer(id, { answer: 'not_reached', askAgain: true })
    expect((await tasksOf(id)).map(({ due_on, done }) => [due_on, done])).toEqual([
      ['2026-12-03', true],
      ['2026-11-10', false],
    ])
  })
  test('is told to the one who referred only if she says so', async () => {
    const silent = await redirected()
    await answer(silent, { referrerMayHear: false })
    expect(await messagesOf(silent)).toEqual([])
    const open = await redirected()
    expect(await answer(open, { referrerMayHear: true })).toMatchObject({ told: 'queued' })
    expect(await messagesOf(open)).toEqual(['referral-help-started'])
  })
  test('is phoned, never written, to a referrer who has her partner as a patient', async () => {
    const id = await redirected({
      referrer: { kind: 'gp', email: 'huisarts@example.nl', partnerIsPatient: 'yes' },
    })
    expect(await answer(id, { referrerMayHear: true })).toMatchObject({ told: 'by-phone' })
    expect(await messagesOf(id)).toEqual([])
    expect((await tasksOf(id)).map(({ reason_code }) => reason_code)).toContain('call-referrer-help-started')
  })
  test('leaves no name of whom was spoken to in clear text', async () => {
    const id = await redirected()
    await answer(id, { withWhom: 'Kanarievogel' })
    const { rows } = await world.owner.query('select f::text as all from referral_follow_up f')
    for (const { all } of rows) {
      expect(all).not.toContain('Kanarievogel')
      expect(all).not.toContain(Buffer.from('Kanarievogel').toString('hex'))
    }
  })
})

describe('a referrer', () => {
  test('is linked and trained by a coordinator or administrator, and by nobody else', async () => {
    const referrer = await world.member(['referrer'])
    const input = { memberId: referrer.memberId, networkOrganisationId: null }
    for (const role of ['referrer', 'worker', 'programme_manager'] as const) {
      const actor = await world.member([role])
      await expect(linkReferrer(world.context, actor, input)).rejects.toThrow(Forbidden)
      await expect(listReferrers(world.context, actor, {})).rejects.toThrow(Forbidden)
    }
    await expect(linkReferrer(world.context, elsewhere, input)).rejects.toThrow(NotFound)
    const worker = await world.member(['worker'])
    await expect(
      linkReferrer(world.context, coordinator, { ...input, memberId: worker.memberId }),
    ).rejects.toThrow(NotFound)
    const train = (training: string, trainedOn: string) =>
      recordTraining(world.context, coordinator, { memberId: referrer.memberId, training, trainedOn })
    await expect(train('anything', '2026-10-01')).rejects.toMatchObject({
      fields: { training: 'choose-one' },
    })
    await expect(train('trained_in_ipv', '2026-11-04')).rejects.toMatchObject({
      fields: { trainedOn: 'day-to-come' },
    })
  })
  test('without the training a programme asks is let in, and a coordinator gets a task', async () => {
    const referrer = await world.member(['referrer'])
    const send = () => refer({ programmeId: memosa.id, referrer: { kind: 'gp' } }, referrer)
    const untrained = await send()
    expect(await tasksOf(untrained)).toMatchObject([{ reason_code: 'referrer-not-trained' }])
    const fitOf = async (id: string) =>
      (await readReferral(world.context, coordinator, { id })).fits.find(
        ({ programme }) => programme.id === memosa.id,
      )
    expect((await fitOf(untrained))?.training).toEqual({ code: 'trained_in_ipv', held: false })
    expect((await fitOf(await refer({ referrer: { kind: 'gp' } })))?.training?.held).toBeNull()
    await recordTraining(world.context, coordinator, {
      memberId: referrer.memberId,
      training: 'trained_in_ipv',
      trainedOn: '2026-10-01',
    })
    const trained = await send()
    expect(await tasksOf(trained)).toEqual([])
    expect((await fitOf(trained))?.training?.held).toBe(true)
  })
  test('belongs to one organisation at a time, and the desk sees which', async () => {
    const referrer = await world.member(['referrer'])
    const made = async (name: string) =>
      (
        await registerNetworkOrganisation(world.context, coordinator, {
          organisation: { name, kind: 'midwife_practice', contact: {} },
        })
      ).id
    const link = async (networkOrganisationId: string | null) =>
      linkReferrer(world.context, coordinator, { memberId: referrer.memberId, networkOrganisationId })
    await link(await made('Praktijk Oost'))
    await link(await made('Praktijk West'))
    const id = await refer({}, referrer)
    expect((await readReferral(world.context, coordinator, { id })).referrerOrganisation).toBe(
      'Praktijk West',
    )
    await link(null)
    const { referrers } = await listReferrers(world.context, coordinator, {})
    expect(referrers.find(({ memberId }) => memberId === referrer.memberId)?.organisation).toBeNull()
  })
})
