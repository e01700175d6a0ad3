import { findConsents, insertConsent, lockConsents, supersedeConsents } from '#db/consent.ts'
import {
  type ConsentState,
  type ConsentWay,
  consentTerms,
  mayAnswer,
  type SharingParty,
} from '#domain/consent/consent.ts'
import type { Day } from '#domain/day.ts'
import type { ConsentCode } from '#domain/programme/definition.ts'
import type { SharedItem, SharingPurpose } from '#domain/sharing/sharing.ts'
import { keepAsking } from '#usecases/consent/keep-asking.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { followWithdrawal } from '#usecases/sharing/follow-withdrawal.ts'
import { createTask } from '#usecases/task/create-task.ts'

export interface ConsentAnswer {
  readonly personId: string
  readonly trajectoryId: string | null
  readonly code: ConsentCode
  readonly state: ConsentState
  readonly how: ConsentWay
  /** Only with C-6: with whom. */
  readonly party?: SharingParty | null
  /** Only with C-6: the last day on which it counts; a year unless said. */
  readonly untilDay?: Day | null
  /** Only with C-6: one organisation around us and no other of its kind. */
  readonly networkOrganisationId?: string | null
  readonly purpose?: SharingPurpose | null
  /** Only with C-6: of these things and no more; none named is all that is needed. */
  readonly items?: readonly SharedItem[]
  /** In which language somebody interpreted. */
  readonly interpreter?: string | null
}

/** A consent that nobody asks about again is none (domain.md 7.6, H14): it ends by itself. */
const longest = { years: 1 }

/**
 * Keeps her answer. The one before it is superseded, never changed or deleted (domain.md 2.4). Taking back an answer
 * that carries the trajectory makes a task for its coordinator. Refuses an answer that can't follow the last one.
 */
export async function recordConsent(work: Work, answer: ConsentAnswer): Promise<{ consentId: string }> {
  const { tx, orgId, actor, now, today } = work
  const { personId, trajectoryId, code, state } = answer
  const shares = code === 'C-6'
  const party = shares ? (answer.party ?? 'other') : null
  const networkOrganisationId = shares ? (answer.networkOrganisationId ?? null) : null
  await lockConsents(tx, orgId, personId)
  const live = (await findConsents(tx, orgId, personId, trajectoryId)).filter(
    (row) =>
      row.superseded_at === null &&
      row.code === code &&
      row.party === party &&
      row.network_organisation_id === networkOrganisationId,
  )
  if (!mayAnswer(code, live[0]?.state ?? null, state)) throw new Refused('consent-not-from-this-answer')
  await supersedeConsents(
    tx,
    orgId,
    live.map((row) => row.id),
    now,
    today,
  )
  const consentId = work.newId()
  await insertConsent(tx, {
    org_id: orgId,
    id: consentId,
    person_id: personId,
    trajectory_id: trajectoryId,
    code,
    state,
    text_version: consentTerms[code].textVersion,
    how: answer.how,
    from_day: today,
    until_day: shares && state === 'given' ? (answer.untilDay ?? today.add(longest)) : null,
    recorded_by: actor.kind === 'member' ? actor.memberId : null,
    recorded_at: now,
    superseded_at: null,
    party,
    network_organisation_id: networkOrganisationId,
    purpose: shares ? (answer.purpose ?? null) : null,
    items: shares ? [...(answer.items ?? [])] : [],
    interpreter: answer.interpreter ?? null,
  })
  work.about({ person: personId, ...(trajectoryId ? { trajectory: trajectoryId } : {}) })
  if (state === 'withdrawn' && consentTerms[code].carriesTrajectory)
    await createTask(work, { kind: 'consent', reasonCode: 'consent-withdrawn', personId, trajectoryId })
  if (state === 'withdrawn')
    await followWithdrawal(
      work,
      { id: consentId, code, party, network_organisation_id: networkOrganisationId },
      { personId, trajectoryId },
    )
  if (code === 'C-5' || code === 'C-6') await keepAsking(work, personId, trajectoryId)
  return { consentId }
}
