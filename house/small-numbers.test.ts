import { globSync, readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '#api/endpoints.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { type Host, page, publicRoute, type Route, staffRoute } from '#pages/page.ts'
import { routes } from '#pages/routes.ts'
import { siteOf } from '#pages/site.tsx'
import { openApi, type TestApi } from '#testing/api.ts'
import { castWoman } from '#testing/cast.ts'
import { noAssets } from '#testing/public-site.ts'
import { openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import { openWorld, type World } from '#testing/world.ts'

/**
 * A small number tells on somebody (domain.md 7.6, H12): who knows that there are three women and that one of them is
 * his neighbour knows enough. What leaves in counts goes through the release ledger (decision 35) and nothing else does; whatever
 * else is seen from outside the organisation must be the same, byte for byte, whether there is one woman more or not.
 */
let world: World
let whole: WholeSite
let api: TestApi
let key: string
let referrer: MemberActor
beforeAll(async () => {
  world = await openWorld()
  whole = await openWholeSite(world)
  api = openApi(world)
  key = (await api.key()).key
  referrer = await world.member(['referrer'])
})
afterAll(async () => {
  await whole?.close()
  await world?.close()
})

function siteFor(actor: MemberActor | null, all: readonly Route[]): Hono {
  const host: Host = {
    orgId: world.orgId,
    name: 'Stichting Waterrijk',
    slug: 'waterrijk',
    theme: 'naast',
    zone: 'Europe/Amsterdam',
  }
  return siteOf(
    {
      demo: false,
      assets: noAssets,
      context: () => world.context,
      newRequestId: () => 'test',
      signedIn: async () => actor && { actor, name: 'Iemand', language: 'nl', host },
      signIn: whole.signInPort,
      network: () => '203.0.113.7',
      hostBySlug: async () => host,
      trouble: (_, error) => {
        throw error
      },
    },
    all,
  )
}
/** Who stands outside: anybody, somebody who refers, another system. A funder has no more than the first. */
const outside = (route: Route): 'anybody' | 'referrer' | null =>
  route.who === 'public' || route.who === 'anyone'
    ? 'anybody'
    : route.who.includes('referrer')
      ? 'referrer'
      : null
const addressOf = (path: string): string =>
  path
    .replace(/:org\b/, 'waterrijk')
    .replace(/:(\w*[iI]d)\b/g, '01930000-0000-7000-8000-000000000009')
    .replace(/:\w+/g, 'niets')
/** Keys of forms and challenges are drawn anew each time. */
const plain = (text: string): string => text.replace(/[\w-]{22,}/g, '…')

/** Every page and answer that is seen from outside, as it is now. */
async function seenOutside(all: readonly Route[]): Promise<Map<string, string>> {
  const sites = { anybody: siteFor(null, all), referrer: siteFor(referrer, all) }
  const seen = new Map<string, string>()
  for (const route of all) {
    const who = outside(route)
    if (!who || !route.get) continue
    const answer = await sites[who].request(`http://localhost${addressOf(route.path)}`, {
      headers: { 'accept-language': 'nl' },
    })
    expect(answer.status, route.path).toBeLessThan(500)
    seen.set(`${who} ${route.path}`, plain(`${answer.status} ${await answer.text()}`))
  }
  for (const { method, path } of endpoints.filter((one) => one.method === 'GET')) {
    const answer = await api.send(method, addressOf(path), { key })
    seen.set(`system ${path}`, plain(`${answer.status} ${await answer.text()}`))
  }
  return seen
}
/** Where it is seen that women came: two more who wait, one who is beside somebody, one whose trajectory closed. */
async function tells(more: readonly Route[] = []): Promise<readonly string[]> {
  const all = [...routes, ...more]
  const before = await seenOutside(all)
  for (const state of ['waiting', 'waiting', 'active', 'closed'] as const)
    await castWoman(world, { given: 'Duifje' }, { state })
  const after = await seenOutside(all)
  return [...before.keys()].filter((where) => before.get(where) !== after.get(where))
}
const counted = async (): Promise<string> =>
  `${(await world.owner.query('select count(*)::int as n from trajectory')).rows[0].n} vrouwen`

describe('from outside', () => {
  test('nobody sees that there are more women than before', async () => {
    expect(await tells()).toEqual([])
    expect(api.troubles).toEqual([])
  })
  test('and it would be noticed if a page or a list of who refers counted them', async () => {
    const numbers = async () => page('Cijfers', await counted(), { frame: 'public' })
    const more = [
      publicRoute({ path: '/numbers/:org', who: 'public', door: 'professional', get: numbers }),
      staffRoute({ path: '/my-numbers', who: ['referrer'], get: numbers }),
    ]
    expect(await tells(more)).toEqual(['anybody /numbers/:org', 'referrer /my-numbers'])
  })
})

/** What can be taken along as a file: a list of people or lines, or what somebody made; none of it counts women. */
const files: Readonly<Record<string, string>> = {
  'src/pages/audit/audit-page.tsx': 'lines of the access log, for the privacy officer',
  'src/pages/audit/seals-page.tsx': 'the last seal of that log, a number of lines and no women',
  'src/pages/contact/draft-answers.ts': 'the moment at which a draft was saved',
  'src/pages/document/one-document.tsx': 'one document of hers, to who may read it',
  'src/pages/exchange/exchange-file-page.tsx':
    'cards for a partner organisation, under an agreement of both; how many there are it may know',
  'src/pages/expense/one-payout.tsx':
    'payments to workers, for who pays and for the bank: name, account and one sum, and nothing of a visit',
  'src/pages/expense/receipt.tsx':
    'one receipt of a worker’s own costs, for herself and who checks it; nobody who pays',
  'src/pages/figures/steering-page.tsx':
    'a period for who works here and opens no file, with under five hidden; says itself that it is not for outside',
  'src/pages/field-phone/field-send.ts':
    'what her own phone asks: her visits of a week, and that something arrived',
  'src/pages/import/result-page.tsx': 'rows of her own list that did not go in',
  'src/pages/instrument/questionnaire-file.ts': 'the questions of a questionnaire, and no answer',
  'src/pages/person-request/one-person-request.tsx': 'what is kept of one person, for that person',
  'src/pages/planning/calendar-pages.tsx': 'when a worker has something to do, in one word that says nothing',
  'src/pages/programme/draft-page.tsx': 'a programme in the making',
  'src/pages/programme/programme-page.tsx': 'a programme',
  'src/pages/sharing/shared-file.ts':
    'what one woman said yes to by name, for one party, as it passed the gate; no count but of her own adversities',
  'src/pages/report-release/one-release.tsx': 'counts that were made safe and that a second person released',
}
const handingOut = (sources: readonly { file: string; text: string }[]): readonly string[] =>
  sources
    .filter(({ text }) => /kind: 'file'|content-disposition/i.test(text))
    .map(({ file }) => file)
    .sort()

describe('a file that leaves', () => {
  const sources = globSync('src/{pages,api}/**/*.{ts,tsx}')
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  /** Where a file's answer is written out for the browser, and not made. */
  const frame = /^src\/pages\/(page\.ts|site\.tsx)$/
  test('is one of these', () => {
    expect(handingOut(sources).filter((file) => !frame.test(file))).toEqual(Object.keys(files).sort())
  })
  test('and a report that somebody adds would be noticed', () => {
    const report = {
      file: 'src/pages/report/funder.tsx',
      text: "return { kind: 'file', name: 'cijfers.csv' }",
    }
    expect(handingOut([...sources, report])).toContain(report.file)
  })
})
