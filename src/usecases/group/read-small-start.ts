import { z } from 'zod'
import { findSmallStart } from '#db/group-small-start.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { mayAnswerSmall } from '#domain/group/small-start.ts'
import { isRefusal } from '#domain/refusal.ts'
import { NotFound } from '#usecases/failure.ts'
import { groupStateOf } from '#usecases/group/group-states.ts'
import { rulesOf } from '#usecases/group/held-group.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** One request to begin smaller, for who answers for the programme: how many women, the method's least, and why. */
export const readSmallStart = question({
  name: 'read-small-start',
  may: groupPolicy.readSmallStart,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor, zone } = work
    const row = await findSmallStart(tx, actor, id)
    if (!row) throw new NotFound()
    const { definition, rules } = rulesOf(work, row)
    const names = await whoDid(
      work,
      [row.asked_by, row.answered_by].filter((one) => one !== null),
    )
    const answers =
      actor.kind === 'member' &&
      groupPolicy.allowSmall(actor) &&
      mayAnswerSmall(
        {
          askedBy: row.asked_by,
          answered: row.answer !== null,
          state: groupStateOf({ state: row.group_state }),
        },
        actor.memberId,
      )
    return {
      id,
      /** Only who plans groups goes from here to this one. */
      groupId: groupPolicy.plan(actor) ? row.group_id : null,
      programme: definition.label,
      size: row.size,
      min: rules.sizeMin.value,
      reason: row.reason_code,
      askedBy: names.get(row.asked_by) ?? '—',
      askedOn: row.asked_at.toZonedDateTimeISO(zone).toPlainDate(),
      answer: row.answer,
      answerReason: row.answer_code,
      answeredBy: row.answered_by && (names.get(row.answered_by) ?? '—'),
      answeredOn: row.answered_at?.toZonedDateTimeISO(zone).toPlainDate() ?? null,
      mayAnswer: answers === true,
      /** It is hers to answer, if it weren't hers already. */
      own: isRefusal(answers) && answers.refused === 'small-start-own',
    }
  },
})
export type SmallStartPage = Awaited<ReturnType<typeof readSmallStart>>
