import { z } from 'zod'
import { putRuling } from '#db/avoidance-ruling.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { listAvoidances } from '#db/worker-days.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { pairPrint } from '#usecases/match/who-is-apart.ts'
import { command } from '#usecases/use-case.ts'

/**
 * The safeguarding lead says whether these two may meet, of whom she alone read what the worker wrote. Everybody else
 * hears that they can't be matched and no more. Nothing is written in this woman's file, so that it tells nothing.
 */
export const ruleAvoidance = command({
  name: 'rule-avoidance',
  action: 'update',
  may: workerPolicy.readAvoidances,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    workerId: z.uuid(),
    verdict: z.enum(['apart', 'together']),
  }),
  async run(work, { trajectoryId, workerId, verdict }) {
    const { tx, orgId, actor, now, newId } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    const [told] = await listAvoidances(tx, orgId, workerId)
    if (!told) throw new NotFound()
    work.about({ person: told.person_id })
    await putRuling(tx, {
      org_id: orgId,
      id: newId(),
      pair_print: await pairPrint(work, workerId, trajectory.person_id),
      verdict,
      ruled_by: actor.kind === 'member' ? actor.memberId : null,
      ruled_at: now,
    })
    return { verdict }
  },
})
