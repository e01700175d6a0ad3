import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, Invalid } from '#usecases/failure.ts'
import { readOrganisation } from '#usecases/organisation/read-organisation.ts'
import { importPostcodes } from '#usecases/postcode/import-postcodes.ts'
import { createTeam } from '#usecases/team/create-team.ts'
import { readTeam } from '#usecases/team/read-team.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const row = { postcode: '3011', place: 'Rotterdam', lat: 51.92, lon: 4.48 }

test('is for an administrator', async () => {
  for (const role of ['coordinator', 'worker'] as const)
    await expect(importPostcodes(world.context, await world.member([role]), { rows: [row] })).rejects.toThrow(
      Forbidden,
    )
})
test('names the row that is wrong', async () => {
  const administrator = await world.member(['administrator'])
  const wrong = importPostcodes(world.context, administrator, { rows: [row, { ...row, postcode: '0123' }] })
  await expect(wrong).rejects.toThrow(Invalid)
  await expect(wrong).rejects.toMatchObject({ fields: { 'rows.1.postcode': 'not-a-postcode' } })
})
test('dates its codes: they hold for the division of one year', async () => {
  const administrator = await world.member(['administrator'])
  const coded = { ...row, municipality: 'GM0599', district: 'WK059901' }
  const take = (codesYear: number | null) =>
    importPostcodes(world.context, administrator, { rows: [coded], codesYear })
  await expect(take(null)).rejects.toMatchObject({ fields: { codesYear: 'required' } })
  await expect(take(26)).rejects.toMatchObject({ fields: { codesYear: 'not-a-year' } })
  await take(2025)
  expect(await readOrganisation(world.context, administrator, {})).toMatchObject({ codeYears: [2025] })
  const { id } = await createTeam(world.context, administrator, {
    team: { name: 'Noord', areas: ['GM0599', 'WK059901', 'WK059999', '3011'] },
  })
  expect(await readTeam(world.context, administrator, { id })).toMatchObject({
    unknownCodes: { codes: ['WK059999'], years: [2025] },
  })
})
test('takes a whole country, twice, and keeps each area once', async () => {
  const administrator = await world.member(['administrator'])
  const rows = Array.from({ length: 9000 }, (_, at) => ({ ...row, postcode: String(1000 + at) }))
  expect(await importPostcodes(world.context, administrator, { rows })).toEqual({
    imported: 9000,
    known: 9000,
  })
  expect(await importPostcodes(world.context, administrator, { rows: [row, row] })).toEqual({
    imported: 1,
    known: 9000,
  })
})
