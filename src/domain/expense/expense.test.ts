import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import {
  type Approved,
  countedKinds,
  fillsLimit,
  fitsLimits,
  nearness,
  roomOf,
} from '#domain/expense/allowance.ts'
import { allowanceLimits, limitsOn } from '#domain/expense/allowance-limits.ts'
import { linesOf, readTypedKilometres, sameLines } from '#domain/expense/claim.ts'
import {
  expenseKinds,
  type expenseStates,
  expenseSteps,
  mayDecide,
  stepExpense,
} from '#domain/expense/expense.ts'
import { minutesOf, minutesOpen, worthOf } from '#domain/expense/hours.ts'
import { readIban } from '#domain/expense/iban.ts'
import { bankLetters, sumOf, writePain001 } from '#domain/expense/payment-file.ts'
import { givesBack, type payoutStates, payoutSteps, stepPayout } from '#domain/expense/payout.ts'
import { mayGive, type Rate, rateKinds, rateOn } from '#domain/expense/rate.ts'
import { plainEuros, readTypedMoney } from '#domain/money.ts'
import { isRefusal } from '#domain/refusal.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const year = limitsOn(day('2025-06-01'))
if (!year) throw new Error('no limits')

describe('money', () => {
  test('is read as people type it, to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (cents) => {
        expect(readTypedMoney(plainEuros(cents))).toBe(cents)
        expect(readTypedMoney(`€ ${plainEuros(cents).replace('.', ',')}`)).toBe(cents)
      }),
    )
    expect(['4,8', '12', '12,-', '7,--', 'EUR 3'].map(readTypedMoney)).toEqual([480, 1200, 1200, 700, 300])
  })
  test('is nothing else', () => {
    for (const text of ['', '0', '0,00', '-4', '4,805', '1.000,00', '1e3', '4,8 km', '٤', '9'.repeat(30)])
      expect(readTypedMoney(text), text).toBeNull()
  })
})

/** A number of this country with its own check digits. */
const ibanOf = (bank: string, account: number): string => {
  const rest = `${bank}${String(account).padStart(10, '0')}`
  const digits = [...`${rest}NL00`].map((sign) => Number.parseInt(sign, 36)).join('')
  return `NL${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${rest}`
}

describe('an account number', () => {
  test('is read with its spaces, and in any country of the scheme', () => {
    for (const [typed, iban] of [
      ['NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300'],
      ['nl91abna0417164300', 'NL91ABNA0417164300'],
      ['BE71 0961 2345 6769', 'BE71096123456769'],
      ['DE75512108001245126199', 'DE75512108001245126199'],
      ['FR7630006000011234567890189', 'FR7630006000011234567890189'],
    ])
      expect(readIban(typed ?? '')).toBe(iban)
  })
  test('with one sign wrong, or two swapped, is none', () => {
    const account = fc.tuple(
      fc.constantFrom('ABNA', 'INGB', 'RABO'),
      fc.integer({ min: 1, max: 9_999_999_999 }),
    )
    fc.assert(
      fc.property(account, fc.nat(17), fc.integer({ min: 1, max: 9 }), ([bank, number], at, by) => {
        const iban = ibanOf(bank, number)
        expect(readIban(iban)).toBe(iban)
        const sign = iban[at] ?? ''
        if (/\d/.test(sign)) {
          const other = String((Number(sign) + by) % 10)
          expect(readIban(iban.slice(0, at) + other + iban.slice(at + 1))).toBeNull()
        }
        const swapped = iban.slice(0, at) + (iban[at + 1] ?? '') + sign + iban.slice(at + 2)
        if (at < 17 && swapped !== iban) expect(readIban(swapped)).toBeNull()
      }),
    )
  })
  test('is nothing else', () => {
    for (const text of ['', 'NL', 'NL91ABNA04171643001', 'US64SVBKUS6S3300958879', 'NL91ＡBNA', '<script>'])
      expect(readIban(text), text).toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readIban(text)
      }),
    )
  })
})

