import { type ConsentRow, findConsents } from '#db/consent.ts'
import { finishTasksOfTrajectory } from '#db/task.ts'
import { type Day, laterOf } from '#domain/day.ts'
import { actorId } from '#domain/member/actor.ts'
import { countsOn } from '#domain/sharing/ground.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

export const consentEnds = 'consent-ends'
export const consentEnded = 'consent-ended'
export const consentAfterPhase = 'consent-after-phase'
/** Somebody has time to ask her again before it ends. */
const daysAhead = 14
/** What is shared outside rests on these: they are asked again, and end by themselves. */
const shares = ['C-5', 'C-6']

const liveSharing = (rows: readonly ConsentRow[], today: Day): readonly ConsentRow[] =>
  rows.filter((row) => shares.includes(row.code) && countsOn(row, today))

/** Puts on the list that a consent is about to end, and that it has: once for each day on which one does. */
export async function keepAsking(work: Work, personId: string, trajectoryId: string | null): Promise<void> {
  const { tx, orgId, today } = work
  if (trajectoryId === null) return
  await putAway(work, trajectoryId, [consentEnds, consentEnded, consentAfterPhase])
  const live = liveSharing(await findConsents(tx, orgId, personId, trajectoryId), today)
  const days = new Map(
    live.flatMap(({ until_day }) => (until_day ? [[until_day.toString(), until_day]] : [])),
  )
  for (const until of days.values()) {
    const about = { kind: 'sharing', personId, trajectoryId } as const
    await createTask(work, {
      ...about,
      reasonCode: consentEnds,
      dueOn: laterOf(until.subtract({ days: daysAhead }), today),
    })
    await createTask(work, { ...about, reasonCode: consentEnded, dueOn: until.add({ days: 1 }) })
  }
}

/** Another phase is another life: what may be shared is asked again, if anything may (domain.md 7.6, H14). */
export async function askConsentAnew(
  work: Work,
  { personId, trajectoryId }: { personId: string; trajectoryId: string },
): Promise<void> {
  await putAway(work, trajectoryId, [consentAfterPhase])
  const rows = await findConsents(work.tx, work.orgId, personId, trajectoryId)
  if (liveSharing(rows, work.today).length > 0)
    await createTask(work, { kind: 'sharing', reasonCode: consentAfterPhase, personId, trajectoryId })
}

async function putAway(
  { tx, orgId, now, actor }: Work,
  trajectoryId: string,
  reasons: readonly string[],
): Promise<void> {
  for (const reason of reasons)
    await finishTasksOfTrajectory(tx, orgId, trajectoryId, reason, {
      at: now,
      by: actorId(actor),
      code: 'not_needed',
    })
}
