import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { documentLimits } from '#domain/document/document-limits.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { identifyRequester } from '#usecases/child-request/identify-requester.ts'
import { readChildRequest } from '#usecases/child-request/read-child-request.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { listConsents } from '#usecases/consent/list-consents.ts'
import { addAuthority } from '#usecases/document/add-authority.ts'
import { addDocument } from '#usecases/document/add-document.ts'
import { attachDocument } from '#usecases/document/attach-document.ts'
import { decideRemoval } from '#usecases/document/decide-removal.ts'
import { listDocuments } from '#usecases/document/list-documents.ts'
import { listRemovals } from '#usecases/document/list-removals.ts'
import { openDocument } from '#usecases/document/open-document.ts'
import { prepareDocument } from '#usecases/document/prepare-document.ts'
import { readDocument } from '#usecases/document/read-document.ts'
import { readRemoval } from '#usecases/document/read-removal.ts'
import { removeDocument } from '#usecases/document/remove-document.ts'
import { SafeFile } from '#usecases/document/safe-file.ts'
import { erasePeople } from '#usecases/erasure/erase-people.ts'
import { placeHold } from '#usecases/erasure/place-hold.ts'
import { Forbidden, Invalid, NotFound, ProofNeeded } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'
import { askForChild } from '../../../testing/asked-for-child.ts'
import { within } from '../../../testing/cast.ts'
import { paper } from '../../../testing/papers.ts'
import { runningTrajectory } from '../../../testing/running-trajectory.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let lead: MemberActor
let officer: MemberActor
beforeAll(async () => {
  world = await openWorld()
  lead = await world.member(['safeguarding_lead'])
  officer = await world.member(['privacy_officer'])
})
afterAll(() => world.close())
type Running = Awaited<ReturnType<typeof runningTrajectory>>
let one: Running
beforeEach(async () => {
  world.turnTo('2026-11-03')
  coordinator = await world.member(['coordinator'])
  one = await runningTrajectory(world)
})

const add = (more: object = {}, actor = coordinator, key?: string) =>
  addDocument(
    world.context,
    actor,
    {
      trajectoryId: one.trajectoryId,
      kind: 'wmo_letter',
      name: 'Besluit',
      file: paper('Kwetterend'),
      ...more,
    },
    key ? { key } : undefined,
  )
const open = (id: string, actor = coordinator) => openDocument(world.context, actor, { id })
const list = async (actor = coordinator) =>
  (await listDocuments(world.context, actor, { trajectoryId: one.trajectoryId })).documents
const segmentsOf = async (id: string): Promise<Buffer[]> =>
  (
    await world.owner.query(
      'select body_sealed from document_segment where document_id = $1 order by number',
      [id],
    )
  ).rows.map(({ body_sealed }) => body_sealed)
const remove = (id: string, actor = coordinator, version = 1) =>
  removeDocument(world.context, actor, { id, version, reason: 'wrong_file' })
const decide = (id: string, decision: 'remove' | 'keep', actor = officer, version = 2) =>
  decideRemoval(world.context, actor, { id, version, decision })