describe('the limits of an allowance', () => {
  test('are those of the year, and to confirm after the last that a source speaks of', () => {
    expect(limitsOn(day('2024-12-31'))).toMatchObject({ hour: 550, year: 210_000, prov: 'opened_source' })
    expect(limitsOn(day('2026-11-03'))).toMatchObject({ hour: 560, prov: 'to_confirm' })
    expect(limitsOn(day('2019-01-01'))).toBeNull()
    for (const [at, line] of allowanceLimits.entries())
      expect(allowanceLimits[at + 1]?.from ?? line.until.add({ days: 1 })).toEqual(
        line.until.add({ days: 1 }),
      )
  })
  const approved = fc.array(
    fc.record({
      month: fc.integer({ min: 1, max: 12 }).map((month) => day('2025-01-01').with({ month })),
      kind: fc.constantFrom(...expenseKinds),
      cents: fc.integer({ min: 1, max: 30_000 }),
    }),
    { maxLength: 60 },
  )
  test('are never passed, whatever is approved and in which order', () => {
    fc.assert(
      fc.property(approved, fc.constantFrom(...countedKinds), (asked, counted) => {
        const kept: Approved[] = []
        for (const one of asked)
          if (fitsLimits(one.month, [one], kept, { limits: year, counted }) === true) kept.push(one)
        const filling = kept.filter(({ kind }) => fillsLimit(counted, kind))
        expect(sumOf(filling)).toBeLessThanOrEqual(year.year)
        for (let month = 1; month <= 12; month += 1)
          expect(sumOf(filling.filter((one) => one.month.month === month))).toBeLessThanOrEqual(year.month)
      }),
    )
  })
  test('are filled to the last cent, and no further', () => {
    const month = day('2025-03-01')
    const one = (cents: number): Approved => ({ month, kind: 'kilometres', cents })
    const rules = { limits: year, counted: 'everything' } as const
    expect(fitsLimits(month, [one(21_000)], [], rules)).toBe(true)
    expect(fitsLimits(month, [one(1)], [one(21_000)], rules)).toEqual({
      refused: 'allowance-over-month',
      left: 0,
    })
    const before = Array.from({ length: 10 }, (_, at) => ({
      ...one(21_000),
      month: day('2025-01-01').add({ months: at }),
    }))
    expect(fitsLimits(day('2025-12-01'), [one(1)], before, rules)).toEqual({
      refused: 'allowance-over-year',
      left: 0,
    })
    expect(fitsLimits(day('2026-01-01'), [{ ...one(1), month: day('2026-01-01') }], before, rules)).toBe(true)
    expect(fitsLimits(month, [one(99_000)], [], { ...rules, counted: 'hours' })).toBe(true)
  })
  test('are said to come near before they are reached', () => {
    const month = day('2025-03-01')
    const at = (cents: number) =>
      nearness(roomOf(month, [{ month, kind: 'hours', cents }], { limits: year, counted: 'everything' }).year)
    expect([at(1), at(167_999), at(168_000), at(210_000)]).toEqual(['clear', 'clear', 'near', 'full'])
  })
})

describe('a rate', () => {
  const rates: readonly Rate[] = [
    { kind: 'kilometre', value: 19, from: day('2026-01-01') },
    { kind: 'kilometre', value: 23, from: day('2026-07-01') },
    { kind: 'hour', value: 500, from: day('2026-01-01') },
    { kind: 'hour', value: 0, from: day('2026-09-01') },
  ]
  const today = day('2026-11-03')
  test('holds from its day on, until the next', () => {
    expect(
      ['2025-12-31', '2026-06-30', '2026-07-01'].map((on) => rateOn(rates, 'kilometre', day(on))),
    ).toEqual([null, 19, 23])
    expect(rateOn(rates, 'hour', day('2026-10-01'))).toBeNull()
  })
  test('that comes later never changes what held before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rateKinds),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: 1, max: 600 }),
        (kind, value, shift, ago) => {
          const rate = { kind, value, from: today.add({ days: shift }) }
          if (mayGive(rate, rates, { today, limits: limitsOn(rate.from) }) !== true) return
          const before = today.subtract({ days: ago })
          if (rates.some((one) => one.kind === kind))
            expect(rateOn([...rates, rate], kind, before)).toBe(rateOn(rates, kind, before))
        },
      ),
    )
  })
  test('is refused in the past, twice on a day, too high, and over what is free of tax', () => {
    const give = (rate: Rate) => mayGive(rate, rates, { today, limits: limitsOn(rate.from) })
    expect(give({ kind: 'kilometre', value: 25, from: day('2026-11-02') })).toEqual({
      refused: 'rate-in-the-past',
    })
    expect(give({ kind: 'preparation', value: 15, from: day('2026-11-01') })).toBe(true)
    expect(give({ kind: 'preparation', value: 15, from: day('2026-10-31') })).toEqual({
      refused: 'rate-in-the-past',
    })
    expect(give({ kind: 'kilometre', value: 2_300, from: today })).toEqual({ refused: 'rate-too-high' })
    expect(give({ kind: 'hour', value: 561, from: today })).toEqual({ refused: 'rate-over-limit' })
    expect(give({ kind: 'hour_younger', value: 331, from: today })).toEqual({ refused: 'rate-over-limit' })
    expect(
      mayGive(
        { ...(rates[1] as Rate), from: today },
        [...rates, { kind: 'kilometre', value: 1, from: today }],
        { today, limits: null },
      ),
    ).toEqual({ refused: 'rate-there-already' })
  })
})

