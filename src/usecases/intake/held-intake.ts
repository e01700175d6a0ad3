import { findIntake, type IntakeRow } from '#db/intake.ts'
import { findReceivedOn } from '#db/referral.ts'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { countsUntil } from '#domain/contact-policy/safe-contact-policy.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { type IntakeState, mayAsk } from '#domain/intake/intake.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** A trajectory whose intake is going on, held until the transaction ends, with her key loaded. */
export interface HeldIntake {
  readonly trajectory: TrajectoryRow
  readonly definition: ProgrammeDefinition
  /** `null` before anything was saved. */
  readonly row: IntakeRow | null
  /** The day on which her referral came in. */
  readonly receivedOn: Day | null
}

/**
 * Holds an intake to change it. Refuses if it was decided, if it isn't known how to reach her safely (that is asked
 * first), or if somebody saved it since `version` (0: nothing was saved yet).
 */
export async function holdIntake(work: Work, trajectoryId: string, version: number): Promise<HeldIntake> {
  const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
  if (!trajectory) throw new NotFound()
  aboutTrajectory(work, trajectory)
  await work.vault.load([trajectory.person_id])
  const row = (await findIntake(work.tx, work.orgId, trajectoryId)) ?? null
  const allowed = mayAsk(
    { state: intakeState(row), trajectoryState: trajectory.state },
    await safeContactCounts(work, trajectory.person_id),
  )
  if (isRefusal(allowed)) throw new Refused(allowed.refused)
  if ((row?.version ?? 0) !== version) throw new Refused('changed-meanwhile')
  return {
    trajectory,
    definition: definitionOf(work, trajectory),
    row,
    receivedOn: await findReceivedOn(work.tx, work.orgId, trajectory.referral_id),
  }
}

/** Is it known how to reach her, and was she asked recently enough? */
export async function safeContactCounts(work: Work, personId: string): Promise<boolean> {
  const policy = await readSafeContact(work, personId)
  return policy !== null && !isBefore(countsUntil(policy), work.today)
}

export const intakeState = (row: Pick<IntakeRow, 'state'> | null): IntakeState => row?.state ?? 'open'
