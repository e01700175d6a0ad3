import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden } from '#usecases/failure.ts'
import { changeOrganisation } from '#usecases/organisation/change-organisation.ts'
import { readOrganisation } from '#usecases/organisation/read-organisation.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const settings = {
  name: 'Stichting Beside',
  language: 'en',
  theme: 'denhaag',
  exitUrl: 'https://www.example.nl/weer',
} as const

describe('an organisation’s settings', () => {
  test('are an administrator’s, and nobody else’s', async () => {
    for (const role of ['coordinator', 'worker', 'referrer', 'privacy_officer'] as const) {
      const member = await world.member([role])
      await expect(changeOrganisation(world.context, member, settings)).rejects.toThrow(Forbidden)
      await expect(readOrganisation(world.context, member, {})).rejects.toThrow(Forbidden)
    }
  })
  test('change for that organisation alone', async () => {
    await changeOrganisation(world.context, await world.member(['administrator']), settings)
    const { rows } = await world.owner.query('select id, name, theme, exit_url from organisation')
    expect(rows.find(({ id }) => id === world.orgId)).toMatchObject({
      name: 'Stichting Beside',
      theme: 'denhaag',
    })
    expect(rows.find(({ id }) => id === world.otherOrgId)).toMatchObject({ theme: 'naast', exit_url: null })
  })
  test('take no exit that could run or tell', async () => {
    const administrator = await world.member(['administrator'])
    for (const exitUrl of ['javascript:alert(1)', 'http://example.nl', 'weer', 'https://'])
      await expect(
        changeOrganisation(world.context, administrator, { ...settings, exitUrl }),
        exitUrl,
      ).rejects.toMatchObject({ fields: { exitUrl: 'not-an-address' } })
  })
})