describe('a claim', () => {
  const none = { kilometres: null, publicTransport: null, otherKind: null, other: null }
  test('is lines of money, with the price of that day', () => {
    expect(
      linesOf({ ...none, kilometres: 12, publicTransport: 480, otherKind: 'parking', other: 250 }, 23),
    ).toEqual([
      { kind: 'kilometres', kilometres: 12, rate: 23, cents: 276 },
      { kind: 'public_transport', kilometres: null, rate: null, cents: 480 },
      { kind: 'parking', kilometres: null, rate: null, cents: 250 },
    ])
    expect(linesOf(none, 23)).toEqual([])
    expect(linesOf({ ...none, kilometres: 3 }, null)).toEqual({ missing: 'kilometres' })
    expect(linesOf({ ...none, other: 3 }, 23)).toEqual({ missing: 'otherKind' })
    expect(linesOf({ ...none, otherKind: 'phone' }, 23)).toEqual({ missing: 'other' })
  })
  test('is in whole kilometres', () => {
    expect(['12', '12,4', '12.5 km', '0', '', 'ver', '-3', '12345'].map(readTypedKilometres)).toEqual([
      12,
      12,
      13,
      null,
      null,
      null,
      null,
      null,
    ])
  })
  test('sent again is the same in any order', () => {
    const lines = linesOf({ ...none, kilometres: 12, publicTransport: 480 }, 23)
    if ('missing' in lines) throw new Error('no lines')
    expect(sameLines(lines, lines.toReversed())).toBe(true)
    expect(sameLines(lines, lines.slice(1))).toBe(false)
  })
  test('is decided on by somebody else', () => {
    expect(mayDecide('her', { workerId: 'her' })).toEqual({ refused: 'expense-own' })
    expect(mayDecide('her', { workerId: null })).toBe(true)
  })
  test('is paid once, whatever steps are tried on it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...expenseSteps), { maxLength: 40 }), (tried) => {
        let state: (typeof expenseStates)[number] = 'made'
        let out = 0
        for (const step of tried) {
          const next = stepExpense(state, step)
          if (isRefusal(next)) continue
          if (step === 'pay') out += 1
          if (step === 'come-back') out -= 1
          state = next
        }
        expect(out).toBe(state === 'paid' ? 1 : 0)
      }),
    )
  })
})

describe('hours', () => {
  test('are minutes of visits and of preparing, worth no part of a cent', () => {
    expect(minutesOf({ visits: 3, minutes: 200 }, 15)).toBe(245)
    expect(minutesOf({ visits: 3, minutes: 200 }, null)).toBe(200)
    expect(worthOf(245, 560)).toBe(2286)
  })
  test('approved in parts are never more than approved at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(600), { maxLength: 12 }),
        fc.integer({ min: 1, max: 560 }),
        (each, rate) => {
          let [all, approved, paid] = [0, 0, 0]
          for (const minutes of each) {
            all += minutes
            const open = minutesOpen(all, approved)
            approved += open
            paid += worthOf(open, rate)
          }
          expect(approved).toBe(all)
          expect(paid).toBeLessThanOrEqual(worthOf(all, rate))
        },
      ),
    )
  })
})

describe('a run of payments', () => {
  const run = { state: 'made', madeBy: 'one', payees: ['w1'] } as const
  test('takes a second person who isn’t paid by it', () => {
    expect(stepPayout(run, 'agree', { memberId: 'one', workerId: null })).toEqual({
      refused: 'payout-of-your-own',
    })
    expect(stepPayout(run, 'agree', { memberId: 'two', workerId: 'w1' })).toEqual({
      refused: 'payout-of-your-own',
    })
    expect(stepPayout(run, 'agree', { memberId: 'two', workerId: null })).toBe('agreed')
    expect(stepPayout(run, 'withdraw', { memberId: 'two', workerId: null })).toEqual({
      refused: 'payout-of-your-own',
    })
  })
  test('is never paid without her, and gives nothing back once it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...payoutSteps), fc.constantFrom('one', 'two'))),
        (tried) => {
          let state: (typeof payoutStates)[number] = 'made'
          let agreed = false
          for (const [step, memberId] of tried) {
            const next = stepPayout({ ...run, state }, step, { memberId, workerId: null })
            if (isRefusal(next)) continue
            expect(state === 'paid' && givesBack(step)).toBe(false)
            agreed ||= step === 'agree' && memberId === 'two'
            state = next
          }
          if (state === 'paid') expect(agreed).toBe(true)
        },
      ),
    )
  })
})

