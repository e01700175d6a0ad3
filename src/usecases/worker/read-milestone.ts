import { findReached } from '#db/worker-talk.ts'
import { milestoneOn, noticedVisits } from '#domain/worker/milestone.ts'
import type { Work } from '#usecases/context.ts'

/** Her first, tenth or hundredth visit, in the days after it; call it only for a worker the actor may see. */
export const readMilestone = async ({ tx, orgId, today }: Work, workerId: string) =>
  milestoneOn(
    (await findReached(tx, orgId, workerId, noticedVisits)).flatMap(({ visits, on }) => {
      const noticed = noticedVisits.find((number) => number === visits)
      return noticed ? [{ visits: noticed, on }] : []
    }),
    today,
  )
