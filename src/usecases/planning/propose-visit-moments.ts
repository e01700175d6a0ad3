import { z } from 'zod'
import { findContact, listContacts } from '#db/contact.ts'
import { findHerSessions, findHerVisits } from '#db/planning.ts'
import { findTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { findWorker } from '#db/worker.ts'
import { mayTake, takesContacts } from '#domain/contact/contact.ts'
import { inOrder } from '#domain/contact/contact-facts.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { standingOf } from '#domain/contact-policy/safe-contact-policy.ts'
import { type Day, laterOf } from '#domain/day.ts'
import type { Home } from '#domain/match/sides.ts'
import { clockOf, type Stay } from '#domain/planning/clock.ts'
import { type Moment, proposeMoments } from '#domain/planning/propose-moments.ts'
import { contactModes, type ProgrammeDefinition } from '#domain/programme/definition.ts'
import { slots } from '#domain/worker/profile.ts'
import { contactOf, windowOf } from '#usecases/contact/contact-row.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { readWishes } from '#usecases/match/wishes.ts'
import { plannedMinutes, staysOf } from '#usecases/planning/stays-of.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'
import { readAway } from '#usecases/worker/refuse-if-away.ts'

/** Why nothing is proposed at all, though both might be free. */
export type NoProposals = 'no-worker' | 'hours-not-known' | 'none-free'

/**
 * Moments for this visit at which both can, inside what the programme asks. Where her hours aren't known or too old to
 * count, nothing is proposed in a programme of the highest safety class: somebody asks her first.
 */
export const proposeVisitMoments = question({
  name: 'propose-visit-moments',
  may: contactPolicy.plan,
  input: z.strictObject({ contactId: z.uuid(), mode: z.enum(contactModes).nullish() }),
  async run(work, { contactId, mode }): Promise<{ moments: readonly Moment[]; none: NoProposals | null }> {
    const { tx, actor, today } = work
    const row = await findContact(tx, actor, contactId)
    const trajectory = row && (await findTrajectory(tx, actor, row.trajectory_id))
    if (!row || !trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const contact = contactOf(row)
    if (!takesContacts(trajectory.state) || !mayTake(contact.state, 'plan')) return none('none-free')
    const worker = trajectory.worker_id ? await findWorker(tx, actor, trajectory.worker_id) : undefined
    if (!worker) return none('no-worker')
    const definition = definitionOf(work, trajectory)
    const policy = await readSafeContact(work, trajectory.person_id)
    const counts = standingOf(policy, work.now.toZonedDateTimeISO(work.zone)) === 'counts'
    if (!counts && definition.safety.class.value === 'very_high') return none('hours-not-known')
    const way = mode ?? contact.mode
    const span = { from: today, until: laterOf(row.due_until, today.add({ days: 15 })) }
    const taken = await staysOf(work, [worker], { ...span, besides: [trajectory.person_id] })
    const { wishes } = await readWishes(work, trajectory)
    const moments = proposeMoments<Home>({
      window: windowOf(row),
      today,
      minutes: plannedMinutes(definition),
      byPhone: way === 'phone' || way === 'online',
      place: way === 'home' ? taken.homeOf(trajectory.person_id) : null,
      worker: {
        slots: slots.filter((slot) => worker.availability.includes(slot)),
        away: (await readAway(work, [worker.id])).get(worker.id) ?? [],
        taken: taken.stays.filter(({ id }) => id !== contactId),
      },
      woman: {
        slots: wishes.availability,
        hours: policy?.hours ?? null,
        taken: await hersTaken(work, trajectory, { contactId, definition, ...span }),
        usual: await usualOf(work, trajectory.id),
      },
      travel: taken.travel(worker.id),
    })
    return { moments, none: moments.length === 0 ? 'none-free' : null }
  },
})

const none = (why: NoProposals) => ({ moments: [], none: why })

/** What she has herself: meetings of her group, and visits in another programme. Never shown, only kept free. */
async function hersTaken(
  { tx, orgId }: Work,
  { id, person_id }: Pick<TrajectoryRow, 'id' | 'person_id'>,
  about: { contactId: string; definition: ProgrammeDefinition; from: Day; until: Day },
): Promise<Stay<Home>[]> {
  const sessions = await findHerSessions(tx, orgId, [id], about.from, about.until)
  const visits = await findHerVisits(tx, orgId, person_id, about.from, about.until)
  const from = (at: string | null) => (at === null ? null : clockOf(at))
  return [
    ...sessions.map(({ on_day, at_time, minutes }) => ({
      on: on_day,
      from: from(at_time),
      minutes: minutes ?? about.definition.group?.sessionMinutes.value ?? 60,
      place: null,
    })),
    ...visits.flatMap(({ id: other, planned_on, planned_at }) =>
      other === about.contactId || planned_on === null
        ? []
        : { on: planned_on, from: from(planned_at), minutes: plannedMinutes(about.definition), place: null },
    ),
  ]
}

/** When they met last, by the clock: what she is used to is proposed before anything else. */
async function usualOf({ tx, orgId }: Work, trajectoryId: string) {
  const rows = (await listContacts(tx, orgId, trajectoryId)).filter(
    (row) => row.state === 'done' && row.planned_at !== null,
  )
  const last = inOrder(rows.map(contactOf)).at(-1)
  return last?.doneOn && last.plannedAt
    ? { dayOfWeek: last.doneOn.dayOfWeek, from: clockOf(last.plannedAt) }
    : null
}
