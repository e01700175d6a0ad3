import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { loadSheetsRoutes } from '#pages/conversation-sheet/load-sheets.tsx'
import { oneOwnSheetRoutes } from '#pages/conversation-sheet/one-own-sheet.tsx'
import { ownSheetListRoutes } from '#pages/conversation-sheet/own-sheet-list.tsx'
import { conversationSheetRoutes } from '#pages/conversation-sheet/sheet-pages.tsx'
import { writeSheetRoutes } from '#pages/conversation-sheet/write-sheet.tsx'
import { paths } from '#pages/paths.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { mim } from '#programmes/mim.ts'
import { addContact } from '#usecases/contact/add-contact.ts'
import { correctContact } from '#usecases/contact/correct-contact.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { beginOwnSheet } from '#usecases/conversation-sheet/begin-own-sheet.ts'
import { endOwnSheet } from '#usecases/conversation-sheet/end-own-sheet.ts'
import { listOwnSheets } from '#usecases/conversation-sheet/list-own-sheets.ts'
import { listUsedSheets } from '#usecases/conversation-sheet/list-used-sheets.ts'
import { loadSheets } from '#usecases/conversation-sheet/load-sheets.ts'
import { publishOwnSheet } from '#usecases/conversation-sheet/publish-own-sheet.ts'
import { readOwnSheet } from '#usecases/conversation-sheet/read-own-sheet.ts'
import { readVisitSheet } from '#usecases/conversation-sheet/read-visit-sheet.ts'
import { writeOwnSheet } from '#usecases/conversation-sheet/write-own-sheet.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { recordSession } from '#usecases/group/hold-session.ts'
import { readGroup } from '#usecases/group/read-group.ts'
import { readSession } from '#usecases/group/read-session.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { openTestGroup } from '../../../testing/group.ts'
import { agreeSafeContact, tuesdayMornings } from '../../../testing/referred-woman.ts'
import { runningTrajectory } from '../../../testing/running-trajectory.ts'
import { staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let elsewhere: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, evtGroup])
  coordinator = await world.member(['coordinator'])
  elsewhere = await world.member(['coordinator'], world.otherOrgId)
})
afterAll(() => world.close())

const text = (title: string) => ({
  title,
  text: ['Rust helpt jullie allebei.'],
  openings: ['Hoe slaap jij?'],
  watchFor: ['Koorts bij de baby.'],
  help: ['De huisarts.'],
})
const arabic = {
  ...text('النوم والراحة'),
  text: ['الراحة تساعدكما معًا.'],
  headings: { openings: 'للبدء بالحديث', help: 'أين توجد المساعدة' },
}
const rest = { moment: { at: 'month' as const, month: 3 }, pictograms: ['sleep' as const], mayGoHome: true }
const begin = (title: string, by = coordinator) =>
  beginOwnSheet(world.context, by, { programmeId: mim.id, ...rest, language: 'nl', text: text(title) })
const newest = async (id: string) => {
  const { number, version } = await readOwnSheet(world.context, coordinator, { id })
  return { id, number, version }
}
const publish = async (id: string) => publishOwnSheet(world.context, coordinator, await newest(id))
const visit = (trajectoryId: string, by: MemberActor, sheet: string | null) =>
  addContact(world.context, by, { trajectoryId, kind: 'done', on: '2026-11-03', minutes: 60, sheet })

