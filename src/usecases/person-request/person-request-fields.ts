import { z } from 'zod'
import { dayInput } from '#domain/day.ts'
import { nameInput, optionalText } from '#domain/person/person.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

export const personRequestFields = sealedFields('person_request', [
  'asked_sealed',
  'copy_sealed',
  'words_sealed',
])
export const personRequestStepFields = sealedFields('person_request_step', ['words_sealed'])

/** What whoever asks says herself; none of it is held to be true. */
export const personAskedInput = z.strictObject({
  name: nameInput,
  /** Where an answer may go; as she says it, never ours to look up. */
  reach: z.string().trim().min(1, 'required').max(300, 'too-long'),
  bornOn: dayInput.nullable(),
  email: z
    .email('not-valid')
    .max(200, 'too-long')
    .nullish()
    .transform((text) => text ?? null),
  remark: optionalText(2000),
})
export type PersonAsked = z.output<typeof personAskedInput>

/** As long as what somebody wrote about her in all those months. */
export const longestCopy = 100_000