describe('who may add, see and open one', () => {
  test('not who writes in no file, nor anybody from elsewhere', async () => {
    for (const role of [
      'administrator',
      'programme_manager',
      'referrer',
      'privacy_officer',
      'safeguarding_lead',
    ] as const)
      await expect(add({}, await world.member([role]))).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(add({}, elsewhere)).rejects.toThrow(NotFound)
    const { id } = await add()
    for (const stranger of [elsewhere, officer, await world.member(['worker'])])
      await expect(open(id, stranger)).rejects.toThrow(NotFound)
    for (const role of ['administrator', 'programme_manager', 'referrer'] as const)
      await expect(open(id, await world.member([role]))).rejects.toThrow(Forbidden)
  })
  test('coordinator and safeguarding lead all, a worker what she added herself, as long as she is with her', async () => {
    const { id: letter } = await add()
    const { id: own } = await add({ kind: 'other' }, one.worker)
    expect((await list()).map(({ id }) => id)).toEqual([own, letter])
    expect((await list(lead)).map(({ id }) => id)).toEqual([own, letter])
    expect((await list(one.worker)).map(({ id }) => id)).toEqual([own])
    await expect(open(letter, one.worker)).rejects.toThrow(NotFound)
    await expect(readDocument(world.context, one.worker, { id: letter })).rejects.toThrow(NotFound)
    expect((await open(own, one.worker)).body.toString('latin1')).toContain('Kwetterend')
    await world.owner.query(`update trajectory set worker_id = null, state = 'waiting' where id = $1`, [
      one.trajectoryId,
    ])
    await expect(open(own, one.worker)).rejects.toThrow(NotFound)
  })
  test('nobody from whom her file is locked, also who added it', async () => {
    const { id } = await add()
    await setFileLock(world.context, lead, {
      fileId: one.trajectoryId,
      against: { kind: 'member', id: coordinator.memberId },
      words: 'Hij is haar broer.',
    })
    await expect(open(id)).rejects.toThrow(NotFound)
    await expect(add()).rejects.toThrow(NotFound)
    await expect(open(id, lead)).resolves.toBeTruthy()
  })
  test('each opening leaves a line that says which', async () => {
    const { id } = await add()
    await open(id)
    const { rows } = await world.owner.query(
      `select outcome, person_ids, trajectory_ids, detail from audit_event where event = 'open-document' order by id desc limit 1`,
    )
    expect(rows[0]).toMatchObject({
      outcome: 'success',
      trajectory_ids: [one.trajectoryId],
      detail: { document: id, kind: 'wmo_letter' },
    })
    expect(rows[0].person_ids).toHaveLength(1)
  })
})

describe('what is kept', () => {
  test('comes back as it was, under a name that nobody typed, and stands in no row in clear', async () => {
    const body = Buffer.alloc(300_000, 'Kwetterend woord ')
    const { id } = await add({
      file: new SafeFile({ type: 'image/jpeg', body, print: 'x' }),
      name: '../brief',
    })
    const opened = await open(id)
    expect(opened.body.equals(body)).toBe(true)
    expect(opened.name).toMatch(/^document-[0-9a-f]{8}\.jpg$/)
    expect((await list())[0]).toMatchObject({ name: 'brief', size: 300_000, type: 'image/jpeg' })
    const segments = await segmentsOf(id)
    expect(segments).toHaveLength(5)
    const { rows } = await world.owner.query('select * from document')
    expect(Buffer.concat(segments).includes('Kwetterend')).toBe(false)
    expect(JSON.stringify(rows)).not.toMatch(/brief|Kwetterend/)
  })
  test('opens no more when a segment was changed, left out, doubled or moved to another document', async () => {
    const body = Buffer.alloc(200_000, 'x')
    const file = new SafeFile({ type: 'image/jpeg', body, print: 'x' })
    const tamper = async (sql: string, ...more: unknown[]) => {
      const { id } = await add({ file })
      await world.owner.query(sql, [id, ...more])
      await expect(open(id)).rejects.not.toThrow(NotFound)
    }
    await tamper(`update document_segment set body_sealed = set_byte(body_sealed, 9, 255 - get_byte(body_sealed, 9))
      where document_id = $1 and number = 1`)
    await tamper('delete from document_segment where document_id = $1 and number = 3')
    await tamper('delete from document_segment where document_id = $1 and number = 0')
    await tamper('delete from document_segment where document_id = $1')
    await tamper(`update document_segment set number = number + 10 where document_id = $1 and number = 0`)
    const { id: other } = await add({ file })
    await tamper(
      `update document_segment set body_sealed = (select body_sealed from document_segment where document_id = $2 and number = 0)
        where document_id = $1 and number = 0`,
      other,
    )
  })
  test('is gone with her key, in every segment', async () => {
    const { id } = await add()
    const { rows } = await world.owner.query('select person_id from trajectory where id = $1', [
      one.trajectoryId,
    ])
    await within(world, (work) => work.vault.destroy(rows[0].person_id))
    await expect(open(id)).rejects.toThrow(NotFound)
    expect(await segmentsOf(id)).toHaveLength(1)
    const people = [rows[0].person_id]
    await within(world, (work) => erasePeople(work, { people, trajectories: [], referrals: [] }))
    expect(await segmentsOf(id)).toEqual([])
    await expect(open(id)).rejects.toThrow(NotFound)
    expect((await list())[0]?.name).toBeNull()
    await expect(add()).rejects.toMatchObject({ code: 'document-file-erased' })
    expect(
      await prepareDocument(world.context, coordinator, { trajectoryId: one.trajectoryId }),
    ).toMatchObject({
      inTheWay: 'document-file-erased',
    })
  })
  test('is nothing but a file that was looked at', async () => {
    for (const file of [Buffer.from('%PDF'), { type: 'application/pdf', body: Buffer.from('x') }, null, 'x'])
      await expect(add({ file })).rejects.toThrow(Invalid)
    await expect(add({ kind: 'authority' })).rejects.toMatchObject({ fields: { kind: 'choose-one' } })
  })
  test('is kept once, however often it is sent', async () => {
    const key = randomUUID()
    const [first, second] = await Promise.all([add({}, coordinator, key), add({}, coordinator, key)])
    expect(first).toEqual(second)
    expect(await list()).toHaveLength(1)
    await expect(add({ file: paper('Iets anders') }, coordinator, key)).rejects.toMatchObject({
      code: 'submission-key-reused',
    })
  })
})

