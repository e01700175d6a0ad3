import { z } from 'zod'
import { lockSmallStart, saveSmallStart } from '#db/group-small-start.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { answerReasons, mayAnswerSmall, smallStartAnswers } from '#domain/group/small-start.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { groupStateOf } from '#usecases/group/group-states.ts'
import { command } from '#usecases/use-case.ts'

/** Says whether a group may begin smaller, and why. The coordinator decides then whether it does. */
export const answerSmallStart = command({
  name: 'answer-small-start',
  action: 'update',
  may: groupPolicy.allowSmall,
  input: z.strictObject({
    id: z.uuid(),
    answer: z.enum(smallStartAnswers, { error: 'choose-one' }),
    reason: z.string().max(60),
  }),
  async run(work, { id, answer, reason }) {
    const { tx, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await lockSmallStart(tx, actor, id)
    if (!row) throw new NotFound()
    const allowed = mayAnswerSmall(
      {
        askedBy: row.asked_by,
        answered: row.answer !== null,
        state: groupStateOf({ state: row.group_state }),
      },
      actor.memberId,
    )
    if (isRefusal(allowed)) throw new Refused(allowed.refused)
    if (!answerReasons[answer].some((one) => one === reason)) throw new Invalid({ reason: 'choose-one' })
    const decided = { answer, answer_code: reason, answered_by: actor.memberId, answered_at: now }
    await saveSmallStart(tx, row, decided)
    return { answer }
  },
})
