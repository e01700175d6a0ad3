import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { notAsInR4, strayReferences } from '#testing/fhir-r4.ts'
import { planned, reported } from '#testing/reported.ts'
import { openWorld, type World } from '#testing/world.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { previewEndReport } from '#usecases/end-report/preview-end-report.ts'
import { shareEndReport } from '#usecases/end-report/share-end-report.ts'
import { askErasure } from '#usecases/erasure/ask-erasure.ts'
import { decideErasure } from '#usecases/erasure/decide-erasure.ts'
import { Forbidden, NotFound, ProofNeeded } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { registerNetworkOrganisation } from '#usecases/network/register-network-organisation.ts'
import { downloadSharedFile } from '#usecases/sharing/download-shared-file.ts'
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
    items: ['goals'],
    ...more,
  })
type Asked = Parameters<typeof previewEndReport>[2]
type Ticks = Parameters<typeof shareEndReport>[2]['looked']['ticks']
async function make(trajectoryId: string, more: Partial<Asked> & { way?: 'letter' } = {}, ticks?: Ticks) {
  const { way = 'file', ...changed } = more
  const asked: Asked = {
    ...{ trajectoryId, recipient: 'jgz', parts: ['goals'], goalIds: [], language: 'nl' },
    ...changed,
  }
  const { traces, seen } = await previewEndReport(world.context, coordinator, asked)
  const all = Object.fromEntries(traces.map(({ key }) => [key, 'they_know_it' as const]))
  const looked = { ticks: ticks ?? all, readWhole: true }
  return (await shareEndReport(world.context, coordinator, { ...asked, way, seen, looked })).sharingId
}
const download = (id: string, actor = coordinator) => downloadSharedFile(world.context, actor, { id })
const bundleOf = async (id: string) => JSON.parse((await download(id)).text)
const refused = (code: string) => ({ name: 'Refused', code })
const standing = async (trajectoryId: string) =>
  (await listSharings(world.context, coordinator, { trajectoryId })).sharings.map(({ file }) => file)

describe('a file for another system is not', () => {
  test('made without her yes, without approval or unseen, as no letter is', async () => {
    const one = await reported(world, coordinator)
    await expect(make(one.trajectoryId)).rejects.toMatchObject(refused('sharing-without-consent'))
    await say(one.trajectoryId)
    await expect(make(one.trajectoryId, {}, {})).rejects.toMatchObject(refused('text-not-ticked'))
    await expect(make(one.trajectoryId, { parts: ['goals', 'around'] })).rejects.toMatchObject(
      refused('sharing-more-than-agreed'),
    )
    const draft = await planned(world, coordinator)
    await say(draft.trajectoryId)
    await expect(make(draft.trajectoryId)).rejects.toMatchObject(refused('end-report-not-approved'))
    expect(await standing(one.trajectoryId)).toEqual([])
  })
  test('taken along by anybody but who shares for her, nor by somebody who did not show who she is', async () => {
    const one = await reported(world, coordinator)
    await say(one.trajectoryId)
    const id = await make(one.trajectoryId)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(download(id, elsewhere)).rejects.toThrow(NotFound)
    await expect(download(id, one.worker)).rejects.toThrow(Forbidden)
    for (const role of ['administrator', 'programme_manager', 'privacy_officer', 'referrer'] as const)
      await expect(download(id, await world.member([role]))).rejects.toThrow(Forbidden)
    await expect(download(id, { ...coordinator, provedAt: null })).rejects.toThrow(ProofNeeded)
    expect((await download(id, lead)).text).toContain('CarePlan')
  })
  test('a letter, and a letter is no file', async () => {
    const { trajectoryId } = await reported(world, coordinator)
    await say(trajectoryId)
    const letter = await make(trajectoryId, { way: 'letter' })
    await expect(download(letter)).rejects.toThrow(NotFound)
    const file = await make(trajectoryId)
    await expect(readSharedLetter(world.context, coordinator, { id: file })).rejects.toThrow(NotFound)
    await expect(download(trajectoryId)).rejects.toThrow(NotFound)
    expect(await standing(trajectoryId)).toEqual(['open', null])
  })
  test('taken along a second time once she took her yes back, also when she says yes again', async () => {
    const { trajectoryId } = await reported(world, coordinator)
    await say(trajectoryId)
    const id = await make(trajectoryId)
    await download(id)
    await say(trajectoryId, { state: 'withdrawn' })
    await expect(download(id)).rejects.toMatchObject(refused('sharing-taken-back'))
    const { sharings, notices } = await listSharings(world.context, coordinator, { trajectoryId })
    expect(sharings).toMatchObject([{ way: 'file', file: 'closed', hasLetter: false }])
    // Who has it hears that, as with a letter.
    expect(notices).toMatchObject([{ recipient: 'jgz', state: 'open' }])
    await say(trajectoryId)
    await expect(download(id)).rejects.toMatchObject(refused('sharing-taken-back'))
    await download(await make(trajectoryId))
  })
  test('taken along past the day until which she said yes, or for more than she says yes to now', async () => {
    const { trajectoryId } = await reported(world, coordinator)
    await say(trajectoryId, { untilDay: '2026-11-05' })
    const id = await make(trajectoryId)
    world.turnTo('2026-11-06')
    await expect(download(id)).rejects.toMatchObject(refused('sharing-without-consent'))
    await say(trajectoryId, { items: ['plan'] })
    await expect(download(id)).rejects.toMatchObject(refused('sharing-more-than-agreed'))
    world.turnTo('2026-11-03')
  })
  test('taken along for an organisation from which her file was locked since', async () => {
    const { trajectoryId } = await reported(world, coordinator)
    const { id: networkOrganisationId } = await registerNetworkOrganisation(world.context, coordinator, {
      organisation: { name: 'Bureau Lijster', kind: 'other', areas: [], contact: {} },
    })
    await say(trajectoryId)
    const id = await make(trajectoryId, { networkOrganisationId })
    await download(id)
    await setFileLock(world.context, coordinator, {
      fileId: trajectoryId,
      against: { kind: 'organisation', id: networkOrganisationId },
      words: 'Haar zus werkt daar.',
    })
    await expect(download(id)).rejects.toMatchObject(refused('sharing-ask-lead'))
  })
})

