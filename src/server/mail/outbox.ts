import type { MessageChannel } from '#domain/message/message.ts'
import type { Context } from '#usecases/context.ts'
import { countDueMessages } from '#usecases/message/count-due-messages.ts'
import { settleMessage } from '#usecases/message/settle-message.ts'
import { takeDueMessages } from '#usecases/message/take-due-messages.ts'
import type { Mailer } from './smtp.ts'

export interface Outbox {
  /** Ids of the organisations whose messages this process sends. */
  organisations(): Promise<readonly string[]>
  context(): Context
  /** `null` when there is no mail server: messages wait, and those that are too late become tasks. */
  readonly mailer: Mailer | null
}

/**
 * Sends what is due, one message at a time: a crash leaves one message in doubt and never more. Every process may
 * run this; the database gives each message to one of them.
 */
export async function sendDueMessages(outbox: Outbox, stopping?: AbortSignal): Promise<void> {
  const channels: MessageChannel[] = outbox.mailer ? ['email'] : []
  for (const orgId of await outbox.organisations()) {
    const actor = { kind: 'system', orgId, job: 'outbox' } as const
    for (;;) {
      if (stopping?.aborted) return
      if ((await countDueMessages(outbox.context(), actor, { channels })) === 0) break
      if (!(await sendOne(outbox, actor, channels))) break
    }
  }
}

/** False if nothing could be taken: another process has it. */
async function sendOne(
  { context, mailer }: Outbox,
  actor: { kind: 'system'; orgId: string; job: string },
  channels: MessageChannel[],
): Promise<boolean> {
  const { handled, taken } = await takeDueMessages(context(), actor, { limit: 1, channels })
  for (const { id, attempt, address: to, subject, body: text } of taken) {
    const outcome = mailer ? await mailer({ id, to, subject, text }) : 'not-now'
    await settleMessage(context(), actor, { id, attempt, outcome })
  }
  return handled > 0
}
