import { findCasesOfPeople } from '#db/person-case.ts'
import { findTrajectory, lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { nextSafeMoment, type SafeContactPolicy } from '#domain/contact-policy/safe-contact-policy.ts'
import type { CarriedChannel, MessageChannel } from '#domain/message/message.ts'
import { appointmentText, callBackText, whenWords } from '#domain/message/message-text.ts'
import { isNeutralLanguage, type NeutralLanguage } from '#domain/message/neutral-words.ts'
import type { Outgoing } from '#domain/message/outgoing-check.ts'
import { mayRemind, type RemindedVisit } from '#domain/message/reminder.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { herAddress } from '#usecases/message/her-address.ts'
import { weighMessage } from '#usecases/message/weigh-message.ts'
import { type Person, readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'

/** Her to whom something would be written, and how she may be reached. */
export interface ToHer {
  readonly trajectory: TrajectoryRow
  readonly person: Person
  readonly policy: SafeContactPolicy | null
  /** The language she asked for, if there is a list of words for it; `null` if nobody can say what a text gives away. */
  readonly language: NeutralLanguage | null
}

export async function readToHer(work: Work, trajectoryId: string, held = false): Promise<ToHer> {
  const trajectory = await (held ? lockTrajectory : findTrajectory)(work.tx, work.actor, trajectoryId)
  if (!trajectory) throw new NotFound()
  aboutTrajectory(work, trajectory)
  const person = (await readPeople(work, [trajectory.person_id])).get(trajectory.person_id)
  if (!person || person.erased) throw new NotFound()
  const policy = await readSafeContact(work, person.id)
  return { trajectory, person, policy, language: herLanguage(policy) }
}

/** The language she asked for, Dutch if she asked for none; `null` if there is no list of words for it. */
export function herLanguage(policy: SafeContactPolicy | null): NeutralLanguage | null {
  const asked = policy?.language?.split('-')[0] ?? 'nl'
  return isNeutralLanguage(asked) ? asked : null
}

/** The same, held, of a trajectory that runs. */
export async function holdToHer(work: Work, trajectoryId: string): Promise<ToHer> {
  const hers = await readToHer(work, trajectoryId, true)
  if (hers.trajectory.state !== 'active') throw new Refused('not-from-this-state')
  return hers
}

/** Do all programmes that she is in or was referred to allow that she is reminded? */
export async function mayBeReminded(work: Work, personId: string): Promise<boolean> {
  const inside = { kind: 'system', orgId: work.orgId, job: 'outbox' } as const
  const { trajectories, referrals } = await findCasesOfPeople(work.tx, inside, [personId])
  const open = [...trajectories.filter(({ state }) => state !== 'closed'), ...referrals]
  const ids = new Set(open.map(({ programme_id: id }) => id))
  return work.programmes.known.filter(({ id }) => ids.has(id)).every(mayRemind)
}

/** The words that she would get. In a language without a list of words they stand in Dutch, and are refused. */
export const reminderFor = (
  hers: Pick<ToHer, 'person' | 'language'>,
  channel: CarriedChannel,
  visit: RemindedVisit,
): Outgoing => {
  const language = hers.language ?? 'nl'
  return {
    ...{ kind: 'appointment', channel, language, address: herAddress(hers.person, channel) ?? '' },
    ...appointmentText(language, whenWords(language, visit.on, visit.at)),
  }
}
export const callBackFor = (hers: ToHer, channel: MessageChannel): Outgoing => {
  const language = hers.language ?? 'nl'
  return {
    ...{ kind: 'call-back', channel, language, address: herAddress(hers.person, channel) ?? '' },
    ...callBackText(language),
  }
}

/** A letter waits for somebody, whatever the hour; what beeps waits for the next moment in her hours. */
const mostDaysToWait = 7
export function callBackMoment(
  { policy }: ToHer,
  channel: MessageChannel,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | Refusal<'contact-not-now'> {
  if (channel === 'letter' || !policy) return now
  const moment = nextSafeMoment(policy, now)
  const tooLate = now.add({ days: mostDaysToWait })
  return moment && Temporal.ZonedDateTime.compare(moment, tooLate) < 0 ? moment : refuse('contact-not-now')
}

/** May this leave then, as everything stands now? Asked before somebody presses the button; it is asked again after. */
export const mayLeave = (
  work: Work,
  { trajectory }: ToHer,
  message: Outgoing,
  at: Temporal.Instant,
): Promise<true | Refusal> =>
  weighMessage(work, message, {
    personId: trajectory.person_id,
    trajectoryId: trajectory.id,
    referralId: null,
    messageId: null,
    sender: null,
    at,
  })
