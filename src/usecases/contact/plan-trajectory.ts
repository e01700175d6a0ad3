import { type ContactRow, insertContacts, listContacts, saveContact } from '#db/contact.ts'
import { findTapering } from '#db/match-life.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { type Alignment, alignContacts } from '#domain/contact/align-contacts.ts'
import { nextNumber } from '#domain/contact/contact-facts.ts'
import { type Day, isBefore, laterOf } from '#domain/day.ts'
import { taperContacts, taperGap } from '#domain/match/taper.ts'
import type { ChildDates } from '#domain/pregnancy/child-dates.ts'
import { type PlannedContact, planContacts } from '#domain/programme/contact-plan.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { cadenceIn, movablePhases } from '#domain/programme/phases-now.ts'
import { courseEnd } from '#domain/trajectory/course-end.ts'
import { contactOf } from '#usecases/contact/contact-row.ts'
import { settleContacts } from '#usecases/contact/settle-contacts.ts'
import type { Work } from '#usecases/context.ts'
import { planMeasures } from '#usecases/measure/plan-measures.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'

export type Started = Pick<
  TrajectoryRow,
  | 'id'
  | 'org_id'
  | 'person_id'
  | 'worker_id'
  | 'started_on'
  | 'ends_on'
  | 'phase'
  | 'plan_from'
  | 'quiet_since'
>

/**
 * Puts the programme's contacts and measures in her plan. Part of starting a match; call it again when the worker,
 * the due date, the birth day, the phase or the end day changes: it only brings the plan in line, and twice is once.
 * What took place stays, and so does what was agreed with her. The caller holds the trajectory's lock. Without an end
 * day (nothing is known of the child yet) no contact can be planned.
 */
export async function planTrajectory(
  work: Work,
  trajectory: Started,
  definition: ProgrammeDefinition,
  child: ChildDates,
): Promise<void> {
  const startedOn = trajectory.started_on ?? work.today
  const startOn = trajectory.plan_from ? laterOf(startedOn, trajectory.plan_from) : startedOn
  const endsOn = trajectory.ends_on ?? courseEnd(definition, child, startedOn, null)
  const cadenceDays = ownCadence(definition, trajectory.phase)
  const usual = endsOn ? planContacts(definition, { startOn, endsOn, cadenceDays }) : []
  const plan = await windingDown(work, trajectory, definition, usual)
  await handOver(work, trajectory, startedOn)
  const rows = await listContacts(work.tx, work.orgId, trajectory.id)
  if (plan.length > 0) {
    // What is planned anew begins at its own first day; what lies before it is history, unless nobody touched it.
    const standing = rows.filter(
      (row) =>
        row.origin === 'protocol' &&
        (!isBefore(row.due_from, startOn) || (row.state === 'planned' && !row.planned_on)),
    )
    const { changes, missing } = alignContacts(
      standing.map((row) => ({ ...contactOf(row), leftOut: row.skip_reason !== null })),
      plan,
      work.today,
    )
    for (const [at, row] of standing.entries()) await alignRow(work, row, changes[at])
    const mode = await firstMode(work, trajectory, definition)
    await insertContacts(work.tx, newRows(work, trajectory, rows, missing, mode))
  }
  await settleContacts(work, trajectory)
  await planMeasures(work, trajectory, definition, child)
}

/** Once an ending is planned, visits come less often, and none after the last one. */
async function windingDown(
  { tx, orgId }: Work,
  { id }: Started,
  definition: ProgrammeDefinition,
  plan: readonly PlannedContact[],
): Promise<readonly PlannedContact[]> {
  const match = await findTapering(tx, orgId, id)
  if (!match?.tapering_from || !match.last_visit_on) return plan
  const gapDays = taperGap(definition)
  return taperContacts(plan, { from: match.tapering_from, lastVisitOn: match.last_visit_on, gapDays })
}

/** The rhythm of a phase that goes by time or by what people decide; `null` where visits make the phase. */
function ownCadence(definition: ProgrammeDefinition, phase: string | null): number | null {
  return movablePhases(definition).some(({ id }) => id === phase) ? cadenceIn(definition, phase) : null
}

/** Planned contacts go to her present worker; those whose time passed while she had none are left out. */
async function handOver({ tx, orgId, today }: Work, { id, worker_id }: Started, startOn: Day): Promise<void> {
  const rows = await listContacts(tx, orgId, id)
  for (const row of rows.filter(({ state }) => state === 'planned')) {
    if (row.worker_id === worker_id && !isBefore(row.due_until, startOn)) continue
    const passed = isBefore(row.due_until, startOn) || isBefore(row.due_until, today)
    await saveContact(tx, row, passed ? { state: 'skipped' } : { worker_id })
  }
}

async function alignRow({ tx }: Work, row: ContactRow, change: Alignment | undefined): Promise<void> {
  if (change?.kind === 'leave-out') await saveContact(tx, row, { state: 'skipped' })
  if (change?.kind === 'move')
    await saveContact(tx, row, {
      state: 'planned',
      due_from: change.to.dueFrom,
      due_until: change.to.dueUntil,
      phase: change.to.phase,
    })
}

/** The programme's first way of meeting; never her door if she said that nobody comes there. */
async function firstMode(
  work: Work,
  { person_id }: Started,
  definition: ProgrammeDefinition,
): Promise<string> {
  const modes = definition.contacts?.modes.value ?? []
  const policy = await readSafeContact(work, person_id)
  return modes.find((mode) => mode !== 'home' || !policy?.neverAtHome) ?? 'phone'
}

const newRows = (
  { orgId, newId }: Work,
  { id, worker_id }: Started,
  rows: readonly ContactRow[],
  asked: readonly PlannedContact[],
  mode: string,
) => {
  const first = nextNumber(rows)
  return asked.map(({ dueFrom, dueUntil, phase }, at) => ({
    org_id: orgId,
    id: newId(),
    trajectory_id: id,
    worker_id,
    number: first + at,
    state: 'planned',
    mode,
    phase,
    due_from: dueFrom,
    due_until: dueUntil,
  }))
}
