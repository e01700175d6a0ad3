import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAssured } from './identity-provider.ts'

const asked = { acr: ['urn:high'], amr: ['mfa', 'hwk'] }

test.each([
  [{ acr: 'urn:high' }, true],
  [{ amr: ['pwd', 'mfa'] }, true],
  [{ acr: 'urn:low', amr: ['hwk'] }, true],
  [{ acr: 'urn:low', amr: ['pwd'] }, false],
  [{ acr: ['urn:high'] }, false],
  [{ amr: 'mfa' }, false],
  [{ amr: [['mfa']] }, false],
  [{}, false],
])('%j is assured: %s', (said, yes) => {
  expect(isAssured(asked, said)).toBe(yes)
})
test('where nothing is asked nothing is enough', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (acr, amr) => {
      expect(isAssured({ acr: [], amr: [] }, { acr, amr })).toBe(false)
    }),
  )
})
