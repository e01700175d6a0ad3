import { findBarred } from '#db/lock-reach.ts'
import { findMembers } from '#db/member.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { isEnoughTold } from '#domain/break-glass/break-glass.ts'
import { fileOpenedText } from '#domain/message/message-text.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { writeToColleague } from '#usecases/message/write-to-colleague.ts'
import { createTask } from '#usecases/task/create-task.ts'

interface Opened {
  readonly id: string
  readonly by: string
  readonly personId: string
  readonly trajectories: readonly Pick<TrajectoryRow, 'id' | 'coordinator_id' | 'state'>[]
  readonly referralId: string | null
}

/**
 * Tells at once who answers for her file and every privacy officer, in this very transaction: what can't be told isn't
 * opened. Her coordinator, or where she has none, or it is herself who opened it, all of them.
 */
export async function tellGlass(work: Work, opened: Opened): Promise<void> {
  const { tx, orgId, today, vault } = work
  const working = (await findMembers(tx, orgId)).filter(
    (member) => member.id !== opened.by && isWorkingHere(member, today),
  )
  // Whoever she is locked from hears nothing of her, not even that somebody else opened her file.
  const barred = await findBarred(
    tx,
    orgId,
    working.flatMap(({ id, worker_id }) => (worker_id ? [id, worker_id] : [id])),
    [opened.personId],
  )
  const others = working.filter(({ id, worker_id }) => !barred.has(id) && !barred.has(worker_id ?? ''))
  const hers = new Set(opened.trajectories.map(({ coordinator_id }) => coordinator_id))
  const all = others.filter(({ roles }) => roles.includes('coordinator'))
  const own = all.filter(({ id }) => hers.has(id))
  const officers = others.filter(({ roles }) => roles.includes('privacy_officer'))
  const told = [...new Set([...officers, ...(own.length > 0 ? own : all)])]
  const enough = isEnoughTold(told.map((member) => ({ id: member.id, officer: officers.includes(member) })))
  if (isRefusal(enough)) throw new Refused(enough.refused)
  const running = opened.trajectories.find(({ state }) => state !== 'closed') ?? opened.trajectories[0]
  await createTask(work, {
    kind: 'safety',
    reasonCode: 'file-opened',
    personId: opened.personId,
    trajectoryId: running?.id ?? null,
    referralId: running ? null : opened.referralId,
  })
  await vault.load([opened.personId, ...told.map(({ id }) => id)])
  for (const member of told)
    await writeToColleague(work, member, {
      kind: 'file-opened',
      text: fileOpenedText,
      personId: opened.personId,
      dedupeKey: `file-opened|${opened.id}|${member.id}`,
    })
}
