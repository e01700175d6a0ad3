import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTraces } from './find-traces.ts'
import { passGate, traceKey } from './gate.ts'
import { nothingKnown } from './trace.ts'

const known = {
  ...nothingKnown,
  names: ['Selam', 'Tesfay-Haile', 'Karim el Idrissi'],
  emails: ['selam@post.example.nl'],
  phones: ['+31612345678'],
  streets: ['Lindelaan'],
  postcodes: ['1234 AB'],
  places: ['Waterrijk'],
  birthDays: [],
}
const found = (text: string, options = {}) =>
  findTraces(text, known, options).map(({ kind, text: words }) => [kind, words])

describe('traces in a text', () => {
  test.each([
    ['Zij belde selam gisteren.', 'name', 'selam'],
    ['Dat zei Sellam ook.', 'name', 'Sellam'],
    ['Het was Karims idee.', 'name', 'Karims'],
    ['Vraag het aan Fatima Yılmaz, zei ze.', 'name', 'Fatima Yılmaz'],
    ['Mevrouw de Vries belt terug.', 'name', 'Vries'],
    ['Johan komt morgen.', 'name', 'Johan'],
    ['Ze woont op de Kerkstraat 12-b.', 'address', 'Kerkstraat 12-b'],
    ['Zij woont aan Hooge Meeren 14.', 'address', 'Hooge Meeren 14'],
    ['Het is 3011 xz, om precies te zijn.', 'postcode', '3011 xz'],
    ['Het was 1234ab.', 'postcode', '1234ab'],
    ['Bel (010) 123 45 67 maar.', 'phone', '(010) 123 45 67'],
    ['Bel 06.12.34.56.78', 'phone', '06.12.34.56.78'],
    ['Schrijf naar jan.jansen (at) post.example.nl', 'email', 'jan.jansen (at) post.example.nl'],
    ['Haar nummer is 111 222 333.', 'number', '111 222 333'],
    ['Geboren op 3 maart.', 'date', '3 maart'],
    ['Born 3rd of March 2021 here', 'date', '3rd of March 2021'],
    ['Het was 03-04-2021 toen', 'date', '03-04-2021'],
    ['Zij gaat naar basisschool De Regenboog', 'school', 'basisschool De Regenboog'],
    ['He goes to St. Mary’s Primary School now', 'school', 'St. Mary’s Primary School'],
  ])('%s', (text, kind, words) => {
    const traces = found(text)
    expect(
      traces.some(([k, w]) => k === kind && w?.includes(words)),
      JSON.stringify(traces),
    ).toBe(true)
  })
  test('are none in plain sentences', () => {
    for (const text of [
      'Zij slaapt goed en eet weer. De baby groeit.',
      'In 2026 kwam zij op weg naar huis langs het park.',
      'She is doing well and her child sleeps. We met on Monday.',
      'Zij wil halverwege stoppen met 2 keer per week.',
    ])
      expect(found(text), text).toEqual([])
  })
  test('of days and hours are looked for only where none may be read', () => {
    expect(found('Dinsdag om 14.30 uur.')).toEqual([])
    expect(found('Dinsdag om 14.30 uur.', { moments: true }).map(([kind]) => kind)).toEqual([
      'moment',
      'moment',
    ])
  })
  test('never overlap, and are the text that they say', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom('Selam', 'Lindelaan 7', '06 12345678', '3 maart 2021', '. '), fc.string()),
        ),
        (parts) => {
          const text = parts.join(' ')
          const traces = findTraces(text, known, { moments: true })
          for (const [at, trace] of traces.entries()) {
            expect(text.slice(trace.start, trace.end)).toBe(trace.text)
            expect(trace.end).toBeGreaterThan(trace.start)
            expect(trace.start).toBeGreaterThanOrEqual(traces[at - 1]?.end ?? 0)
          }
        },
      ),
    )
  })
})

describe('the gate', () => {
  const text = 'Selam woont Lindelaan 7. Johan komt langs.'
  const traces = findTraces(text, known)
  const all = (tick: 'remove' | 'is_nobody') => Object.fromEntries(traces.map((one) => [traceKey(one), tick]))
  test('opens only when every trace was ticked and the whole was read', () => {
    expect(passGate(text, traces, { ticks: {}, readWhole: true })).toEqual({ refused: 'text-not-ticked' })
    expect(passGate(text, traces, { ticks: all('remove'), readWhole: false })).toEqual({
      refused: 'text-not-looked-through',
    })
    expect(passGate('Goed.', [], { ticks: {}, readWhole: false })).toEqual({
      refused: 'text-not-looked-through',
    })
    expect(passGate('Goed.', [], { ticks: {}, readWhole: true })).toMatchObject({ text: 'Goed.' })
  })
  test('takes out what must go, and leaves what may stay', () => {
    expect(passGate(text, traces, { ticks: all('is_nobody'), readWhole: true })).toMatchObject({ text })
    expect(passGate(text, traces, { ticks: all('remove'), readWhole: true })).toMatchObject({
      text: '[…] woont […]. […] komt langs.',
    })
  })
  test('lets nothing through that is known of somebody where nothing may', () => {
    const strict = { nothingKnown: true }
    expect(passGate(text, traces, { ticks: all('is_nobody'), readWhole: true }, strict)).toEqual({
      refused: 'text-tells-of-others',
    })
  })
  test('never lets a word through that was to go, whatever was ticked', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: traces.length, maxLength: traces.length }), (go) => {
        const ticks = Object.fromEntries(
          traces.map((one, at) => [traceKey(one), go[at] ? ('remove' as const) : ('is_nobody' as const)]),
        )
        const passed = passGate(text, traces, { ticks, readWhole: true })
        if ('refused' in passed) throw new Error('ticked')
        for (const [at, one] of traces.entries()) expect(passed.text.includes(one.text)).toBe(!go[at])
      }),
    )
  })
})
