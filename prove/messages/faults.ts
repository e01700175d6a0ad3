import { kindOf } from '#domain/message/message.ts'
import type { Chance } from '#simulation/chance.ts'
import { type Case, dayOf } from './case.ts'
import { disguised, links, numbers, respelt, senders, telling, unlisted } from './corpus.ts'
import { clockText, wallClock } from './wall-clock.ts'

/** One way in which a message becomes unsafe, known to be so because it was made so. */
export interface Fault {
  readonly name: string
  /** Can this happen to this message at all? */
  readonly fits: (drawn: Case) => boolean
  readonly make: (drawn: Case, chance: Chance) => Case
}

const toMother = ({ message }: Case) => kindOf(message.kind).to === 'mother'
const always = () => true
const withPolicy = (drawn: Case, changed: Partial<NonNullable<Case['policy']>>): Case => ({
  ...drawn,
  policy: drawn.policy && { ...drawn.policy, ...changed },
})
/** Somewhere in what she reads: at the beginning, the end, or in the subject. */
function saying(drawn: Case, chance: Chance, text: string): Case {
  const { message } = drawn
  const where = chance.between(0, message.channel === 'text' ? 1 : 2)
  if (where === 2) return { ...drawn, message: { ...message, subject: `${message.subject} ${text}` } }
  const body = where === 0 ? `${text} ${message.body}` : `${message.body} ${text}`
  return { ...drawn, message: { ...message, body } }
}

