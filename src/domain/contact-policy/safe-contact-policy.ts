import { z } from 'zod'
import { contactHours, isWithin, nextWithin } from '#domain/contact-policy/contact-hours.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { languageInput, optionalText } from '#domain/person/person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * How she may be reached without danger, as she said it herself (security design 3.9, consent C-9). Somebody may look
 * at her phone, pick it up or open the door; whatever she did not allow is not allowed.
 */
export const safeChannels = ['phone', 'text', 'email', 'letter'] as const
export type SafeChannel = (typeof safeChannels)[number]
export const phoneOwners = ['herself', 'shared'] as const

export const safeContactTerms = z
  .strictObject({
    channels: z.array(z.enum(safeChannels)),
    /** Somebody else through whom she is reached, when no direct way is safe. */
    through: optionalText(200),
    /** `null`: at any time, because she said so. */
    hours: z.array(contactHours).min(1, 'choose-a-day').max(4).nullable(),
    /** Whose phone it is. On one that another uses too nothing may be left that he can read or hear. */
    phoneOf: z.enum(phoneOwners).default('herself'),
    pickedUpBy: z.enum(['only_herself', 'others_too']),
    /** Who else may pick up, and what they know. */
    others: optionalText(200),
    /** Who the caller says she is. */
    coverName: optionalText(80),
    /** What she says when she can't speak freely. */
    codeWord: optionalText(80),
    language: languageInput.nullish().transform((language) => language ?? null),
    /** Who may interpret for her, and who may not: somebody from her own circle may tell on (domain.md 7.6, H15). */
    interpreterPreferred: optionalText(200),
    interpreterExcluded: optionalText(200),
    /** `neutral`: a name and "I'll call again", never an organisation or a reason. */
    voicemail: z.enum(['never', 'neutral']),
    /** Nobody comes to her door and nothing is posted there. */
    neverAtHome: z.boolean(),
    remark: optionalText(500),
    /** She said it although the same number stands with somebody around her: it is hers alone. */
    aloneAllTheSame: z.boolean().default(false),
  })
  .superRefine((terms, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (terms.channels.length === 0 && !terms.through) problem('channels', 'choose-a-way')
    if (terms.neverAtHome && terms.channels.includes('letter')) problem('channels', 'no-letter-home')
    if (terms.pickedUpBy === 'others_too' && !terms.others) problem('others', 'required')
    if (terms.phoneOf === 'shared' && terms.channels.includes('text'))
      problem('channels', 'no-text-on-shared-phone')
    if (terms.phoneOf === 'shared' && terms.voicemail !== 'never')
      problem('voicemail', 'no-voicemail-on-shared-phone')
  })
export type SafeContactTerms = z.output<typeof safeContactTerms>

/** Her terms as they stand, and until when they count without asking again. */
export interface SafeContactPolicy extends Omit<SafeContactTerms, 'aloneAllTheSame'> {
  readonly id: string
  readonly confirmedOn: Day
  /** Days after which she is asked again whether this is still right. */
  readonly reconfirmDays: number
  /** The day on which something changed that makes it asked anew (another phase), if that came after. */
  readonly askAgainFrom: Day | null
  /** Where she wants letters, as her address was when she said so; at another one she is asked first. */
  readonly letterTo: string | null
  /** Her number when she said that it is hers alone although it stands with somebody around her too. */
  readonly aloneOn: string | null
}

export const safeContactRefusals = [
  'contact-not-confirmed',
  'contact-not-this-way',
  'contact-not-at-home',
  'contact-not-now',
  'contact-no-message',
  'contact-phone-shared',
  'contact-letter-elsewhere',
] as const
export type SafeContactRefusal = (typeof safeContactRefusals)[number]

export interface ContactAttempt {
  readonly channel: SafeChannel | 'home_visit'
  /** In the organisation's own time zone: her hours are the clock on her wall. */
  readonly at: Temporal.ZonedDateTime
  /** A voicemail. What is written stays behind anyway: allowing the channel allows that. */
  readonly leavesMessage: boolean
  /** Where a letter would go, as lines. */
  readonly to?: string | null
}

/** The last day on which the terms count without asking her again. */
export function countsUntil({
  confirmedOn,
  reconfirmDays,
  askAgainFrom,
}: Pick<SafeContactPolicy, 'confirmedOn' | 'reconfirmDays' | 'askAgainFrom'>): Day {
  const until = confirmedOn.add({ days: reconfirmDays })
  return askAgainFrom && !isBefore(until, askAgainFrom) ? askAgainFrom.subtract({ days: 1 }) : until
}

/** Does it count at this moment; or was she not asked again in time, or never at all? */
export const standingOf = (policy: SafeContactPolicy | null, at: Temporal.ZonedDateTime): Standing =>
  policy === null ? 'none' : isBefore(countsUntil(policy), at.toPlainDate()) ? 'too-old' : 'counts'
export type Standing = 'counts' | 'too-old' | 'none'

/** How many days before it is too late somebody is told to ask her again: a week, less where it is asked often. */
export const daysToAskAhead = (reconfirmDays: number): number => Math.min(7, Math.floor(reconfirmDays / 4))

type ContactControl = (policy: SafeContactPolicy, attempt: ContactAttempt) => SafeContactRefusal | null
const atHome = ({ channel }: ContactAttempt): boolean => channel === 'home_visit' || channel === 'letter'

/**
 * Every reason why not, the heaviest first. A visit is agreed with her each time and a letter comes when it comes: her
 * hours and her channels are for what rings or beeps.
 */
export const contactControls = {
  age: (policy, { at }) => (isBefore(countsUntil(policy), at.toPlainDate()) ? 'contact-not-confirmed' : null),
  home: ({ neverAtHome }, attempt) => (neverAtHome && atHome(attempt) ? 'contact-not-at-home' : null),
  channel: ({ channels }, { channel }) =>
    channel === 'home_visit' || channels.includes(channel) ? null : 'contact-not-this-way',
  phone: ({ phoneOf }, { channel, leavesMessage }) =>
    phoneOf === 'shared' && (channel === 'text' || (channel === 'phone' && leavesMessage))
      ? 'contact-phone-shared'
      : null,
  hours: ({ hours }, attempt) => (atHome(attempt) || isWithin(hours, attempt.at) ? null : 'contact-not-now'),
  letter: ({ letterTo }, { channel, to = null }) =>
    channel === 'letter' && (letterTo === null || to !== letterTo) ? 'contact-letter-elsewhere' : null,
  voicemail: ({ voicemail }, { channel, leavesMessage }) =>
    channel === 'phone' && leavesMessage && voicemail === 'never' ? 'contact-no-message' : null,
} as const satisfies Record<string, ContactControl>
const contactControlsInOrder = Object.values(contactControls)

/** May she be contacted like this at this moment? Asked at the moment itself; there is no override. */
export function mayContact(
  policy: SafeContactPolicy,
  attempt: ContactAttempt,
): true | Refusal<SafeContactRefusal> {
  for (const control of contactControlsInOrder) {
    const reason = control(policy, attempt)
    if (reason) return refuse(reason)
  }
  return true
}

/** The first moment from `at` on at which her hours allow contact, `at` itself if they do now; `null` if they never do. */
export const nextSafeMoment = (
  { hours }: Pick<SafeContactTerms, 'hours'>,
  at: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | null => nextWithin(hours, at)
