import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import { castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { yearsOfWork } from '#testing/years-of-work.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { readSteeringFigures } from '#usecases/figures/read-steering-figures.ts'

let world: World
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld()
  const worker = await castWorker(world, { given: 'Ans' })
  for (const statement of yearsOfWork(world.orgId, worker, 40, 400)) await world.owner.query(statement)
  manager = await world.member(['programme_manager'])
}, 300_000)
afterAll(() => world?.close())

const read = (by = manager, period = '2024', programme = '') =>
  readSteeringFigures(world.context, by, { period, programme })

test('are refused to who neither steers nor sees files, for what isn’t a period, and for a programme of others', async () => {
  const may = ['programme_manager', 'coordinator', 'safeguarding_lead']
  for (const role of roles.filter((one) => !may.includes(one)))
    await expect(read(await world.member([role]))).rejects.toThrow(Forbidden)
  await expect(read(manager, 'dit jaar')).rejects.toThrow(Invalid)
  await expect(read(manager, '2024', 'elsewhere')).rejects.toThrow(NotFound)
})
test('tell no number of one to four women, also where they are few, and the same to whoever reads them', async () => {
  const figures = await read()
  const told = figures.tables.flatMap(({ cells, rowTotals, columnTotals, total }) => [
    ...cells,
    ...rowTotals,
    ...columnTotals,
    total,
  ])
  expect(told.some((n) => n !== null)).toBe(true)
  expect(told.filter((n) => n !== null && n > 0 && n < 5)).toEqual([])
  expect(told.includes(null) || figures.tables.some(({ collapsed }) => collapsed.length > 0)).toBe(true)
  const coordinator = await world.member(['coordinator'])
  expect(await read(coordinator)).toEqual(figures)
})
test('of a period without anything are empty, and of another organisation nothing is counted', async () => {
  expect((await read(manager, '2019')).tables).toEqual([])
  const theirs = await read(await world.member(['programme_manager'], world.otherOrgId))
  expect(theirs.tables).toEqual([])
})
