import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { endShortlist } from '#db/match-shortlist.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepTo } from '#domain/trajectory/trajectory.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { beginMatch, begunToday } from '#usecases/match/begin-match.ts'
import { checkPair } from '#usecases/match/check-pair.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { planJointVisit } from '#usecases/match/plan-joint-visit.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { stateAfter } from '#usecases/match/take-match-step.ts'
import { tellReferrer } from '#usecases/message/tell-referrer.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Begins a match after the two have met, on trial or at once for good: her trajectory becomes active with this worker,
 * the programme puts its contacts and measures in the plan, and the one who referred hears that it began, if she agreed
 * to that. Everything that had to be in order when the pair was proposed is looked at again: a VOG may have expired.
 */
export const startMatch = command({
  name: 'start-match',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    /** They try it out until this day; without it they begin at once for good. */
    trialUntil: dayInput.nullish().transform((day) => day ?? null),
  }),
  async run(work, { id, version, trialUntil }) {
    const { tx, orgId, actor, today } = work
    const held = await holdMatch(work, await findMatch(tx, actor, id), version)
    const { match, trajectory, worker } = held
    stateAfter(match, 'start')
    const active = stepTo(trajectoryStateOf(trajectory), 'start')
    if (isRefusal(active)) throw new Refused(active.refused)
    if (!match.introduction_on || isBefore(today, match.introduction_on))
      throw new Refused('match-not-introduced')
    const definition = definitionOf(work, trajectory)
    await checkPair(work, definition, trajectory, worker, match)
    const begun = { state: active, ...(await begunToday(work, trajectory, definition)) }
    await beginMatch(work, held, { definition, begun, trialUntil })
    const { joint_on: jointOn } = match
    if (jointOn && !isBefore(jointOn, today))
      await planJointVisit(work, trajectory, { workerId: worker.id, on: jointOn, definition })
    // Whoever else was kept for her is kept no longer.
    await endShortlist(
      tx,
      orgId,
      { trajectoryId: trajectory.id },
      { until_day: today, until_code: 'closed', until_by: actorId(actor) },
    )
    const referrer = await tellReferrer(work, trajectory.referral_id, 'started')
    return { trajectoryId: trajectory.id, referrer }
  },
})
