import { readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownFormRoutes } from '#pages/referral/own-form.tsx'
import { ownFormSteps } from '#pages/referral/own-form-steps.ts'
import { professionalFormRoutes } from '#pages/referral/professional-form.tsx'
import { fieldsOn } from '#testing/html.ts'
import { publicSite, visit } from '#testing/public-site.ts'
import { openWorld, type World } from '#testing/world.ts'

/** Budgets of design section 5, in bytes as they travel: compressed. */
const kilobyte = 1024
const budget = { publicPage: 14 * kilobyte, staffPage: 60 * kilobyte, staffScript: 20 * kilobyte }

const weightOf = (content: string | Uint8Array): number => gzipSync(content).length

/** What the build makes, by the file it was made from: its weight. */
const built = new Map<string, number>()
/** What islands have in common travels too. */
let shared = 0
const weightBuilt = (source: string): number => built.get(source) ?? Number.NaN
beforeAll(async () => {
  const result = await build({ logLevel: 'silent', build: { write: false } })
  for (const { output } of [result].flat().filter((one) => 'output' in one))
    for (const file of output)
      if (file.type === 'asset')
        for (const source of file.originalFileNames) built.set(source, weightOf(file.source))
      else if (file.facadeModuleId)
        built.set(file.facadeModuleId.replace(/^.*?\/(src\/)/, '$1'), weightOf(file.code))
      else shared += weightOf(file.code)
}, 300_000)

let world: World
let site: ReturnType<typeof publicSite>
beforeAll(async () => {
  world = await openWorld()
  site = publicSite([...ownFormRoutes, ...professionalFormRoutes], world)
})
afterAll(() => world.close())

describe('a public page', () => {
  const filled = {
    given: 'Amira',
    family: 'el Khatib',
    phone: '06 12345678',
    email: 'amira@example.nl',
    channel: 'phone',
    when: 'dinsdagochtend tussen tien en twaalf',
    voicemail: 'no',
    dueOn: '3-2-2027',
    firstChild: 'yes',
    language: 'ar',
    interpreter: 'yes',
    postcode: '3011 AB',
    birthDay: '3-11-1998',
    words: 'Ik ken hier nog niet veel mensen en zou graag met iemand praten. '.repeat(12),
  }
  for (const step of ownFormSteps)
    test(`weighs at most 14 KB with its styles: a woman’s own form, ${step}`, async () => {
      const { html } = await visit(site, '/s/waterrijk', new URLSearchParams({ ...filled, step, go: 'stay' }))
      expect(fieldsOn(html).get('step')).toBe(step)
      expect(weightOf(html) + weightBuilt('src/pages/look/public.css')).toBeLessThanOrEqual(budget.publicPage)
      expect(html).not.toContain('<script')
    })
  test('weighs at most 14 KB with its styles and a municipality’s: the professional’s form, all of it wrong', async () => {
    const { status, html } = await visit(
      site,
      '/refer/waterrijk',
      new URLSearchParams({ phone: 'x', email: 'x', dueOn: 'x' }),
    )
    expect(status).toBe(422)
    const themes = [...built].filter(([source]) => source.includes('/theme/')).map(([, weight]) => weight)
    const heaviest = Math.max(0, ...themes)
    expect(weightOf(html) + weightBuilt('src/pages/look/public.css') + heaviest).toBeLessThanOrEqual(
      budget.publicPage,
    )
  })
})

describe('a staff page', () => {
  const islands = readdirSync('src/pages', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.island.ts'),
  )
  const script = () => islands.reduce((sum, file) => sum + weightBuilt(`src/pages/${file}`), shared)
  test('carries at most 20 KB of script, even with every island on it', () => {
    expect(islands.length).toBeGreaterThan(0)
    expect(script()).toBeLessThanOrEqual(budget.staffScript)
  })
  test('has styles and script of at most half of what it may weigh, so that the page itself has room', () => {
    expect(weightBuilt('src/pages/look/staff.css') + script()).toBeLessThanOrEqual(budget.staffPage / 2)
  })
})
