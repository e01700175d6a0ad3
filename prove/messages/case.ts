import type { ContactHours } from '#domain/contact-policy/contact-hours.ts'
import type { SafeContactPolicy } from '#domain/contact-policy/safe-contact-policy.ts'
import { kindOf, type MessageChannel, type MessageKind, messageKinds } from '#domain/message/message.ts'
import {
  appointmentText,
  areYouThereText,
  callBackText,
  fileOpenedText,
  kindOfMoment,
  loneCallOverText,
  newWayInText,
  notStartedClasses,
  proposalsWaitText,
  type ReferrerMoment,
  referrerText,
  safetyCallText,
  whenWords,
} from '#domain/message/message-text.ts'
import type { NeutralLanguage } from '#domain/message/neutral-words.ts'
import type { Outgoing } from '#domain/message/outgoing-check.ts'
import { type ConsentCode, consentCodes } from '#domain/programme/definition.ts'
import { programmes } from '#programmes/registry.ts'
import type { Chance } from '#simulation/chance.ts'
import { harmless, organisations, people, senders } from './corpus.ts'
import { clockText, wallClock } from './wall-clock.ts'

/** One message and all that is true around it. As it is drawn, everything about it is in order. */
export interface Case {
  readonly message: Outgoing
  /** `null`: nobody ever agreed with her how she may be reached. */
  readonly policy: SafeContactPolicy | null
  readonly zone: string
  readonly at: number
  readonly given: ReadonlySet<ConsentCode>
  readonly nothingWithoutAgreement: boolean
  readonly currentAddress: string | null
  /** Where post is brought now. */
  readonly post: string
  readonly privateNames: readonly string[]
  readonly ownNames: readonly string[]
  readonly sender: string
  readonly closed: boolean
  readonly erased: boolean
  readonly locked: boolean
  readonly resting: boolean
  readonly visit: 'stands' | 'changed' | null
  readonly numberShared: boolean
}

/** Clocks that change in all the ways there are. */
const zones = [
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Havana',
  'Asia/Kathmandu',
]
/** Around the nights in which they do. */
const nights = ['2026-10-25', '2026-11-01', '2027-03-14', '2027-03-28', '2027-04-04'].map(Date.parse)

