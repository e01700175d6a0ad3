import type { ConsentCode } from '#domain/programme/definition.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Where a message that leaves Naast stands (security design 4.4). `handing_over` is committed before the mail server
 * is called, so that a crash in the middle is seen afterwards; of a letter it is the time between printing it and saying
 * that it was posted. `unknown`: it may have gone; a person finds out. `withdrawn`: what it was about is no more.
 */
export const messageStates = [
  'pending',
  'handing_over',
  'sent',
  'failed',
  'expired',
  'unknown',
  'refused',
  'withdrawn',
] as const
export type MessageState = (typeof messageStates)[number]

const steps = {
  'hand-over': { from: ['pending'], to: 'handing_over' },
  'note-sent': { from: ['handing_over'], to: 'sent' },
  'try-later': { from: ['handing_over'], to: 'pending' },
  'give-up': { from: ['handing_over'], to: 'failed' },
  'lose-track': { from: ['handing_over'], to: 'unknown' },
  expire: { from: ['pending'], to: 'expired' },
  refuse: { from: ['pending'], to: 'refused' },
  withdraw: { from: ['pending'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly MessageState[]; to: MessageState }>
export type MessageStep = keyof typeof steps

/** The state after the step, or why not. */
export const messageAfter = (
  state: MessageState,
  step: MessageStep,
): MessageState | Refusal<'not-from-this-state'> =>
  steps[step].from.some((from) => from === state) ? steps[step].to : refuse('not-from-this-state')

/** A message in one of these needs a person; nothing will happen by itself any more. */
export const strandedStates = ['failed', 'expired', 'unknown', 'refused'] as const

/** To a mother: never twice, rather not at all. To others: surely, if need be twice, under one Message-ID. */
export type Delivery = 'at_most_once' | 'at_least_once'
/** What a carrier takes; a letter is printed and posted by a person (`letter.ts`). */
export const carriedChannels = ['email', 'text'] as const
export type CarriedChannel = (typeof carriedChannels)[number]
export const messageChannels = [...carriedChannels, 'letter'] as const
export type MessageChannel = (typeof messageChannels)[number]
export type MessageRecipient = 'mother' | 'referrer' | 'colleague'

interface Kind {
  readonly to: MessageRecipient
  readonly delivery: Delivery
  /** By which ways it may go, if the one it is for wants that way. */
  readonly channels: readonly MessageChannel[]
  /** All of these must be given, when it is queued and again when it leaves. */
  readonly consents: readonly ConsentCode[]
  /** Hours after which it is too late to send. */
  readonly validHours: number
  /** The same for a letter: until then a person may print it. */
  readonly letterHours?: number
  /** About whoever gets it and nobody else: no woman's file stands behind it. */
  readonly aboutHerself?: true
}

const toReferrer = {
  to: 'referrer',
  delivery: 'at_least_once',
  channels: ['email'],
  consents: ['C-5'],
  validHours: 168,
} as const
const toColleague = {
  to: 'colleague',
  delivery: 'at_least_once',
  channels: ['email'],
  consents: [],
} as const

/**
 * Everything that may leave. A mother hears something only if she may be contacted (C-1) and made a safe-contact
 * agreement (C-9); her referrer only if she agreed to that (C-5). A colleague is told that something waits, and nothing
 * about anybody: that needs no consent, and is sent surely.
 */
export const messageKinds = {
  appointment: {
    to: 'mother',
    delivery: 'at_most_once',
    channels: carriedChannels,
    consents: ['C-1', 'C-9'],
    validHours: 12,
  },
  /** Her worker didn't reach her, and asks her to call when it suits her. */
  'call-back': {
    to: 'mother',
    delivery: 'at_most_once',
    channels: messageChannels,
    consents: ['C-1', 'C-9'],
    validHours: 12,
    letterHours: 120,
  },
  /** Where her group meets, shortly before it does. */
  'group-place': {
    to: 'mother',
    delivery: 'at_most_once',
    channels: carriedChannels,
    consents: ['C-1', 'C-9'],
    validHours: 24,
  },
  'referral-received': toReferrer,
  'referral-started': toReferrer,
  'referral-ended': toReferrer,
  'referral-not-started': toReferrer,
  'referral-help-started': toReferrer,
  'referral-help-not-started': toReferrer,
  'safety-call': { ...toColleague, validHours: 24 },
  /** A worker who is inside somewhere past the time she gave. */
  'are-you-there': {
    ...toColleague,
    channels: carriedChannels,
    validHours: 1,
    aboutHerself: true,
  },
  /** A colleague alone somewhere is to be called, and later that it is over. */
  'lone-call': { ...toColleague, validHours: 24, aboutHerself: true },
  'lone-call-over': { ...toColleague, validHours: 24, aboutHerself: true },
  'proposals-wait': { ...toColleague, validHours: 168 },
  'new-way-in': { ...toColleague, validHours: 24, aboutHerself: true },
  'file-opened': { ...toColleague, validHours: 72 },
} as const satisfies Record<string, Kind>
export type MessageKind = keyof typeof messageKinds
export const kindOf = (kind: MessageKind): Kind => messageKinds[kind]
/** What may go to a mother: held back together where nothing goes to her any more. */
export const kindsToMother = (Object.keys(messageKinds) as MessageKind[]).filter(
  (kind) => messageKinds[kind].to === 'mother',
)
/** How long it may wait to leave, by this way. */
export const validHoursOf = (kind: MessageKind, channel: MessageChannel): number => {
  const { validHours, letterHours } = kindOf(kind)
  return channel === 'letter' ? (letterHours ?? validHours) : validHours
}
export const isMessageKind = (text: string): text is MessageKind => text in messageKinds
