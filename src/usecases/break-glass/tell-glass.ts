import { findBarred } from '#db/break-glass.ts'
import { findMembers, type MemberRow } from '#db/member.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { isEnoughTold } from '#domain/break-glass/break-glass.ts'
import { fileOpenedText } from '#domain/message/message-text.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
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
  const barred = await findBarred(tx, orgId, opened.personId)
  const others = (await findMembers(tx, orgId)).filter(
    (member) =>
      member.id !== opened.by &&
      isWorkingHere(member, today) &&
      !barred.has(member.id) &&
      !(member.worker_id && barred.has(member.worker_id)),
  )
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
  for (const member of told) await write(work, opened, member)
}

/** That something is there to look at, and nothing of what; who has no address finds it on her list. */
async function write(work: Work, opened: Opened, member: MemberRow): Promise<void> {
  const address = memberFields.open(work.vault, member.id, member.id, 'email_sealed', member.email_sealed)
  if (!address) return
  const language = member.language === 'en' ? 'en' : 'nl'
  await queueMessage(work, {
    kind: 'file-opened',
    channel: 'email',
    language,
    address,
    ...fileOpenedText(language),
    personId: opened.personId,
    dedupeKey: `file-opened|${opened.id}|${member.id}`,
  })
}
