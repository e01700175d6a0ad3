import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readJson } from '#domain/fhir/read-json.ts'
import { readQuestionnaire } from '#domain/fhir/read-questionnaire.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { findOnShelf, shelf } from '#programmes/shelf/shelf.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => await world?.close())

const asked = async (role: 'coordinator' | 'worker' | 'referrer', path: string) =>
  staffSite(routes, world, await world.member([role])).request(`http://localhost${path}`)

describe('a questionnaire as a file', () => {
  test('is for who may see the shelf, and only of what stands there', async () => {
    for (const role of ['worker', 'referrer'] as const) {
      const answer = await asked(role, paths.instrument.fhir('k10-nl'))
      expect([role, answer.headers.get('content-disposition')]).toEqual([role, null])
      expect(answer.status).toBeGreaterThanOrEqual(403)
    }
    expect((await asked('coordinator', paths.instrument.fhir('none'))).status).toBe(404)
  })
  test('is FHIR that is read back as itself, each of them', async () => {
    for (const instrument of shelf) {
      const answer = await asked('coordinator', paths.instrument.fhir(instrument.id))
      expect(answer.headers.get('content-type')).toBe('application/fhir+json; charset=utf-8')
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
      const tree = readJson(await answer.text())
      if (typeof tree === 'string') throw new Error(tree)
      expect(readQuestionnaire(tree, findOnShelf)).toEqual({ instrument })
    }
  })
  test('is offered on its page', async () => {
    const page = await asked('coordinator', paths.instrument.one('k10-nl'))
    expect(await page.text()).toContain(`href="${paths.instrument.fhir('k10-nl')}"`)
  })
})
