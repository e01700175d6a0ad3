import { findEligibilityDecision, findIntake } from '#db/intake.ts'
import { findPhases } from '#db/phase.ts'
import { findReceivedOn } from '#db/referral.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { factsOf } from '#domain/intake/intake.ts'
import type { Moving } from '#domain/programme/move-version.ts'
import type { Work } from '#usecases/context.ts'
import { openAnswers } from '#usecases/intake/intake-fields.ts'

/** What decides whether a trajectory may move to another version; her key must be loaded. */
export async function movingOf(work: Work, trajectory: TrajectoryRow): Promise<Moving> {
  const { tx, orgId, today } = work
  const intake = await findIntake(tx, orgId, trajectory.id)
  const answers = intake ? openAnswers(work, trajectory.person_id, intake) : null
  const decision = await findEligibilityDecision(tx, orgId, trajectory.id)
  const live = (await findPhases(tx, orgId, trajectory.id)).filter(({ until_day }) => until_day === null)
  const receivedOn = await findReceivedOn(tx, orgId, trajectory.referral_id)
  const decidedOn = intake?.done_at?.toZonedDateTimeISO(work.zone).toPlainDate()
  return {
    state: trajectory.state,
    from: { id: trajectory.programme_id, version: trajectory.programme_version },
    phases: [
      ...new Set([...live.map(({ phase }) => phase), ...(trajectory.phase ? [trajectory.phase] : [])]),
    ],
    // Weighed as she was when it was decided: that her child grew since is no reason to turn her away.
    facts: answers && factsOf(answers, decidedOn ?? today, receivedOn),
    excepted: decision?.exception_rule?.split(',') ?? [],
  }
}
