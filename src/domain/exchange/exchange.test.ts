import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askCards, tokenText } from './ask-cards.ts'
import { exchangeStates, exchangeSteps, mayConfirm, mayStepExchange, termOf } from './exchange.ts'
import { readExchangeCode, writeExchangeCode } from './exchange-code.ts'
import { type ExchangeStanding, exchangeDue, type OtherFace } from './exchange-due.ts'
import { readExchangeFile, writeExchangeFile } from './exchange-file.ts'
import type { KeyKind } from './key-texts.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()
const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-03')

describe('an agreement', () => {
  test('takes these steps from these states and no others', () => {
    const table = exchangeStates.map((state) => exchangeSteps.filter((step) => mayStepExchange(state, step)))
    expect(table).toEqual([['confirm', 'end'], ['confirm', 'end'], ['end', 'export', 'import'], []])
  })
  test('is agreed by two', () => {
    expect(mayConfirm({ state: 'offered', begunBy: 'a' }, 'a')).toEqual({ refused: 'exchange-second-person' })
    expect(mayConfirm({ state: 'running', begunBy: 'a' }, 'b')).toEqual({ refused: 'exchange-not-now' })
    expect(mayConfirm({ state: 'answered', begunBy: 'a' }, 'b')).toBe(true)
  })
  test('has an end within two years', () => {
    expect(termOf(today, today)).toBe(true)
    expect(termOf(day('2028-11-03'), today)).toBe(true)
    expect(termOf(day('2028-11-04'), today)).toEqual({ refused: 'exchange-too-long' })
    expect(termOf(day('2026-11-02'), today)).toEqual({ refused: 'day-in-the-past' })
  })
})

describe('what the clock does', () => {
  const mine: ExchangeStanding = {
    state: 'running',
    way: 'here',
    begunOn: day('2026-10-01'),
    until: day('2027-01-01'),
    laidOn: today,
    askedStamp: 4,
    receivedOn: null,
    receivedStamp: 0,
  }
  const other: OtherFace = { state: 'running', until: day('2027-01-01'), stamp: 4 }
  test.each<[string, Partial<ExchangeStanding>, Partial<OtherFace> | null, ReturnType<typeof exchangeDue>]>([
    ['nothing when all is done', {}, {}, null],
    ['nothing once it is over', { state: 'ended', until: day('2020-01-01') }, {}, null],
    ['ends after its last day', { until: day('2026-11-02') }, {}, 'end'],
    ['not on its last day', { until: today }, {}, null],
    ['ends with the other', {}, { state: 'ended' }, 'end'],
    ['ends after the other’s last day', {}, { until: day('2026-11-02') }, 'end'],
    ['ends what nobody agreed to', { state: 'offered' }, null, 'end'],
    ['waits two weeks for that', { state: 'offered', begunOn: day('2026-10-20') }, null, null],
    ['lays nothing before the other agreed', { laidOn: null }, { state: 'answered' }, null],
    ['lays all once a day', { laidOn: day('2026-11-02') }, {}, 'lay'],
    ['asks when the other lays', {}, { stamp: 5 }, 'ask'],
    ['of a file: lays', { way: 'file', laidOn: null }, null, 'lay'],
    ['of a file: asks when one came', { way: 'file', receivedStamp: 5, receivedOn: today }, null, 'ask'],
    ['of a file: lets go of an old one', { way: 'file', receivedOn: day('2026-09-28') }, null, 'forget'],
  ])('%s', (_, mineNow, otherNow, due) => {
    expect(exchangeDue({ ...mine, ...mineNow }, otherNow && { ...other, ...otherNow }, today)).toBe(due)
  })
})

describe('a code', () => {
  const secret = fc.uint8Array({ minLength: 32, maxLength: 32 })
  const way = fc.constantFrom('here', 'file')
  test('is read as it was written, however it is typed', () => {
    fc.assert(
      fc.property(secret, way, (bytes, how) => {
        const code = writeExchangeCode({ way: how, secret: bytes }, digest)
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){13}[0-9A-HJKMNP-TV-Z]{4}$/)
        for (const typed of [
          code,
          code.toLowerCase().replaceAll(' ', ''),
          code.replaceAll('0', 'o').replaceAll('1', 'l'),
        ])
          expect(readExchangeCode(typed, digest)).toEqual({ way: how, secret: bytes })
      }),
    )
  })
  test('with one letter wrong is none, but for one in thirty thousand', () => {
    let taken = 0
    fc.assert(
      fc.property(
        secret,
        way,
        fc.nat(55),
        fc.constantFrom(...'234567ABCDEFGHJK'),
        (bytes, how, at, letter) => {
          const code = writeExchangeCode({ way: how, secret: bytes }, digest).replaceAll(' ', '')
          if (code.charAt(at) === letter) return
          if (readExchangeCode(code.slice(0, at) + letter + code.slice(at + 1), digest)) taken += 1
        },
      ),
      { numRuns: 500 },
    )
    expect(taken).toBeLessThan(2)
  })
  test('of anything else is none', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => readExchangeCode(text, digest) === null))
  })
})

describe('a file', () => {
  const head = {
    naast: 'exchange',
    edition: 1,
    agreement: '01930000-0000-7000-8000-000000000001',
    side: 'offered',
    at: '2026-11-03T08:00:00Z',
  } as const
  const cards = [{ print: 'AAAA', tokens: 'AAAAAAAAAAA=' }]
  const text = writeExchangeFile(head, cards, () => 'zegel')
  test('is read as it was written, also with the ends of lines of another system', () => {
    for (const one of [text, text.replaceAll('\n', '\r\n')]) {
      const read = readExchangeFile(one)
      expect(read).toMatchObject({ head, cards, seal: 'zegel' })
      expect(`${read?.sealed}\n${read?.seal}\n`).toBe(text)
    }
  })
  test('that is something else is none, and never more than that', () => {
    fc.assert(fc.property(fc.string(), (junk) => readExchangeFile(junk) === null))
    fc.assert(
      fc.property(fc.nat(text.length - 8), fc.string({ minLength: 1, maxLength: 3 }), (at, junk) => {
        const read = readExchangeFile(text.slice(0, at) + junk + text.slice(at + 1))
        // Whatever still reads is other text under the same seal, or the same text.
        return read === null || read.seal !== 'zegel' || read.sealed !== ''
      }),
    )
    expect(readExchangeFile(text.replace('"edition":1', '"edition":2'))).toBeNull()
    expect(readExchangeFile(text.replace('"at"', '"more":1,"at"'))).toBeNull()
  })
})

test('cards are asked of several at once, and each answers for itself', () => {
  const token = (of: number) => new Uint8Array(8).fill(of)
  const ask = (of: string, kind: KeyKind) => [{ of, kind }]
  const question = new Map([
    [tokenText(token(1)), [...ask('a', 'pair-year'), ...ask('b', 'phone')]],
    [tokenText(token(2)), ask('a', 'word-day')],
  ])
  const card = (print: number, ...tokens: number[]) => ({
    print: new Uint8Array([print]),
    tokens: Uint8Array.from(tokens.flatMap((of) => [...token(of)])),
  })
  const found = askCards(question, [card(7, 3, 1, 2), card(8, 1), card(9, 4)])
  expect(found.get('a')).toEqual([
    { print: '\x07', class: 'same' },
    { print: '\b', class: 'likely' },
  ])
  expect(found.get('b')?.map((hit) => hit.class)).toEqual(['possible', 'possible'])
})
