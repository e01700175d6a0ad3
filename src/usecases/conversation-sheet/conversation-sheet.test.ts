import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { conversationSheetRoutes } from '#pages/conversation-sheet/sheet-pages.tsx'
import { paths } from '#pages/paths.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { readSessionSheet } from '#usecases/conversation-sheet/read-session-sheet.ts'
import { readVisitSheet } from '#usecases/conversation-sheet/read-visit-sheet.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { readGroup } from '#usecases/group/read-group.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { openTestGroup } from '../../../testing/group.ts'
import { runningTrajectory } from '../../../testing/running-trajectory.ts'
import { staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, memosa, evtGroup])
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const sheet = (actor: MemberActor, trajectoryId: string, sheetId: string | null = null) =>
  readVisitSheet(world.context, actor, { trajectoryId, sheetId })

describe('the sheet of a visit', () => {
  test('is for who stands beside her and who watches over her, and nobody else', async () => {
    const one = await runningTrajectory(world)
    const other = await runningTrajectory(world)
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const actor of [other.worker, elsewhere])
      await expect(sheet(actor, one.trajectoryId)).rejects.toThrow(NotFound)
    await expect(sheet(await world.member(['referrer']), one.trajectoryId)).rejects.toThrow(Forbidden)
    expect((await sheet(one.worker, one.trajectoryId)).sheet?.id).toBe('mim-month-3')
    expect((await sheet(coordinator, one.trajectoryId)).sheet?.id).toBe('mim-month-3')
  })

  test('moves with the child, can be another, and is never one that isn’t there', async () => {
    const one = await runningTrajectory(world, { bornOn: '2025-11-02', startedOn: '2025-12-01' })
    const page = await sheet(one.worker, one.trajectoryId)
    expect([page.sheet?.id, page.sheets.length, page.hers]).toEqual(['mim-month-12', 19, ['nl']])
    expect((await sheet(one.worker, one.trajectoryId, 'mim-month-4')).sheet?.id).toBe('mim-month-4')
    // One of a group is none of hers.
    for (const id of ['mim-month-99', 'evt-session-3', '<b>'])
      await expect(sheet(one.worker, one.trajectoryId, id)).rejects.toThrow(NotFound)
  })

  test('is none after a loss, whatever is asked for', async () => {
    const one = await runningTrajectory(world)
    await quietTrajectory(world.context, coordinator, { trajectoryId: one.trajectoryId, loss: 'stillbirth' })
    expect(await sheet(one.worker, one.trajectoryId)).toMatchObject({ sheet: null, sheets: [], quiet: true })
    await expect(sheet(one.worker, one.trajectoryId, 'mim-month-3')).rejects.toThrow(NotFound)
  })

  test('is none in a programme that has no sheets', async () => {
    const one = await runningTrajectory(world, { programmeId: memosa.id })
    expect(await sheet(one.worker, one.trajectoryId)).toMatchObject({ sheet: null, quiet: false })
  })

  test('has what she watches for on the screen, and not on paper', async () => {
    const one = await runningTrajectory(world)
    const site = staffSite(conversationSheetRoutes, world, one.worker)
    const path = paths.conversationSheet.visit(one.trajectoryId)
    const screen = await (await site.request(path)).text()
    const paper = await (await site.request(`${path}?sheet=mim-month-3&beside=en&paper=1`)).text()
    const { watchFor = [], title = '' } = (await sheet(one.worker, one.trajectoryId)).sheet?.texts.nl ?? {}
    expect(watchFor.length).toBeGreaterThan(0)
    for (const line of watchFor) expect([screen.includes(line), paper.includes(line)]).toEqual([true, false])
    for (const html of [screen, paper]) expect(html).toContain(title)
    expect(paper).toContain('Sleeping and a rhythm')
    // Nobody who finds it knows whose it is, or from whom.
    for (const known of ['Semira', 'Achternaam', 'Waterrijk', 'Naast']) expect(paper).not.toContain(known)
  })
})

describe('the sheet of a session', () => {
  test('is for who leads the group, follows the session, and stays where it is', async () => {
    const group = await openTestGroup(world)
    const [leader] = group.facilitators
    const { sessions } = await readGroup(world.context, leader, { id: group.groupId })
    const third = sessions.find(({ number }) => number === 3)?.id ?? ''
    const read = (actor: MemberActor, sheetId: string | null = null) =>
      readSessionSheet(world.context, actor, { id: third, sheetId })
    const stranger = await runningTrajectory(world)
    await expect(read(stranger.worker)).rejects.toThrow(NotFound)
    await expect(read(await world.member(['coordinator'], world.otherOrgId))).rejects.toThrow(NotFound)
    await expect(read(await world.member(['referrer']))).rejects.toThrow(Forbidden)
    expect(await read(leader)).toMatchObject({ sheet: { id: 'evt-session-3' }, mayGoHome: false })
    expect((await read(leader, 'evt-session-12')).sheet?.id).toBe('evt-session-12')
    const site = staffSite(conversationSheetRoutes, world, leader)
    const paper = await (await site.request(`${paths.conversationSheet.session(third)}?paper=1`)).text()
    expect(paper).toContain('Niet meegeven')
    expect(paper).not.toContain('Geheim adres')
  })
})
