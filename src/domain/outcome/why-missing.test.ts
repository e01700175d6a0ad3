import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { declineReasons } from '#domain/measure/answers.ts'
import { isSmall } from '#domain/outcome/small-groups.ts'
import { countMissing, missingForReader, missingReasons, whyMissing } from '#domain/outcome/why-missing.ts'

describe('why a last measure is missing', () => {
  test('is what somebody said when it was skipped; every reason that can be chosen counts as one', () => {
    for (const code of declineReasons)
      expect(missingReasons).toContain(whyMissing({ state: 'declined', declinedCode: code }, true))
    const said = (code: string | null) => whyMissing({ state: 'declined', declinedCode: code }, true)
    expect(['no_moment', 'closed', 'moved', 'not_fitting', 'anything'].map(said)).toEqual([
      'forgotten',
      'ended',
      'ended',
      'other',
      'other',
    ])
  })
  test('that passed without a word is told as not recorded, and never as a reason', () => {
    expect(whyMissing(undefined, true)).toBe('unrecorded')
    expect(whyMissing({ state: 'due', declinedCode: null }, true)).toBe('unrecorded')
    expect(whyMissing({ state: 'declined', declinedCode: null }, true)).toBe('unrecorded')
  })
  test('of who took her agreement back is that, and of what gave no number is that', () => {
    expect(whyMissing({ state: 'taken', declinedCode: null }, false)).toBe('no_consent')
    expect(whyMissing({ state: 'taken', declinedCode: null }, true)).toBe('unscored')
    expect(whyMissing({ state: 'declined', declinedCode: 'not_reached' }, false)).toBe('not_reached')
  })
  const reasons = fc.array(fc.constantFrom(...missingReasons), { maxLength: 60 })
  test('counts everybody once', () => {
    fc.assert(
      fc.property(reasons, (all) => {
        const counts = countMissing(all)
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all.length)
      }),
    )
  })
  test('tells who may not open the files of no small group, also not by taking others off the sum', () => {
    fc.assert(
      fc.property(reasons, (all) => {
        const shown = missingForReader(countMissing(all))
        if (isSmall(all.length)) {
          expect(shown).toBeNull()
          return
        }
        const told = Object.values(shown ?? {})
        expect(told.some((count) => count !== null && isSmall(count))).toBe(false)
        const left = all.length - told.reduce<number>((sum, count) => sum + (count ?? 0), 0)
        const hidden = told.filter((count) => count === null).length
        expect(hidden === 0 || (hidden > 1 && !isSmall(left)) || hidden === told.length).toBe(true)
      }),
    )
  })
})
