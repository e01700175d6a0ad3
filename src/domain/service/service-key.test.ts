import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { organisationOfKey, writeServiceKey } from '#domain/service/service-key.ts'

const secret = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => bytes.toBase64({ alphabet: 'base64url', omitPadding: true }))

describe('a service key', () => {
  test('says which organisation it is of', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        secret,
        (orgId, text) => organisationOfKey(writeServiceKey(orgId, text)) === orgId,
      ),
    )
  })
  test.each(['', 'naast_', 'naast_x_y', 'Bearer naast_', `naast_${'a'.repeat(22)}_${'b'.repeat(42)}`])(
    'is not %j',
    (text) => expect(organisationOfKey(text)).toBeNull(),
  )
  test('of any other shape is refused without trouble', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => organisationOfKey(text) === null))
  })
})
