import type { Day } from '#domain/day.ts'
import { settleMessage } from '#usecases/message/settle-message.ts'
import { takeDueMessages } from '#usecases/message/take-due-messages.ts'
import type { Stage } from './stage.ts'

/** The post of that day goes out, as it did when there was a mail server. Nothing really leaves: the demo has none. */
export async function postGoesOut(stage: Stage, day: Day): Promise<void> {
  const outbox = { kind: 'system', orgId: stage.orgId, job: 'outbox' } as const
  const { taken } = await takeDueMessages(stage.on(day), outbox, {
    limit: 100,
    senders: { email: 'post@example.nl' },
  })
  for (const { id, attempt } of taken)
    await settleMessage(stage.on(day), outbox, { id, attempt, outcome: 'accepted' })
}
