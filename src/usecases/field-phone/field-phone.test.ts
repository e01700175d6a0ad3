import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { fieldSendRoutes } from '#pages/field-phone/field-send.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { readDraft } from '#usecases/draft/read-draft.ts'
import { askErasure } from '#usecases/erasure/ask-erasure.ts'
import { decideErasure } from '#usecases/erasure/decide-erasure.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { askPhone } from '#usecases/field-phone/ask-phone.ts'
import { beginPhone } from '#usecases/field-phone/begin-phone.ts'
import { endPhone } from '#usecases/field-phone/end-phone.ts'
import { holdEntry } from '#usecases/field-phone/hold-entry.ts'
import { listHeld } from '#usecases/field-phone/list-held.ts'
import { listPhones } from '#usecases/field-phone/list-phones.ts'
import { readHeld } from '#usecases/field-phone/read-held.ts'
import { readPack } from '#usecases/field-phone/read-pack.ts'
import { settleEntry } from '#usecases/field-phone/settle-entry.ts'
import { takeEntry } from '#usecases/field-phone/take-entry.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { allowOffline, phoneOf, type TestPhone, visited } from '../../../testing/field-phone.ts'
import { type RunningTrajectory, runningTrajectory } from '../../../testing/running-trajectory.ts'
import { staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const rows = async (text: string, values: unknown[]) => (await world.owner.query(text, values)).rows
const planned = async (of: RunningTrajectory): Promise<string> =>
  (
    await rows(`select id from contact where trajectory_id = $1 and state = 'planned' order by number`, [
      of.trajectoryId,
    ])
  )[0].id
const contactsDone = async (of: RunningTrajectory): Promise<number> =>
  (await rows(`select id from contact where trajectory_id = $1 and state = 'done'`, [of.trajectoryId])).length
const agree = (id: string, on: string, at = '10:00') =>
  world.owner.query('update contact set planned_on = $2, planned_at = $3 where id = $1', [id, on, at])

/** Her file is erased, as she asked: her trajectory is at its end, and the privacy officer decides. */
async function eraseFile({ trajectoryId }: RunningTrajectory): Promise<void> {
  const officer = await world.member(['privacy_officer'])
  await world.owner.query(`update trajectory set state = 'closed' where id = $1`, [trajectoryId])
  const { id } = await askErasure(world.context, coordinator, {
    trajectoryId,
    reason: 'she_asks',
    ground: 'consent_withdrawn',
  })
  await decideErasure(
    world.context,
    { ...officer, provedAt: world.context.now() },
    { id, version: 1, answer: { kind: 'erase' } },
  )
}

/** As a phone sends it: over the page, many at once if asked. */
async function send(
  actor: MemberActor,
  phone: TestPhone,
  items: { id: string; box: string; phoneNow: number }[],
) {
  const body = JSON.stringify({
    phoneId: phone.id,
    phoneNow: items[0]?.phoneNow ?? 0,
    items: items.map(({ id, box }) => ({ id, box })),
  })
  const answer = await staffSite(fieldSendRoutes, world, actor).request('/field/send', {
    method: 'POST',
    body: new URLSearchParams({ body }),
  })
  const { results } = (await answer.json()) as { results: { id: string; said: string }[] }
  return results.map(({ said }) => said)
}

describe('a phone', () => {
  test('carries nothing until the organisation says so', async () => {
    const one = await runningTrajectory(world)
    await expect(phoneOf(world, one.worker)).rejects.toMatchObject({ code: 'offline-off' })
    await allowOffline(world)
    const phone = await phoneOf(world, one.worker)
    const { boxKey } = await beginPhone(world.context, one.worker, { id: phone.id, secret: phone.secret })
    expect(boxKey).toHaveLength(87)
    const other = await runningTrajectory(world)
    await expect(
      beginPhone(world.context, other.worker, { id: phone.id, secret: phone.secret }),
    ).rejects.toThrow(NotFound)
    await expect(phoneOf(world, coordinator)).rejects.toThrow(Forbidden)
  })
  test('carries first name, time, place and what was agreed, of her own women, of the week ahead only', async () => {
    const one = await runningTrajectory(world, { given: 'Zwaluwina' })
    const phone = await phoneOf(world, one.worker)
    const [first, second, third] = await rows(
      `select id from contact where trajectory_id = $1 and state = 'planned' order by number`,
      [one.trajectoryId],
    )
    await agree(first.id, '2026-11-04')
    await agree(second.id, '2026-11-10')
    await agree(third.id, '2026-11-11')
    const asked = { phoneId: phone.id, phoneNow: world.context.now().epochMilliseconds }
    const pack = await readPack(world.context, one.worker, asked)
    if (!pack.carries) throw new Error('nothing')
    expect(pack.visits.map(({ id }) => id)).toEqual([first.id, second.id])
    expect(pack.visits[0]).toMatchObject({
      name: 'Zwaluwina',
      on: '2026-11-04',
      at: '10:00',
      where: 'Lindelaan 7 Waterrijk',
    })
    // The address of a visit in a week is not hers to know yet.
    expect(pack.visits[1]?.where).toBeNull()
    expect(Object.keys(pack.visits[0] ?? {}).sort()).toEqual(
      [
        'agreed',
        'at',
        'id',
        'minutes',
        'mode',
        'modes',
        'name',
        'on',
        'sheets',
        'trajectoryId',
        'where',
      ].sort(),
    )
    expect(JSON.stringify(pack)).not.toMatch(/Achternaam|1234 AB|\+31/)
    const other = await runningTrajectory(world)
    await expect(readPack(world.context, other.worker, asked)).rejects.toThrow(NotFound)
  })
  test('fetches thirty women in well under 300 KB', async () => {
    const one = await runningTrajectory(world)
    const phone = await phoneOf(world, one.worker)
    for (let at = 0; at < 30; at += 1) {
      const woman = at === 0 ? one : await runningTrajectory(world)
      await world.owner.query('update trajectory set worker_id = $2 where id = $1', [
        woman.trajectoryId,
        one.workerId,
      ])
      await agree(await planned(woman), at % 2 ? '2026-11-03' : '2026-11-04', `${10 + (at % 7)}:00`)
    }
    const pack = await readPack(world.context, one.worker, { phoneId: phone.id, phoneNow: 0 })
    if (!pack.carries) throw new Error('nothing')
    expect(pack.visits).toHaveLength(30)
    // Whose turn is next stands first, whoever she is.
    const moments = pack.visits.map(({ on, at }) => `${on} ${at}`)
    expect(moments).toEqual([...moments].sort())
    const bytes = Buffer.byteLength(JSON.stringify(pack))
    console.log(`a pack of thirty women: ${bytes} bytes`)
    expect(bytes).toBeLessThan(300 * 1024)
  }, 120_000)
  test('carries nothing of a programme of the gravest class, unless the organisation says so apart', async () => {
    const one = await runningTrajectory(world, { programmeId: 'memosa' })
    const phone = await phoneOf(world, one.worker)
    await agree(await planned(one), '2026-11-04')
    const asked = { phoneId: phone.id, phoneNow: 0 }
    expect(await readPack(world.context, one.worker, asked)).toEqual({ carries: true, visits: [] })
    await allowOffline(world, 'on_gravest')
    expect(await readPack(world.context, one.worker, asked)).toMatchObject({ visits: [{ on: '2026-11-04' }] })
    await allowOffline(world)
  })
  test('that was wiped hears it at its next contact, signed in or not; others learn nothing by asking', async () => {
    const one = await runningTrajectory(world)
    const phone = await phoneOf(world, one.worker)
    const alone = { kind: 'visitor', orgId: world.orgId, door: 'phone' } as const
    const asked = { id: phone.id, secret: phone.secret }
    expect(await askPhone(world.context, alone, asked)).toEqual({ carries: true })
    expect(await askPhone(world.context, alone, { ...asked, secret: 'x' })).toEqual({ carries: false })
    const other = await runningTrajectory(world)
    await expect(endPhone(world.context, other.worker, { id: phone.id })).rejects.toThrow(NotFound)
    await endPhone(world.context, coordinator, { id: phone.id })
    expect((await listPhones(world.context, one.worker, {})).phones).toMatchObject([
      { ended: true, wipedAt: null },
    ])
    expect(await askPhone(world.context, alone, asked)).toEqual({ carries: false })
    expect(await readPack(world.context, one.worker, { phoneId: phone.id, phoneNow: 0 })).toEqual({
      carries: false,
    })
    expect(
      (await listPhones(world.context, coordinator, {})).phones.find(({ id }) => id === phone.id)?.wipedAt,
    ).not.toBeNull()
    // What it wrote before still gets in.
    const item = await phone.item({ subjectId: await planned(one) })
    expect(await send(one.worker, phone, [item])).toEqual(['kept'])
    expect(await contactsDone(one)).toBe(1)
  })
})

describe('what a phone wrote', () => {
  let one: RunningTrajectory
  let phone: TestPhone
  beforeAll(async () => {
    await allowOffline(world)
  })
  const fresh = async () => {
    one = await runningTrajectory(world)
    phone = await phoneOf(world, one.worker)
  }
  test('goes in once, however often and at how many moments at once it is sent', async () => {
    await fresh()
    const item = await phone.item({ form: 'contact-extra', subjectId: one.trajectoryId })
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(one.worker, phone, [item])))
    expect(answers.flat()).toEqual(['kept', 'kept', 'kept', 'kept'])
    expect(await send(one.worker, phone, [item])).toEqual(['kept'])
    expect(await contactsDone(one)).toBe(1)
    expect(await rows('select state from phone_entry where id = $1', [item.id])).toEqual([
      { state: 'applied' },
    ])
  })
  test('says who was there, and stands in the file as if it was written on the page', async () => {
    await fresh()
    const id = await planned(one)
    expect(await send(one.worker, phone, [await phone.item({ subjectId: id })])).toEqual(['kept'])
    const contact = await readContact(world.context, one.worker, { id })
    expect(contact).toMatchObject({ state: 'done', minutes: 60 })
    expect(contact.notes?.went).toMatchObject({ text: 'Rustig gesprek.', present: ['partner', 'children'] })
  })
  test('goes in also if the plan moved meanwhile', async () => {
    await fresh()
    const id = await planned(one)
    const item = await phone.item({ subjectId: id })
    await world.owner.query('update contact set version = version + 3, planned_on = $2 where id = $1', [
      id,
      '2026-11-20',
    ])
    await send(one.worker, phone, [item])
    expect((await readContact(world.context, one.worker, { id })).state).toBe('done')
  })
  test('beside what was logged already both stand, and a person puts the second one in', async () => {
    await fresh()
    const id = await planned(one)
    await send(one.worker, phone, [await phone.item({ subjectId: id }, visited('De eerste'))])
    const item = await phone.item({ subjectId: id }, visited('De tweede'))
    expect(await send(one.worker, phone, [item])).toEqual(['kept'])
    const held = await readHeld(world.context, coordinator, { id: item.id })
    expect(held).toMatchObject({ because: 'logged_meanwhile', contactId: id, answers: { went: 'De tweede' } })
    expect((await readContact(world.context, one.worker, { id })).notes?.went?.text).toBe('De eerste')
    await settleEntry(world.context, coordinator, { id: item.id, version: held.version, how: 'log' })
    expect(await contactsDone(one)).toBe(2)
    await expect(
      settleEntry(world.context, coordinator, { id: item.id, version: held.version + 1, how: 'log' }),
    ).rejects.toMatchObject({ code: 'not-from-this-state' })
  })
  test('of a woman who is hers no more waits for the coordinator; she hears that it is safe, and no word of it', async () => {
    await fresh()
    const item = await phone.item({ subjectId: await planned(one) })
    await world.owner.query('update trajectory set worker_id = null where id = $1', [one.trajectoryId])
    expect(await send(one.worker, phone, [item])).toEqual(['kept'])
    expect(await listHeld(world.context, one.worker, {})).toEqual({ held: [], elsewhere: 1 })
    await expect(readHeld(world.context, one.worker, { id: item.id })).rejects.toThrow(NotFound)
    expect((await readHeld(world.context, coordinator, { id: item.id })).because).toBe('not_hers_now')
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(readHeld(world.context, stranger, { id: item.id })).rejects.toThrow(NotFound)
  })
  test('of a trajectory that is over is kept too, and can only be put away', async () => {
    await fresh()
    const item = await phone.item({ subjectId: await planned(one) })
    await world.owner.query(`update trajectory set state = 'closed' where id = $1`, [one.trajectoryId])
    expect(await send(one.worker, phone, [item])).toEqual(['kept'])
    const held = await readHeld(world.context, coordinator, { id: item.id })
    expect(held.abilities).toEqual({ log: false, putAway: true })
    const put = { id: item.id, version: held.version, how: 'put-away' } as const
    await expect(settleEntry(world.context, coordinator, put)).rejects.toMatchObject({
      fields: { because: 'required' },
    })
    await settleEntry(world.context, coordinator, { ...put, because: 'already_there' })
    expect((await listHeld(world.context, coordinator, {})).held.map(({ id }) => id)).not.toContain(item.id)
  })
  test('of a file that is locked for her is answered as one that was never there, and its coordinator finds it', async () => {
    await fresh()
    const item = await phone.item({ form: 'contact-extra', subjectId: one.trajectoryId })
    const nobody = await phone.item({ form: 'contact-extra', subjectId: world.context.newId() })
    await world.owner.query('update trajectory set worker_id = null where id = $1', [one.trajectoryId])
    await setFileLock(
      world.context,
      { ...coordinator, provedAt: world.context.now() },
      {
        fileId: one.trajectoryId,
        against: { kind: 'member', id: one.worker.memberId },
        words: 'Zij kennen elkaar.',
      },
    )
    expect(await send(one.worker, phone, [item])).toEqual(await send(one.worker, phone, [nobody]))
    expect(await listHeld(world.context, one.worker, {})).toMatchObject({ held: [], elsewhere: 2 })
    expect((await listHeld(world.context, coordinator, {})).held.map(({ id }) => id)).toContain(item.id)
    expect((await listHeld(world.context, coordinator, {})).held.map(({ id }) => id)).not.toContain(nobody.id)
  })
  test('of a woman who was erased meanwhile is kept nowhere, the phone hears so in general words, and no receipt stands', async () => {
    await fresh()
    const subjectId = await planned(one)
    const held = await phone.item({ subjectId }, { what: 'done', went: 'Zonder minuten' })
    expect(await send(one.worker, phone, [held])).toEqual(['kept'])
    await eraseFile(one)
    const all = [
      await phone.item({ subjectId }),
      await phone.item({ form: 'contact-extra', subjectId: one.trajectoryId }),
      await phone.item({ subjectId, draft: true }, { went: 'Halve zin' }),
      // Also where something else would have held it.
      await phone.item({ subjectId }, { what: 'done' }),
    ]
    expect(await send(one.worker, phone, all)).toEqual(['no_file', 'no_file', 'no_file', 'no_file'])
    expect(await send(one.worker, phone, all)).toEqual(['no_file', 'no_file', 'no_file', 'no_file'])
    for (const item of all)
      await expect(
        holdEntry(world.context, one.worker, { ...item, because: 'refused' }),
      ).rejects.toMatchObject({
        code: 'no-file',
      })
    expect(await rows('select id from phone_entry where id = any($1)', [all.map(({ id }) => id)])).toEqual([])
    expect(await contactsDone(one)).toBe(0)
    expect(await rows('select id from draft where member_id = $1', [one.worker.memberId])).toEqual([])
    // Somebody else's phone hears nothing of it.
    const other = await runningTrajectory(world)
    expect(await send(other.worker, phone, all.slice(0, 1))).toEqual(['not_hers'])
    // What was held before can be read by nobody, and waits for nobody.
    expect(await listHeld(world.context, one.worker, {})).toEqual({ held: [], elsewhere: 0 })
    // Also when she was hers no more.
    await world.owner.query('update trajectory set worker_id = null where id = $1', [one.trajectoryId])
    expect(await send(one.worker, phone, [await phone.item({ subjectId })])).toEqual(['no_file'])
  })
  test('with something missing, or that nobody can read, is kept as it came', async () => {
    await fresh()
    const subjectId = await planned(one)
    const item = await phone.item({ subjectId }, { what: 'done', went: 'Zonder minuten' })
    const torn = { ...(await phone.item({ subjectId })), box: 'AAAA' }
    expect(await send(one.worker, phone, [item, torn])).toEqual(['kept', 'kept'])
    expect(await readHeld(world.context, coordinator, { id: item.id })).toMatchObject({
      because: 'not_complete',
      answers: { went: 'Zonder minuten' },
    })
    expect(await rows('select held_because from phone_entry where id = $1', [torn.id])).toEqual([
      { held_because: 'unreadable' },
    ])
  })
  test('is of the day it was by our clock, with the phone’s own claim beside it', async () => {
    await fresh()
    const day = 24 * 3_600_000
    const now = world.context.now().epochMilliseconds + day
    const id = await planned(one)
    const item = await phone.item({ subjectId: id }, visited(), { now, written: now - 3_600_000 })
    await send(one.worker, phone, [item])
    expect((await readContact(world.context, one.worker, { id })).doneOn?.toString()).toBe('2026-11-03')
    const [entry] = await rows('select claimed_at, written_at from phone_entry where id = $1', [item.id])
    expect(String(entry.claimed_at)).not.toBe(String(entry.written_at))
  })
  test('is taken from nobody else, nor by somebody else', async () => {
    await fresh()
    const item = await phone.item({ subjectId: await planned(one) })
    const other = await runningTrajectory(world)
    expect(await send(other.worker, phone, [item])).toEqual(['not_hers'])
    await expect(takeEntry(world.context, coordinator, item)).rejects.toThrow(Forbidden)
    await expect(holdEntry(world.context, other.worker, { ...item, because: 'refused' })).rejects.toThrow(
      NotFound,
    )
    expect(await send(one.worker, phone, [item])).toEqual(['kept'])
  })
  test('and wasn’t done is a draft of hers, beside what she types elsewhere', async () => {
    await fresh()
    const id = await planned(one)
    const item = await phone.item({ subjectId: id, draft: true }, { went: 'Halve zin' })
    expect(await send(one.worker, phone, [item])).toEqual(['kept'])
    expect(await readDraft(world.context, one.worker, { form: 'contact-log', subjectId: id })).toMatchObject({
      answers: { went: 'Halve zin' },
    })
  })
  test('in five hundred pieces goes in bit by bit, each once', async () => {
    await fresh()
    const items = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        phone.item({ form: 'contact-extra', subjectId: one.trajectoryId }, visited(`Nummer ${at}`)),
      ),
    )
    for (let at = 0; at < items.length; at += 20)
      expect(await send(one.worker, phone, items.slice(at, at + 20))).toEqual(Array(20).fill('kept'))
    expect(await contactsDone(one)).toBe(100)
  }, 120_000)
})
