import type { Day } from '#domain/day.ts'
import { daysBetween, isBefore, monthsBetween } from '#domain/day.ts'
import { emailInput, postcodeInput } from '#domain/person/person.ts'
import { readPhone } from '#domain/person/phone.ts'
import {
  type ReferralSubmission,
  referrerKinds,
  type YesNoUnknown,
  yesNoUnknown,
} from '#domain/referral/referral-submission.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import type { Form } from '#pages/form-data.ts'
import { Invalid } from '#usecases/failure.ts'

/** Reads what was typed into one field; gives the code of what is wrong with it, or `null`. Empty is judged apart. */
type Check = (text: string, today: Day) => string | null

const atMost =
  (length: number): Check =>
  (text) =>
    text.length > length ? 'too-long' : null
const oneOf =
  (values: readonly string[]): Check =>
  (text) =>
    values.includes(text) ? null : 'choose-one'
const day =
  (likely: (day: Day, today: Day) => string | null): Check =>
  (text, today) => {
    const read = readTypedDay(text, { today })
    return read ? likely(read, today) : 'not-a-day'
  }
const phone: Check = (text) => (readPhone(text) ? null : 'not-a-phone-number')
const email: Check = (text) => (emailInput.safeParse(text).success ? null : 'not-an-email')

export const reachChannels = ['phone', 'text', 'email', 'via_referrer'] as const
const reachChannel = (text: string): ReferralSubmission['reach']['channel'] =>
  reachChannels.find((channel) => channel === text) ?? 'unknown'

/** Languages that women in these programmes speak most; another is noted at intake. */
// biome-ignore format: one list
export const spokenLanguages = [
  'nl', 'en', 'ar', 'tr', 'pl', 'uk', 'ru', 'ti', 'am', 'so', 'fa', 'prs', 'ps', 'ku', 'zgh', 'rif', 'es', 'pt',
  'pap', 'srn', 'bg', 'ro', 'hu', 'fr', 'de', 'it', 'el', 'sq', 'ur', 'hi', 'ta', 'bn', 'zh', 'vi', 'th', 'sw',
] as const

/** Every field of the two public forms, and what may stand in it. A field that is not here is not read. */
const checks = {
  given: atMost(100),
  family: atMost(100),
  phone,
  email,
  birthDay: day((born, today) => (monthsBetween(born, today) < 10 * 12 ? 'birth-day-unlikely' : null)),
  postcode: (text) => (postcodeInput.safeParse(text).success ? null : 'not-a-postcode'),
  language: oneOf(spokenLanguages),
  interpreter: oneOf(['yes']),
  channel: oneOf(reachChannels),
  when: atMost(200),
  voicemail: oneOf(yesNoUnknown),
  dueOn: day((due, today) => (Math.abs(daysBetween(today, due) - 130) > 175 ? 'due-day-unlikely' : null)),
  bornOn: day((born, today) => (isBefore(today, born) ? 'day-to-come' : null)),
  firstChild: oneOf(yesNoUnknown),
  words: atMost(4000),
  acuteDanger: oneOf(yesNoUnknown),
  agreed: oneOf(['yes']),
  referrerKind: oneOf(referrerKinds),
  referrerName: atMost(120),
  referrerOrganisation: atMost(120),
  referrerPhone: phone,
  referrerEmail: email,
  partnerIsPatient: oneOf(yesNoUnknown),
} as const satisfies Record<string, Check>
export type FieldName = keyof typeof checks

/** Codes of what is wrong, by field name. */
export type Fields = Readonly<Record<string, string>>

/** What is wrong with these fields: empty where it may not be, or not readable. Judges each field by itself. */
export function problemsIn(
  form: Form,
  today: Day,
  { ask, required }: { ask: readonly FieldName[]; required: readonly FieldName[] },
): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const name of ask) {
    const text = form.text(name)
    const code = text === '' ? (required.includes(name) ? emptyCode(name) : null) : checks[name](text, today)
    if (code) fields[name] = code
  }
  if (ask.includes('interpreter') && form.checked('interpreter') && !form.text('language'))
    fields.language ??= 'interpreter-language'
  return fields
}
const emptyCode = (name: FieldName): string =>
  name === 'agreed'
    ? 'agreement-needed'
    : name === 'channel' || name === 'referrerKind'
      ? 'choose-one'
      : 'required'

const answer = (text: string): YesNoUnknown => yesNoUnknown.find((value) => value === text) ?? 'unknown'

/** The referral that stands in a checked form. What was left open is `unknown` or absent, never guessed. */
export function submissionIn(form: Form, today: Day) {
  const dayOf = (name: FieldName) => readTypedDay(form.text(name), { today })
  const language = form.optional('language')
  const postcode = form.optional('postcode')
  return {
    mother: {
      name: { given: form.text('given'), family: form.optional('family') },
      phone: readPhone(form.text('phone')),
      email: form.optional('email'),
      birthDay: dayOf('birthDay'),
      address: postcode ? { postcode } : null,
      languages: language ? [language] : [],
      interpreter: form.checked('interpreter') ? language : null,
    },
    child: { bornOn: dayOf('bornOn'), dueOn: dayOf('dueOn'), firstChild: answer(form.text('firstChild')) },
    facts: form.text('acuteDanger') === 'yes' ? { acuteDanger: 'yes' as const } : {},
    reach: {
      channel: reachChannel(form.text('channel')),
      when: form.optional('when'),
      voicemail: answer(form.text('voicemail')),
    },
    agreed: true as const,
    words: form.optional('words'),
  }
}

/** A problem the use case found, under the name the form's field has: `submission.mother.phone` → `phone`. */
export function inFormTerms(error: unknown): unknown {
  if (!(error instanceof Invalid)) return error
  const nameOf = (path: string): string => {
    const last = path.split('.').at(-1) ?? path
    return path.includes('referrer.') ? `referrer${last.charAt(0).toUpperCase()}${last.slice(1)}` : last
  }
  return new Invalid(
    Object.fromEntries(Object.entries(error.fields).map(([path, code]) => [nameOf(path), code])),
  )
}
