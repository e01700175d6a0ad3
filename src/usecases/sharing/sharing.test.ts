import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { listSharings } from '#usecases/sharing/list-sharings.ts'
import { lookThrough } from '#usecases/sharing/look-through.ts'
import { readSharedLetter } from '#usecases/sharing/read-letter.ts'
import { readConsentSheet } from '#usecases/sharing/read-sheet.ts'
import { shareWithParty } from '#usecases/sharing/share-with-party.ts'
import { stepSharingNotice } from '#usecases/sharing/step-notice.ts'
import { agreeSafeContact, tuesdayMornings } from '../../../testing/referred-woman.ts'
import { runningTrajectory } from '../../../testing/running-trajectory.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

type Consent = Parameters<typeof changeConsent>[2]
const say = (trajectoryId: string, more: Partial<Consent> = {}) =>
  changeConsent(world.context, coordinator, {
    trajectoryId,
    code: 'C-6',
    party: 'gp',
    state: 'given',
    how: 'spoken',
    ...more,
  })
type Share = Parameters<typeof shareWithParty>[2]
const share = (trajectoryId: string, more: Partial<Share> = {}, actor = coordinator) =>
  shareWithParty(world.context, actor, {
    trajectoryId,
    recipient: 'gp',
    items: ['needs'],
    way: 'spoken',
    ...more,
  })
const list = (trajectoryId: string, actor = coordinator) =>
  listSharings(world.context, actor, { trajectoryId })
const tasks = async (trajectoryId: string) =>
  (
    await world.owner.query<{ reason_code: string; due_on: string }>(
      `select reason_code, due_on::text from task where trajectory_id = $1 and done_at is null and kind in ('sharing', 'withdrawal') order by due_on, reason_code`,
      [trajectoryId],
    )
  ).rows.map(({ reason_code, due_on }) => `${due_on} ${reason_code}`)
const refused = (code: string) => ({ name: 'Refused', code })

describe('who shares', () => {
  test('is who answers for her, and nobody else', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world)
    await say(trajectoryId)
    for (const role of ['administrator', 'privacy_officer', 'programme_manager'] as const)
      await expect(share(trajectoryId, {}, await world.member([role]))).rejects.toThrow(Forbidden)
    await expect(share(trajectoryId, {}, worker)).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(share(trajectoryId, {}, elsewhere)).rejects.toThrow(NotFound)
    await expect(list(trajectoryId, elsewhere)).rejects.toThrow(NotFound)
    expect((await list(trajectoryId)).sharings).toEqual([])
  })
})

describe('sharing', () => {
  test('rests on her yes for this party and these things, today', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await expect(share(id)).rejects.toMatchObject(refused('sharing-without-consent'))
    await say(id, { items: ['needs'], untilDay: '2026-11-05' })
    await expect(share(id, { recipient: 'midwife' })).rejects.toMatchObject(
      refused('sharing-without-consent'),
    )
    await expect(share(id, { items: ['plan'] })).rejects.toMatchObject(refused('sharing-more-than-agreed'))
    await share(id)
    world.turnTo('2026-11-06')
    await expect(share(id)).rejects.toMatchObject(refused('sharing-without-consent'))
    world.turnTo('2026-11-03')
    await say(id, { state: 'withdrawn' })
    await expect(share(id)).rejects.toMatchObject(refused('sharing-without-consent'))
    expect((await list(id)).sharings).toMatchObject([{ recipient: 'gp', agreedOn: { day: 3 } }])
  })
  test('in danger needs no yes, and says so', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await share(id, { recipient: 'police', danger: true })
    expect((await list(id)).sharings).toMatchObject([{ legalGround: 'danger', agreedOn: null }])
  })
  test('of a letter goes through the gate, with every trace ticked', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await say(id)
    const text = 'Semira woont in de Lindelaan 7. Ans komt langs.'
    const { traces } = await lookThrough(world.context, coordinator, { trajectoryId: id, text })
    expect(traces.map(({ kind, known }) => [kind, known])).toEqual([
      ['name', true],
      ['address', true],
      ['name', true],
    ])
    const ticks = Object.fromEntries(traces.map(({ key }) => [key, 'remove' as const]))
    const letter = { way: 'letter', text } as const
    await expect(share(id, letter)).rejects.toMatchObject(refused('text-not-ticked'))
    await expect(share(id, { ...letter, looked: { ticks, readWhole: false } })).rejects.toMatchObject(
      refused('text-not-looked-through'),
    )
    const other = { ...letter, text: `O ${text}`, looked: { ticks, readWhole: true } }
    await expect(share(id, other)).rejects.toMatchObject(refused('text-not-ticked'))
    const { sharingId } = await share(id, { ...letter, looked: { ticks, readWhole: true } })
    const { lines } = await readSharedLetter(world.context, coordinator, { id: sharingId })
    expect(lines).toEqual(['[…] woont in de […]. […] komt langs.'])
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(readSharedLetter(world.context, elsewhere, { id: sharingId })).rejects.toThrow(NotFound)
  })
  test('with nothing found still asks somebody to have read it', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await say(id)
    const letter = { way: 'letter', text: 'Zij slaapt beter.' } as const
    await expect(share(id, { ...letter, looked: { ticks: {}, readWhole: false } })).rejects.toThrow(Refused)
    await share(id, { ...letter, looked: { ticks: {}, readWhole: true } })
  })
})