describe('the file for the bank', () => {
  const madeAt = Temporal.Instant.from('2026-11-30T10:00:00.123Z')
  const base = {
    messageId: 'a'.repeat(32),
    madeAt,
    payOn: day('2026-12-02'),
    from: { name: 'Stichting Waterrijk', iban: 'NL91ABNA0417164300' },
    remittance: 'Vergoeding november 2026',
  }
  const payments = fc.array(
    fc.record({
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }),
      cents: fc.integer({ min: 1, max: 100_000 }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  const written = (some: readonly { name: string; cents: number }[]) =>
    writePain001({
      ...base,
      payments: some.map((one, at) => ({ ...one, iban: 'BE71096123456769', endToEndId: `e${at}` })),
    })
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => name === 'CdtTrfTxInf',
  })

  test('is sound for any name, with sums that agree', () => {
    fc.assert(
      fc.property(payments, (some) => {
        const xml = written(some)
        expect(XMLValidator.validate(xml)).toBe(true)
        const { GrpHdr, PmtInf } = parser.parse(xml).Document.CstmrCdtTrfInitn
        for (const head of [GrpHdr, PmtInf]) {
          expect(head.NbOfTxs).toBe(String(some.length))
          expect(head.CtrlSum).toBe(plainEuros(sumOf(some)))
        }
        const each = PmtInf.CdtTrfTxInf.map(
          (one: { Amt: { InstdAmt: { '#text': string } } }) => one.Amt.InstdAmt['#text'],
        )
        expect(each).toEqual(some.map(({ cents }) => plainEuros(cents)))
      }),
    )
  })
  test('has its parts in the order and with the lengths of pain.001.001.09', () => {
    const tree = new XMLParser({ preserveOrder: true, parseTagValue: false }).parse(
      written([{ name: 'Małgorzata Şahin', cents: 1230 }]),
    )
    type Node = Record<string, Node[]>
    const names = (nodes: Node[] = []) =>
      nodes.flatMap((node) => Object.keys(node).filter((key) => key !== ':@'))
    const inside = (nodes: Node[], ...path: string[]): Node[] =>
      path.reduce((at, name) => at.find((node) => name in node)?.[name] ?? [], nodes)
    const root = inside(tree, 'Document', 'CstmrCdtTrfInitn')
    expect(names(root)).toEqual(['GrpHdr', 'PmtInf'])
    expect(names(inside(root, 'GrpHdr'))).toEqual(['MsgId', 'CreDtTm', 'NbOfTxs', 'CtrlSum', 'InitgPty'])
    const instruction = [
      'PmtInfId',
      'PmtMtd',
      'NbOfTxs',
      'CtrlSum',
      'PmtTpInf',
      'ReqdExctnDt',
      'Dbtr',
      'DbtrAcct',
      'DbtrAgt',
      'ChrgBr',
      'CdtTrfTxInf',
    ]
    expect(names(inside(root, 'PmtInf'))).toEqual(instruction)
    expect(names(inside(root, 'PmtInf', 'CdtTrfTxInf'))).toEqual([
      'PmtId',
      'Amt',
      'Cdtr',
      'CdtrAcct',
      'RmtInf',
    ])
    expect(names(inside(root, 'PmtInf', 'ReqdExctnDt'))).toEqual(['Dt'])
  })
  test('is the same to the byte each time, and names nothing but who gets what', () => {
    const xml = written([{ name: 'Małgorzata Şahin', cents: 1230 }])
    expect(written([{ name: 'Małgorzata Şahin', cents: 1230 }])).toBe(xml)
    expect(xml).toContain('<CreDtTm>2026-11-30T10:00:00Z</CreDtTm>')
    expect(
      xml
        .replace(/<[^>]+>/g, ' ')
        .split(/\s+/)
        .filter((word) => /[a-z]{3}/i.test(word) && !/^a+$/.test(word)),
    ).toEqual([
      'Stichting',
      'Waterrijk',
      'TRF',
      'SEPA',
      'Stichting',
      'Waterrijk',
      'NL91ABNA0417164300',
      'NOTPROVIDED',
      'SLEV',
      'Malgorzata',
      'Sahin',
      'Vergoeding',
      'november',
    ])
  })
  test('has letters that every bank reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(bankLetters(name, 70)).toMatch(/^[A-Za-z0-9/?:().,'+ -]{0,70}$/)
      }),
    )
    expect(bankLetters('Łucja d’Élan-Øst & Zn', 70)).toBe("Lucja d'Elan-Ost . Zn")
  })
})
