import { z } from 'zod'
import { lockMessagesDue, type MessageRow } from '#db/message.ts'
import { afterSending, minutesUntilRetry } from '#domain/message/after-sending.ts'
import { type CarriedChannel, carriedChannels, type Delivery } from '#domain/message/message.ts'
import type { Outgoing } from '#domain/message/outgoing-check.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { moveMessage } from '#usecases/message/move-message.ts'
import { openMessage, visitOf } from '#usecases/message/open-message.ts'
import { weighMessage } from '#usecases/message/weigh-message.ts'
import { command } from '#usecases/use-case.ts'

/** Longer than any hand-over may take; after it the process that took the message is taken for dead. */
const leaseMinutes = 5

type Senders = Readonly<Partial<Record<CarriedChannel, string>>>

/** A message that may leave right now. The caller hands it over once and says how that went. */
export interface DueMessage extends Outgoing {
  readonly channel: CarriedChannel
  readonly id: string
  readonly delivery: Delivery
  /** Which hand-over this is; said back with its outcome, so that a late answer can't settle a later one. */
  readonly attempt: number
}

/**
 * Takes messages whose time has come, asking once more whether each may leave. They are marked as being handed over
 * when this returns, before the mail server is called: a crash after that is seen, and what goes to a mother is not
 * repeated. Those left behind by a crash, and those that are too late, are settled here too; `handled` counts all.
 */
export const takeDueMessages = command({
  name: 'take-due-messages',
  action: 'execute',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({
    limit: z.int().min(1).max(100),
    /** By which channels something can leave now, and from whom; none, when there is nothing to send it with. */
    senders: z.partialRecord(z.enum(carriedChannels), z.string()),
  }),
  async run(work, { limit, senders }): Promise<{ handled: number; taken: readonly DueMessage[] }> {
    const taken: DueMessage[] = []
    const channels = carriedChannels.filter((channel) => senders[channel] !== undefined)
    const rows = await lockMessagesDue(work.tx, work.actor, { now: work.now, channels }, limit)
    for (const row of rows) {
      const message = await take(work, row, senders)
      if (message) taken.push(message)
    }
    return { handled: rows.length, taken }
  },
})

async function take(work: Work, row: MessageRow, senders: Senders): Promise<DueMessage | null> {
  if (row.state === 'handing_over') {
    const notBefore = work.now.add({ minutes: minutesUntilRetry(row.attempts) })
    await moveMessage(work, row, afterSending(row.delivery, 'uncertain'), {
      reasonCode: row.channel === 'letter' ? 'letter-not-said' : 'message-unknown',
      notBefore,
    })
    return null
  }
  if (Temporal.Instant.compare(row.expires_at, work.now) <= 0) {
    await moveMessage(work, row, 'expire', { reasonCode: 'message-expired' })
    return null
  }
  const message = await openMessage(work, row)
  const channel = carriedChannels.find((one) => one === row.channel)
  const answer =
    message &&
    (await weighMessage(work, message, {
      personId: row.owner_id,
      trajectoryId: row.trajectory_id,
      referralId: row.referral_id,
      messageId: row.id,
      at: work.now,
      sender: (channel && senders[channel]) ?? '',
      visit: visitOf(row),
    }))
  if (message === null || !channel || isRefusal(answer)) {
    const reasonCode = isRefusal(answer) ? answer.refused : 'message-erased'
    // That there is no such visit any more is nobody's to solve.
    await moveMessage(work, row, reasonCode === 'message-visit-changed' ? 'withdraw' : 'refuse', {
      reasonCode,
    })
    return null
  }
  const attempt = row.attempts + 1
  const until = work.now.add({ minutes: leaseMinutes })
  await moveMessage(work, row, 'hand-over', { lease: { until, attempts: attempt } })
  return { ...message, channel, id: row.id, delivery: row.delivery, attempt }
}
