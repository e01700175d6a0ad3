import type { Home } from '#domain/match/sides.ts'
import { type MeetingMother, weighPair } from '#domain/matching-meeting/meeting-people.ts'
import { fullLabel } from '#domain/programme/full-label.ts'
import type { WaitingOne } from '#usecases/matching-meeting/gather-meeting.ts'
import type { MeetingNames } from '#usecases/matching-meeting/meeting-names.ts'
import type { MeetingPair, MeetingSpot, MeetingWoman } from '#usecases/matching-meeting/meeting-view.ts'
import type { PlannedMeeting } from '#usecases/matching-meeting/plan-meeting.ts'
import { whyUnmatched } from '#usecases/matching-meeting/why-unmatched.ts'

/** As coarse as matching itself knows it: never more than the middle of an area. */
export const spotOf = ({ area, spot }: Home): MeetingSpot | null =>
  area !== null && spot
    ? { area, place: spot.place || null, latitude: spot.latitude, longitude: spot.longitude }
    : null

/** How well two fit, without what may not be said of a child. */
export function viewPair(
  { people }: Pick<PlannedMeeting, 'people'>,
  { trajectory }: WaitingOne,
  mother: MeetingMother,
  workerId: string,
): Omit<MeetingPair, 'worker' | 'pinnedBy'> {
  const { score, criteria, questions } = weighPair(people, mother, workerId)
  const sayable = criteria.filter(({ criterion }) => !trajectory.quiet_since || !ofChild.includes(criterion))
  return { score, criteria: sayable, questions }
}
const ofChild: readonly string[] = ['child_situation', 'child_age']

/** The women of a meeting: each with whom the plan proposes, or why nobody. */
export function viewWomen(
  planned: PlannedMeeting,
  names: MeetingNames,
  which: readonly WaitingOne[] = planned.gathered.waiting,
): MeetingWoman[] {
  const { people, decisions, assembled, pairs } = planned
  const motherOf = new Map(people.women.map((one) => [one.id, one]))
  return which.flatMap((one): MeetingWoman[] => {
    const { trajectory, definition } = one
    const mother = motherOf.get(trajectory.id)
    if (!mother) return []
    const workerId = pairs.get(trajectory.id)
    const pinned = workerId !== undefined && assembled.pins.get(trajectory.id) === workerId
    return [
      {
        ...names.woman(trajectory.id),
        programmeId: definition.id,
        programmeVersion: definition.version,
        programme: fullLabel(definition),
        urgency: one.urgency,
        waitingSince: trajectory.waiting_since,
        waitingDays: one.waitingDays,
        languages: mother.woman.languages,
        spot: spotOf(mother.woman.home),
        quiet: trajectory.quiet_since !== null,
        proposed:
          workerId === undefined
            ? null
            : {
                worker: names.worker(workerId),
                ...viewPair(planned, one, mother, workerId),
                pinnedBy: pinned
                  ? (decisions.pins.find((pin) => pin.trajectoryId === trajectory.id)?.changeId ?? null)
                  : null,
              },
        unmatched: workerId === undefined ? whyUnmatched(planned, trajectory.id, names) : null,
      },
    ]
  })
}
