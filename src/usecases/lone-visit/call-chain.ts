import { listAlertSteps } from '#db/lone-alert.ts'
import type { LoneVisitRow } from '#db/lone-visit.ts'
import { findMembersByIds, type MemberRow } from '#db/member.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { findWorker } from '#db/worker.ts'
import { minutesToTakeUp } from '#domain/concern/concern.ts'
import { loneCallOverText, safetyCallText } from '#domain/message/message-text.ts'
import type { Work } from '#usecases/context.ts'
import { type Alerted, addAlertStep } from '#usecases/lone-visit/add-alert-step.ts'
import { writeToColleague } from '#usecases/message/write-to-colleague.ts'
import { askable, askedFirst, askedNext, type Reasons } from '#usecases/on-call/whom-to-ask.ts'

const naast = (work: Work) => ({ kind: 'system', orgId: work.orgId, job: 'lone-visits' }) as const

const dangerOf = (visit: LoneVisitRow) => ({
  about: [visit.person_id, visit.trajectory_id],
  // Never herself, also where she is on call.
  knows: visit.member_id,
})

/**
 * Those on call, as in danger of a mother, but for her coordinator there is also the worker's own. Each is written to and
 * each of that is a step; gives when the next one is asked.
 */
export async function callFirst(
  work: Work,
  visit: LoneVisitRow,
  alert: Alerted,
): Promise<Temporal.Instant | null> {
  const trajectory = await findTrajectory(work.tx, naast(work), visit.trajectory_id)
  const worker = await findWorker(work.tx, naast(work), visit.worker_id)
  const those = await askable(work, dangerOf(visit))
  const coordinators = [worker?.coordinator_id, trajectory?.coordinator_id].filter((id) => id != null)
  const reasons = await askedFirst(work, those, coordinators)
  if (those.chain.length === 0) await addAlertStep(work, alert, { kind: 'nobody_on_call' })
  return call(work, alert, those.able, reasons)
}

/** Nobody took it up in time. */
export async function callNext(
  work: Work,
  visit: LoneVisitRow,
  alert: Alerted,
): Promise<Temporal.Instant | null> {
  const asked = new Set(await askedSince(work, alert.id))
  const those = await askable(work, dangerOf(visit))
  return call(work, alert, those.able, askedNext(those, asked))
}

/** Who was asked since it was last raised. */
async function askedSince(work: Work, alertId: string): Promise<string[]> {
  const steps = await listAlertSteps(work.tx, work.orgId, alertId)
  const last = steps.findLastIndex(({ kind }) => kind === 'raised')
  return steps.slice(last + 1).flatMap(({ asked_id }) => asked_id ?? [])
}

async function call(
  work: Work,
  alert: Alerted,
  able: readonly MemberRow[],
  reasons: Reasons,
): Promise<Temporal.Instant | null> {
  if (reasons.size === 0) {
    await addAlertStep(work, alert, { kind: 'nobody_left' })
    return null
  }
  const members = able.filter(({ id }) => reasons.has(id))
  await work.vault.load(members.map(({ id }) => id))
  for (const member of members) {
    const messageId = await writeToColleague(work, member, {
      kind: 'lone-call',
      text: safetyCallText,
      personId: member.id,
      dedupeKey: `lone-call|${alert.id}|${work.now}|${member.id}`,
    })
    await addAlertStep(work, alert, {
      kind: 'asked',
      code: reasons.get(member.id) ?? 'everyone',
      asked: { memberId: member.id, messageId },
    })
  }
  return work.now.add({ minutes: minutesToTakeUp })
}

/** Whoever was asked hears that it is over. */
export async function callOff(work: Work, alert: Alerted): Promise<void> {
  const members = await findMembersByIds(work.tx, work.orgId, await askedSince(work, alert.id))
  await work.vault.load(members.map(({ id }) => id))
  for (const member of members) {
    const messageId = await writeToColleague(work, member, {
      kind: 'lone-call-over',
      text: loneCallOverText,
      personId: member.id,
      dedupeKey: `lone-call-over|${alert.id}|${work.now}|${member.id}`,
    })
    await addAlertStep(work, alert, { kind: 'told_over', asked: { memberId: member.id, messageId } })
  }
}
