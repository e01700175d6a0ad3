import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { planned, reported } from '#testing/reported.ts'
import { openWorld, type World } from '#testing/world.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { listReportParts } from '#usecases/end-report/list-report-parts.ts'
import { previewEndReport } from '#usecases/end-report/preview-end-report.ts'
import { shareEndReport } from '#usecases/end-report/share-end-report.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { registerNetworkOrganisation } from '#usecases/network/register-network-organisation.ts'
import { listSharings } from '#usecases/sharing/list-sharings.ts'
import { readSharedLetter } from '#usecases/sharing/read-letter.ts'

let world: World
let coordinator: MemberActor
let lead: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  lead = await world.member(['safeguarding_lead'])
})
afterAll(() => world.close())

type Consent = Parameters<typeof changeConsent>[2]
const say = (trajectoryId: string, more: Partial<Consent> = {}) =>
  changeConsent(world.context, coordinator, {
    trajectoryId,
    code: 'C-6',
    party: 'jgz',
    state: 'given',
    how: 'spoken',
    ...more,
  })
type Asked = Parameters<typeof previewEndReport>[2]
const asked = (trajectoryId: string, more: Partial<Asked> = {}): Asked => ({
  trajectoryId,
  recipient: 'jgz',
  parts: ['goals'],
  goalIds: [],
  language: 'nl',
  ...more,
})
const look = (one: Asked, actor = coordinator) => previewEndReport(world.context, actor, one)
async function share(one: Asked, actor = coordinator, more: object = {}) {
  const { traces, seen } = await look(one, actor)
  const ticks = Object.fromEntries(traces.map(({ key }) => [key, 'they_know_it' as const]))
  return shareEndReport(world.context, actor, {
    ...one,
    way: 'letter',
    seen,
    looked: { ticks, readWhole: true },
    ...more,
  })
}
const refused = (code: string) => ({ name: 'Refused', code })

describe('who passes on a report', () => {
  test('is who answers for her, of a report that was approved, and nobody else', async () => {
    const one = await reported(world, coordinator)
    await say(one.trajectoryId, { items: ['goals'] })
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const call of [look, share]) {
      await expect(call(asked(one.trajectoryId), elsewhere)).rejects.toThrow(NotFound)
      await expect(call(asked(one.trajectoryId), one.worker)).rejects.toThrow(Forbidden)
      for (const role of ['administrator', 'programme_manager', 'privacy_officer'] as const)
        await expect(call(asked(one.trajectoryId), await world.member([role]))).rejects.toThrow(Forbidden)
    }
    await share(asked(one.trajectoryId), lead)
    const draft = await planned(world, coordinator)
    await say(draft.trajectoryId, { items: ['goals'] })
    await expect(look(asked(draft.trajectoryId))).rejects.toMatchObject(refused('end-report-not-approved'))
  })
})

