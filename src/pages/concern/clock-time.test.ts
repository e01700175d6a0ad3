import { expect, test } from 'vitest'
import { latest } from '#pages/concern/clock-time.ts'
import { wordsIn } from '#pages/words/words.ts'

test('what may last until the day is over is said by that day, the rest by its hour', () => {
  const at = (time: string) => Temporal.ZonedDateTime.from(`${time}[Europe/Amsterdam]`)
  const t = wordsIn('nl')
  expect(latest(t, at('2026-11-04T00:00'))).toBe('di 3 november')
  expect(latest(t, at('2026-11-04T13:05'))).toBe('wo 4 november 13:05')
})
