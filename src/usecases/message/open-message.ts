import type { MessageRow } from '#db/message.ts'
import { isMessageKind, type MessageChannel } from '#domain/message/message.ts'
import type { Outgoing } from '#domain/message/outgoing-check.ts'
import type { Work } from '#usecases/context.ts'
import { messageFields } from '#usecases/message/message-fields.ts'

/** The visit that it reminds of, as it stood when it was written. */
export const visitOf = ({ contact_id, visit_on, visit_at }: MessageRow) =>
  contact_id && visit_on ? { contactId: contact_id, on: visit_on, at: visit_at?.slice(0, 5) ?? null } : null

/** The message as it was rendered; `null` if the file of the woman it is about was erased since. */
export async function openMessage(work: Work, row: MessageRow): Promise<Outgoing | null> {
  await work.vault.load([row.owner_id])
  const open = (column: (typeof messageFields.columns)[number]) =>
    messageFields.open(work.vault, row.owner_id, row.id, column, row[column])
  const address = open('address_sealed')
  if (address === null || !isMessageKind(row.kind)) return null
  return {
    kind: row.kind,
    // The channel is our own writing, from the list that made it.
    channel: row.channel as MessageChannel,
    language: row.language,
    address,
    subject: open('subject_sealed') ?? '',
    body: open('body_sealed') ?? '',
  }
}
