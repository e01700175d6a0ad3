import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownFormRoutes } from '#pages/referral/own-form.tsx'
import { professionalFormRoutes } from '#pages/referral/professional-form.tsx'
import { fieldsOn } from '#testing/html.ts'
import { publicSite, visit } from '#testing/public-site.ts'
import { openWorld, type World } from '#testing/world.ts'

let world: World
let site: ReturnType<typeof publicSite>
beforeAll(async () => {
  world = await openWorld()
  site = publicSite([...ownFormRoutes, ...professionalFormRoutes], world)
})
afterAll(() => world.close())

const referrals = async () =>
  (
    await world.owner.query(
      'select channel, referrer_kind, received_on::text from referral order by received_at',
    )
  ).rows
const open = async (path: string) => fieldsOn((await visit(site, path)).html)
const withAnswers = (fields: URLSearchParams, answers: Record<string, string>) => {
  const filled = new URLSearchParams(fields)
  for (const [name, value] of Object.entries(answers)) filled.set(name, value)
  return filled
}

const midwife = {
  acuteDanger: 'yes',
  referrerKind: 'midwife',
  referrerName: 'Els Bakker',
  referrerOrganisation: 'Verloskundigen aan de Rotte',
  referrerPhone: '010 123 45 67',
  given: 'Amira',
  family: 'el Khatib',
  channel: 'phone',
  phone: '06-12345678',
  when: 'dinsdag tussen 10 en 12',
  voicemail: 'no',
  dueOn: '3 feb 2027',
  language: 'ar',
  interpreter: 'yes',
  words: 'Eerste kind, weinig mensen om zich heen.',
  agreed: 'yes',
}
const ownAnswers = {
  given: 'Amira',
  phone: '0612345679',
  channel: 'text',
  voicemail: 'no',
  bornOn: '3-10-2026',
  agreed: 'yes',
}

describe('the professional’s form', () => {
  test('makes one referral, however often it is sent, and says what happens next', async () => {
    const before = await referrals()
    const fields = withAnswers(await open('/refer/waterrijk'), midwife)
    const first = await visit(site, '/refer/waterrijk', fields)
    expect(first.status).toBe(200)
    const reference = /naast-reference">([0-9A-F]{8})</.exec(first.html)?.[1]
    expect(reference).toBeDefined()
    expect(first.html).toMatch(/112[\s\S]*0800-2000/)
    const second = await visit(site, '/refer/waterrijk', fields)
    expect(second.html).toContain(reference)
    expect(await referrals()).toEqual([
      ...before,
      { channel: 'professional_form', referrer_kind: 'midwife', received_on: '2026-11-03' },
    ])
  })
  test('comes back filled with every problem beside its field', async () => {
    const before = await referrals()
    const wrong = { ...midwife, phone: 'geen', dueOn: '31-2-2027', referrerEmail: 'els@', postcode: '0000' }
    const fields = withAnswers(await open('/refer/waterrijk'), wrong)
    fields.delete('agreed')
    const { status, html } = await visit(site, '/refer/waterrijk', fields)
    expect(status).toBe(422)
    for (const name of ['phone', 'dueOn', 'referrerEmail', 'postcode', 'agreed'])
      expect(html).toContain(`id="error-${name}"`)
    const again = fieldsOn(html)
    for (const [name, value] of Object.entries(wrong))
      expect(again.get(name), name).toBe(name === 'agreed' ? null : value)
    expect(again.get('key')).toBe(fields.get('key'))
    expect(await referrals()).toEqual(before)
  })
  test('asks for a way to reach her, unless only through the referrer', async () => {
    const { phone: _, ...without } = midwife
    const fields = withAnswers(await open('/refer/waterrijk'), without)
    fields.set('phone', '')
    expect((await visit(site, '/refer/waterrijk', fields)).html).toContain('id="error-phone"')
    fields.set('channel', 'via_referrer')
    expect((await visit(site, '/refer/waterrijk', fields)).status).toBe(200)
  })
})

describe('a woman’s own form', () => {
  test('goes from page to page and makes one referral, however often it is sent', async () => {
    const before = await referrals()
    let fields = await open('/s/waterrijk?lang=en')
    let html = ''
    for (let at = 0; at < 7; at++) {
      const step = fields.get('step')
      const filled = withAnswers(fields, { ...ownAnswers, go: step === 'check' ? 'send' : 'next' })
      if (step !== 'check') filled.delete('agreed')
      const answer = await visit(site, '/s/waterrijk?lang=en', filled)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(answer.headers.get('cache-control')).toContain('no-store')
      if (step === 'check') {
        html = answer.html
        expect((await visit(site, '/s/waterrijk?lang=en', filled)).html).toBe(html)
      }
      fields = fieldsOn(answer.html)
    }
    expect(html).toContain('It has been sent')
    expect(html).toContain('We will send you a text message')
    expect(await referrals()).toEqual([
      ...before,
      { channel: 'own_form', referrer_kind: 'self', received_on: '2026-11-03' },
    ])
  })
  test('says nothing that tells, in any step or language', async () => {
    for (const lang of ['nl', 'en'])
      for (const step of ['name', 'reach', 'safe', 'child', 'about', 'words', 'check']) {
        const { html } = await visit(
          site,
          `/s/waterrijk?lang=${lang}`,
          new URLSearchParams({ step, go: 'stay' }),
        )
        expect(html).not.toMatch(
          /geweld|mishandel|slachtoffer|veilig thuis|violence|abuse|victim|moeder|mother/i,
        )
        expect(html).toContain('rel="nofollow noreferrer"')
      }
  })
})

describe('both', () => {
  test('know no organisation that is not there, and say so in the same words', async () => {
    const pages = await Promise.all(['/s/nergens', '/refer/nergens'].map((path) => visit(site, path)))
    expect(pages.map(({ status }) => status)).toEqual([404, 404])
    expect(pages[0]?.html).toBe(pages[1]?.html)
  })
  test('answer anything that is sent to them with words', async () => {
    const name = fc.constantFrom(
      ...Object.keys(midwife),
      'step',
      'go',
      'returning',
      'key',
      'bornOn',
      'onbekend',
    )
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'check',
        'send',
        'next',
        '\u0000',
        '\u202eabc',
        '=1+1',
        'x'.repeat(10_000),
        '06 12345678',
        'yes',
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, value), { maxLength: 20 }),
        fc.boolean(),
        async (fields, own) => {
          const { status, html } = await visit(
            site,
            own ? '/s/waterrijk' : '/refer/waterrijk',
            new URLSearchParams(fields),
          )
          expect([200, 409, 422]).toContain(status)
          expect(html).toContain('<h1')
        },
      ),
      { numRuns: 60 },
    )
  })
})