describe('an organisation’s own sheet', () => {
  test('is written by a coordinator or who makes programmes, and exists for nobody elsewhere', async () => {
    const one = await runningTrajectory(world)
    for (const actor of [one.worker, await world.member(['referrer']), await world.member(['administrator'])])
      await expect(begin('Slapen', actor)).rejects.toThrow(Forbidden)
    const { id } = await begin('Slapen in huis')
    for (const ask of [
      () => readOwnSheet(world.context, elsewhere, { id }),
      () => publishOwnSheet(world.context, elsewhere, { id, number: 1, version: 1 }),
      () => endOwnSheet(world.context, elsewhere, { id }),
      () =>
        writeOwnSheet(world.context, elsewhere, {
          id,
          number: 1,
          version: 1,
          ...rest,
          language: 'nl',
          text: null,
        }),
    ])
      await expect(ask()).rejects.toThrow(NotFound)
    // A draft lies on no table.
    const sheets = async () =>
      (await readVisitSheet(world.context, one.worker, { trajectoryId: one.trajectoryId })).sheets
    expect((await sheets()).some((sheet) => sheet.id === id)).toBe(false)
    await publish(id)
    const shown = await readVisitSheet(world.context, one.worker, { trajectoryId: one.trajectoryId })
    expect(shown.sheet).toMatchObject({ id, version: 1, from: 'own', holder: null })
    const theirs = await runningTrajectory(world, { orgId: world.otherOrgId })
    const other = await readVisitSheet(world.context, theirs.worker, { trajectoryId: theirs.trajectoryId })
    expect(other.sheet?.id).toBe('mim-month-3')
    await expect(
      readVisitSheet(world.context, theirs.worker, { trajectoryId: theirs.trajectoryId, sheetId: id }),
    ).rejects.toThrow(NotFound)
    await endOwnSheet(world.context, coordinator, { id })
    expect((await sheets()).some((sheet) => sheet.id === id)).toBe(false)
  })
  test('keeps every version that was used as it was, whoever tries to write at it', async () => {
    const one = await runningTrajectory(world)
    const { id } = await begin('Eerste woorden')
    await publish(id)
    const { contactId } = await visit(one.trajectoryId, one.worker, id)
    const write = async (title: string) =>
      writeOwnSheet(world.context, coordinator, {
        ...(await newest(id)),
        ...rest,
        language: 'nl',
        text: text(title),
      })
    expect(await write('Andere woorden')).toEqual({ id, number: 2 })
    expect(await write('Nog andere woorden')).toEqual({ id, number: 2 })
    await expect(
      publishOwnSheet(world.context, coordinator, { id, number: 2, version: 1 }),
    ).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await publish(id)
    await expect(publish(id)).rejects.toMatchObject({ code: 'sheet-published-already' })
    expect((await readOwnSheet(world.context, coordinator, { id })).changed).toMatchObject({
      since: 1,
      differences: [{ part: 'title', gone: ['Eerste woorden'], come: ['Nog andere woorden'] }],
    })
    // The visit goes on saying what was on the table, also when it is mended.
    const used = async () => (await readContact(world.context, one.worker, { id: contactId })).usedSheet
    expect(await used()).toMatchObject({ id, version: 1, titles: { nl: 'Eerste woorden' } })
    const { version } = await readContact(world.context, one.worker, { id: contactId })
    const mended = { id: contactId, version, kind: 'done', on: '2026-11-03', minutes: 70 } as const
    await correctContact(world.context, one.worker, { ...mended, sheet: id })
    expect(await used()).toMatchObject({ version: 1 })
    const again = await visit(one.trajectoryId, one.worker, id)
    expect((await readContact(world.context, one.worker, { id: again.contactId })).usedSheet?.version).toBe(2)
    await endOwnSheet(world.context, coordinator, { id })
    expect(await used()).toMatchObject({ version: 1 })
    // Not by the app's own hand either.
    await expect(
      world.owner.query(
        `begin; select set_config('naast.org', '${world.orgId}', true); set local role naast_work;
         with w as (update own_sheet_version set content_sealed = '\\x00' where sheet_id = '${id}' returning 1)
         select 1 / (1 - count(*)::int) from w; rollback`,
      ),
    ).resolves.toBeTruthy()
  })
  test('has each language in its own direction, and says who still has to read it', async () => {
    const one = await runningTrajectory(world)
    const { id } = await begin('Rust')
    await writeOwnSheet(world.context, coordinator, {
      ...(await newest(id)),
      ...rest,
      language: 'ar',
      text: arabic,
      awaits: 'de tolk van dinsdag',
    })
    await publish(id)
    const site = staffSite(conversationSheetRoutes, world, one.worker)
    const path = `${paths.conversationSheet.visit(one.trajectoryId)}?sheet=${id}&beside=ar`
    const html = await (await site.request(path)).text()
    expect(html).toMatch(/<article[^>]*lang="ar"[^>]*dir="rtl"[^>]*>(?:(?!<\/article>).)*النوم والراحة/s)
    for (const words of [
      'للبدء بالحديث',
      'أين توجد المساعدة',
      'de tolk van dinsdag',
      'Door jullie organisatie',
    ])
      expect(html).toContain(words)
    const paper = await (await site.request(`${path}&paper=1`)).text()
    expect(paper).not.toContain('de tolk van dinsdag')
    for (const line of arabic.watchFor) expect(paper).not.toContain(line)
    await endOwnSheet(world.context, coordinator, { id })
  })
})

