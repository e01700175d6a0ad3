import { listWithoutPlace } from '#db/group-place.ts'
import { findCare } from '#db/parallel-care.ts'
import { findPeople, type PersonRow } from '#db/person.ts'
import { findTrajectories, type TrajectoryRow } from '#db/trajectory.ts'
import { daysBetween } from '#domain/day.ts'
import { bounds } from '#domain/group/compose/draft.ts'
import type { ComposeWoman } from '#domain/group/compose/people.ts'
import { requiredCare } from '#domain/group/enrolment-gates.ts'
import type { GroupRules } from '#domain/group/group-size.ts'
import { candidateStates } from '#domain/group/may-be-candidate.ts'
import { careNow } from '#domain/group/parallel-care.ts'
import { byUrgency, urgencyOf } from '#domain/match/urgency.ts'
import { emptyWishes } from '#domain/match/wishes.ts'
import { endDay } from '#domain/programme/end-day.ts'
import type { Work } from '#usecases/context.ts'
import { careOf } from '#usecases/group/gates-of-places.ts'
import { traitsOfWomen } from '#usecases/group-composition/women-traits.ts'
import { readManyWishes } from '#usecases/match/wishes.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface WomanWhoWaits {
  readonly trajectory: TrajectoryRow
  readonly person: PersonRow
  readonly facts: ComposeWoman
}

/** What is looked at of everybody who waits before the most urgent are taken. */
const looked = 2_000

/** Who waits for a group of this programme, the most urgent first; and how many more there are than are composed at once. */
export async function womenWhoWait(
  work: Work,
  programmeId: string,
  rules: GroupRules,
): Promise<{ women: WomanWhoWaits[]; beyond: number }> {
  const { tx, orgId, actor, today } = work
  const definition = work.programmes.find(programmeId)
  if (!definition) return { women: [], beyond: 0 }
  const listed = await listWithoutPlace(tx, actor, {
    programmeId,
    states: candidateStates(definition),
    limit: looked,
  })
  const ranked = listed
    .map((row) => ({
      ...row,
      urgency: urgencyOf({ waitingSince: row.waiting_since, endsOn: endDay(definition, null) }, today),
      waitingDays: row.waiting_since ? daysBetween(row.waiting_since, today) : 0,
    }))
    .sort(byUrgency)
  const inIt = ranked.slice(0, bounds.women)
  const rows = await findTrajectories(
    tx,
    actor,
    inIt.map(({ id }) => id),
  )
  work.about({ trajectory: rows.map(({ id }) => id) })
  const persons = new Map(
    (
      await findPeople(
        tx,
        orgId,
        rows.map((row) => row.person_id),
      )
    ).map((row) => [row.id, row]),
  )
  const care = Map.groupBy(
    await findCare(
      tx,
      orgId,
      rows.map(({ id }) => id),
    ),
    (row) => row.trajectory_id,
  )
  const wishes = await readManyWishes(work, rows)
  const traits = await traitsOfWomen(work, rules, rows)
  const women = rows.flatMap((trajectory): WomanWhoWaits[] => {
    const person = persons.get(trajectory.person_id)
    const rank = inIt.find(({ id }) => id === trajectory.id)
    if (!person || !rank) return []
    const helped = requiredCare(definitionOf(work, trajectory)).every((rule) => {
      const row = care.get(trajectory.id)?.find(({ type, until_day }) => type === rule.type && !until_day)
      return careNow(rule, row ? careOf(row) : null, today) === 'active'
    })
    const facts: ComposeWoman = {
      id: trajectory.id,
      urgency: rank.urgency,
      waitingDays: rank.waitingDays,
      slots: (wishes.get(trajectory.id)?.wishes ?? emptyWishes).availability,
      languages: person.languages,
      interpreter: person.interpreter,
      helped,
      traits: traits.get(trajectory.id) ?? [],
    }
    return [{ trajectory, person, facts }]
  })
  return { women, beyond: ranked.length - inIt.length }
}
