import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Away, awayOn, awayProblems, ownFileInput } from '#domain/worker/own-file.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const away = (kind: Away['kind'], from: string, until: string): Away => ({
  kind,
  from: day(from),
  until: day(until),
})

test('a period holds from its first day until and including its last', () => {
  const holiday = [away('away', '2026-12-20', '2027-01-03')]
  expect(awayOn(holiday, day('2026-12-19'), false)).toBeNull()
  expect(awayOn(holiday, day('2026-12-20'), true)).toBe(holiday[0])
  expect(awayOn(holiday, day('2027-01-03'), false)).toBe(holiday[0])
  expect(awayOn(holiday, day('2027-01-04'), false)).toBeNull()
})
test('only by phone is no visit and is a call', () => {
  const phone = [away('phone_only', '2026-11-01', '2026-11-30')]
  expect(awayOn(phone, day('2026-11-10'), false)).toBe(phone[0])
  expect(awayOn(phone, day('2026-11-10'), true)).toBeNull()
})
test('a call is never harder to plan than a visit', () => {
  const days = fc.integer({ min: 0, max: 60 }).map((days) => day('2026-11-01').add({ days }))
  const period = fc
    .tuple(fc.constantFrom('away' as const, 'phone_only' as const), days, days)
    .map(([kind, from, until]): Away => ({ kind, from, until }))
  fc.assert(
    fc.property(fc.array(period), days, (periods, on) => {
      if (awayOn(periods, on, false) === null) expect(awayOn(periods, on, true)).toBeNull()
    }),
  )
})
test('a period ends after it began, and isn’t over yet', () => {
  const today = day('2026-11-03')
  expect(awayProblems(away('away', '2026-11-05', '2026-11-04'), today)).toEqual({ until: 'before-it-began' })
  expect(awayProblems(away('away', '2026-10-01', '2026-11-02'), today)).toEqual({ until: 'already-over' })
  expect(awayProblems(away('away', '2026-10-01', '2026-11-03'), today)).toEqual({})
})
test('what she says of herself knows only its own words', () => {
  const own = { speaks: ['nl', 'nl'], reads: [], profile: {}, capacity: 1 }
  expect(ownFileInput.parse(own).speaks).toEqual(['nl'])
  expect(ownFileInput.safeParse({ ...own, avoids: ['men'] }).success).toBe(false)
  expect(ownFileInput.safeParse({ ...own, capacity: 21 }).success).toBe(false)
  expect(ownFileInput.safeParse({ ...own, state: 'ready' }).success).toBe(false)
})