describe('somebody else’s sheets', () => {
  const file = JSON.stringify({
    kind: 'naast-sheets',
    format: 1,
    sheets: [{ ...rest, texts: { nl: text('Praatpapier') } }],
  })
  const load = (by: MemberActor, until: string, more = {}) =>
    loadSheets(world.context, by, {
      programmeId: mim.id,
      text: file,
      licence: { holder: 'Stichting Rechthebbende', note: 'Alleen bij ons', until },
      publish: true,
      ...more,
    })
  test('are used as long as the licence holds, by who holds it, and not a day longer', async () => {
    const one = await runningTrajectory(world)
    await expect(load(one.worker, '2026-12-01')).rejects.toThrow(Forbidden)
    await expect(load(coordinator, '2026-11-02')).rejects.toMatchObject({
      fields: { 'licence.until': 'day-past' },
    })
    await expect(load(coordinator, '2026-12-01', { programmeId: 'iets-anders' })).rejects.toThrow(NotFound)
    expect(await load(coordinator, '2026-11-04')).toEqual({ loaded: 1 })
    const shown = () => readVisitSheet(world.context, one.worker, { trajectoryId: one.trajectoryId })
    const { sheet } = await shown()
    expect(sheet).toMatchObject({
      holder: 'Stichting Rechthebbende',
      texts: { nl: { title: 'Praatpapier' } },
    })
    const sheetId = sheet?.id ?? ''
    const { contactId } = await visit(one.trajectoryId, one.worker, sheetId)
    expect(JSON.stringify(await listOwnSheets(world.context, elsewhere, {}))).not.toContain('Rechthebbende')
    world.turnTo('2026-11-05')
    expect((await shown()).sheet?.id).toBe('mim-month-3')
    await expect(
      readVisitSheet(world.context, one.worker, { trajectoryId: one.trajectoryId, sheetId }),
    ).rejects.toMatchObject({ code: 'sheet-licence-ended' })
    await expect(readOwnSheet(world.context, coordinator, { id: sheetId })).rejects.toThrow(Refused)
    await expect(visit(one.trajectoryId, one.worker, sheetId)).rejects.toMatchObject({
      fields: { sheet: 'not-valid' },
    })
    // What was used is still said; what stood in it isn't.
    expect((await readContact(world.context, one.worker, { id: contactId })).usedSheet?.titles.nl).toBe(
      'Praatpapier',
    )
    const site = staffSite([...ownSheetListRoutes, ...oneOwnSheetRoutes], world, coordinator)
    expect(await (await site.request(paths.conversationSheet.list())).text()).toContain('licentie voorbij')
    expect((await site.request(paths.conversationSheet.one(sheetId))).status).toBe(303)
    world.turnTo('2026-11-03')
  })
  test('come in whole or not at all, and nothing of it stays in a form that failed', async () => {
    const before = (await listOwnSheets(world.context, coordinator, {})).programmes[0]?.sheets.length
    const bad = JSON.parse(file)
    bad.sheets.push({ ...rest, texts: { nl: { ...text('x'), title: '' } } })
    await expect(load(coordinator, '2026-12-01', { text: JSON.stringify(bad) })).rejects.toMatchObject({
      code: 'sheet-file-problem',
      detail: { sheet: 2, field: 'texts.nl.title' },
    })
    const site = staffSite(loadSheetsRoutes, world, coordinator)
    const form = new FormData()
    for (const [name, value] of Object.entries({
      programmeId: mim.id,
      owner: 'other',
      holder: 'Van Iemand',
      until: '1-12-2026',
      publish: 'no',
    }))
      form.append(name, value)
    form.append('file', new Blob(['<svg onload=alert(1)>']), 'x.json')
    const answer = await site.request(paths.conversationSheet.load(), { method: 'POST', body: form })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('Van Iemand')
    expect(html).not.toContain('<svg onload')
    expect((await listOwnSheets(world.context, coordinator, {})).programmes[0]?.sheets.length).toBe(before)
  })
})

