import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { dayInput } from '#domain/day.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid } from '#usecases/failure.ts'
import { trialProblem } from '#usecases/match/begin-match.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { askLater, matchTasks } from '#usecases/match/match-tasks.ts'
import { takeMatchStep } from '#usecases/match/take-match-step.ts'
import { command } from '#usecases/use-case.ts'

/** Two try it out until another day than was agreed. Both are asked anew at its end. */
export const lengthenTrial = command({
  name: 'lengthen-trial',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ id: z.uuid(), version: versionInput, until: dayInput }),
  async run(work, { id, version, until }) {
    const { match } = await holdMatch(work, await findMatch(work.tx, work.actor, id), version)
    const problem = trialProblem(work.today, until)
    if (problem) throw new Invalid({ until: problem })
    await takeMatchStep(
      work,
      match,
      'lengthen-trial',
      { until },
      {
        trial_until: until,
        trial_mother_answer: null,
        trial_mother_answered_on: null,
        trial_worker_answer: null,
        trial_worker_answered_on: null,
      },
    )
    await askLater(work, match.trajectory_id, matchTasks.trialEnds, until)
    return { matchId: id }
  },
})
