import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { mayStep } from '#domain/trajectory/trajectory.ts'
import { versionInput } from '#domain/version.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { Refused } from '#usecases/failure.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { goOnAfterRest } from '#usecases/match/rest-match.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Visits go on after a rest, there where they were: on trial, as usual or winding down. They are planned anew from
 * today. After a loss it is she who decides how it goes on, and that has a page of its own.
 */
export const resumeMatch = command({
  name: 'resume-match',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { match, trajectory } = await holdMatch(work, await findMatch(work.tx, work.actor, id), version)
    if (trajectory.quiet_since) throw new Refused('match-rests-for-her')
    if (!mayStep(trajectoryStateOf(trajectory), 'resume')) throw new Refused('not-from-this-state')
    await goOnAfterRest(work, match)
    await replanCourse(work, trajectory, definitionOf(work, trajectory), {
      state: 'active',
      plan_from: work.today,
    })
    return { matchId: id }
  },
})