test('what was made can be read by nobody once her file was erased', async () => {
  const { trajectoryId } = await reported(world, coordinator)
  await say(trajectoryId)
  const id = await make(trajectoryId)
  await world.owner.query(`update trajectory set state = 'closed' where id = $1`, [trajectoryId])
  const asked = await askErasure(world.context, coordinator, {
    trajectoryId,
    reason: 'she_asks',
    ground: 'consent_withdrawn',
  })
  const officer = await world.member(['privacy_officer'])
  await decideErasure(world.context, officer, { id: asked.id, version: 1, answer: { kind: 'erase' } })
  await expect(download(id)).rejects.toThrow(NotFound)
})

describe('a file for another system', () => {
  test('holds what she said yes to, in FHIR R4, and nothing of violence', async () => {
    const { trajectoryId, letters, home } = await reported(world, coordinator)
    const parts = ['goals', 'plan', 'her_words', 'coach_words', 'adversities', 'around'] as const
    await say(trajectoryId, { items: [...parts] })
    const bundle = await bundleOf(await make(trajectoryId, { parts: [...parts], goalIds: [letters, home] }))
    expect(notAsInR4(bundle)).toEqual([])
    expect(strayReferences(bundle.entry)).toEqual([])
    const kinds = bundle.entry.map(
      ({ resource }: { resource: { resourceType: string } }) => resource.resourceType,
    )
    expect(kinds.filter((kind: string) => kind !== 'Observation')).toEqual([
      'CarePlan',
      'Patient',
      'Goal',
      'Goal',
      'Task',
      'Task',
    ])
    const json = JSON.stringify(bundle)
    expect(json).toContain('Ik durf de post weer open te maken')
    expect(json).toContain('het consultatiebureau (JGZ)')
    expect(json).not.toContain('Relaties en veiligheid')
    expect(json).not.toContain(trajectoryId)
    expect(json).not.toContain(letters)
  })
  test('has her words only if she said yes to them, and none of the goal that stays', async () => {
    const { trajectoryId, letters } = await reported(world, coordinator)
    await say(trajectoryId, { items: ['goals', 'coach_words'] })
    const json = JSON.stringify(
      await bundleOf(await make(trajectoryId, { parts: ['goals', 'coach_words'], goalIds: [letters] })),
    )
    expect(json).toContain('Zij belt nu zelf')
    expect(json).not.toMatch(/Ik durf|geen aanmaningen|een eigen plek|aanvraag voor een woning|Samen bellen/)
  })
  test('has gone from it what was ticked to go from the letter', async () => {
    const { trajectoryId, letters } = await reported(world, coordinator)
    await say(trajectoryId, { items: ['goals', 'her_words'] })
    const asked = { parts: ['goals', 'her_words'] as const, goalIds: [letters], recipient: 'jgz' as const }
    const { traces, text } = await previewEndReport(world.context, coordinator, {
      ...asked,
      parts: [...asked.parts],
      trajectoryId,
      language: 'nl',
    })
    const name = text.split('\n')[0]?.replace('Over: ', '') ?? ''
    const remove = Object.fromEntries(traces.map(({ key }) => [key, 'remove' as const]))
    const id = await make(trajectoryId, { ...asked, parts: [...asked.parts] }, remove)
    const bundle = await bundleOf(id)
    expect(JSON.stringify(bundle)).not.toContain(name)
    expect(bundle.entry[1].resource).toMatchObject({ name: [{ extension: [{ valueCode: 'masked' }] }] })
    const { rows } = await world.owner.query('select traces_gone, traces_stayed from sharing where id = $1', [
      id,
    ])
    expect(rows).toEqual([{ traces_gone: traces.length, traces_stayed: 0 }])
  })
  test('is made once: taken along twice it is the same to the byte', async () => {
    const { trajectoryId } = await reported(world, coordinator)
    await say(trajectoryId)
    const id = await make(trajectoryId)
    expect(await download(id)).toEqual(await download(id))
    // Another of the same report can't be laid beside it by an id.
    const other = await make(trajectoryId)
    const urls = async (one: string) =>
      (await bundleOf(one)).entry.map(({ fullUrl }: { fullUrl: string }) => fullUrl)
    const first = await urls(id)
    expect((await urls(other)).filter((url: string) => first.includes(url))).toEqual([])
  })
  test('leaves a line in the access log each time, also when it was refused', async () => {
    const { trajectoryId } = await reported(world, coordinator)
    await say(trajectoryId)
    const id = await make(trajectoryId)
    await download(id)
    await say(trajectoryId, { state: 'withdrawn' })
    await download(id).catch(() => {})
    const { rows } = await world.owner.query(
      `select outcome, detail from audit_event where event = 'download-shared-file' and $1 = any(trajectory_ids)
       order by at, id`,
      [trajectoryId],
    )
    expect(rows).toMatchObject([{ outcome: 'success', detail: { with: 'jgz' } }, { outcome: 'refused' }])
  })
})
