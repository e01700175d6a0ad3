import { z } from 'zod'
import { insertRedFlagReview, lockOpenRedFlags } from '#db/red-flag.ts'
import { optionalText } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { mayLeave, redFlagsOf, reviewActions, reviewReasons } from '#domain/safety/red-flags.ts'
import { safetyPolicy } from '#domain/safety/safety-policy.ts'
import { Refused } from '#usecases/failure.ts'
import { beginMeldcode } from '#usecases/meldcode/begin-meldcode.ts'
import { endReviewTasks } from '#usecases/safety/ask-for-review.ts'
import { holdSafety } from '#usecases/safety/held-safety.ts'
import { redFlagReviewFields } from '#usecases/safety/safety-fields.ts'
import { command } from '#usecases/use-case.ts'

/** Looks at every red flag that is open, and leaves them with something that was done or a reason why not. */
export const reviewRedFlags = command({
  name: 'review-red-flags',
  action: 'update',
  may: safetyPolicy.decide,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    review: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('acted'), code: z.enum(reviewActions) }),
      z.strictObject({ outcome: z.literal('no_action'), code: z.enum(reviewReasons) }),
    ]),
    /** Those that were on the screen; one that came meanwhile is looked at by itself. */
    flagIds: z.array(z.uuid()).min(1).max(200),
    words: optionalText(1000),
  }),
  async run(work, { trajectoryId, review, flagIds, words }) {
    const { tx, orgId, today, now, vault } = work
    const { trajectory, definition, memberId } = await holdSafety(work, trajectoryId)
    const open = await lockOpenRedFlags(tx, orgId, trajectoryId)
    const seen = open.filter((flag) => flagIds.includes(flag.id))
    const known = redFlagsOf(definition)
    const answer = mayLeave(
      { ...review, words },
      seen.map(({ flag }) => ({ highest: known.some(({ id, highest }) => id === flag && highest) })),
    )
    if (isRefusal(answer)) throw new Refused(answer.refused)
    const id = work.newId()
    await insertRedFlagReview(
      tx,
      {
        org_id: orgId,
        id,
        trajectory_id: trajectoryId,
        person_id: trajectory.person_id,
        ...review,
        words_sealed: redFlagReviewFields.sealIf(vault, trajectory.person_id, id, 'words_sealed', words),
        reviewed_on: today,
        reviewed_by: memberId,
        reviewed_at: now,
      },
      seen.map((flag) => flag.id),
    )
    if (seen.length === open.length) await endReviewTasks(work, trajectoryId, 'done')
    const begun =
      review.code === 'meldcode_started'
        ? await beginMeldcode(work, trajectory, {
            about: 'mother',
            origin: { from: 'red_flag', reviewId: id },
            words: null,
          })
        : null
    return { reviewId: id, left: open.length - seen.length, meldcodeId: begun?.meldcodeId ?? null }
  },
})
