import { contactControls, standingOf } from '#domain/contact-policy/safe-contact-policy.ts'
import { controls, type Surroundings } from '#domain/message/outgoing-check.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { type Chance, chanceOf } from '#simulation/chance.ts'
import { type Case, drawCase } from './case.ts'
import { type Fault, faults } from './faults.ts'

/**
 * Sends invented messages through the controls of the outbox, twice each as the outbox does: when it is queued and when
 * it leaves. Whether a message is safe is known from how it was made and never asked of what is proved. To show that a
 * control matters it can be left out here; the product has no such switch.
 */
export const leaveOut: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.keys(controls).map((name) => [name, [name]])),
  'her hours': ['contact: hours'],
  'her channels': ['contact: channel'],
  'nothing at her door': ['contact: home'],
  'where she wants letters': ['contact: letter'],
  'a phone that another uses': ['contact: phone'],
  // Asked of her agreement and of the attempt: either would do, and one of them must be there.
  'the age of her agreement': ['contact: age', 'too-old'],
  'asking when it is queued and when it leaves': ['queued', 'leaving'],
  'asking again when it leaves': ['leaving'],
}

export interface Proof {
  readonly seed: number
  readonly messages: number
  readonly unsafe: number
  /** Unsafe and sent all the same: none, or the outbox is broken. */
  readonly unsafeSent: readonly string[]
  readonly safe: number
  /** Safe and refused: a proof in which nothing may leave proves nothing. */
  readonly safeRefused: readonly string[]
}

export function proveMessages(
  count: number,
  seed: number,
  { without = [], enough = Number.POSITIVE_INFINITY }: { without?: readonly string[]; enough?: number } = {},
): Proof {
  const chance = chanceOf(seed)
  const unsafeSent: string[] = []
  const safeRefused: string[] = []
  let unsafe = 0
  let messages = 0
  for (; messages < count && unsafeSent.length < enough; messages += 1) {
    const { queued, leaving, wrong } = draw(chance)
    const refusal = ask(queued, 'queued', without) ?? ask(leaving, 'leaving', without)
    if (wrong.length > 0) unsafe += 1
    if (wrong.length > 0 && !refusal) unsafeSent.push(told(messages, wrong, leaving))
    if (wrong.length === 0 && refusal) safeRefused.push(told(messages, [refusal.refused], leaving))
  }
  return { seed, messages, unsafe, unsafeSent, safe: messages - unsafe, safeRefused }
}

/** A message that is in order, with nothing, one or more things wrong: from the beginning, or only by the time it leaves. */
function draw(chance: Chance): { queued: Case; leaving: Case; wrong: readonly string[] } {
  const drawn = drawCase(chance)
  const number = chance.pick([0, 1, 1, 1, 2, 3])
  const chosen = chance.some(
    faults.filter((fault) => fault.fits(drawn)),
    number,
  )
  // What is written is written: only what is true around it changes while it waits.
  const later = chance.chance(0.4)
  let [queued, leaving] = [drawn, drawn]
  for (const fault of chosen) {
    // One may take away what the other would change.
    if (!fault.fits(leaving)) continue
    leaving = fault.make(leaving, chance)
    if (!later || leaving.message !== queued.message) queued = leaving
  }
  return { queued, leaving, wrong: chosen.map(({ name }: Fault) => name) }
}

function ask(asked: Case, when: 'queued' | 'leaving', without: readonly string[]): Refusal | null {
  if (without.includes(when)) return null
  const { policy, message, zone, at } = asked
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const standing = standingOf(policy, moment)
  const around: Surroundings = {
    ...asked,
    sender: when === 'queued' ? null : asked.sender,
    agreement: standing === 'too-old' && without.includes(standing) ? 'counts' : standing,
    contact: policy ? contactAnswer(policy, asked, moment, without) : null,
    herLanguage: policy?.language ?? null,
  }
  for (const [name, control] of Object.entries(controls)) {
    if (without.includes(name)) continue
    const refusal = control(message, around)
    if (refusal) return refusal
  }
  return null
}

function contactAnswer(
  policy: NonNullable<Case['policy']>,
  { message: { channel }, post }: Case,
  at: Temporal.ZonedDateTime,
  without: readonly string[],
): true | Refusal {
  for (const [name, control] of Object.entries(contactControls)) {
    if (without.includes(`contact: ${name}`)) continue
    const reason = control(policy, { channel, at, leavesMessage: true, to: post })
    if (reason) return refuse(reason)
  }
  return true
}

const told = (number: number, why: readonly string[], { message, sender }: Case): string =>
  `${number}: ${why.join(' and ')} (${message.kind}, ${message.channel}, ${message.language}, from ${sender}): ${message.subject} | ${message.body.slice(0, 200)}`