describe('which sheet was used', () => {
  test('is part of the visit and of her trajectory, for who reads what was written of it', async () => {
    const [one, other] = [await runningTrajectory(world), await runningTrajectory(world)]
    for (const sheet of ['mim-month-99', 'evt-session-3', '<b>'])
      await expect(visit(one.trajectoryId, one.worker, sheet)).rejects.toMatchObject({
        fields: { sheet: 'not-valid' },
      })
    const { contactId } = await visit(one.trajectoryId, one.worker, 'mim-month-3')
    const ask = (actor: MemberActor) =>
      listUsedSheets(world.context, actor, { trajectoryId: one.trajectoryId })
    expect(await ask(one.worker)).toMatchObject([{ contactId, sheet: { id: 'mim-month-3', version: 1 } }])
    expect(await ask(coordinator)).toHaveLength(1)
    for (const actor of [other.worker, elsewhere]) await expect(ask(actor)).rejects.toThrow(NotFound)
    // After a loss nothing says how old a child was.
    await quietTrajectory(world.context, coordinator, { trajectoryId: one.trajectoryId, loss: 'stillbirth' })
    expect(await ask(one.worker)).toEqual([])
    expect(await readContact(world.context, one.worker, { id: contactId })).toMatchObject({
      usedSheet: null,
      sheets: [],
    })
    await expect(visit(one.trajectoryId, one.worker, 'mim-month-3')).rejects.toMatchObject({
      fields: { sheet: 'not-valid' },
    })
  })
  test('is part of a session', async () => {
    const group = await openTestGroup(world)
    const [leader] = group.facilitators
    const { sessions } = await readGroup(world.context, leader, { id: group.groupId })
    const id = sessions[0]?.id ?? ''
    const session = await readSession(world.context, leader, { id })
    expect(session.sheets).toHaveLength(12)
    const held = recordSession(world.context, leader, {
      id,
      version: session.version,
      minutes: 150,
      theme: 'held',
      sheet: 'mim-month-3',
      facilitatorIds: group.facilitators.map(({ workerId }) => workerId ?? ''),
      attendance: {},
    })
    // Before it is confirmed it can't be held; and never with a sheet for a visit.
    await expect(held).rejects.toThrow()
  })
  test('stays with who may not take paper home, also where only her own agreement says so', async () => {
    const one = await runningTrajectory(world)
    const home = async () =>
      (await readVisitSheet(world.context, one.worker, { trajectoryId: one.trajectoryId })).mayGoHome
    const { contactId } = await visit(one.trajectoryId, one.worker, null)
    // Nobody asked her yet what is safe.
    expect(await home()).toBe(false)
    await agreeSafeContact(world, coordinator, one.motherId)
    expect(await home()).toBe(true)
    await setSafeContact(world.context, coordinator, {
      personId: one.motherId,
      basedOn: (await readContact(world.context, coordinator, { id: contactId })).safeContact?.id ?? null,
      terms: { ...tuesdayMornings, neverAtHome: true },
    })
    expect(await home()).toBe(false)
    const site = staffSite(conversationSheetRoutes, world, one.worker)
    const paper = await (
      await site.request(`${paths.conversationSheet.visit(one.trajectoryId)}?paper=1`)
    ).text()
    expect(paper).toContain('Niet meegeven')
  })
})

test('the form for a sheet keeps what was typed, and says what is wrong with it', async () => {
  const site = staffSite(writeSheetRoutes, world, coordinator)
  const typed = new URLSearchParams({
    programmeId: mim.id,
    at: 'month',
    number: '3',
    language: 'ar',
    title: 'عنوان',
    text: 'a\nb\nc\nd\ne\nf\ng',
    mayGoHome: 'no',
  })
  const answer = await site.request(paths.conversationSheet.begin(), {
    method: 'POST',
    body: typed,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const words of ['عنوان', 'a\nb\nc\nd\ne\nf\ng', 'error-pictograms', 'error-openings'])
    expect(html).toContain(words)
})
