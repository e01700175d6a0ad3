import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { newKey } from '#server/keys/seal.ts'
import { signetOf } from '#server/keys/signet.ts'
import { erasureStates, mayErase } from './erasure.ts'
import { type Erased, ledgerStart, readLedger, writeLedgerLine } from './erasure-ledger.ts'
import { holdsOn, wrongHoldEnd } from './legal-hold.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const nothing = { holds: 0, running: 0, meldcodes: 0 }

describe('a file is erased', () => {
  test('only when somebody asked, by somebody else, and with nothing in the way', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...erasureStates),
        fc.boolean(),
        fc.record({ holds: fc.nat(2), running: fc.nat(2), meldcodes: fc.nat(2) }),
        (state, same, inTheWay) => {
          const answer = mayErase({ state, askedBy: 'a' }, same ? 'a' : 'b', inTheWay)
          const clear = Object.values(inTheWay).every((count) => count === 0)
          expect(answer === true).toBe(state === 'asked' && !same && clear)
        },
      ),
    )
  })
  test('never against a hold, whatever else stands there', () => {
    expect(mayErase({ state: 'asked', askedBy: 'a' }, 'b', { ...nothing, holds: 1 })).toEqual({
      refused: 'erasure-held',
    })
    expect(isRefusal(mayErase({ state: 'erased', askedBy: 'a' }, 'b', nothing))).toBe(true)
  })
})

describe('a hold', () => {
  const hold = { fromDay: day('2026-11-03'), untilDay: day('2027-05-03'), endedOn: null }
  test('holds from its first day to its last, and ends by itself', () => {
    expect(
      ['2026-11-02', '2026-11-03', '2027-05-03', '2027-05-04'].map((text) => holdsOn(hold, day(text))),
    ).toEqual([false, true, true, false])
    expect(holdsOn({ ...hold, endedOn: day('2026-12-01') }, day('2026-12-01'))).toBe(false)
  })
  test('has an end that can be reached', () => {
    const today = day('2026-11-03')
    expect(wrongHoldEnd(day('2026-11-02'), today)).toBe('day-past')
    expect(wrongHoldEnd(day('2028-11-04'), today)).toBe('hold-too-long')
    expect(wrongHoldEnd(day('2028-11-03'), today)).toBeNull()
  })
})

describe('the list outside the database', () => {
  const signet = {
    ...signetOf({ id: 'test', key: newKey() }),
    digest: (text: string) => createHash('sha256').update(text).digest(),
  }
  const erased = fc.record({
    orgId: fc.uuid(),
    ownerId: fc.uuid(),
    at: fc
      .integer({ min: 0, max: 4_000_000_000_000 })
      .map((ms): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms)),
  })
  const written = (all: readonly Erased[]): string[] => {
    let end = ledgerStart
    return all.map((one) => {
      const next = writeLedgerLine(one, end, signet)
      end = next.end
      return next.line
    })
  }
  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(erased, { maxLength: 8 }), (all) => {
        const read = readLedger(`${written(all).join('\n')}\n`, signet)
        expect(read.flaw).toBeNull()
        expect(read.erased.map(({ ownerId, at }) => `${ownerId} ${at}`)).toEqual(
          all.map(({ ownerId, at }) => `${ownerId} ${at}`),
        )
        expect(read.end.number).toBe(all.length)
      }),
      { numRuns: 50 },
    )
  })
  test('shows every letter that was changed, and every line that was taken out, added or moved', () => {
    fc.assert(
      fc.property(fc.array(erased, { minLength: 2, maxLength: 5 }), fc.nat(), fc.nat(), (all, at, how) => {
        const lines = written(all)
        const row = at % (lines.length - 1)
        const line = lines[row] ?? ''
        const spot = how % line.length
        const other = line[spot] === 'a' ? 'b' : 'a'
        const changes = [
          lines.with(row, line.slice(0, spot) + other + line.slice(spot + 1)),
          lines.toSpliced(row, 1),
          lines.toSpliced(row, 0, line),
          lines.with(row, lines[row + 1] ?? '').with(row + 1, line),
        ]
        for (const changed of changes) expect(readLedger(changed.join('\n'), signet).flaw).not.toBeNull()
      }),
      { numRuns: 100 },
    )
  })
})