describe('how much', () => {
  test('twenty on one day, also all at once; the next day again', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 24 }, () => add()))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(documentLimits.perDay)
    await expect(add()).rejects.toMatchObject({ code: 'document-day-full' })
    await expect(add({}, one.worker)).resolves.toBeTruthy()
    world.turnTo('2026-11-04')
    await expect(add()).resolves.toBeTruthy()
  })
  test('no more than fits in her file; what was taken out makes room', async () => {
    const { id } = await add()
    await world.owner.query('update document set size = $2 where id = $1', [
      id,
      documentLimits.bytesInFile - 10,
    ])
    await expect(add({}, one.worker)).rejects.toMatchObject({ code: 'document-file-full' })
    await remove(id)
    await expect(add({}, one.worker)).resolves.toBeTruthy()
  })
  test('none that is larger than one may be', async () => {
    const body = Buffer.alloc(documentLimits.bytes + 1)
    await expect(
      add({ file: new SafeFile({ type: 'application/pdf', body, print: 'x' }) }),
    ).rejects.toMatchObject({ code: 'document-too-large' })
  })
})

describe('a signed consent', () => {
  const answered = async () => {
    await changeConsent(world.context, coordinator, {
      trajectoryId: one.trajectoryId,
      code: 'C-5',
      state: 'given',
      how: 'on_paper',
    })
    const { answers } = await prepareDocument(world.context, coordinator, { trajectoryId: one.trajectoryId })
    return answers.find(({ code }) => code === 'C-5')?.id ?? ''
  }
  const shownWith = async () =>
    (await listConsents(world.context, coordinator, { trajectoryId: one.trajectoryId })).entries
      .find(({ code }) => code === 'C-5')
      ?.answers.map(({ documentId }) => documentId)

  test('is found with her answer, until it is taken out', async () => {
    const consentId = await answered()
    const { id } = await add({ kind: 'signed_consent', consentId })
    expect(await shownWith()).toEqual([id])
    await remove(id)
    expect(await shownWith()).toEqual([null])
  })
  test('is put with it by who keeps her answers, when a worker brought it', async () => {
    const consentId = await answered()
    await expect(add({ kind: 'signed_consent', consentId }, one.worker)).rejects.toThrow(NotFound)
    const { id } = await add({ kind: 'signed_consent' }, one.worker)
    const attach = (actor: MemberActor, more: object = {}) =>
      attachDocument(world.context, actor, { id, version: 1, consentId, ...more })
    await expect(attach(one.worker)).rejects.toThrow(Forbidden)
    await expect(attach(coordinator, { consentId: randomUUID() })).rejects.toThrow(NotFound)
    await expect(attach(coordinator, { version: 9 })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await attach(coordinator)
    expect(await shownWith()).toEqual([id])
  })
  test('and no other kind belongs to an answer, nor to one of somebody else', async () => {
    const consentId = await answered()
    await expect(add({ consentId })).rejects.toMatchObject({
      fields: { consentId: 'document-consent-of-other-kind' },
    })
    one = await runningTrajectory(world)
    await expect(add({ kind: 'signed_consent', consentId })).rejects.toThrow(NotFound)
  })
})

describe('taking one out', () => {
  test('who added it, on the day itself, at once and for good', async () => {
    const { id } = await add({}, one.worker)
    expect(await remove(id, one.worker)).toMatchObject({ gone: true })
    expect(await segmentsOf(id)).toEqual([])
    await expect(open(id)).rejects.toThrow(NotFound)
    expect((await list())[0]).toMatchObject({ state: 'removed', name: null, removalReason: 'wrong_file' })
    await expect(remove(id, coordinator, 2)).rejects.toMatchObject({ code: 'document-not-from-this-state' })
  })
  test('later or by another it is asked, and stays until the privacy officer decides', async () => {
    const { id } = await add()
    world.turnTo('2026-11-04')
    expect(await remove(id)).toMatchObject({ gone: false })
    await expect(open(id)).resolves.toBeTruthy()
    expect(await listRemovals(world.context, officer, {})).toContainEqual(
      expect.objectContaining({ id, reason: 'wrong_file', kind: 'wmo_letter' }),
    )
    const { lines } = await readWorklist(world.context, officer, {})
    expect(lines.find((line) => line.id === id)).toMatchObject({ name: null, source: { from: 'removal' } })
    const read = await readRemoval(world.context, officer, { id })
    expect(read).toMatchObject({ mayRemove: true, removalAskedBy: 'Lid coordinator' })
    expect(JSON.stringify(read)).not.toContain('Besluit')
    for (const actor of [coordinator, lead])
      await expect(decide(id, 'remove', actor)).rejects.toThrow(Forbidden)
    await expect(decide(id, 'remove', { ...officer, provedAt: null })).rejects.toThrow(ProofNeeded)
    await decide(id, 'keep')
    await expect(readRemoval(world.context, officer, { id })).rejects.toThrow(NotFound)
    await remove(id, lead, 3)
    await decide(id, 'remove', officer, 4)
    expect(await segmentsOf(id)).toEqual([])
    await expect(open(id)).rejects.toThrow(NotFound)
  })
  test('not by who asked it, whatever roles she has', async () => {
    const both = await world.member(['coordinator', 'privacy_officer'])
    const { id } = await add()
    await remove(id, both)
    expect(await readRemoval(world.context, both, { id })).toMatchObject({ mayRemove: false })
    await expect(decide(id, 'remove', both)).rejects.toMatchObject({ code: 'document-other-person' })
    await decide(id, 'remove')
  })
  test('not while her file must be kept', async () => {
    const { id } = await add()
    await placeHold(world.context, coordinator, {
      trajectoryId: one.trajectoryId,
      reason: 'legal_claim',
      until: '2027-01-01',
    })
    await expect(remove(id)).rejects.toMatchObject({ code: 'document-held' })
    expect((await segmentsOf(id)).length).toBeGreaterThan(0)
  })
  test('two who decide at once decide once', async () => {
    const { id } = await add({}, one.worker)
    await remove(id)
    const decided = await Promise.allSettled([decide(id, 'remove'), decide(id, 'keep'), decide(id, 'remove')])
    expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('proof of a father’s authority', () => {
  test('stays with his request: for who handles it, and in no file', async () => {
    const childRequestId = await askForChild(world, officer)
    const give = (actor: MemberActor) =>
      addAuthority(world.context, actor, { childRequestId, file: paper('Vonnis') })
    await expect(give(officer)).rejects.toMatchObject({ code: 'document-not-now' })
    await identifyRequester(world.context, officer, { id: childRequestId, version: 1, way: 'seen_in_person' })
    for (const actor of [lead, coordinator, one.worker]) await expect(give(actor)).rejects.toThrow(Forbidden)
    const { id } = await give(officer)
    expect((await open(id, officer)).body.toString('latin1')).toContain('Vonnis')
    await expect(open(id, lead)).resolves.toBeTruthy()
    for (const actor of [coordinator, one.worker]) await expect(open(id, actor)).rejects.toThrow(NotFound)
    expect(await list()).toEqual([])
    expect(await readChildRequest(world.context, officer, { id: childRequestId })).toMatchObject({
      papers: [{ id, kind: 'authority' }],
    })
  })
})
