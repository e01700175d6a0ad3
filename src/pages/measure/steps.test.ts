import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aloneStep, lastStep, placeOfStep, stepsOf } from '#pages/measure/steps.tsx'

test('from question to question leads past every one once, and what nobody may hear only behind its own question', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}\.[a-z0-9]{1,4}$/)), fc.nat(), (all, cut) => {
      const at = all.length === 0 ? 0 : cut % (all.length + 1)
      const [open, alone] = [all.slice(0, at), all.slice(at)]
      const steps = stepsOf(open, alone)
      const walk = (from: readonly string[], until: string) => {
        const seen: string[] = []
        let place = from[0] === undefined ? until : placeOfStep(from[0])
        while (place !== until) {
          const field = all.find((one) => placeOfStep(one) === place)
          if (!field || seen.includes(field)) throw new Error(`lost at ${place}`)
          seen.push(field)
          place = steps.get(field) ?? ''
        }
        return seen
      }
      expect(walk(open, alone.length > 0 ? aloneStep : lastStep)).toEqual(open)
      expect(walk(alone, lastStep)).toEqual(alone)
    }),
  )
})
