import { z } from 'zod'
import { lockMessage } from '#db/message.ts'
import { afterSending, handOverOutcomes, minutesUntilRetry } from '#domain/message/after-sending.ts'
import { NotFound } from '#usecases/failure.ts'
import { moveMessage } from '#usecases/message/move-message.ts'
import { command } from '#usecases/use-case.ts'

const because = {
  accepted: 'sent',
  rejected: 'message-rejected',
  'not-now': 'message-not-now',
  uncertain: 'message-unknown',
} as const

/**
 * Keeps how a hand-over went. An answer that comes after the message was settled otherwise (its lease ran out) or
 * taken again changes nothing.
 */
export const settleMessage = command({
  name: 'settle-message',
  action: 'update',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({
    id: z.uuid(),
    attempt: z.int().min(1),
    outcome: z.enum(handOverOutcomes),
  }),
  async run(work, { id, attempt, outcome }) {
    const row = await lockMessage(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    if (row.state !== 'handing_over' || row.attempts !== attempt) return { state: row.state }
    const state = await moveMessage(work, row, afterSending(row.delivery, outcome), {
      reasonCode: because[outcome],
      notBefore: work.now.add({ minutes: minutesUntilRetry(attempt) }),
    })
    return { state }
  },
})