export const faults: readonly Fault[] = [
  { name: 'her file was erased', fits: always, make: (drawn) => ({ ...drawn, erased: true }) },
  {
    name: 'her file is locked for whom it goes to',
    fits: (drawn) => !toMother(drawn),
    make: (drawn) => ({ ...drawn, locked: true }),
  },
  {
    name: 'her trajectory is closed',
    fits: toMother,
    make: (drawn) => ({ ...drawn, closed: true }),
  },
  {
    name: 'her trajectory rests, or is quiet after a loss',
    fits: toMother,
    make: (drawn) => ({ ...drawn, resting: true }),
  },
  {
    name: 'the visit that it reminds of is another now, or none',
    fits: ({ message }) => message.kind === 'appointment',
    make: (drawn) => ({ ...drawn, visit: 'changed' }),
  },
  {
    name: 'such a message does not go this way',
    fits: ({ message }) => message.kind === 'appointment',
    make: (drawn) => ({
      ...withPolicy(drawn, {
        channels: ['letter'],
        neverAtHome: false,
        letterTo: drawn.post,
      }),
      message: { ...drawn.message, channel: 'letter' },
      sender: '',
    }),
  },
  {
    name: 'her number stands with somebody around her too',
    fits: (drawn) => toMother(drawn) && drawn.message.channel === 'text',
    make: (drawn) => ({ ...drawn, numberShared: true }),
  },
  {
    name: 'nothing may come to her door',
    fits: (drawn) => toMother(drawn) && drawn.policy !== null && drawn.message.channel === 'letter',
    make: (drawn) => withPolicy(drawn, { neverAtHome: true }),
  },
  {
    name: 'she wants letters somewhere else, or nobody asked her where',
    fits: (drawn) => toMother(drawn) && drawn.policy !== null && drawn.message.channel === 'letter',
    make: (drawn, chance) =>
      withPolicy(drawn, { letterTo: chance.pick([null, 'Elders 1\n1234 AB Puttertjesdorp']) }),
  },
  {
    name: 'somebody stands on the envelope',
    fits: (drawn) => toMother(drawn) && drawn.message.channel === 'letter',
    make: (drawn, chance) => ({ ...drawn, sender: chance.pick([...senders.neutral, 'Stichting Waterrijk']) }),
  },
  {
    name: 'she did not agree',
    fits: ({ message }) => kindOf(message.kind).consents.length > 0,
    make(drawn, chance) {
      const missing = chance.pick(kindOf(drawn.message.kind).consents)
      return { ...drawn, given: new Set([...drawn.given].filter((code) => code !== missing)) }
    },
  },
  {
    name: 'nobody asked how she may be reached',
    fits: toMother,
    make: (drawn) => ({ ...drawn, policy: null }),
  },
  {
    name: 'nobody asked how she may be reached, and her programme is of the highest class',
    fits: ({ message }) => kindOf(message.kind).to === 'referrer',
    make: (drawn) => ({ ...drawn, policy: null, nothingWithoutAgreement: true }),
  },
  {
    name: 'she was not asked again in time',
    fits: (drawn) => drawn.policy !== null && (toMother(drawn) || isReferrers(drawn)),
    make(drawn, chance) {
      const days = drawn.policy?.reconfirmDays ?? 0
      const today = wallClock(drawn.zone, drawn.at).day
      return {
        ...withPolicy(drawn, { confirmedOn: dayOf(today - days - chance.between(1, 200)) }),
        nothingWithoutAgreement: true,
      }
    },
  },
  {
    name: 'another phase began since',
    fits: (drawn) => drawn.policy !== null && (toMother(drawn) || isReferrers(drawn)),
    make(drawn, chance) {
      const today = wallClock(drawn.zone, drawn.at).day
      return {
        ...withPolicy(drawn, { askAgainFrom: dayOf(today - chance.between(0, 5)) }),
        nothingWithoutAgreement: true,
      }
    },
  },
  {
    name: 'she does not want it this way',
    fits: (drawn) => toMother(drawn) && drawn.policy !== null,
    make: (drawn) =>
      withPolicy(drawn, {
        channels: drawn.policy?.channels.filter((channel) => channel !== drawn.message.channel) ?? [],
      }),
  },
  {
    name: 'another uses her phone too',
    fits: (drawn) => toMother(drawn) && drawn.policy !== null && drawn.message.channel === 'text',
    make: (drawn) => withPolicy(drawn, { phoneOf: 'shared' }),
  },
  {
    name: 'it is outside her hours',
    fits: (drawn) => toMother(drawn) && drawn.policy !== null && drawn.message.channel !== 'letter',
    make(drawn, chance) {
      const { weekday, minute } = wallClock(drawn.zone, drawn.at)
      const other = (weekday % 7) + 1
      const hours = chance.pick([
        // No hours at all; begins a minute later; ended at this very minute; the right hours on another day.
        [],
        [{ days: [1, 2, 3, 4, 5, 6, 7], from: clockText(minute + 1), until: clockText(minute + 31) }],
        [{ days: [1, 2, 3, 4, 5, 6, 7], from: clockText(minute - 31), until: clockText(minute) }],
        minute > 10 && minute < 1400
          ? [{ days: [other], from: clockText(minute - 10), until: clockText(minute + 30) }]
          : [],
      ])
      return withPolicy(drawn, { hours })
    },
  },
  {
    name: 'her address or number is another now',
    fits: toMother,
    make: (drawn, chance) => ({
      ...drawn,
      currentAddress: chance.pick([null, 'ander@example.nl', '+31612340000', ` ${drawn.currentAddress}`]),
    }),
  },
  {
    name: 'nobody knows which words tell in this language',
    fits: always,
    make(drawn, chance) {
      const language = chance.pick(unlisted)
      const changed = { ...drawn, message: { ...drawn.message, language } }
      return withPolicy(changed, { language: chance.pick([null, language]) })
    },
  },
  {
    name: 'she does not read this language',
    fits: (drawn) => toMother(drawn) && drawn.policy !== null,
    make: (drawn, chance) => withPolicy(drawn, { language: chance.pick(unlisted) }),
  },
  {
    name: 'there is nothing in it, or nobody to send it to',
    fits: always,
    make(drawn, chance) {
      const message = chance.chance(0.5)
        ? { ...drawn.message, body: chance.pick(['', ' ', '\n\t', '\u00a0']) }
        : { ...drawn.message, address: '' }
      return { ...drawn, message, currentAddress: toMother(drawn) ? message.address : drawn.currentAddress }
    },
  },
  {
    name: 'it is longer than one part, or than anybody reads',
    fits: always,
    make(drawn, chance) {
      const { message } = drawn
      const longer =
        message.channel === 'text'
          ? chance.pick(['a '.repeat(81), 'ş'.repeat(71), '€'.repeat(81)])
          : 'a '.repeat(1001)
      const where = chance.chance(0.8) ? { body: message.body + longer } : { subject: 'a '.repeat(61) }
      return { ...drawn, message: { ...message, ...where } }
    },
  },
  {
    name: 'it names her, hers, or where she is',
    fits: always,
    make(drawn, chance) {
      const [given = '', family = '', child = '', phone = '', email = '', street = ''] = drawn.privateNames
      const kind = chance.between(0, 3)
      if (kind === 0) return saying(drawn, chance, respelt(chance, phone))
      if (kind === 1) return saying(drawn, chance, chance.pick([email, street, email.toUpperCase()]))
      return saying(drawn, chance, disguised(chance, chance.pick([given, family, child])))
    },
  },
  {
    name: 'there is something to tap',
    fits: toMother,
    make: (drawn, chance) => saying(drawn, chance, chance.pick(links)),
  },
  {
    name: 'there is a number to call',
    fits: toMother,
    make: (drawn, chance) => saying(drawn, chance, chance.pick(numbers)),
  },
  {
    name: 'it tells what this is about',
    fits: toMother,
    make: (drawn, chance) => saying(drawn, chance, disguised(chance, chance.pick(telling))),
  },
  {
    name: 'it says who we are',
    fits: toMother,
    make: (drawn, chance) => saying(drawn, chance, chance.pick(drawn.ownNames)),
  },
  {
    name: 'its sender tells',
    fits: (drawn) =>
      toMother(drawn) && drawn.message.channel !== 'letter' && drawn.ownNames[0] === 'Stichting Waterrijk',
    make: (drawn, chance) => ({ ...drawn, sender: chance.pick(senders.telling) }),
  },
]

function isReferrers({ message }: Case): boolean {
  return kindOf(message.kind).to === 'referrer'
}
