import { z } from 'zod'
import { saveMeeting } from '#db/matching-meeting.ts'
import { lockTrajectories } from '#db/trajectory.ts'
import { lockWorkers } from '#db/worker.ts'
import { bounds } from '#domain/matching-meeting/bounds.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { holdPairs, makeProposals, type PairToPropose } from '#usecases/match/make-proposals.ts'
import { holdMeeting } from '#usecases/matching-meeting/held-meeting.ts'
import { keepChoicesOf } from '#usecases/matching-meeting/keep-choices-of.ts'
import type { MeetingPublished } from '#usecases/matching-meeting/meeting-view.ts'
import { tellWorkers } from '#usecases/matching-meeting/tell-workers.ts'
import { command } from '#usecases/use-case.ts'

const chosenPairs = z.array(z.strictObject({ trajectoryId: z.uuid(), workerId: z.uuid() })).max(bounds.women)

/**
 * Makes proposals of the pairs that are named, all of them or none, and ends the meeting. Each is held against the rules
 * as they are at this moment. If one can't be any more, nothing is done: the answer says which and why, and the meeting
 * stands, to be planned anew. It is the pairs that somebody saw that are published, never others.
 */
export const publishMatchingMeeting = command({
  name: 'publish-matching-meeting',
  action: 'execute',
  may: matchingMeetingPolicy.hold,
  input: z.strictObject({ id: z.uuid(), version: versionInput, pairs: chosenPairs }),
  async run(work, { id, version, pairs }): Promise<MeetingPublished> {
    const { tx, actor, today, now } = work
    const { meeting, changes } = await holdMeeting(work, id, version, 'publish')
    if (pairs.length === 0) throw new Refused('meeting-nobody-chosen')
    if (new Set(pairs.map(({ trajectoryId }) => trajectoryId)).size < pairs.length)
      throw new Refused('meeting-chosen-twice')
    const chosen = await lockPairs(work, pairs)
    const { held, impossible } = await holdPairs(work, chosen)
    work.about({ detail: { pairs: pairs.length, impossible: impossible.length } })
    if (impossible.length > 0)
      return {
        published: false,
        meetingId: id,
        impossible: impossible.map(({ trajectory, worker, refused, gate }) => ({
          trajectoryId: trajectory.id,
          workerId: worker.id,
          refusal: refused,
          gate: gate?.kind ?? null,
        })),
      }
    const matchIds = await makeProposals(work, held, id)
    await keepChoicesOf(work, { meeting, changes, held, matchIds })
    await saveMeeting(tx, meeting, {
      state: 'published',
      ended_by: actor.kind === 'member' ? actor.memberId : null,
      ended_on: today,
      ended_at: now,
    })
    const asked = new Map(held.map(({ worker }) => [worker.id, worker]))
    await tellWorkers(work, id, [...asked.values()])
    return { published: true, meetingId: id, matchIds }
  },
})

/** Everybody who is chosen, held: all women first, then all workers, as everything of matching is held. */
async function lockPairs(
  work: Work,
  pairs: readonly { trajectoryId: string; workerId: string }[],
): Promise<PairToPropose[]> {
  const { tx, actor } = work
  const women = await lockTrajectories(
    tx,
    actor,
    pairs.map(({ trajectoryId }) => trajectoryId),
  )
  const workers = await lockWorkers(
    tx,
    actor,
    pairs.map(({ workerId }) => workerId),
  )
  work.about({
    person: [...women, ...workers].map(({ person_id }) => person_id),
    trajectory: women.map((row) => row.id),
  })
  return pairs.map(({ trajectoryId, workerId }) => {
    const trajectory = women.find((row) => row.id === trajectoryId)
    const worker = workers.find((row) => row.id === workerId)
    if (!trajectory || !worker) throw new NotFound()
    return { trajectory, worker }
  })
}
