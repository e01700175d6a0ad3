import { type Decisions, reweighed } from '#domain/matching-meeting/decisions.ts'
import type { MeetingChange } from '#domain/matching-meeting/meeting-change.ts'
import {
  firstBlock,
  type MeetingMother,
  type MeetingPeople,
  mostPlaces,
  placesLeft,
} from '#domain/matching-meeting/meeting-people.ts'
import type { GateStatus } from '#domain/worker/gates.ts'

/** Why a change can't be made in this meeting, beside the hard rules that forbid a pair. */
export type MeetingChangeRefusal =
  | 'meeting-not-in-it'
  | 'meeting-stands-already'
  | 'meeting-left-out'
  | 'meeting-pair-forbidden'
  | 'meeting-pair-pinned'
  | 'meeting-no-place-left'
  | 'meeting-below-running'
  | 'meeting-over-most'
  | 'meeting-no-criterion'
  | 'meeting-no-weight'

export interface ChangeProblem {
  /** One of the above, or `match-` and the hard rule. */
  readonly refused: MeetingChangeRefusal | `match-${string}`
  readonly gate?: GateStatus
}
const no = (refused: MeetingChangeRefusal): ChangeProblem => ({ refused })

/** May this be changed? What a person decides holds against every score and against no hard rule. */
export function mayChange(
  people: MeetingPeople,
  decisions: Decisions,
  change: MeetingChange,
): ChangeProblem | null {
  if (change.kind === 'capacity') return capacityProblem(people, decisions, change)
  if (change.kind === 'weight') return weightProblem(people, decisions, change)
  const { trajectoryId } = change
  const mother = people.women.find(({ id }) => id === trajectoryId)
  if (!mother) return no('meeting-not-in-it')
  if (decisions.leftOut.has(trajectoryId))
    return no(change.kind === 'leave-out' ? 'meeting-stands-already' : 'meeting-left-out')
  const pin = decisions.pins.find((one) => one.trajectoryId === trajectoryId)
  if (change.kind === 'leave-out') return pin ? no('meeting-pair-pinned') : null
  const { workerId } = change
  if (!people.workerIds.includes(workerId)) return no('meeting-not-in-it')
  const forbidden = decisions.forbids.some(
    (one) => one.trajectoryId === trajectoryId && one.workerId === workerId,
  )
  const pinned = pin?.workerId === workerId
  if (change.kind === 'forbid')
    return forbidden ? no('meeting-stands-already') : pinned ? no('meeting-pair-pinned') : null
  if (pinned) return no('meeting-stands-already')
  return forbidden ? no('meeting-pair-forbidden') : pinProblem(people, decisions, mother, workerId)
}

function pinProblem(
  people: MeetingPeople,
  decisions: Decisions,
  mother: MeetingMother,
  workerId: string,
): ChangeProblem | null {
  const block = firstBlock(people, decisions, mother, workerId)
  if (block)
    return {
      refused: `match-${block.code.replaceAll('_', '-')}`,
      ...(block.gate ? { gate: block.gate } : {}),
    }
  const places = placesLeft(people, decisions, workerId)
  if (places === 0) return { refused: 'match-full' }
  return pinsOn(decisions, workerId, mother.id) < places ? null : no('meeting-no-place-left')
}

/** A woman who is pinned anew gives her place up. */
const pinsOn = ({ pins }: Decisions, workerId: string, except: string | null = null): number =>
  pins.filter((one) => one.workerId === workerId && one.trajectoryId !== except).length

function capacityProblem(
  people: MeetingPeople,
  decisions: Decisions,
  { workerId, places }: Extract<MeetingChange, { kind: 'capacity' }>,
): ChangeProblem | null {
  const [any] = people.women
  if (!any || !people.workerIds.includes(workerId)) return no('meeting-not-in-it')
  const { taken } = people.candidate(any, workerId)
  if (decisions.places.get(workerId)?.places === places) return no('meeting-stands-already')
  if (places < taken) return no('meeting-below-running')
  if (places > Math.max(taken, mostPlaces(people, workerId))) return no('meeting-over-most')
  return places - taken < pinsOn(decisions, workerId) ? no('meeting-no-place-left') : null
}

function weightProblem(
  { women }: MeetingPeople,
  { weights }: Decisions,
  { programmeId, version, criterion, percent }: Extract<MeetingChange, { kind: 'weight' }>,
): ChangeProblem | null {
  const definition = women.find(
    (one) => one.definition.id === programmeId && one.definition.version === version,
  )?.definition
  const soft = definition?.matching?.soft ?? []
  if (!soft.some((one) => one.criterion === criterion)) return no('meeting-no-criterion')
  const changed = new Map(
    weights
      .filter((one) => one.programmeId === programmeId && one.version === version)
      .map((one) => [one.criterion, one.percent]),
  )
  if (changed.get(criterion) === percent) return no('meeting-stands-already')
  return reweighed(soft, changed.set(criterion, percent)) ? null : no('meeting-no-weight')
}
