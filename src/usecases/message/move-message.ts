import { type MessageRow, saveMessage } from '#db/message.ts'
import { type MessageState, type MessageStep, messageAfter, strandedStates } from '#domain/message/message.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { endLetterTask } from '#usecases/task/letter-task.ts'

interface Move {
  /** Why, as a code with words; kept when the message strands. */
  readonly reasonCode?: string
  readonly notBefore?: Temporal.Instant
  /** Set while the message is out of our hands. */
  readonly lease?: { readonly until: Temporal.Instant; readonly attempts: number }
  /** Who says so, where a person does: a carrier of its own a letter doesn't have. */
  readonly by?: string
}

const ended = ['sent', 'withdrawn'] as const

/** Takes a locked message one step further. One that strands there becomes a task: a person finds another way. */
export async function moveMessage(
  work: Work,
  row: MessageRow,
  step: MessageStep,
  move: Move = {},
): Promise<MessageState> {
  // The state column holds what this same table of steps wrote.
  const state = messageAfter(row.state as MessageState, step)
  if (isRefusal(state)) throw new Error(`A message can't ${step} from ${row.state}.`)
  const stranded = strandedStates.some((one) => one === state)
  await saveMessage(work.tx, row, {
    state,
    lease_until: move.lease?.until ?? null,
    ...(move.lease ? { attempts: move.lease.attempts } : {}),
    ...(move.notBefore ? { not_before: move.notBefore } : {}),
    ...(stranded ? { refusal_code: move.reasonCode ?? state } : {}),
    ...(state === 'withdrawn' ? { refusal_code: move.reasonCode ?? state } : {}),
    ...(stranded || ended.some((one) => one === state) ? { settled_at: work.now } : {}),
    ...(move.by ? { settled_by: move.by } : {}),
  })
  work.about({ person: row.owner_id, ...(row.trajectory_id ? { trajectory: row.trajectory_id } : {}) })
  if (row.channel === 'letter')
    await endLetterTask(work, row.id, state === 'handing_over' ? 'done' : 'not_needed')
  if (stranded)
    await createTask(work, {
      kind: 'message',
      reasonCode: move.reasonCode ?? state,
      personId: row.person_id,
      referralId: row.referral_id,
      trajectoryId: row.trajectory_id,
      messageId: row.id,
    })
  return state
}
