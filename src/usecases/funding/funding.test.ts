import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import { coordinatorHoursRoutes } from '#pages/funding/hours-page.tsx'
import { fundingSplitRoutes } from '#pages/funding/split-page.tsx'
import { subsidyRoutes } from '#pages/funding/subsidy-page.tsx'
import { paths } from '#pages/paths.ts'
import { mim } from '#programmes/mim.ts'
import { mimDenHaag } from '#programmes/mim-variants.ts'
import { castWorker } from '#testing/cast.ts'
import { fieldsOn } from '#testing/html.ts'
import { visit } from '#testing/public-site.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { yearsOfWork } from '#testing/years-of-work.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { keepCoordinatorHours } from '#usecases/funding/keep-coordinator-hours.ts'
import { readCoordinatorHours } from '#usecases/funding/read-coordinator-hours.ts'
import { readFundingSplit } from '#usecases/funding/read-funding-split.ts'
import { readSubsidyStatement } from '#usecases/funding/read-subsidy-statement.ts'
import { setFundingSplit } from '#usecases/funding/set-funding-split.ts'

let world: World
let manager: MemberActor
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, mimDenHaag])
  manager = await world.member(['programme_manager'])
  coordinator = await world.member(['coordinator'])
  const worker = await castWorker(world, { given: 'Ans' })
  for (const statement of yearsOfWork(world.orgId, worker, 300, 1_200, mimDenHaag))
    await world.owner.query(statement)
}, 120_000)
afterAll(() => world?.close())

const programmeId = mimDenHaag.id
const shares = [
  { funder: 'gemeente_den_haag', places: 6_000, hours: 5_000 },
  { funder: 'vgz', places: 4_000, hours: 5_000 },
]
const split = (more: Partial<Parameters<typeof setFundingSplit>[2]> = {}, by = manager) =>
  setFundingSplit(world.context, by, {
    programmeId,
    version: 0,
    from: '2025-01',
    standing: 'agreed',
    shares,
    ...more,
  })
const hours = (more: Partial<Parameters<typeof keepCoordinatorHours>[2]> = {}, by = manager) =>
  keepCoordinatorHours(world.context, by, {
    programmeId,
    month: '2025-03',
    version: 0,
    minutes: 4_321,
    people: 2,
    ...more,
  })
const read = async (by = coordinator, period = '2025') => {
  const { statement } = await readSubsidyStatement(world.context, by, { period, programme: programmeId })
  if (!statement) throw new Error('no statement')
  return statement
}
const code = (text: string) => ({ code: text })

describe('refused is', () => {
  test('to say or to read anything, to who doesn’t answer for it', async () => {
    for (const role of roles) {
      const by = await world.member([role])
      if (role !== 'programme_manager') {
        await expect(split({}, by)).rejects.toThrow(Forbidden)
        await expect(hours({}, by)).rejects.toThrow(Forbidden)
        await expect(readFundingSplit(world.context, by, { programmeId })).rejects.toThrow(Forbidden)
      }
      if (role !== 'programme_manager' && role !== 'coordinator')
        await expect(read(by)).rejects.toThrow(Forbidden)
    }
  })
  test('a programme for which nobody pays, and one of others', async () => {
    for (const other of [mim.id, 'elsewhere']) {
      await expect(split({ programmeId: other })).rejects.toThrow(NotFound)
      await expect(hours({ programmeId: other })).rejects.toThrow(NotFound)
    }
  })
  test('a part of a year: a quarter could be taken off it', async () => {
    await expect(read(coordinator, '2025-Q1')).rejects.toThrow(Invalid)
  })
  test('a split that isn’t whole or of somebody who doesn’t pay, and hours of nobody or of later', async () => {
    const [one, other] = shares
    if (!one || !other) throw new Error('no shares')
    await expect(split({ shares: [one] })).rejects.toMatchObject(code('split-not-whole'))
    await expect(split({ shares: [one, { ...other, funder: 'iemand' }] })).rejects.toMatchObject(
      code('split-unknown-funder'),
    )
    await expect(split({ shares: [{ ...one, places: 10_001 }] })).rejects.toThrow(Invalid)
    await expect(hours({ people: 0 })).rejects.toMatchObject(code('hours-of-nobody'))
    await expect(hours({ month: '2026-12' })).rejects.toMatchObject(code('hours-of-later'))
  })
})

