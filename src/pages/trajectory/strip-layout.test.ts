import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contactStates } from '#domain/contact/contact.ts'
import { type StripContact, type StripFacts, stripRows, stripSize } from '#pages/trajectory/strip-layout.ts'

const start = Temporal.PlainDate.from('2026-11-03')
const at = (days: number) => start.add({ days })
const visit = (number: number, days: number, more: Partial<StripContact> = {}): StripContact => ({
  number,
  visitNumber: number,
  state: 'planned',
  origin: 'protocol',
  phase: number <= 3 ? 'first' : 'second',
  dueFrom: at(days),
  dueUntil: at(days + 6),
  plannedOn: null,
  doneOn: null,
  cancelledBy: null,
  ...more,
})
const monthly: StripFacts = {
  startedOn: start,
  endsOn: start.add({ months: 18 }),
  today: at(100),
  bornOn: at(-30),
  dueOn: null,
  contacts: Array.from({ length: 18 }, (_, n) => visit(n + 1, n * 31)),
  measures: [{ moment: 'T0', state: 'taken', on: start }],
  phaseSpans: [],
}

describe('the strip of a trajectory', () => {
  test('is a year a row, and every contact is drawn once', () => {
    const rows = stripRows(monthly)
    expect(rows).toHaveLength(2)
    expect(rows.flatMap(({ marks }) => marks.map(({ contact }) => contact.number))).toEqual(
      monthly.contacts.map(({ number }) => number),
    )
    expect(rows.map(({ todayX }) => todayX !== null)).toEqual([true, false])
  })
  test('says phases as bands that follow one another without a gap', () => {
    const [row] = stripRows(monthly)
    expect(row?.bands.map(({ phases }) => phases)).toEqual([['first'], ['second']])
    const [first, second] = row?.bands ?? []
    expect(first?.x).toBe(0)
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? 0, 0)
  })
  test('draws a phase once where another would have begun and ended on one day', () => {
    const phases = ['first', 'first', 'farewell', 'first', 'farewell']
    const days = [0, 31, 62, 62, 93]
    const contacts = phases.map((phase, n) => visit(n + 1, days[n] ?? 0, { phase }))
    const bands = stripRows({ ...monthly, endsOn: at(100), contacts }).flatMap((row) => row.bands)
    expect(bands.map((band) => band.phases)).toEqual([['first'], ['farewell']])
    expect(bands[0]?.width).toBeGreaterThan(bands[1]?.width ?? 0)
  })
  test('says phases that people set as they were, and which ran at once; nothing of what is to come', () => {
    const bands = (phaseSpans: StripFacts['phaseSpans'], today = at(100)) =>
      stripRows({ ...monthly, today, contacts: [], phaseSpans }).flatMap((row) => row.bands)
    const spans = [
      { phase: 'basics', from: start, until: at(60) },
      { phase: 'child', from: at(30), until: null },
      { phase: 'own', from: at(60), until: null },
    ]
    expect(bands(spans).map(({ phases }) => phases)).toEqual([
      ['basics'],
      ['basics', 'child'],
      ['child', 'own'],
    ])
    const [first, second, last] = bands(spans)
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? 0, 0)
    const todayX = stripRows({ ...monthly, phaseSpans: spans })[0]?.todayX ?? 0
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(todayX, 0)
    expect(bands([{ phase: 'basics', from: start, until: start }])).toEqual([])
  })
  test('draws a rest, winding down and a gap on the days on which they were, and until today what is so now', () => {
    const care: StripFacts['care'] = [
      { kind: 'paused', from: at(31), until: at(61) },
      { kind: 'nobody', from: at(90), until: null },
    ]
    const [row, next] = stripRows({ ...monthly, care })
    const perDay = stripSize.width / 364
    expect(row?.care.map(({ kind }) => kind)).toEqual(['paused', 'nobody'])
    expect(row?.care[0]?.width).toBeCloseTo(31 * perDay, 0)
    const gap = row?.care[1]
    expect((gap?.x ?? 0) + (gap?.width ?? 0)).toBeCloseTo((row?.todayX ?? 0) + perDay / 2, 0)
    expect(next?.care).toEqual([])
    // Over the turn of a year it stands in both rows.
    const long = stripRows({ ...monthly, care: [{ kind: 'tapering', from: at(350), until: at(380) }] })
    expect(long.map(({ care: drawn }) => drawn.length)).toEqual([1, 1])
  })
  test('says the child’s age every three months, and her birth as a line', () => {
    expect(stripRows(monthly)[0]?.ages.map(({ months }) => months)).toEqual([3, 6, 9, 12])
    expect(stripRows(monthly)[0]?.birthX).toBeNull()
    const born = stripRows({ ...monthly, bornOn: at(10) })[0]
    expect(born?.birthX).toBeGreaterThan(0)
    expect(stripRows({ ...monthly, bornOn: null })[0]?.ages).toEqual([])
  })
  test('draws a short programme larger', () => {
    const short = stripRows({
      ...monthly,
      endsOn: start.add({ weeks: 16 }),
      contacts: [visit(1, 0), visit(2, 7)],
    })
    expect(short).toHaveLength(1)
    expect(short[0]?.width).toBeGreaterThan(180)
  })
  test('two on one day do not cover each other', () => {
    const [row] = stripRows({ ...monthly, contacts: [visit(1, 40), visit(2, 40)] })
    expect(new Set(row?.marks.map(({ y }) => y)).size).toBe(2)
  })
  test('whatever happened, everything stands inside the picture and on some row', () => {
    const day = fc.integer({ min: -60, max: 900 }).map(at)
    const contact = fc
      .record({ state: fc.constantFrom(...contactStates), due: day, planned: fc.option(day), done: day })
      .map(({ state, due, planned, done }) => ({
        state,
        dueFrom: due,
        dueUntil: due.add({ days: 6 }),
        plannedOn: planned,
        doneOn: state === 'done' ? done : null,
      }))
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 30 }), fc.option(day), day, (contacts, bornOn, today) => {
        const rows = stripRows({
          ...monthly,
          today,
          bornOn,
          dueOn: today.add({ days: 40 }),
          contacts: contacts.map((one, n) => visit(n + 1, 0, one)),
        })
        expect(rows.flatMap(({ marks }) => marks)).toHaveLength(contacts.length)
        for (const { marks, bands, ages, months, width } of rows) {
          expect(width).toBeLessThanOrEqual(stripSize.width)
          for (const { x, y } of marks) {
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x).toBeLessThanOrEqual(stripSize.width)
            expect(y).toBeLessThan(stripSize.height)
          }
          for (const band of bands) expect(band.width).toBeGreaterThan(0)
          for (const { x } of [...ages, ...months]) expect(x).toBeLessThanOrEqual(stripSize.width)
        }
      }),
    )
  })
})
