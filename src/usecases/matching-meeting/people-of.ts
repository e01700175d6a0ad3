import { type Decisions, reweighed } from '#domain/matching-meeting/decisions.ts'
import type { MeetingPeople } from '#domain/matching-meeting/meeting-people.ts'
import { nearestTo } from '#domain/matching-meeting/nearest.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { GatheredMeeting } from '#usecases/matching-meeting/gather-meeting.ts'

/** The same people with the weights that hold in this meeting. */
export function peopleOf(gathered: GatheredMeeting, decisions: Pick<Decisions, 'weights'>): MeetingPeople {
  const { waiting, workers, sides } = gathered
  const oneOf = new Map(waiting.map((one) => [one.trajectory.id, one]))
  const weighed = new Map(
    waiting.map(({ definition }) => [definition, weighedAnew(definition, decisions.weights)]),
  )
  const candidate: MeetingPeople['candidate'] = ({ id }, workerId) => {
    const [one, worker] = [oneOf.get(id), workers.get(workerId)]
    if (!one || !worker) throw new Error('somebody who is not in this meeting')
    return sides.candidate(one, worker)
  }
  const women = waiting.map((one) => ({
    id: one.trajectory.id,
    urgency: one.urgency,
    definition: weighed.get(one.definition) ?? one.definition,
    woman: sides.woman(one),
  }))
  const workerIds = [...workers.keys()]
  const [any] = women
  if (!any || gathered.outside.nearestOnly === null) return { women, workerIds, candidate }
  const nearest = nearestTo(
    workerIds.map((id) => ({ id, home: candidate(any, id).home })),
    gathered.outside.nearestOnly,
  )
  return { women, workerIds, candidate, near: ({ woman }) => nearest(woman.home) }
}

function weighedAnew(definition: ProgrammeDefinition, weights: Decisions['weights']): ProgrammeDefinition {
  const own = weights.filter(
    ({ programmeId, version }) => programmeId === definition.id && version === definition.version,
  )
  const soft =
    definition.matching &&
    reweighed(definition.matching.soft, new Map(own.map(({ criterion, percent }) => [criterion, percent])))
  return own.length > 0 && definition.matching && soft
    ? { ...definition, matching: { ...definition.matching, soft: [...soft] } }
    : definition
}
