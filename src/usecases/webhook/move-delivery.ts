import type { Updateable } from 'kysely'
import type { WebhookDeliveryTable } from '#db/tables.ts'
import { type DeliveryRow, saveDelivery } from '#db/webhook-delivery.ts'
import { type MessageStep, messageAfter } from '#domain/message/message.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { DeliveryState } from '#domain/webhook/webhook.ts'
import type { Work } from '#usecases/context.ts'

type Step = Exclude<MessageStep, 'lose-track' | 'expire'>

/** Takes a held delivery one step further, by the table of states that messages have. */
export async function moveDelivery(
  { tx, now }: Work,
  row: DeliveryRow,
  step: Step,
  changed: Updateable<WebhookDeliveryTable>,
): Promise<DeliveryState> {
  const state = messageAfter(row.state, step)
  if (isRefusal(state)) throw new Error(`A delivery can't ${step} from ${row.state}.`)
  // No step that is taken here leads to the other states of a message.
  const reached = state as DeliveryState
  await saveDelivery(tx, row, {
    lease_until: null,
    ...changed,
    state: reached,
    ...(reached === 'pending' || reached === 'handing_over' ? {} : { settled_at: now }),
  })
  return reached
}
