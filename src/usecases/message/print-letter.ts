import { z } from 'zod'
import { insertLetterPrint } from '#db/letter-print.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { daysToSayPosted, mayPrint, printAgainReasons } from '#domain/message/letter.ts'
import type { MessageState } from '#domain/message/message.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { holdLetter, weighLetter } from '#usecases/message/held-letter.ts'
import { moveMessage } from '#usecases/message/move-message.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Asks once more whether the letter may leave, and gives it to be printed: from then on it is on its way, until somebody
 * says that it was posted or not. What may not leave is kept as refused, with a task. Printing it again says why, and is
 * kept each time.
 */
export const printLetter = command({
  name: 'print-letter',
  action: 'update',
  may: (actor) => isMemberWith(actor, 'coordinator'),
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    why: z
      .enum(printAgainReasons, { error: 'choose-one' })
      .nullish()
      .transform((why) => why ?? null),
  }),
  async run(work, { why, ...which }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await holdLetter(work, which)
    // The state column holds what the table of steps wrote.
    const may = mayPrint(row.state as MessageState, why)
    if (isRefusal(may)) throw new Refused(may.refused)
    if (may === 'first' && Temporal.Instant.compare(row.expires_at, now) <= 0) {
      await moveMessage(work, row, 'expire', { reasonCode: 'message-expired' })
      return { id: row.id, refusal: 'message-expired' }
    }
    const weighed = await weighLetter(work, row)
    const refusal = !weighed ? 'message-erased' : isRefusal(weighed.answer) ? weighed.answer.refused : null
    if (refusal !== null) {
      // What was printed before is somewhere: of that somebody must still say what became of it.
      if (may === 'first') await moveMessage(work, row, 'refuse', { reasonCode: refusal })
      return { id: row.id, refusal }
    }
    if (may === 'first') {
      const until = now.add({ hours: daysToSayPosted * 24 })
      await moveMessage(work, row, 'hand-over', { lease: { until, attempts: 1 } })
    }
    await insertLetterPrint(tx, {
      org_id: orgId,
      id: work.newId(),
      message_id: row.id,
      person_id: row.owner_id,
      reason_code: may === 'first' ? null : why,
      printed_by: actor.memberId,
      printed_at: now,
    })
    return { id: row.id, refusal: null }
  },
})
