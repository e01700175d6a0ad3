import { findPregnancy, writePregnancy } from '#db/pregnancy.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { readDay } from '#domain/day.ts'
import type { ChildDates } from '#domain/pregnancy/child-dates.ts'
import {
  type BornChild,
  type Pregnancy,
  type PregnancyEvent,
  pregnancyOf,
} from '#domain/pregnancy/pregnancy.ts'
import type { Work } from '#usecases/context.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** All that was ever said of it, sealed as one under the mother's own key. */
export const pregnancyFields = sealedFields('pregnancy', ['facts_sealed'])

export type WithChild = Pick<TrajectoryRow, 'id' | 'person_id' | 'child_id' | 'quiet_since'>

/** What was said of the pregnancy, from a row whose owner's key is loaded; nothing if her file was erased. */
export function openEvents({ vault }: Work, personId: string, id: string, sealed: Buffer): PregnancyEvent[] {
  const text = pregnancyFields.open(vault, personId, id, 'facts_sealed', sealed)
  // Our own writing, validated on the way in; only days and moments need their type back.
  return text === null ? [] : (JSON.parse(text, revive) as PregnancyEvent[])
}
const revive = (key: string, value: unknown): unknown =>
  typeof value !== 'string'
    ? value
    : key === 'on'
      ? readDay(value)
      : key === 'at'
        ? Temporal.Instant.from(value)
        : value

/**
 * How the pregnancy or birth of a trajectory stands. A child that was born before anything was written of a pregnancy
 * stands in its own file only.
 */
export async function readPregnancy(work: Work, trajectory: WithChild): Promise<Pregnancy> {
  await work.vault.load([trajectory.person_id])
  const row = await findPregnancy(work.tx, work.orgId, trajectory.id)
  const found = pregnancyOf(row ? openEvents(work, trajectory.person_id, row.id, row.facts_sealed) : [])
  if (found.state !== 'unknown' || trajectory.child_id === null) return found
  const on = (await readPeople(work, [trajectory.child_id])).get(trajectory.child_id)?.birthDay ?? null
  const children: readonly BornChild[] = on ? [{ childId: trajectory.child_id, on }] : []
  return { ...found, state: 'born', children }
}

type New<Event> = Event extends PregnancyEvent ? Omit<Event, 'by' | 'at'> : never

/** Adds what is said now to what was said before. Call with the trajectory locked. */
export async function sayOfPregnancy(
  work: Work,
  trajectory: WithChild,
  event: New<PregnancyEvent>,
): Promise<void> {
  const { tx, orgId, vault, now, actor } = work
  await vault.load([trajectory.person_id])
  const row = await findPregnancy(tx, orgId, trajectory.id)
  const before = row ? openEvents(work, trajectory.person_id, row.id, row.facts_sealed) : []
  const by = actor.kind === 'member' ? actor.memberId : null
  const id = row?.id ?? work.newId()
  await writePregnancy(tx, {
    org_id: orgId,
    id,
    trajectory_id: trajectory.id,
    facts_sealed: pregnancyFields.seal(
      vault,
      trajectory.person_id,
      id,
      'facts_sealed',
      JSON.stringify([...before, { ...event, by, at: now }]),
    ),
    changed_by: by,
    changed_at: now,
  })
}

/** The days by which the programme counts for her now; none while the trajectory is quiet. */
export async function childDates(work: Work, trajectory: WithChild): Promise<ChildDates> {
  if (trajectory.quiet_since) return { bornOn: null, dueOn: null }
  if (trajectory.child_id) {
    const child = (await readPeople(work, [trajectory.child_id])).get(trajectory.child_id)
    return { bornOn: child?.birthDay ?? null, dueOn: null }
  }
  return { bornOn: null, dueOn: (await readPregnancy(work, trajectory)).dueOn }
}
