import { finishTasksOfMessage } from '#db/task.ts'
import { actorId } from '#domain/member/actor.ts'
import { letterToPrint } from '#domain/message/letter.ts'
import type { Work } from '#usecases/context.ts'

/** Nobody needs to print it any more, or somebody did. */
export const endLetterTask = (
  { tx, orgId, actor, now }: Work,
  messageId: string,
  code: 'done' | 'not_needed',
): Promise<void> =>
  finishTasksOfMessage(tx, orgId, messageId, letterToPrint, {
    at: now,
    by: actor.kind === 'member' ? actorId(actor) : null,
    code,
  })
