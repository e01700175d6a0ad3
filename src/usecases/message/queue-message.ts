import { insertMessage } from '#db/message.ts'
import { letterToPrint } from '#domain/message/letter.ts'
import { kindOf, type MessageState, validHoursOf } from '#domain/message/message.ts'
import type { Outgoing } from '#domain/message/outgoing-check.ts'
import type { RemindedVisit } from '#domain/message/reminder.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { messageFields } from '#usecases/message/message-fields.ts'
import { weighMessage } from '#usecases/message/weigh-message.ts'
import { createTask } from '#usecases/task/create-task.ts'

export interface NewMessage extends Outgoing {
  /** The woman it is about, whoever it goes to; the colleague herself, where it is about her and nobody else. */
  readonly personId: string
  readonly referralId?: string | null
  readonly trajectoryId?: string | null
  /** Not earlier than this; now unless said. */
  readonly notBefore?: Temporal.Instant
  /** Not later than this, whatever its kind says. */
  readonly notAfter?: Temporal.Instant
  /** The visit that it reminds of: with that it stands and falls. */
  readonly visit?: RemindedVisit & { readonly contactId: string }
  /** What makes it this message and no other: queued twice under one key is one message. */
  readonly dedupeKey: string
}

/**
 * The only way out: puts a rendered message in the outbox, inside the caller's transaction. What may not leave is
 * kept as refused with the reason, and a person gets a task; nothing and nobody can send it all the same.
 */
export async function queueMessage(
  work: Work,
  message: NewMessage,
): Promise<{ messageId: string; state: MessageState; refusal: string | null }> {
  const { tx, orgId, vault, now } = work
  const { personId, trajectoryId = null, referralId = null, visit = null } = message
  const notBefore = message.notBefore ?? now
  const answer = await weighMessage(work, message, {
    personId,
    trajectoryId,
    referralId,
    messageId: null,
    at: notBefore,
    sender: null,
    visit,
  })
  const refusal = isRefusal(answer) ? answer.refused : null
  const state = refusal === null ? 'pending' : 'refused'
  const kind = kindOf(message.kind)
  const filePersonId = kind.aboutHerself ? null : personId
  const id = work.newId()
  const seal = (column: (typeof messageFields.columns)[number], text: string) =>
    messageFields.seal(vault, personId, id, column, text)
  // Nothing can be sealed for an erased file, and nothing should be kept about it.
  if (refusal === 'message-erased') return { messageId: id, state, refusal }
  const first = await insertMessage(tx, {
    org_id: orgId,
    id,
    delivery: kind.delivery,
    kind: message.kind,
    channel: message.channel,
    language: message.language,
    owner_id: personId,
    person_id: filePersonId,
    referral_id: referralId,
    trajectory_id: trajectoryId,
    address_sealed: seal('address_sealed', message.address),
    subject_sealed: seal('subject_sealed', message.subject),
    body_sealed: seal('body_sealed', message.body),
    state,
    refusal_code: refusal,
    not_before: notBefore,
    expires_at: earlier(
      notBefore.add({ hours: validHoursOf(message.kind, message.channel) }),
      message.notAfter,
    ),
    lease_until: null,
    dedupe_key: message.dedupeKey,
    created_at: now,
    settled_at: refusal === null ? null : now,
    contact_id: visit?.contactId ?? null,
    visit_on: visit?.on ?? null,
    visit_at: visit?.at ?? null,
  })
  work.about({ person: personId, ...(trajectoryId ? { trajectory: trajectoryId } : {}) })
  if (first) return { messageId: first.id, state: first.state as MessageState, refusal: first.refusal_code }
  const asks = refusal ?? (message.channel === 'letter' ? letterToPrint : null)
  if (asks !== null)
    await createTask(work, {
      kind: 'message',
      reasonCode: asks,
      personId: filePersonId,
      referralId,
      trajectoryId,
      messageId: id,
    })
  return { messageId: id, state, refusal }
}

const earlier = (one: Temporal.Instant, other = one): Temporal.Instant =>
  Temporal.Instant.compare(one, other) <= 0 ? one : other
