import { findTrajectoriesOf } from '#db/waiting.ts'
import { findWorkersByIds } from '#db/worker.ts'
import { urgencies } from '#domain/match/urgency.ts'
import type { KeptDelta } from '#domain/matching-meeting/kept-plan.ts'
import type { Work } from '#usecases/context.ts'
import type {
  MeetingDelta,
  MeetingWomanName,
  MeetingWorkerName,
} from '#usecases/matching-meeting/meeting-view.ts'
import { readNames } from '#usecases/person/read-names.ts'

export interface MeetingNames {
  readonly woman: (trajectoryId: string) => MeetingWomanName
  readonly worker: (workerId: string) => MeetingWorkerName
}

/** How these women and workers are called; who was erased has no name. Counts as reading their files. */
export async function nameMeeting(
  work: Work,
  trajectoryIds: Iterable<string>,
  workerIds: Iterable<string>,
): Promise<MeetingNames> {
  const { tx, orgId } = work
  const women = await findTrajectoriesOf(tx, orgId, [...new Set(trajectoryIds)])
  const workers = await findWorkersByIds(tx, orgId, [...workerIds])
  const names = await readNames(
    work,
    [...women, ...workers].map((row) => row.person_id),
  )
  const nameOf = new Map([...women, ...workers].map((row) => [row.id, names.get(row.person_id) ?? '—']))
  return {
    woman: (trajectoryId) => ({ trajectoryId, name: nameOf.get(trajectoryId) ?? '—' }),
    worker: (workerId) => ({ workerId, name: nameOf.get(workerId) ?? '—' }),
  }
}

/** Everybody whom a change is about. */
export const namedIn = ({ moves }: Pick<KeptDelta, 'moves'>) => ({
  women: moves.map(([woman]) => woman),
  workers: moves.flatMap(([, from, to]) => [from ?? [], to ?? []].flat()),
})

/** What a change did, with names. */
export const nameDelta = ({ moves, matched, score }: KeptDelta, names: MeetingNames): MeetingDelta => ({
  moves: moves.map(([woman, from, to]) => ({
    woman: names.woman(woman),
    from: from === null ? null : names.worker(from),
    to: to === null ? null : names.worker(to),
  })),
  cost: { matched: urgencies.map((urgency, at) => ({ urgency, more: matched[at] ?? 0 })), score },
})
