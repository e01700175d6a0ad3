import { z } from 'zod'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** Who gave a permission and where it can be found, under a key of its own. */
export const permissionFields = sealedFields('instrument_permission', ['terms_sealed'])
export const keptPermission = z.object({ givenBy: z.string(), reference: z.string() })
