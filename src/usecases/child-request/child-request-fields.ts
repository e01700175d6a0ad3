import { z } from 'zod'
import { dayInput } from '#domain/day.ts'
import { nameInput, optionalText } from '#domain/person/person.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

export const childRequestFields = sealedFields('child_request', ['asked_sealed', 'words_sealed'])
export const childRequestStepFields = sealedFields('child_request_step', ['words_sealed'])

/** What whoever asks says himself; none of it is held to be true. */
export const askedInput = z.strictObject({
  name: z.string().trim().min(1, 'required').max(200, 'too-long'),
  /** Where an answer goes; never ours to look up. */
  reach: z.string().trim().min(1, 'required').max(300, 'too-long'),
  child: nameInput,
  childBornOn: dayInput,
  remark: optionalText(1000),
})
export type Asked = z.output<typeof askedInput>
