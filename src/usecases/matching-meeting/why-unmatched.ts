import { blockedPairs } from '#domain/match/solver/why-not.ts'
import type { MeetingNames } from '#usecases/matching-meeting/meeting-names.ts'
import type { MeetingBlockCount, MeetingUnmatched } from '#usecases/matching-meeting/meeting-view.ts'
import type { PlannedMeeting } from '#usecases/matching-meeting/plan-meeting.ts'

/** No more of those who are better needed elsewhere are named than a person reads. */
const named = 5

/** Workers who would be possible for her and have places in this plan, the best for her first. */
export function possibleFor({ assembled, decisions }: PlannedMeeting, trajectoryId: string) {
  const { instance, mothers, workers, places } = assembled
  const i = mothers.indexOf(trajectoryId)
  const forbidden = new Set(
    decisions.forbids.filter((one) => one.trajectoryId === trajectoryId).map(({ workerId }) => workerId),
  )
  const found: { workerId: string; score: number }[] = []
  const full: string[] = []
  for (let e = instance.rowPtr[i] ?? 0, stop = instance.rowPtr[i + 1] ?? 0; i >= 0 && e < stop; e++) {
    const workerId = workers[instance.col[e] ?? -1]
    if (workerId === undefined || forbidden.has(workerId)) continue
    if ((places.get(workerId) ?? 0) === 0) full.push(workerId)
    else found.push({ workerId, score: instance.score[e] ?? 0 })
  }
  found.sort((a, b) => b.score - a.score || (a.workerId < b.workerId ? -1 : 1))
  return { possible: found, full, forbidden }
}

/** Why nobody is proposed for her: a person left her out, nobody is possible, or all who are go to others. */
export function whyUnmatched(
  planned: PlannedMeeting,
  trajectoryId: string,
  names: MeetingNames,
): MeetingUnmatched {
  const { assembled, decisions, pairs } = planned
  const out = decisions.leftOut.get(trajectoryId)
  if (out) return { kind: 'left-out', changeId: out.changeId }
  const { possible, full, forbidden } = possibleFor(planned, trajectoryId)
  if (possible.length > 0)
    return {
      kind: 'others-need-more',
      workers: possible.slice(0, named).map(({ workerId, score }) => ({
        worker: names.worker(workerId),
        score,
        women: [...pairs].flatMap(([woman, worker]) => (worker === workerId ? names.woman(woman) : [])),
      })),
    }
  const counted = new Map<MeetingBlockCount['code'], number>()
  const count = (code: MeetingBlockCount['code'], workers: number) =>
    workers > 0 && counted.set(code, (counted.get(code) ?? 0) + workers)
  for (const { because } of blockedPairs(assembled.blocked, assembled.mothers.indexOf(trajectoryId)))
    count(because as MeetingBlockCount['code'], 1)
  count('full', full.length)
  count('forbidden-by-hand', forbidden.size)
  return {
    kind: 'nobody-possible',
    blocks: [...counted]
      .map(([code, workers]) => ({ code, workers }))
      .sort((a, b) => b.workers - a.workers || (a.code < b.code ? -1 : 1)),
  }
}