function someMoment(chance: Chance): number {
  const minute = 60_000
  return chance.chance(0.3)
    ? chance.pick(nights) + chance.between(-18 * 60, 30 * 60) * minute
    : Date.parse('2026-10-01') + chance.between(0, 420 * 24 * 60) * minute
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
/** Of each organisation: its own name first, then those of what it offers, also as people shorten them. */
const ownNames = new Map(
  organisations.map((organisation) => [
    organisation,
    [
      organisation,
      ...programmes.flatMap(({ id, label, terms }) => [
        id,
        label.nl,
        label.en,
        ...(/\s/.test(label.nl) ? [initialsOf(label.nl)] : []),
        terms.worker.nl,
        terms.worker.en,
      ]),
    ],
  ]),
)

const kindsBy = (to: 'mother' | 'referrer' | 'colleague') =>
  (Object.keys(messageKinds) as MessageKind[]).filter((kind) => kindOf(kind).to === to)
const kinds = { mother: kindsBy('mother'), referrer: kindsBy('referrer'), colleague: kindsBy('colleague') }
const momentOf = new Map<MessageKind, ReferrerMoment>(
  Object.entries(kindOfMoment).map(([moment, kind]) => [kind, moment as ReferrerMoment]),
)

function textOf(chance: Chance, kind: MessageKind, language: NeutralLanguage, organisation: string) {
  const moment = momentOf.get(kind)
  if (moment)
    return referrerText(moment, language, {
      reference: chance.between(0x10000000, 0x7fffffff).toString(16).toUpperCase(),
      organisation,
      reason: chance.pick(notStartedClasses),
    })
  if (kind === 'call-back') return callBackText(language)
  if (kind === 'safety-call' || kind === 'lone-call') return safetyCallText(language)
  if (kind === 'are-you-there') return areYouThereText(language)
  if (kind === 'lone-call-over') return loneCallOverText(language)
  if (kind === 'proposals-wait') return proposalsWaitText(language)
  if (kind === 'file-opened') return fileOpenedText(language)
  if (kind === 'new-way-in') return newWayInText(language)
  const on = Temporal.PlainDate.from('2026-11-02').add({ days: chance.between(0, 6) })
  const at = `${String(chance.between(8, 20)).padStart(2, '0')}:${chance.pick(['00', '30'])}`
  const { subject, body } = appointmentText(language, whenWords(language, on, chance.chance(0.2) ? null : at))
  return { subject, body: body + chance.pick(harmless[language]) }
}

/** Hours in which this moment lies, as the wall shows it; now and then across midnight, with others beside them. */
export function hoursAround(chance: Chance, zone: string, at: number): ContactHours[] | null {
  if (chance.chance(0.15)) return null
  const { weekday, minute } = wallClock(zone, at)
  const before = chance.between(0, 300)
  const after = chance.between(1, 300)
  const dayOfStart = minute - before < 0 ? (weekday === 1 ? 7 : weekday - 1) : weekday
  const holds = { days: [dayOfStart], from: clockText(minute - before), until: clockText(minute + after) }
  const other = { days: [chance.between(1, 7)], from: '10:00', until: '11:00' }
  return chance.chance(0.3) ? [other, holds] : [holds]
}

export function drawCase(chance: Chance): Case {
  const to = chance.chance(0.72) ? 'mother' : chance.chance(0.85) ? 'referrer' : 'colleague'
  const kind = chance.pick(kinds[to])
  const language = chance.pick(['nl', 'en'] as const)
  const channel = chance.pick(kindOf(kind).channels)
  const [given = '', family = '', child = ''] = chance.pick(people)
  const phone = `+316${chance.between(10_000_000, 99_999_999)}`
  const email = `post${chance.between(1000, 9999)}@post.example.nl`
  const post = `Sijsjepad ${chance.between(1, 99)}\n1234 AB Puttertjesdorp`
  const own = { email, text: phone, letter: `${given} ${family}\n${post}` } as const
  const address = to === 'mother' ? own[channel] : `praktijk${chance.between(1, 999)}@example.nl`
  const zone = chance.pick(zones)
  const at = someMoment(chance)
  const organisation = chance.pick(organisations)
  const highest = chance.chance(0.4)
  return {
    message: { kind, channel, language, address, ...textOf(chance, kind, language, organisation) },
    // Somebody else may hear of it without an agreement, where the programme is not of the highest class.
    policy:
      to !== 'mother' && !highest && chance.chance(0.5)
        ? null
        : drawPolicy(chance, { zone, at, channel, language, post }),
    zone,
    at,
    given: new Set([...kindOf(kind).consents, ...chance.some(consentCodes, 3)]),
    nothingWithoutAgreement: highest,
    post,
    currentAddress: own[channel],
    privateNames: [given, family, child, phone, email, 'Sijsjepad'],
    ownNames: ownNames.get(organisation) ?? [],
    sender: channel === 'letter' ? '' : chance.pick(senders.neutral),
    closed: to !== 'mother' && chance.chance(0.3),
    erased: false,
    locked: false,
    resting: to !== 'mother' && chance.chance(0.3),
    visit: kind === 'appointment' ? chance.pick(['stands', 'stands', null] as const) : null,
    // A number that another has too may be called, and nothing else goes there.
    numberShared: channel !== 'text' && chance.chance(0.2),
  }
}

function drawPolicy(
  chance: Chance,
  {
    zone,
    at,
    channel,
    language,
    post,
  }: {
    zone: string
    at: number
    channel: MessageChannel
    language: string
    post: string
  },
): SafeContactPolicy {
  const reconfirmDays = chance.pick([14, 30, 90])
  const today = wallClock(zone, at).day
  const shared = channel !== 'text' && chance.chance(0.3)
  return {
    id: '01930000-0000-7000-8000-000000000001',
    channels: [
      channel,
      ...chance.some(channel === 'letter' ? (['phone'] as const) : (['phone', 'letter'] as const), 2),
    ],
    through: null,
    // Whoever posts a letter asks for no hours: it comes when it comes.
    hours: channel === 'letter' && chance.chance(0.5) ? [] : hoursAround(chance, zone, at),
    phoneOf: shared ? 'shared' : 'herself',
    pickedUpBy: chance.pick(['only_herself', 'others_too'] as const),
    others: null,
    coverName: null,
    codeWord: null,
    language: chance.pick([null, language, `${language}-be`]),
    interpreterPreferred: null,
    interpreterExcluded: null,
    voicemail: chance.pick(['never', 'neutral'] as const),
    neverAtHome: channel !== 'letter' && chance.chance(0.5),
    remark: null,
    confirmedOn: dayOf(today - chance.between(0, reconfirmDays)),
    reconfirmDays,
    askAgainFrom: null,
    letterTo: channel === 'letter' ? post : null,
    aloneOn: null,
  }
}

/** The day with this number, by the calendar of the platform. */
export const dayOf = (number: number): Temporal.PlainDate =>
  Temporal.PlainDate.from(new Date(number * 86_400_000).toISOString().slice(0, 10))
