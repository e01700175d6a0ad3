import { z } from 'zod'
import { findOpenErasure, insertErasure } from '#db/erasure.ts'
import { findReferral } from '#db/referral.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { erasureGrounds, erasureReasons } from '#domain/erasure/erasure.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/** Asks that a woman's file is erased. Nothing goes yet: somebody else decides. */
export const askErasure = command({
  name: 'ask-erasure',
  action: 'create',
  may: erasurePolicy.ask,
  input: z.strictObject({
    trajectoryId: z.uuid().nullish(),
    /** For who never had a trajectory. */
    referralId: z.uuid().nullish(),
    reason: z.enum(erasureReasons),
    ground: z.enum(erasureGrounds),
  }),
  async run(work, { trajectoryId, referralId, reason, ground }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    if (!trajectoryId && !referralId) throw new Invalid({ trajectoryId: 'required' })
    const personId = trajectoryId
      ? await personOfTrajectory(work, trajectoryId)
      : await personOfReferral(work, referralId)
    if (await findOpenErasure(tx, orgId, personId)) throw new Refused('erasure-asked-already')
    const id = work.newId()
    await insertErasure(tx, {
      org_id: orgId,
      id,
      person_id: personId,
      trajectory_id: trajectoryId ?? null,
      reason_code: reason,
      ground_code: ground,
      state: 'asked',
      asked_by: actor.memberId,
      asked_at: now,
      answer_code: null,
      answered_by: null,
      answered_at: null,
      files: null,
    })
    return { id }
  },
})

async function personOfTrajectory(work: Work, id: string): Promise<string> {
  const trajectory = await findTrajectory(work.tx, work.actor, id)
  if (!trajectory) throw new NotFound()
  aboutTrajectory(work, trajectory)
  return trajectory.person_id
}

async function personOfReferral(work: Work, id: string | null | undefined): Promise<string> {
  const referral = id ? await findReferral(work.tx, work.actor, id) : undefined
  if (!referral) throw new NotFound()
  work.about({ person: referral.person_id })
  return referral.person_id
}
