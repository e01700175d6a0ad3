import { z } from 'zod'
import { actorId } from '#domain/member/actor.ts'
import { setPhases } from '#domain/programme/phases-now.ts'
import { isRefusal } from '#domain/refusal.ts'
import { phaseReasons } from '#domain/trajectory/phase-reason.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdCourse } from '#usecases/course/held-course.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { Refused } from '#usecases/failure.ts'
import { askContactAnew } from '#usecases/phase/ask-contact-anew.ts'
import { readMovablePhases, writeMoves } from '#usecases/phase/settle-phases.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Says in which phases she is from today on; they may overlap. The rhythm of contacts follows, and how she may be
 * reached is asked again. Only where the programme leaves phases to time and people.
 */
export const movePhases = command({
  name: 'move-phases',
  action: 'update',
  may: trajectoryPolicy.changeCourse,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    phases: z.array(z.string().max(60)).max(20),
    reason: z.enum(phaseReasons),
  }),
  async run(work, { trajectoryId, version, phases, reason }) {
    const { trajectory, definition } = await holdCourse(work, trajectoryId, version)
    if (trajectory.state !== 'active' && trajectory.state !== 'paused')
      throw new Refused('not-from-this-state')
    const moves = setPhases(definition, await readMovablePhases(work, trajectoryId, definition), phases)
    if (isRefusal(moves)) throw new Refused(moves.refused)
    await writeMoves(work, trajectoryId, moves, { by: actorId(work.actor), code: reason })
    await replanCourse(work, trajectory, definition)
    await askContactAnew(work, trajectoryId)
    return { trajectoryId }
  },
})
