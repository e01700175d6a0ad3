import { mostPlaces } from '#domain/matching-meeting/meeting-people.ts'
import { type MeetingNames, nameDelta } from '#usecases/matching-meeting/meeting-names.ts'
import type { MeetingWorker } from '#usecases/matching-meeting/meeting-view.ts'
import { type PlannedMeeting, workersInIt } from '#usecases/matching-meeting/plan-meeting.ts'
import { deltaOf } from '#usecases/matching-meeting/solver-delta.ts'
import { spotOf } from '#usecases/matching-meeting/view-women.ts'

/** Workers who are possible for somebody here, by name: their places, and what one more would bring. */
export function viewWorkers(planned: PlannedMeeting, names: MeetingNames): MeetingWorker[] {
  const { gathered, people, decisions, assembled, pairs, oneMore } = planned
  const [any] = people.women
  if (!any) return []
  return workersInIt(assembled)
    .map((workerId): MeetingWorker => {
      const candidate = people.candidate(any, workerId)
      const set = decisions.places.get(workerId)
      const women = [...pairs].flatMap(([woman, worker]) => (worker === workerId ? names.woman(woman) : []))
      const more = oneMore.get(workerId)
      return {
        ...names.worker(workerId),
        languages: candidate.languages,
        spot: spotOf(candidate.home),
        taken: candidate.taken,
        places: set?.places ?? candidate.capacity,
        ownPlaces: gathered.workers.get(workerId)?.capacity ?? candidate.capacity,
        mostPlaces: mostPlaces(people, workerId),
        placesBy: set?.changeId ?? null,
        used: women.length,
        left: (assembled.places.get(workerId) ?? 0) - women.length,
        women,
        oneMore: more && more.moves.length > 0 ? nameDelta(deltaOf(assembled, more), names) : null,
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name) || (a.workerId < b.workerId ? -1 : 1))
}
