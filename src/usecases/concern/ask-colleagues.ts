import { type ConcernRow, listConcernSteps } from '#db/concern.ts'
import type { MemberRow } from '#db/member.ts'
import { minutesToTakeUp } from '#domain/concern/concern.ts'
import { safetyCallText } from '#domain/message/message-text.ts'
import { addStep } from '#usecases/concern/add-step.ts'
import type { Work } from '#usecases/context.ts'
import { writeToColleague } from '#usecases/message/write-to-colleague.ts'
import { askable, askedFirst, askedNext, type Reasons } from '#usecases/on-call/whom-to-ask.ts'

type Concern = Pick<ConcernRow, 'id' | 'person_id' | 'trajectory_id' | 'raised_by'>

const dangerOf = (concern: Concern) => ({
  about: [concern.person_id, concern.trajectory_id],
  // She knows it already.
  knows: concern.raised_by,
})

/**
 * Danger now: her coordinator and who stands in for her, every safeguarding lead and who is on call are asked at once; where nobody is on call,
 * that is kept and everybody who may decide is asked. Gives when the next one is asked, if nobody takes it up.
 */
export async function askFirst(
  work: Work,
  concern: Concern,
  coordinatorId: string | null,
): Promise<Temporal.Instant | null> {
  const those = await askable(work, dangerOf(concern))
  const reasons = await askedFirst(work, those, coordinatorId ? [coordinatorId] : [])
  if (those.chain.length === 0) await addStep(work, concern, { kind: 'nobody_on_call' })
  return ask(work, concern, those.able, reasons)
}

/** Nobody took it up in time: the next on call is asked, and after the last of them everybody else. */
export async function askNext(work: Work, concern: Concern): Promise<Temporal.Instant | null> {
  const steps = await listConcernSteps(work.tx, work.orgId, [concern.id])
  const asked = new Set(steps.flatMap(({ asked_id }) => asked_id ?? []))
  const those = await askable(work, dangerOf(concern))
  return ask(work, concern, those.able, askedNext(those, asked))
}

/** Writes to each of them, and keeps that and how; where nobody is left to ask, that. */
async function ask(
  work: Work,
  concern: Concern,
  able: readonly MemberRow[],
  reasons: Reasons,
): Promise<Temporal.Instant | null> {
  if (reasons.size === 0) {
    await addStep(work, concern, { kind: 'nobody_left' })
    return null
  }
  const members = able.filter(({ id }) => reasons.has(id))
  await work.vault.load([concern.person_id, ...members.map(({ id }) => id)])
  for (const member of members)
    await addStep(work, concern, {
      kind: 'asked',
      code: reasons.get(member.id) ?? 'everyone',
      asked: { memberId: member.id, messageId: await write(work, concern, member) },
    })
  return work.now.add({ minutes: minutesToTakeUp })
}

const write = (work: Work, concern: Concern, member: MemberRow): Promise<string | null> =>
  writeToColleague(work, member, {
    kind: 'safety-call',
    text: safetyCallText,
    personId: concern.person_id,
    trajectoryId: concern.trajectory_id,
    dedupeKey: `safety-call|${concern.id}|${member.id}`,
  })
