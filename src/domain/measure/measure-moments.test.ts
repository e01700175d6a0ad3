import { expect, test } from 'vitest'
import { measureMoments } from '#domain/measure/measure-moments.ts'

const day = Temporal.PlainDate.from('2026-11-03')
const later = day.add({ days: 4 })
const taken = (takenOn: Temporal.PlainDate) => ({
  moment: 'T0',
  state: 'taken' as const,
  dueOn: day,
  takenOn,
})
const due = { moment: 'T0', state: 'due' as const, dueOn: later, takenOn: null }
const declined = { moment: 'T0', state: 'declined' as const, dueOn: day, takenOn: null }

test('a moment is due while one questionnaire is, taken on the last day, declined only if all were', () => {
  expect(measureMoments([taken(day), due])).toEqual([{ moment: 'T0', state: 'due', on: later }])
  expect(measureMoments([taken(day), taken(later), declined])).toEqual([
    { moment: 'T0', state: 'taken', on: later },
  ])
  expect(measureMoments([declined])).toEqual([{ moment: 'T0', state: 'declined', on: day }])
  expect(measureMoments([{ ...due, dueOn: null }])).toEqual([{ moment: 'T0', state: 'due', on: null }])
  expect(measureMoments([])).toEqual([])
})
