import type { Standing } from '#domain/contact-policy/safe-contact-policy.ts'
import type { MessageChannel, MessageKind } from '#domain/message/message.ts'
import { kindOf } from '#domain/message/message.ts'
import { fixedWords } from '#domain/message/message-text.ts'
import { forbiddenInMessage, isNeutralLanguage, mentions } from '#domain/message/neutral-words.ts'
import { smsParts } from '#domain/message/sms-parts.ts'
import { carriesLink, carriesNumber } from '#domain/message/telling-signs.ts'
import type { ConsentCode } from '#domain/programme/definition.ts'
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'

/** A message as it would be read: rendered, with nothing left to fill in. */
export interface Outgoing {
  readonly kind: MessageKind
  readonly channel: MessageChannel
  readonly language: string
  readonly address: string
  readonly subject: string
  readonly body: string
}

/** What is true around it at this very moment. */
export interface Surroundings {
  readonly given: ReadonlySet<ConsentCode>
  /** How her safe-contact agreement stands: it counts, she wasn't asked again in time, or there is none. */
  readonly agreement: Standing
  /** She is in a programme of the highest safety class: without an agreement nothing about her leaves at all. */
  readonly nothingWithoutAgreement: boolean
  /** Her safe-contact agreement's answer for this channel at this time; `null` if there is none. */
  readonly contact: true | Refusal | null
  /** In which language she is to be written to; `null` if she did not say. */
  readonly herLanguage: string | null
  /** Address she can be reached at by this channel today; `null` if not known. Only asked for a mother. */
  readonly currentAddress: string | null
  /** Names, numbers and addresses of people that may not be read in any message about her. */
  readonly privateNames: readonly string[]
  /** Names of the organisation and its programmes: not to be read in a message to a mother. */
  readonly ownNames: readonly string[]
  /** Whom it comes from, as her phone shows it; `null` as long as it waits. Asked again when it leaves. */
  readonly sender: string | null
  /** Her trajectory was closed. */
  readonly closed: boolean
  /** Her file was erased. */
  readonly erased: boolean
  /** Her file is locked for whom it would go to, or he may be of an organisation for which it is. */
  readonly locked?: boolean
  /** Nothing is sent to her now: her trajectory rests, or it was made quiet after a loss. */
  readonly resting?: boolean
  /** The visit that it reminds of: as it was written, or otherwise by now; `null` if it reminds of none. */
  readonly visit?: 'stands' | 'changed' | null
  /** Her number stands with somebody around her too, and she didn't say that it is hers alone. */
  readonly numberShared?: boolean
}

export const outgoingRefusals = [
  'message-erased',
  'message-locked',
  'message-after-closing',
  'message-held-back',
  'message-visit-changed',
  'message-not-by-this-way',
  'message-without-consent',
  'message-without-agreement',
  'message-address-changed',
  'message-number-shared',
  'message-language-unknown',
  'message-not-her-language',
  'message-empty',
  'message-too-long',
  'message-names-someone',
  'message-says-too-much',
  'message-with-link',
  'message-with-number',
  'message-sender-tells',
] as const

/** One thing that must be in order before anything leaves: says what stands in the way, or `null`. */
type Control = (message: Outgoing, around: Surroundings) => Refusal | null

const toMother = ({ kind }: Outgoing): boolean => kindOf(kind).to === 'mother'
const textOf = ({ subject, body }: Outgoing): string => `${subject}\n${body}`
/** Also of a letter: what doesn't fit on one side is read by nobody. */
const longestMail = 2000
/** Stand in names of organisations and in everything else. */
const particles = 'de het een van en in op aan bij the a of and for to at'
const longestSubject = 120

