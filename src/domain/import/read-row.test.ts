import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ImportField, importFields } from '#domain/import/import-field.ts'
import { readRow } from '#domain/import/read-row.ts'
import { rowProblemCodes } from '#domain/import/row-problem.ts'
import { referralSubmission } from '#domain/referral/referral-submission.ts'

const today = Temporal.PlainDate.from('2026-11-03')

/** Reads one row given as field → cell, each field in a column of its own, in this order. */
function read(row: Partial<Record<ImportField, string>>, agreed = true) {
  const columns = importFields.filter((field) => field in row)
  return readRow(
    columns.map((field) => row[field] ?? ''),
    { headings: columns.map((field) => `Kolom ${field}`), columns, programmeId: null, agreed, today },
  )
}
const codes = (row: ReturnType<typeof read>) =>
  (row.submission ? row.notes : row.problems).map(({ code }) => code)

describe('a row of a list', () => {
  test('becomes a referral', () => {
    const row = read({
      given: 'Amina',
      prefix: 'el',
      family: 'Khatib',
      birthDay: '3-2-1998',
      phone: '06 12345678',
      email: 'amina@example.nl',
      street: 'Dorpsstraat',
      houseNumber: '12',
      houseNumberAddition: 'a',
      postcode: '3011ab',
      place: 'Rotterdam',
      language: 'Arabisch, Nederlands',
      childDueOn: '1 mrt 2027',
      firstChild: '1e',
      referrer: 'verloskundige',
      referrerOrganisation: 'Praktijk De Brug',
      words: 'Wil graag contact.',
    })
    expect(row.submission).toMatchObject({
      mother: {
        name: { given: 'Amina', family: 'el Khatib' },
        phone: '+31612345678',
        email: 'amina@example.nl',
        birthDay: Temporal.PlainDate.from('1998-02-03'),
        address: { street: 'Dorpsstraat', houseNumber: '12 a', postcode: '3011 AB', place: 'Rotterdam' },
        languages: ['ar', 'nl'],
      },
      child: { dueOn: Temporal.PlainDate.from('2027-03-01'), bornOn: null, firstChild: 'yes' },
      referrer: { kind: 'midwife', name: null, organisation: 'Praktijk De Brug' },
      words: 'Wil graag contact.',
      agreed: true,
    })
    expect(codes(row)).toEqual([])
  })
  test('reads a whole name, address and day in one cell each', () => {
    const row = read({
      name: 'Mevr. Yilmaz, Elif',
      address: 'Plein 1940 12-b, 2511 CD Den Haag',
      childDay: '46329',
      phone: '612345678',
    })
    expect(row.submission).toMatchObject({
      mother: {
        name: { given: 'Elif', family: 'Yilmaz' },
        address: { street: 'Plein 1940', houseNumber: '12-b', postcode: '2511 CD', place: 'Den Haag' },
        phone: '+31612345678',
      },
      child: { bornOn: today, dueOn: null },
    })
  })
  test('says which cell is wrong, all at once', () => {
    const row = read({ given: 'Noor', birthDay: '30-2-1998', phone: '12', email: 'noor@', postcode: '30 11' })
    expect(row).toEqual({
      submission: null,
      problems: [
        { code: 'not-a-phone-number', column: 2 },
        { code: 'not-an-email', column: 3 },
        { code: 'not-a-day', column: 1 },
        { code: 'not-a-postcode', column: 4 },
      ],
    })
  })
  test.each<[Partial<Record<ImportField, string>>, string]>([
    [{ given: '', phone: '0612345678' }, 'name-missing'],
    [{ given: 'A', birthDay: '3-11-2027' }, 'birth-day-in-future'],
    [{ given: 'A', birthDay: '3-11-2025' }, 'birth-day-too-recent'],
    [{ given: 'A', childDueOn: '3-11-2028' }, 'due-day-too-far'],
    [{ given: 'A', childBornOn: '4-11-2026' }, 'birth-day-in-future'],
    [{ given: 'A', firstChild: 'misschien' }, 'not-yes-or-no'],
    [{ given: 'A'.repeat(10_000) }, 'too-long'],
    [{ given: 'A', words: 'w'.repeat(10_000) }, 'too-long'],
    [{ given: 'Totaal', phone: '12' }, 'totals-row'],
    [{ given: 'given', phone: 'phone' }, 'heading-row'],
    [{ given: 'A', agreed: 'nee' }, 'agreement-needed'],
  ])('%j is refused: %s', (row, code) => {
    expect(codes(read(row))).toEqual([code])
    expect(read(row).submission).toBeNull()
  })
  test.each([
    ['ja, per telefoon', 'yes'],
    ['nee (2e)', 'no'],
    ['1e', 'yes'],
    ['2', 'no'],
    ['weet niet', 'unknown'],
  ])('first child: %s is %s', (cell, answer) => {
    expect(read({ given: 'A', firstChild: cell }).submission?.child.firstChild).toBe(answer)
  })
  test('without a statement for the whole list, each row must say that she agreed', () => {
    expect(codes(read({ given: 'A', phone: '0612345678' }, false))).toEqual(['agreement-needed'])
    expect(read({ given: 'A', agreed: 'x' }, false).submission).not.toBeNull()
  })
  test('keeps what does not fit its field, and says so', () => {
    const row = read({
      given: 'A',
      phone: '06-12345678 / 010-1234567',
      language: 'Turks, Elfs',
      postcode: '3011',
      words: 'BSN 111222333 staat op de brief',
    })
    expect(codes(row)).toEqual([
      'language-unknown',
      'more-phone-numbers',
      'postcode-without-letters',
      'bsn-left-out',
    ])
    expect(row.submission).toMatchObject({
      mother: { phone: '+31612345678', languages: ['tr'], address: { place: '3011' } },
      words: [
        'Kolom language: Turks, Elfs',
        'Kolom phone: 06-12345678 / 010-1234567',
        'Kolom words: BSN […] staat op de brief',
      ].join('\n'),
    })
  })
  test('what says nothing is nothing', () => {
    const row = read({ given: 'A', phone: '-', email: 'n.v.t.', birthDay: 'onbekend', firstChild: '?' })
    expect(row.submission?.mother).toMatchObject({ phone: null, email: null, birthDay: null })
    expect(codes(row)).toEqual(['no-way-to-reach'])
  })

  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '',
      '=HYPERLINK("http://x")',
      '+31612345678',
      '3-11-2026',
      '46329',
      'ja',
      '\u202eabc',
      '3011 AB Rotterdam',
      'x'.repeat(10_000),
      'a@example.nl',
      '-',
      'Totaal',
    ),
  )
  test('whatever stands in it, it is good and valid, or refused with a reason', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, fc.option(fc.constantFrom(...importFields))), { maxLength: 30 }),
        fc.boolean(),
        (pairs, agreed) => {
          const row = readRow(
            pairs.map(([text]) => text),
            {
              headings: pairs.map((_, at) => `Kolom ${at}`),
              columns: pairs.map(([, field]) => field),
              programmeId: null,
              agreed,
              today,
            },
          )
          if (row.submission) {
            expect(referralSubmission.safeParse(row.submission).success).toBe(true)
          } else {
            expect(row.problems.length).toBeGreaterThan(0)
            for (const { code } of row.problems) expect(rowProblemCodes).toContain(code)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
