import { z } from 'zod'
import { dayInput } from '#domain/day.ts'
import { emailInput, optionalText, personInput, phoneInput } from '#domain/person/person.ts'

/** Ways in which a referral may come. All four end in the same use case. */
export const referralChannels = ['professional_form', 'own_form', 'spreadsheet', 'fhir', 'desk'] as const
export type ReferralChannel = (typeof referralChannels)[number]

/** Who refers (domain.md 7.9). `self` is the mother herself. */
export const referrerKinds = [
  'midwife',
  'gynaecologist',
  'gp',
  'practice_nurse',
  'jgz',
  'maternity_care',
  'neighbourhood_team',
  'social_work',
  'veilig_thuis_agency',
  'womens_shelter',
  'vluchtelingenwerk',
  'library',
  'volunteer_point',
  'school',
  'family_or_friend',
  'self',
  'other',
] as const
export type ReferrerKind = (typeof referrerKinds)[number]

export const yesNoUnknown = ['yes', 'no', 'unknown'] as const
export type YesNoUnknown = (typeof yesNoUnknown)[number]
const answer = z.enum(yesNoUnknown).default('unknown')

/** Hours in which she may be reached, as the one who refers knows it; asked again, in full, at intake. */
export const reachInput = z.strictObject({
  channel: z.enum(['phone', 'text', 'email', 'via_referrer', 'unknown']).default('unknown'),
  when: optionalText(200),
  /** May a message be left? Nothing is left unless this says yes. */
  voicemail: answer,
})

/** What comes in with a referral, whichever door it came through. */
export const referralSubmission = z.strictObject({
  programmeId: z.string().trim().max(60).nullable().default(null),
  mother: personInput,
  child: z
    .strictObject({
      bornOn: dayInput.nullish().transform((day) => day ?? null),
      dueOn: dayInput.nullish().transform((day) => day ?? null),
      given: optionalText(100),
      firstChild: answer,
    })
    .default({ bornOn: null, dueOn: null, given: null, firstChild: 'unknown' }),
  /** Answers to what programmes ask about, by fact name (`insecure`, `lowSupport` …). */
  facts: z.record(z.string().max(60), answer).default({}),
  reach: reachInput.default({ channel: 'unknown', when: null, voicemail: 'unknown' }),
  /** She knows of this and agreed to be contacted (consent C-1). Without it a referral isn't taken. */
  agreed: z.literal(true, 'agreement-needed'),
  referrer: z
    .strictObject({
      kind: z.enum(referrerKinds),
      name: optionalText(120),
      organisation: optionalText(120),
      phone: phoneInput.nullish().transform((phone) => phone ?? null),
      email: emailInput.nullish().transform((email) => email ?? null),
      /** Her partner is a patient or client of this referrer too: then nothing about her is written, only phoned. */
      partnerIsPatient: answer,
    })
    .default({
      kind: 'other',
      name: null,
      organisation: null,
      phone: null,
      email: null,
      partnerIsPatient: 'unknown',
    }),
  /** Why, in the words of the one who refers. */
  words: optionalText(4000),
})
export type ReferralSubmission = z.output<typeof referralSubmission>

/** Somebody said that she is in danger now: answered the same day, before anything else at the desk. */
export const isAcute = ({ facts }: Pick<ReferralSubmission, 'facts'>): boolean => facts.acuteDanger === 'yes'
