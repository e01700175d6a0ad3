import { listJointVisits } from '#db/match-life.ts'
import { findPeople } from '#db/person.ts'
import { findSessionsBetween, findTalksBetween, findVisitsBetween } from '#db/planning.ts'
import type { WorkerRow } from '#db/worker.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { comesAlongOn } from '#domain/match/joint-visit.ts'
import type { Home } from '#domain/match/sides.ts'
import { travelModes } from '#domain/match/travel.ts'
import { clockOf, type Stay, type Travel } from '#domain/planning/clock.ts'
import { travelMinutes } from '#domain/planning/travel-minutes.ts'
import type { ContactMode, ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { SafetyClass } from '#domain/programme/safety-terms.ts'
import { contactStateOf, modeOf } from '#usecases/contact/contact-row.ts'
import type { Work } from '#usecases/context.ts'
import { homesOf, travelBetween } from '#usecases/match/homes-of.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** What takes a worker's time on a day. A talk with her coordinator has no time, a group no place that we may know. */
export interface WorkerStay extends Stay<Home> {
  readonly kind: 'visit' | 'session' | 'joint' | 'talk'
  /** Of the contact, the session, the match or the talk. */
  readonly id: string
  readonly workerId: string
  readonly trajectoryId: string | null
  readonly personId: string | null
  readonly mode: ContactMode | null
  readonly state: 'planned' | 'done' | 'no_show'
  readonly confirmed: boolean
  /** Of the programme that it belongs to; a talk belongs to none. */
  readonly safetyClass: SafetyClass | null
}
export interface Taken {
  readonly stays: readonly WorkerStay[]
  readonly homeOf: (personId: string) => Home | null
  /** How long this worker is on the way. */
  readonly travel: (workerId: string | null) => Travel<Home>
}

/** How long a visit is taken to last as long as nobody held it: the longest that is usual. */
export const plannedMinutes = (definition: ProgrammeDefinition): number =>
  definition.contacts?.minutes.value.max ?? 60

/**
 * What these workers have on these days, of what the actor may see, with how long it is from one to the next. `besides`:
 * women of whom the way is asked too, though nothing stands there yet.
 */
export async function staysOf(
  work: Work,
  workers: readonly Pick<WorkerRow, 'id' | 'travels'>[],
  { from, until, besides = [] }: { from: Day; until: Day; besides?: readonly string[] },
): Promise<Taken> {
  const { tx, orgId, actor } = work
  const span = { workerIds: workers.map(({ id }) => id), from, until }
  const visits = await findVisitsBetween(tx, actor, span)
  const people = await findPeople(tx, orgId, [...visits.map((one) => one.person_id), ...besides])
  const home = await homesOf(work, people)
  const rows = new Map(people.map((row) => [row.id, row]))
  const homeOf = (personId: string): Home | null => (rows.has(personId) ? home(rows.get(personId)) : null)
  const homes = people.map((row) => home(row))
  const ways = await travelBetween(work, homes, homes)
  const goes = new Map(
    workers.map((one) => [one.id, travelModes.filter((mode) => one.travels.includes(mode))]),
  )
  const stays: WorkerStay[] = visits.map((row) => {
    const definition = definitionOf(work, row)
    const state = contactStateOf(row.state)
    return {
      ...nothing,
      kind: 'visit',
      id: row.id,
      workerId: row.worker_id ?? '',
      trajectoryId: row.trajectory_id,
      personId: row.person_id,
      mode: modeOf(row.mode),
      on: row.on_day,
      from: row.planned_at === null ? null : clockOf(row.planned_at),
      minutes: row.minutes ?? plannedMinutes(definition),
      place: row.mode === 'home' ? homeOf(row.person_id) : null,
      state: state === 'done' || state === 'no_show' ? state : 'planned',
      confirmed: row.confirmed_on !== null,
      safetyClass: definition.safety.class.value,
    }
  })
  return {
    stays: [
      ...stays,
      ...(await sessionsOf(work, span)),
      ...(await talksOf(work, span)),
      ...(await jointOf(work, span)),
    ],
    homeOf,
    travel: (workerId) => (one, other) =>
      travelMinutes(one, other, { ways: ways(one, other), goes: goes.get(workerId ?? '') ?? [] }),
  }
}

type Span = Parameters<typeof findSessionsBetween>[2]
const nothing = {
  trajectoryId: null,
  personId: null,
  mode: null,
  state: 'planned',
  confirmed: false,
  place: null,
  safetyClass: null,
} as const

const sessionsOf = async (work: Work, span: Span): Promise<WorkerStay[]> =>
  (await findSessionsBetween(work.tx, work.orgId, span)).map((row) => {
    const definition = definitionOf(work, row)
    return {
      ...nothing,
      kind: 'session',
      id: row.id,
      workerId: row.worker_id,
      mode: 'group',
      on: row.on_day,
      from: row.at_time === null ? null : clockOf(row.at_time),
      minutes: row.minutes ?? definition.group?.sessionMinutes.value ?? 60,
      safetyClass: definition.safety.class.value,
    }
  })

const talksOf = async ({ tx, orgId }: Work, span: Span): Promise<WorkerStay[]> =>
  (await findTalksBetween(tx, orgId, span)).map((row) => ({
    ...nothing,
    kind: 'talk',
    id: row.id,
    workerId: row.worker_id,
    on: row.planned_on,
    from: null,
    minutes: 60,
  }))

/** Only her own are asked for: they aren't among the visits of the women she is matched with. */
async function jointOf(
  { tx, orgId, actor, today }: Work,
  { workerIds, from, until }: Span,
): Promise<WorkerStay[]> {
  const [own] = workerIds
  if (actor.kind !== 'member' || own === undefined || actor.workerId !== own) return []
  return (await listJointVisits(tx, orgId, own)).flatMap((row): WorkerStay[] => {
    const visit =
      row.visit_state === null ? null : { state: contactStateOf(row.visit_state), plannedOn: row.planned_on }
    const on = comesAlongOn({ jointOn: row.joint_on, begun: row.started_on !== null, visit }, today)
    if (!on || isBefore(on, from) || isBefore(until, on)) return []
    return [
      {
        ...nothing,
        kind: 'joint',
        id: row.id,
        workerId: own,
        trajectoryId: row.trajectory_id,
        personId: row.person_id,
        mode: row.mode === null ? null : modeOf(row.mode),
        on,
        from: row.planned_on !== null && row.planned_at !== null ? clockOf(row.planned_at) : null,
        minutes: 60,
        // Whose programme it is she may no longer know; so it is held to be the strictest.
        safetyClass: 'very_high',
      },
    ]
  })
}