describe('a statement', () => {
  test('is of nobody before it is divided, and then adds up for each fund', async () => {
    const before = await read()
    expect(before.undivided).toBe(true)
    expect(before.lines[0]?.parts).toEqual([0, 0, before.lines[0]?.whole])
    await split({ standing: 'to_confirm' })
    await expect(split()).rejects.toMatchObject(code('changed-meanwhile'))
    expect((await read()).toConfirm).toBe(true)
    await split({ version: 1 })
    await hours()
    await expect(hours()).rejects.toMatchObject(code('changed-meanwhile'))
    await hours({ version: 1, minutes: 6_000 })
    const after = await read()
    expect(after).toMatchObject({ toConfirm: false, undivided: false, running: false })
    expect(after.splits.map(({ number }) => number)).toEqual([2, 1])
    for (const { whole, parts } of [...after.lines, after.together])
      expect(parts.reduce((sum: number, one) => sum + (one ?? Number.NaN), 0)).toBe(whole)
    expect(after.lines.find(({ id }) => id === 'coordination')?.whole).toBe(1_000)
    const { rows } = await world.owner.query(
      `select count(*)::int as n from trajectory where org_id = $1 and started_on <= '2025-12-31'
        and (closed_on is null or closed_on >= '2025-01-01')`,
      [world.orgId],
    )
    expect(after.lines[0]?.whole).toBe(rows[0].n * 10)
  })
  test('hides from who answers for it what one worker logged, and shows it to who reads each visit', async () => {
    const visits = async (by: MemberActor) => (await read(by)).lines.find(({ id }) => id === 'visits')?.whole
    expect(await visits(coordinator)).toBeGreaterThan(0)
    expect(await visits(manager)).toBeNull()
  })
  test('of another organisation has nothing of this one', async () => {
    const stranger = await world.member(['programme_manager'], world.otherOrgId)
    expect((await readFundingSplit(world.context, stranger, { programmeId })).version).toBe(0)
    const asked = { programmeId, month: '2025-03' }
    expect((await readCoordinatorHours(world.context, stranger, asked)).minutes).toBeNull()
    expect((await readCoordinatorHours(world.context, manager, asked)).minutes).toBe(6_000)
  })
  test('of a year to come has no months', async () => {
    expect(await read(coordinator, '2027')).toMatchObject({ months: [], running: true })
  })
})

describe('on its pages', () => {
  const formOn = (html: string) => fieldsOn(html.slice(html.indexOf('<main')))
  const routes = [...subsidyRoutes, ...fundingSplitRoutes, ...coordinatorHoursRoutes]
  test('a manager types a split wrong, loses nothing, and types it right', async () => {
    const site = staffSite(routes, world, manager)
    const at = paths.subsidy.split(programmeId)
    const form = formOn((await visit(site, at)).html)
    form.set('from', '2026-01')
    form.set('standing', 'agreed')
    form.set('places.vgz', 'veertig')
    const wrong = await visit(site, at, form)
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('value="veertig"')
    form.set('places.vgz', '41')
    expect((await visit(site, at, form)).html).toContain('samen geen 100 procent')
    form.set('places.vgz', '33,33')
    form.set('places.gemeente_den_haag', '66,67')
    expect((await visit(site, at, form)).status).toBe(303)
    const page = (await visit(site, paths.subsidy.statement())).html
    // What one worker logged is hidden from a manager, in a word and not as a number.
    expect(page).toContain('verborgen')
    expect(page).toContain('33,33 %')
    expect(page).toContain('Gemeente Den Haag')
  })
  test('and the hours of a month', async () => {
    const site = staffSite(routes, world, manager)
    const at = paths.subsidy.hours(programmeId, '2026-02')
    const form = formOn((await visit(site, at)).html)
    form.set('minutes', 'veel')
    form.set('people', '2')
    expect((await visit(site, at, form)).html).toContain('value="veel"')
    form.set('minutes', '36:30')
    expect((await visit(site, at, form)).status).toBe(303)
    expect((await visit(site, at)).html).toContain('value="36:30"')
    expect((await visit(site, paths.subsidy.hours(programmeId, 'mei'))).status).toBe(404)
  })
})