describe('passing on a report', () => {
  test('rests on her yes to exactly these parts, for this party, today', async () => {
    const { trajectoryId: id } = await reported(world, coordinator)
    const none = refused('sharing-without-consent')
    const more = refused('sharing-more-than-agreed')
    await expect(look(asked(id))).rejects.toMatchObject(none)
    // A yes to all that is needed is no yes to her words.
    await say(id)
    await expect(look(asked(id))).rejects.toMatchObject(more)
    await look(asked(id, { parts: ['plan'] }))
    await say(id, { items: ['goals'], untilDay: '2026-11-05' })
    await look(asked(id))
    await expect(look(asked(id, { parts: ['goals', 'her_words'] }))).rejects.toMatchObject(more)
    await expect(look(asked(id, { recipient: 'gp' }))).rejects.toMatchObject(none)
    world.turnTo('2026-11-06')
    await expect(look(asked(id))).rejects.toMatchObject(none)
    await expect(share(asked(id))).rejects.toMatchObject(none)
    world.turnTo('2026-11-03')
    await say(id, { state: 'withdrawn' })
    await expect(look(asked(id))).rejects.toMatchObject(none)
    expect((await listSharings(world.context, coordinator, { trajectoryId: id })).sharings).toEqual([])
  })
  test('goes to no organisation from which her file is locked, and to none of another place', async () => {
    const one = await reported(world, coordinator)
    await say(one.trajectoryId, { items: ['goals'] })
    const { id: networkOrganisationId } = await registerNetworkOrganisation(world.context, coordinator, {
      organisation: { name: 'Bureau Lijster', kind: 'other', areas: [], contact: {} },
    })
    await look(asked(one.trajectoryId, { networkOrganisationId }))
    await setFileLock(world.context, coordinator, {
      fileId: one.trajectoryId,
      against: { kind: 'organisation', id: networkOrganisationId },
      words: 'Haar zus werkt daar.',
    })
    for (const call of [look, share])
      await expect(call(asked(one.trajectoryId, { networkOrganisationId }))).rejects.toMatchObject(
        refused('sharing-ask-lead'),
      )
    const stranger = '01930000-0000-7000-8000-000000000009'
    await expect(look(asked(one.trajectoryId, { networkOrganisationId: stranger }))).rejects.toThrow(NotFound)
  })
  test('is what somebody saw: every trace ticked, the whole read, and nothing else come into it', async () => {
    const { trajectoryId: id, letters } = await reported(world, coordinator)
    await say(id, { items: ['goals', 'her_words'] })
    const one = asked(id, { parts: ['goals', 'her_words'], goalIds: [letters] })
    const { text, traces, seen } = await look(one)
    expect(text).toContain('Ik durf de post weer open te maken')
    expect(text).not.toMatch(/een eigen plek|Zij belt nu zelf|aanvraag voor een woning/)
    expect(traces.map(({ kind, known }) => [kind, known])).toContainEqual(['name', true])
    const looked = {
      ticks: Object.fromEntries(traces.map(({ key }) => [key, 'remove' as const])),
      readWhole: true,
    }
    const send = (more: object) =>
      shareEndReport(world.context, coordinator, { ...one, way: 'letter', seen, looked, ...more })
    await expect(send({ looked: { ticks: {}, readWhole: true } })).rejects.toMatchObject(
      refused('text-not-ticked'),
    )
    await expect(send({ looked: { ...looked, readWhole: false } })).rejects.toMatchObject(
      refused('text-not-looked-through'),
    )
    await expect(send({ goalIds: [] })).rejects.toMatchObject(refused('changed-meanwhile'))
    await expect(send({ seen: '' })).rejects.toMatchObject(refused('changed-meanwhile'))
    const { sharingId } = await send({})
    const { lines } = await readSharedLetter(world.context, coordinator, { id: sharingId })
    expect(lines[0]).toBe('Over: […]')
    expect(lines.join('\n')).toContain('1. Geld en schulden: bereikt')
  })
  test('stands in the ledger with its parts, so that who got it hears when she takes it back', async () => {
    const { trajectoryId: id } = await reported(world, coordinator)
    await say(id, { items: ['goals', 'adversities'] })
    await share(asked(id, { parts: ['goals', 'adversities'] }))
    const before = await listSharings(world.context, coordinator, { trajectoryId: id })
    expect(before.sharings).toMatchObject([
      { recipient: 'jgz', items: ['goals', 'adversities'], way: 'letter', hasLetter: true },
    ])
    await say(id, { state: 'withdrawn' })
    const after = await listSharings(world.context, coordinator, { trajectoryId: id })
    expect(after.notices).toMatchObject([{ recipient: 'jgz', state: 'open' }])
  })
  test('says nothing of violence, also not in what was going on', async () => {
    const { trajectoryId: id, home, letters } = await reported(world, coordinator)
    const parts = ['goals', 'plan', 'her_words', 'coach_words', 'adversities', 'around'] as const
    await say(id, { items: [...parts] })
    const { text } = await look(asked(id, { parts: [...parts], goalIds: [letters, home] }))
    expect(text).toContain('Geld en schulden: 1 → 1')
    expect(text).not.toContain('Relaties en veiligheid')
    const there = await listReportParts(world.context, coordinator, { trajectoryId: id })
    expect(there).toMatchObject({ staying: 0, goals: [{ id: letters }, { id: home }] })
  })
})
