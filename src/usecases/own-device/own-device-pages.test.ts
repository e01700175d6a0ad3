import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { mim } from '#programmes/mim.ts'
import { findOnShelf, shelf } from '#programmes/shelf/shelf.ts'
import { fieldsOn, formsOn } from '#testing/html.ts'
import { letsOwnDevices, mayAnswerHerself, wrongCode } from '#testing/own-device.ts'
import { openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'

let world: World
let site: WholeSite
let coordinator: MemberActor
let cookie: string
beforeAll(async () => {
  world = await openWorld([mim])
  coordinator = await world.member(['coordinator'])
  await letsOwnDevices(world)
  site = await openWholeSite(world)
  cookie = await site.signIn(coordinator)
})
afterAll(async () => {
  expect(site.troubles).toEqual([])
  await site.close()
  await world.close()
})

const her = (names = ['k10-nl@1', 'hark-nl@1']) =>
  mayAnswerHerself(world, coordinator, names, { programmeId: mim.id })
const staff = (trajectoryId: string, fields?: Record<string, string>) => {
  const path = paths.measure.ownDevice(trajectoryId, 'T0')
  return site.ask(path, { cookie, ...(fields && { form: new URLSearchParams(fields) }) })
}
/** The code as the page shows it, once. */
async function given(trajectoryId: string): Promise<string> {
  const page = (await staff(trajectoryId)).html
  const fields = Object.fromEntries(fieldsOn(page.slice(page.indexOf('class="naast-form"') - 100)))
  const { html } = await staff(trajectoryId, { ...fields, go: 'give', how: 'beside', asked: 'yes' })
  const code = /<dd>([0-9A-Z]{4} [0-9A-Z]{4})<\/dd>/.exec(html)?.[1]
  if (!code) throw new Error(html)
  return code
}
/** As a browser of hers sends a form: pressed, from our own page. */
const press = (
  fields: Record<string, string> | URLSearchParams,
  headers: Record<string, string> = { 'sec-fetch-user': '?1' },
) => site.ask(paths.ownDevice(), { form: new URLSearchParams(fields), headers })
const herForm = (html: string) => {
  const form = formsOn(html).length > 1 ? html.slice(html.indexOf('<main')) : html
  return Object.fromEntries(fieldsOn(form))
}
async function questions(trajectoryId: string) {
  const begin = await press({ go: 'code', code: await given(trajectoryId) })
  const page = await press({ ...herForm(begin.html), go: 'begin' })
  return { begin, page, fields: herForm(page.html) }
}
const answers = Object.fromEntries(
  (findOnShelf('k10-nl@1')?.items ?? []).map(({ id }) => [`k10-nl.${id}`, '2']),
)
const telling =
  /geweld|mishandel|veilig thuis|slachtoffer|moeder|programma|waterrijk|naast\.|violence|abuse|mother|programme|Elif|Yıldız/i

describe('her pages', () => {
  test('are the same for everybody, name nobody, keep nothing and are kept nowhere', async () => {
    const { trajectoryId } = await her()
    const { begin, page, fields } = await questions(trajectoryId)
    const start = await site.ask(paths.ownDevice())
    const sent = await press({ ...fields, ...answers, go: 'send' })
    for (const { status, headers, html } of [start, begin, page, sent]) {
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toContain('no-store')
      expect(headers.get('set-cookie')).toBeNull()
      expect(html).toContain('<title>Formulier</title>')
      expect(html.replaceAll(/class="[^"]*"/g, '')).not.toMatch(telling)
      expect(html).not.toContain('hark')
    }
    expect(sent.headers.get('clear-site-data')).toBe('"cache"')
    expect(sent.html).not.toMatch(/K10|k10|score/)
    expect(page.html).toContain('value="skipped"')
    expect(page.html).toContain('autocomplete="off"')
    const { html } = await staff(trajectoryId)
    expect(html).toContain('Haar antwoorden kwamen binnen')
  })
  test('say the same to any code that opens nothing', async () => {
    const { trajectoryId } = await her()
    const code = await given(trajectoryId)
    await press({ go: 'code', code })
    const wrong = [code, wrongCode(world.orgId), wrongCode(world.otherOrgId), 'niets']
    const said = await Promise.all(wrong.map((one) => press({ go: 'code', code: one })))
    expect(said.map(({ status }) => status)).toEqual(wrong.map(() => 422))
    const [first, ...others] = said.map(({ html }, at) => html.replace(`value="${wrong[at]}"`, 'value=""'))
    for (const one of others) expect(one).toBe(first)
  })
  test('sent twice say that it came', async () => {
    const { trajectoryId } = await her()
    const { fields } = await questions(trajectoryId)
    const [first, second] = [
      await press({ ...fields, ...answers, go: 'send' }),
      await press({ ...fields, ...answers, go: 'send' }),
    ]
    expect(second.html).toBe(first.html)
  })
  test('come back with all that was chosen where something can’t be right, and with no word where it is over', async () => {
    const { trajectoryId } = await her()
    const { fields } = await questions(trajectoryId)
    const wrong = await press({ ...fields, ...answers, 'k10-nl.k3': '99', go: 'send' })
    expect(wrong.status).toBe(422)
    expect(wrong.html.match(/ checked/g)).toHaveLength(9)
    const none = await press({ ...fields, go: 'send' })
    expect([none.status, none.html.includes('nog niets gekozen')]).toEqual([422, true])
    await changeConsent(world.context, coordinator, {
      trajectoryId,
      code: 'C-7',
      state: 'withdrawn',
      how: 'spoken',
    })
    const over = await press({ ...fields, ...answers, go: 'send' })
    expect(over.status).toBe(409)
    expect(over.html).toContain('Er is niets bewaard')
    expect(over.html).not.toContain('k10')
  })
  test('brought back by the browser, and not by her, show nothing of what she chose', async () => {
    const { trajectoryId } = await her()
    const { fields } = await questions(trajectoryId)
    const wrong = await press({ ...fields, ...answers, 'k10-nl.k3': '99', go: 'send' })
    expect(wrong.html).toContain(' checked')
    const again = await press({ ...fields, ...answers, 'k10-nl.k3': '99', go: 'send' }, {})
    expect(again.html).not.toContain('k10')
    const begun = await press({ ...fields, go: 'begin' }, {})
    expect(begun.html).not.toContain('k10')
  })
  test('are left for the organisation’s own place, and nothing of them opens again', async () => {
    await world.owner.query('update organisation set exit_url = $1 where id = $2', [
      'https://www.example.nl/recepten',
      world.orgId,
    ])
    const { trajectoryId } = await her()
    const { page, fields } = await questions(trajectoryId)
    expect(page.html).toContain('data-exit="https://www.example.nl/recepten"')
    const left = await press({ go: 'leave', token: fields.token ?? '' }, {})
    expect(left.status).toBe(200)
    expect(left.headers.get('refresh')).toBe('0; url=https://www.example.nl/recepten')
    expect(left.headers.get('clear-site-data')).toBe('"cache"')
    const again = await press({ ...fields, go: 'begin' })
    expect(again.status).toBe(409)
    expect(again.html).not.toContain('k10')
    const nobody = await press({ go: 'leave', token: 'x' })
    expect(nobody.headers.get('refresh')).toBe('0; url=https://www.buienradar.nl/')
  })
  test('put her on a list to be called, and say so only if she is', async () => {
    const { trajectoryId } = await her()
    const { fields } = await questions(trajectoryId)
    const said = await press({ ...fields, ...answers, go: 'call' })
    expect(said.html).toContain('Iemand belt je')
    const { rows } = await world.owner.query('select reason_code from task where trajectory_id = $1', [
      trajectoryId,
    ])
    expect(rows).toEqual([{ reason_code: 'own-device-call-her' }])
    const nobody = await press({ go: 'call', token: fields.token?.replace(/.$/, '_') ?? '' })
    expect(nobody.status).toBe(409)
    expect(nobody.html).not.toContain('Iemand belt je')
  })
  test('never put there what may not be, whatever is due and whatever is sent', async () => {
    const every = shelf.map(({ id, version }) => `${id}@${version}`)
    const { trajectoryId } = await her(every)
    const { page, fields } = await questions(trajectoryId)
    for (const one of shelf)
      expect(page.html.includes(`name="${one.id}.`), one.id).toBe(
        !one.neverRemote &&
          !one.alone &&
          !one.onCall &&
          one.channels.includes('remote') &&
          page.html.includes(one.id),
      )
    expect(page.html).not.toMatch(/hark-nl|phq9-nl|epds|movers|own-safety-nl/)
    const forged = await press({
      ...fields,
      'hark-nl.a': '1',
      'version.hark-nl': '1',
      ...answers,
      go: 'send',
    })
    expect(forged.status).toBe(409)
    const { rows } = await world.owner.query(
      `select 1 from measure where trajectory_id = $1 and state <> 'due'`,
      [trajectoryId],
    )
    expect(rows).toEqual([])
  })
  test('answer anything that is sent there with words', async () => {
    const name = fc.constantFrom(
      'go',
      'code',
      'token',
      'pressed',
      'k10-nl.k1',
      'version.k10-nl',
      'hark-nl.a',
      'x.y',
    )
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'begin',
        'send',
        'call',
        'leave',
        'yes',
        'x'.repeat(9000),
        `${'0'.repeat(32)}${'A'.repeat(43)}`,
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 8 }), async (fields) => {
        const { status, html } = await press(new URLSearchParams(fields))
        expect([200, 409, 422, 429]).toContain(status)
        expect(html).toContain('<main')
      }),
      { numRuns: 60 },
    )
  })
})

test('too many wrong codes from one network are slowed', async () => {
  let status = 422
  for (let tries = 0; tries < 40 && status === 422; tries += 1)
    ({ status } = await press({ go: 'code', code: wrongCode(world.orgId) }))
  expect(status).toBe(429)
})
