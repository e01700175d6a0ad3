import { listArrangementRows } from '#db/arrangement.ts'
import { listConsultationRows } from '#db/consultation.ts'
import { listHandoverRows } from '#db/handover.ts'
import { findPlan } from '#db/plan.ts'
import { listPlanActions } from '#db/plan-part.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { arrangementState, nextWordBy } from '#domain/arrangement/arrangement.ts'
import type { Commitment } from '#domain/commitment/commitment.ts'
import { answerBy } from '#domain/consultation/consultation.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { arrangementFields } from '#usecases/arrangement/arrangement-fields.ts'
import { consultationFields } from '#usecases/consultation/consultation-fields.ts'
import type { Work } from '#usecases/context.ts'
import { handoverFields } from '#usecases/handover/handover-fields.ts'
import { openAction } from '#usecases/plan/plan-fields.ts'

export interface KnownCommitment extends Commitment {
  readonly organisationId: string | null
  /** As it was typed; of somebody in no list, or of one there. */
  readonly person: string | null
  /** What kind of help it is, as the programme calls it. */
  readonly label: Words | null
  /** What it is about, in the words of who wrote it down. */
  readonly words: string | null
}

/** What parties took upon themselves for her, from everywhere it is written; her key must be loaded. */
export async function knownCommitments(
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
): Promise<readonly KnownCommitment[]> {
  return [
    ...(await ofPlan(work, trajectory)),
    ...(await ofArrangements(work, trajectory, definition)),
    ...(await ofConsultations(work, trajectory, definition)),
    ...(await ofHandovers(work, trajectory)),
  ]
}

async function ofPlan(work: Work, { id, person_id }: TrajectoryRow): Promise<KnownCommitment[]> {
  const plan = await findPlan(work.tx, work.orgId, id)
  if (!plan) return []
  const actions = (await listPlanActions(work.tx, work.actor, plan.id)).filter(({ doer }) => doer === 'party')
  return actions.map((row) => {
    const opened = openAction(work, person_id, row)
    const helped = row.ended_code === 'done'
    return {
      kind: 'action',
      organisationId: row.network_organisation_id,
      person: opened?.party ?? null,
      label: null,
      words: opened?.words ?? null,
      since: row.created_at.toZonedDateTimeISO(work.zone).toPlainDate(),
      by: row.by_day,
      helped,
      helpOn: helped ? row.ended_on : null,
      over: row.ended_on !== null && !helped,
    }
  })
}

async function ofArrangements(
  { tx, orgId, vault }: Work,
  { id, person_id }: TrajectoryRow,
  { arrangements }: ProgrammeDefinition,
): Promise<KnownCommitment[]> {
  return (await listArrangementRows(tx, orgId, id)).map((row) => {
    const term = arrangements.find((one) => one.id === row.kind)
    const state = arrangementState(row)
    return {
      kind: 'arrangement',
      organisationId: row.network_organisation_id,
      person: arrangementFields.open(vault, person_id, row.id, 'party_sealed', row.party_sealed),
      label: term?.label ?? null,
      words: arrangementFields.open(vault, person_id, row.id, 'purpose_sealed', row.purpose_sealed),
      since: row.needed_on,
      by: term ? nextWordBy(row, term) : null,
      helped: row.started_on !== null,
      helpOn: row.started_on,
      over: state === 'refused' || state === 'dropped',
    }
  })
}

async function ofConsultations(
  { tx, orgId, vault }: Work,
  { id, person_id }: TrajectoryRow,
  { consultations }: ProgrammeDefinition,
): Promise<KnownCommitment[]> {
  return (await listConsultationRows(tx, orgId, id)).map((row) => {
    const term = consultations.find((one) => one.id === row.kind)
    return {
      kind: 'consultation',
      organisationId: row.network_organisation_id,
      person: consultationFields.open(vault, person_id, row.id, 'party_sealed', row.party_sealed),
      label: term?.label ?? null,
      // The question stands on its own page; here it would crowd out what was promised.
      words: null,
      since: row.asked_on,
      by: term ? answerBy(row, term.answerDays.value) : null,
      helped: row.answered_on !== null,
      helpOn: row.answered_on,
      over: row.dropped_on !== null,
    }
  })
}

async function ofHandovers(work: Work, { id, person_id }: TrajectoryRow): Promise<KnownCommitment[]> {
  return (await listHandoverRows(work.tx, work.orgId, id)).map((row) => ({
    kind: 'handover',
    organisationId: row.network_organisation_id,
    person: handoverFields.open(work.vault, person_id, row.id, 'party_sealed', row.party_sealed),
    label: null,
    words: null,
    since: row.arranged_at.toZonedDateTimeISO(work.zone).toPlainDate(),
    by: row.answer === null ? (row.check_on ?? row.talk_on) : null,
    helped: row.answer === 'started',
    // That it began is heard when somebody asks; on which day is not.
    helpOn: null,
    over: row.dropped_on !== null || (row.answer !== null && row.answer !== 'started'),
  }))
}
