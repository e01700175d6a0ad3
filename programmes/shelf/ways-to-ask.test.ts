import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channels } from '#domain/instrument/shelf-instrument.ts'
import { fitsMode, hindranceOf, mayGo, mayLeave } from '#domain/instrument/ways-to-ask.ts'
import { measureModes } from '#domain/measure/answers.ts'
import { shelf } from './shelf.ts'

const aboutViolence = shelf.filter(({ alarms }) => alarms.some(({ kind }) => kind === 'partner_violence'))

test('what asks after violence goes no other way than by staff, whatever its definition says', () => {
  expect(aboutViolence.map(({ id }) => id)).toEqual(['hark-nl', 'own-safety-nl'])
  fc.assert(
    fc.property(fc.constantFrom(...aboutViolence), fc.subarray([...channels]), (instrument, mistaken) => {
      const wrong = { ...instrument, channels: mistaken }
      for (const channel of channels)
        if (channel !== 'staff' && channel !== 'coordinator') expect(mayGo(wrong, channel)).toBe(false)
      for (const channel of channels) expect(mayGo(instrument, channel)).toBe(channel === 'staff')
      for (const mode of ['by_phone', 'on_paper', 'alone'] as const) expect(fitsMode(wrong, mode)).toBe(false)
      expect(mayLeave(wrong)).toBe(false)
      const now = { licence: 'free', onCall: true, alone: false } as const
      expect(hindranceOf(wrong, now)).toBe('not-alone')
    }),
  )
})

test('each may be taken in some way that its licence card names', () => {
  for (const instrument of shelf) expect(measureModes.some((mode) => fitsMode(instrument, mode))).toBe(true)
})
