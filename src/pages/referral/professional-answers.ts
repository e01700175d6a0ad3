import type { Day } from '#domain/day.ts'
import { readPhone } from '#domain/person/phone.ts'
import { type ReferrerKind, referrerKinds, yesNoUnknown } from '#domain/referral/referral-submission.ts'
import type { Form } from '#pages/form-data.ts'
import { type FieldName, type Fields, problemsIn } from '#pages/referral/public-answers.ts'

/** Whom a professional may say she is; a woman herself, her family and friends have a form of their own. */
export const professionalKinds = referrerKinds.filter((kind) => kind !== 'self')

/** In the order of the page, so that problems are told in that order. */
// biome-ignore format: one list
const ask: readonly FieldName[] = [
  'acuteDanger', 'referrerName', 'referrerKind', 'referrerPhone', 'referrerEmail', 'partnerIsPatient', 'given',
  'channel', 'phone', 'email', 'when', 'voicemail', 'dueOn', 'bornOn', 'words',
  'referrerOrganisation', 'family', 'birthDay', 'postcode', 'language', 'interpreter', 'firstChild', 'agreed',
]
const required: readonly FieldName[] = ['referrerKind', 'referrerName', 'given', 'channel', 'agreed']

/** What stands in the way of taking the form, by field. */
export function professionalProblems(form: Form, today: Day): Fields {
  const fields = problemsIn(form, today, { ask, required })
  const viaReferrer = form.text('channel') === 'via_referrer'
  if (!form.text('referrerPhone') && !form.text('referrerEmail')) fields.referrerPhone ??= 'your-address'
  // Nothing is written to a practice that knows her partner: then we must be able to call.
  if (form.text('partnerIsPatient') === 'yes' && !form.text('referrerPhone'))
    fields.referrerPhone ??= 'your-phone'
  if (!viaReferrer && !form.text('phone') && !form.text('email')) fields.phone ??= 'her-address'
  if (form.text('channel') === 'email' && form.text('phone') && !form.text('email'))
    fields.email ??= 'required'
  if (/^(phone|text)$/.test(form.text('channel')) && form.text('email') && !form.text('phone'))
    fields.phone ??= 'required'
  return inOrder(fields)
}

const inOrder = (fields: Fields): Fields =>
  Object.fromEntries(ask.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])))

const kindOf = (text: string): ReferrerKind => professionalKinds.find((kind) => kind === text) ?? 'other'

/** The professional who refers, from a checked form. */
export const referrerIn = (form: Form) => ({
  kind: kindOf(form.text('referrerKind')),
  name: form.optional('referrerName'),
  organisation: form.optional('referrerOrganisation'),
  phone: readPhone(form.text('referrerPhone')),
  email: form.optional('referrerEmail'),
  partnerIsPatient: yesNoUnknown.find((answer) => answer === form.text('partnerIsPatient')) ?? 'unknown',
})
