import { type CarriedChannel, carriedChannels } from '#domain/message/message.ts'
import type { Context } from '#usecases/context.ts'
import { countDueMessages } from '#usecases/message/count-due-messages.ts'
import { settleMessage } from '#usecases/message/settle-message.ts'
import { takeDueMessages } from '#usecases/message/take-due-messages.ts'
import type { Carrier } from './carrier.ts'

export type Carriers = Readonly<Partial<Record<CarriedChannel, Carrier | null>>>
export interface Outbox {
  /** Ids of the organisations whose messages this process sends. */
  organisations(): Promise<readonly string[]>
  context(): Context
  /** A channel without a carrier: its messages wait, and those that are too late become tasks. */
  readonly carriers: Carriers
}

/**
 * Sends what is due, one message at a time: a crash leaves one message in doubt and never more. Every process may
 * run this; the database gives each message to one of them.
 */
export async function sendDueMessages(outbox: Outbox, stopping?: AbortSignal): Promise<void> {
  const channels = carriedChannels.filter((channel) => outbox.carriers[channel])
  for (const orgId of await outbox.organisations()) {
    const actor = { kind: 'system', orgId, job: 'outbox' } as const
    for (;;) {
      if (stopping?.aborted) return
      if ((await countDueMessages(outbox.context(), actor, { channels })) === 0) break
      if (!(await sendOne(outbox, actor))) break
    }
  }
}

/** False if nothing could be taken: another process has it. */
async function sendOne(
  { context, carriers }: Outbox,
  actor: { kind: 'system'; orgId: string; job: string },
): Promise<boolean> {
  const senders = Object.fromEntries(
    carriedChannels.flatMap((channel) => {
      const carrier = carriers[channel]
      return carrier ? [[channel, carrier.sender]] : []
    }),
  )
  const { handled, taken } = await takeDueMessages(context(), actor, { limit: 1, senders })
  for (const { id, attempt, channel, address: to, subject, body: text } of taken) {
    const outcome = (await carriers[channel]?.handOver({ id, to, subject, text })) ?? 'not-now'
    await settleMessage(context(), actor, { id, attempt, outcome })
  }
  return handled > 0
}