/** Every control there is, in the order in which their answers say most to the person who gets the task. */
export const controls = {
  file: (_message, { erased }) => (erased ? refuse('message-erased') : null),
  lock: (message, { locked }) => (locked && !toMother(message) ? refuse('message-locked') : null),
  closed: (message, { closed }) => (closed && toMother(message) ? refuse('message-after-closing') : null),
  resting: (message, { resting }) => (resting && toMother(message) ? refuse('message-held-back') : null),
  /** Nobody is reminded of a visit that isn't. */
  visit: (_message, { visit }) => (visit === 'changed' ? refuse('message-visit-changed') : null),
  way: ({ kind, channel }) =>
    kindOf(kind).channels.includes(channel) ? null : refuse('message-not-by-this-way'),
  consent({ kind }, { given }) {
    const missing = kindOf(kind).consents.filter((code) => !given.has(code))
    if (missing.includes('C-9')) return refuse('message-without-agreement')
    return missing.length > 0 ? refuse('message-without-consent') : null
  },
  /** What a colleague hears is that something waits, and nothing about her: that leaves always. */
  agreement(message, { agreement, nothingWithoutAgreement }) {
    const { to } = kindOf(message.kind)
    if (to === 'colleague' || (to === 'referrer' && !nothingWithoutAgreement)) return null
    if (agreement === 'none') return refuse('message-without-agreement')
    return agreement === 'too-old' ? refuse('contact-not-confirmed') : null
  },
  /** Her channel, her hours, her phone. */
  contact: (message, { contact }) => (toMother(message) && isRefusal(contact) ? contact : null),
  address: (message, { currentAddress }) =>
    toMother(message) && currentAddress !== message.address ? refuse('message-address-changed') : null,
  /** One number for her and for him: whoever holds that phone reads it. */
  numberShared: (message, { numberShared }) =>
    toMother(message) && message.channel === 'text' && numberShared ? refuse('message-number-shared') : null,
  /** Nobody can say of it what it gives away. */
  language: ({ language }) => (isNeutralLanguage(language) ? null : refuse('message-language-unknown')),
  /** What she can't read, somebody else would read to her. */
  herLanguage: (message, { herLanguage }) =>
    toMother(message) && herLanguage !== null && primary(herLanguage) !== primary(message.language)
      ? refuse('message-not-her-language')
      : null,
  empty: ({ body, address }) => (body.trim() === '' || address === '' ? refuse('message-empty') : null),
  length: ({ channel, subject, body }) =>
    (channel === 'text' ? smsParts(body) > 1 : [...body].length > longestMail) ||
    [...subject].length > longestSubject
      ? refuse('message-too-long')
      : null,
  names(message, { privateNames, ownNames }) {
    const fixed = isNeutralLanguage(message.language) ? fixedWords(message.kind, message.language) : ''
    const harmless = toMother(message) ? fixed : `${fixed} ${ownNames.join(' ')}`
    return mentions(textOf(message), privateNames, harmless) ? refuse('message-names-someone') : null
  },
  link: (message) =>
    carriesLink(textOf(message), toMother(message) ? 'any' : 'written-out')
      ? refuse('message-with-link')
      : null,
  number: (message) =>
    toMother(message) && carriesNumber(textOf(message)) ? refuse('message-with-number') : null,
  words: (message, { ownNames }) =>
    toMother(message) &&
    (forbiddenInMessage(textOf(message)) !== null || mentions(textOf(message), ownNames, particles))
      ? refuse('message-says-too-much')
      : null,
  sender: (message, { sender, ownNames, privateNames }) =>
    sender !== null &&
    toMother(message) &&
    (message.channel === 'letter'
      ? sender !== onEnvelope
      : senderTells(sender, [...ownNames, ...privateNames]))
      ? refuse('message-sender-tells')
      : null,
} as const satisfies Record<string, Control>
export type ControlName = keyof typeof controls
export const controlNames = Object.keys(controls) as ControlName[]

/** Whom a letter comes from: nothing at all stands on its envelope but where it goes. */
export const onEnvelope = ''

/** What her phone shows first: an address or a number that is nobody's name and tells nothing. */
export function senderTells(sender: string, names: readonly string[]): boolean {
  const said = sender.replace(/[^\p{L}\p{N}]+/gu, ' ')
  return (
    sender === '' ||
    /[\s<>"]/.test(sender) ||
    (forbiddenInMessage(sender) ?? forbiddenInMessage(said)) !== null ||
    mentions(said, names)
  )
}

const primary = (language: string): string => language.split('-')[0] ?? language

/**
 * May this leave now? Asked after rendering, when it is queued, and again at the moment of sending; there is no
 * override. The first thing that stands in the way is the answer, and a person is given it as a task.
 */
export function checkOutgoing(message: Outgoing, around: Surroundings): true | Refusal {
  for (const name of controlNames) {
    const refusal = controls[name](message, around)
    if (refusal) return refusal
  }
  return true
}
