import { findMessage, lockMessage, type MessageRow } from '#db/message.ts'
import type { Outgoing } from '#domain/message/outgoing-check.ts'
import { onEnvelope } from '#domain/message/outgoing-check.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { openMessage, visitOf } from '#usecases/message/open-message.ts'
import { weighMessage } from '#usecases/message/weigh-message.ts'

/** One letter, as it waits for a person; whatever isn't one isn't here. */
export async function findLetter(work: Work, id: string): Promise<MessageRow> {
  return aboutLetter(work, await findMessage(work.tx, work.actor, id))
}

/** The same, held; refuses if somebody else changed it since `version`. */
export async function holdLetter(
  work: Work,
  { id, version }: { id: string; version: number },
): Promise<MessageRow> {
  const row = aboutLetter(work, await lockMessage(work.tx, work.actor, id))
  if (row.version !== version) throw new Refused('changed-meanwhile')
  return row
}

function aboutLetter(work: Work, row: MessageRow | undefined): MessageRow {
  if (row?.channel !== 'letter') throw new NotFound()
  work.about({ person: row.owner_id, ...(row.trajectory_id ? { trajectory: row.trajectory_id } : {}) })
  return row
}

/** Its words, and whether it may still leave at this very moment; `null` if her file was erased. */
export async function weighLetter(
  work: Work,
  row: MessageRow,
): Promise<{ letter: Outgoing; answer: true | Refusal } | null> {
  const letter = await openMessage(work, row)
  if (!letter) return null
  const answer = await weighMessage(work, letter, {
    personId: row.owner_id,
    trajectoryId: row.trajectory_id,
    referralId: row.referral_id,
    messageId: row.id,
    at: work.now,
    sender: onEnvelope,
    visit: visitOf(row),
  })
  return { letter, answer }
}
