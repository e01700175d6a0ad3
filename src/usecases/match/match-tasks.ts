import { finishTasksOfTrajectory } from '#db/task.ts'
import type { Day } from '#domain/day.ts'
import { actorId } from '#domain/member/actor.ts'
import type { taskEndings } from '#domain/task/task.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

/** What a match puts on a coordinator's list: why, as it stands in the task. */
export const matchTasks = {
  trialEnds: 'ask-after-trial',
  trialStops: 'trial-stops',
  pauseEnds: 'look-at-pause',
  lastVisit: 'last-visit-near',
  after: 'ask-after-match',
  restEnds: 'look-at-rest',
} as const
type MatchTask = (typeof matchTasks)[keyof typeof matchTasks]

/** Puts it on the list for a day, once: what stood there for the same reason makes way. */
export async function askLater(
  work: Work,
  trajectoryId: string,
  reasonCode: MatchTask,
  dueOn: Day,
): Promise<string> {
  await answeredNow(work, trajectoryId, [reasonCode], 'not_needed')
  return createTask(work, { kind: 'match', reasonCode, trajectoryId, dueOn })
}

/** Takes from the list what was answered by what happened, or is asked no more. */
export async function answeredNow(
  { tx, orgId, now, actor }: Work,
  trajectoryId: string,
  reasons: readonly MatchTask[],
  code: (typeof taskEndings)[number] = 'done',
): Promise<void> {
  const by = actor.kind === 'member' ? actorId(actor) : null
  for (const reason of reasons)
    await finishTasksOfTrajectory(tx, orgId, trajectoryId, reason, { at: now, by, code })
}

/** All that a match that runs may have asked; the question some months later isn't of those. */
export const whileRunning = [
  matchTasks.trialEnds,
  matchTasks.trialStops,
  matchTasks.pauseEnds,
  matchTasks.lastVisit,
] as const