describe('what she takes back', () => {
  test('goes to everybody who heard it, once, and is followed until they know', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await say(id)
    await say(id, { party: 'midwife' })
    await share(id)
    await share(id)
    await share(id, { recipient: 'midwife' })
    await say(id, { state: 'withdrawn' })
    const [notice, ...others] = (await list(id)).notices
    expect(others).toEqual([])
    expect(notice).toMatchObject({ recipient: 'gp', state: 'open' })
    expect(await tasks(id)).toContain('2026-11-03 tell-of-withdrawal')
    const step = (version: number, more: object) =>
      stepSharingNotice(world.context, coordinator, {
        trajectoryId: id,
        id: notice?.id ?? '',
        version,
        step: 'tell',
        ...more,
      })
    await step(1, {})
    expect(await tasks(id)).toContain('2026-11-10 hear-of-withdrawal')
    expect(await tasks(id)).not.toContain('2026-11-03 tell-of-withdrawal')
    await expect(step(1, {})).rejects.toMatchObject(refused('changed-meanwhile'))
    await expect(step(2, { step: 'give_up' })).rejects.toMatchObject({ fields: { reason: 'choose-one' } })
    await step(2, { step: 'acknowledge' })
    await expect(step(3, { step: 'tell' })).rejects.toMatchObject(refused('notice-not-from-this-state'))
    expect((await tasks(id)).filter((one) => one.includes('withdrawal'))).toEqual([])
    // Given anew and taken back anew, with nothing shared between: they know already.
    await say(id)
    await say(id, { state: 'withdrawn' })
    expect((await list(id)).notices).toHaveLength(1)
  })
  test('is on nobody’s list when nothing was shared', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await say(id)
    await say(id, { state: 'withdrawn' })
    expect((await list(id)).notices).toEqual([])
    expect(await tasks(id)).toEqual([])
  })
})

describe('a consent to share', () => {
  test('ends by itself, and is asked again before and when it does', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await say(id, { untilDay: '2026-12-31' })
    expect(await tasks(id)).toEqual(['2026-12-17 consent-ends', '2027-01-01 consent-ended'])
    await say(id, { untilDay: null })
    expect(await tasks(id)).toEqual(['2027-10-20 consent-ends', '2027-11-04 consent-ended'])
    await say(id, { state: 'withdrawn' })
    expect(await tasks(id)).toEqual([])
  })
  test('given with an interpreter says in which language', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await expect(say(id, { how: 'interpreter' })).rejects.toMatchObject({
      fields: { interpreter: 'required' },
    })
    await say(id, { how: 'interpreter', interpreter: 'ti' })
  })
})

const safePolicy = async (personId: string) =>
  (
    await world.owner.query<{ id: string }>(
      'select id from safe_contact_policy where person_id = $1 and until_at is null',
      [personId],
    )
  ).rows

describe('the sheet for her', () => {
  test('is made only where paper is safe, and names nobody', async () => {
    const { trajectoryId, motherId } = await runningTrajectory(world)
    const sheet = () => readConsentSheet(world.context, coordinator, { trajectoryId })
    await say(trajectoryId)
    await share(trajectoryId)
    await share(trajectoryId, { recipient: 'police', danger: true })
    await expect(sheet()).rejects.toMatchObject(refused('paper-not-asked'))
    await agreeSafeContact(world, coordinator, motherId, { ...tuesdayMornings, neverAtHome: true })
    await expect(sheet()).rejects.toMatchObject(refused('paper-not-home'))
    const [policy] = await safePolicy(motherId)
    await setSafeContact(world.context, coordinator, {
      personId: motherId,
      basedOn: policy?.id ?? null,
      terms: tuesdayMornings,
    })
    const made = await sheet()
    expect(made.agreed).toMatchObject([{ code: 'C-6', party: 'gp' }])
    expect(made.told.map(({ recipient }) => recipient)).toEqual(['gp'])
  })
})
