import { type ContactRow, insertContacts, listContacts, saveContact } from '#db/contact.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { nextNumber } from '#domain/contact/contact-facts.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { type PlannedContact, planContacts } from '#domain/programme/contact-plan.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { endDay } from '#domain/programme/end-day.ts'
import { settleContacts } from '#usecases/contact/settle-contacts.ts'
import type { Work } from '#usecases/context.ts'
import { planMeasures } from '#usecases/measure/plan-measures.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'

type Started = Pick<TrajectoryRow, 'id' | 'org_id' | 'person_id' | 'worker_id' | 'started_on' | 'ends_on'>

/**
 * Puts the programme's contacts and measures in her plan. Part of starting a match; call it again when the worker,
 * the birth day or the end day changes: it only brings the plan in line, and twice is once. What took place stays.
 * The caller holds the trajectory's lock. Without an end day (the child isn't born yet) nothing can be planned.
 */
export async function planTrajectory(
  work: Work,
  trajectory: Started,
  definition: ProgrammeDefinition,
  childBornOn: Day | null,
): Promise<void> {
  const startOn = trajectory.started_on ?? work.today
  const endsOn = trajectory.ends_on ?? endDay(definition, childBornOn, startOn)
  const plan = endsOn ? planContacts(definition, { startOn, childBornOn, endsOn }) : []
  await handOver(work, trajectory, startOn)
  const rows = await listContacts(work.tx, work.orgId, trajectory.id)
  if (plan.length > 0) {
    // A second start is planned anew from its own first day; what lies before it is history.
    const standing = rows.filter((row) => row.origin === 'protocol' && !isBefore(row.due_from, startOn))
    await align(work, standing, plan)
    const mode = await firstMode(work, trajectory, definition)
    await insertContacts(work.tx, newRows(work, trajectory, rows, plan.slice(standing.length), mode))
  }
  await settleContacts(work, trajectory)
  await planMeasures(work, trajectory, definition, childBornOn)
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

/**
 * Moves the windows of contacts that nobody agreed a day for yet, leaves out those the plan no longer asks for, and
 * takes back what it asks for again.
 */
async function align(
  { tx, today }: Work,
  standing: readonly ContactRow[],
  plan: readonly PlannedContact[],
): Promise<void> {
  for (const [at, row] of standing.entries()) {
    const asked = plan[at]
    const open =
      row.state === 'planned' || (row.state === 'skipped' && asked && !isBefore(asked.dueUntil, today))
    if (!open || row.planned_on) continue
    if (!asked) await saveContact(tx, row, { state: 'skipped' })
    else if (
      row.state !== 'planned' ||
      !row.due_from.equals(asked.dueFrom) ||
      !row.due_until.equals(asked.dueUntil)
    )
      await saveContact(tx, row, {
        state: 'planned',
        due_from: asked.dueFrom,
        due_until: asked.dueUntil,
        phase: asked.phase,
      })
  }
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
