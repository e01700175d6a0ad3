import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { accountInput } from '#domain/expense/account.ts'
import { type Account, type Payment, sumOf, writePain001 } from '#domain/expense/payment-file.ts'
import { mostCents } from '#domain/money.ts'

/**
 * What the scheme asks of each field, as far as it can be said without the schema itself: no package that we found on npm
 * carries pain.001.001.09.xsd. The signs are those of EPC217-08, the lengths those of the message definition (Max35Text, Max70Text,
 * Max140Text).
 */
const signs = /^[A-Za-z0-9/?:().,'+ -]+$/
const fields: readonly (readonly [name: string, longest: number])[] = [
  ['MsgId', 35],
  ['PmtInfId', 35],
  ['EndToEndId', 35],
  ['Nm', 70],
  ['Ustrd', 140],
  ['IBAN', 34],
]
/** What bookkeepers call an identification may not begin or end with a slash, nor have two beside each other. */
const identifications = ['MsgId', 'PmtInfId', 'EndToEndId', 'Ustrd']

const checked = (country: string, rest: string): string => {
  const digits = [...`${rest}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('')
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${rest}`
}
const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''))
const letters = (count: number) =>
  fc
    .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), { minLength: count, maxLength: count })
    .map((all) => all.join(''))
const iban = fc.oneof(
  fc.tuple(letters(4), digits(10)).map(([bank, number]) => checked('NL', bank + number)),
  digits(12).map((number) => checked('BE', number)),
  digits(18).map((number) => checked('DE', number)),
  fc.tuple(letters(4), digits(14)).map(([bank, number]) => checked('IE', bank + number)),
)
/** Whoever's account was taken in: what the form lets through, as people type it. */
const account: fc.Arbitrary<Account> = fc
  .record({
    name: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 70 }),
      fc.string({ minLength: 1, maxLength: 70 }),
      fc.constantFrom(
        'Zoë Łącka',
        'A. & B. <Zn>',
        "O'Brien/'t Hof",
        'ñandú\u0000\u202e x',
        'İpek Ğül',
        'Ü'.repeat(70),
      ),
    ),
    iban: fc.tuple(iban, fc.boolean()).map(([one, spaced]) => (spaced ? one.replace(/(.{4})/g, '$1 ') : one)),
  })
  .filter((one) => accountInput.safeParse(one).success)
  .map((one) => accountInput.parse(one))
const id = fc.uuid().map((one) => one.replaceAll('-', ''))
const payments: fc.Arbitrary<Payment[]> = fc.uniqueArray(
  fc
    .tuple(account, id, fc.integer({ min: 1, max: mostCents }))
    .map(([to, endToEndId, cents]) => ({ ...to, endToEndId, cents })),
  { minLength: 1, maxLength: 15, selector: ({ endToEndId }) => endToEndId },
)
const file = fc.record({
  messageId: id,
  madeAt: fc
    .integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 })
    .map((at) => Temporal.Instant.fromEpochMilliseconds(at)),
  payOn: fc.constant(Temporal.PlainDate.from('2026-12-02')),
  from: account,
  payments,
  remittance: fc.constantFrom('Vergoeding november 2026', 'Vergoeding mei 2031'),
})

const all = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text)
/** ISO 7064, the whole number at once: another way than the one that is tested. */
const soundIban = (one: string): boolean =>
  BigInt([...(one.slice(4) + one.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join('')) % 97n === 1n

test('each field of the file has the signs and the length that a bank takes, whoever is paid', () => {
  fc.assert(
    fc.property(file, (given) => {
      const xml = writePain001(given)
      for (const [name, longest] of fields) {
        const texts = all(xml, name)
        expect(texts.length, name).toBeGreaterThan(0)
        for (const text of texts) {
          expect(text, name).toMatch(signs)
          expect(text.length, name).toBeLessThanOrEqual(longest)
          expect(text, name).toBe(text.trim())
          if (identifications.includes(name)) expect(text, name).not.toMatch(/^\/|\/$|\/\//)
        }
      }
      for (const one of all(xml, 'IBAN')) expect(soundIban(one), one).toBe(true)
      expect(all(xml, 'IBAN')).toEqual([given.from.iban, ...given.payments.map((one) => one.iban)])
      expect(xml.isWellFormed()).toBe(true)
    }),
  )
})
test('its sums and its counts agree with what is in it, and no payment stands in it twice', () => {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'CdtTrfTxInf' })
  fc.assert(
    fc.property(file, (given) => {
      const xml = writePain001(given)
      const { GrpHdr, PmtInf } = parser.parse(xml).Document.CstmrCdtTrfInitn
      const amounts: string[] = PmtInf.CdtTrfTxInf.map(
        (one: { Amt: { InstdAmt: string } }) => one.Amt.InstdAmt,
      )
      // Cents in whole numbers: no amount is rounded on its way.
      const cents = amounts.map((amount) => {
        expect(amount).toMatch(/^\d{1,16}\.\d{2}$/)
        return Number(amount.replace('.', ''))
      })
      expect(cents).toEqual(given.payments.map((one) => one.cents))
      for (const head of [GrpHdr, PmtInf]) {
        expect(head.NbOfTxs).toMatch(/^\d{1,15}$/)
        expect(Number(head.NbOfTxs)).toBe(given.payments.length)
        expect(Number(head.CtrlSum.replace('.', ''))).toBe(sumOf(given.payments))
      }
      expect(new Set(all(xml, 'EndToEndId')).size).toBe(given.payments.length)
      expect(GrpHdr.CreDtTm).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
      expect(xml.match(/Ccy="EUR"/g)).toHaveLength(given.payments.length)
    }),
  )
})
