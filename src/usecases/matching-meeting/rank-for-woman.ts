import { z } from 'zod'
import { findMeeting, findMeetingChanges } from '#db/matching-meeting.ts'
import { blockCodes } from '#domain/match/may-match.ts'
import { decisionsOf } from '#domain/matching-meeting/decisions.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import { stepMeeting } from '#domain/matching-meeting/meeting.ts'
import { firstBlock, type MeetingMother } from '#domain/matching-meeting/meeting-people.ts'
import { isRefusal } from '#domain/refusal.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { gatherMeeting, type WaitingOne } from '#usecases/matching-meeting/gather-meeting.ts'
import { standing } from '#usecases/matching-meeting/held-meeting.ts'
import { type MeetingNames, nameDelta, nameMeeting } from '#usecases/matching-meeting/meeting-names.ts'
import type { MeetingChoice, MeetingRanking } from '#usecases/matching-meeting/meeting-view.ts'
import { type PlannedMeeting, planMeeting } from '#usecases/matching-meeting/plan-meeting.ts'
import { deltaOf } from '#usecases/matching-meeting/solver-delta.ts'
import { viewPair, viewWomen } from '#usecases/matching-meeting/view-women.ts'
import { question } from '#usecases/use-case.ts'

/** Everybody for one woman of a meeting: who is possible, with the exact price for the whole, and why not each other one. */
export const rankForWoman = question({
  name: 'rank-for-woman',
  may: matchingMeetingPolicy.hold,
  input: z.strictObject({ id: z.uuid(), trajectoryId: z.uuid() }),
  async run(work, { id, trajectoryId }): Promise<MeetingRanking> {
    const meeting = await findMeeting(work.tx, work.actor, id)
    if (!meeting) throw new NotFound()
    const state = stepMeeting(meeting.state, 'change')
    if (isRefusal(state)) throw new Refused(state.refused)
    const decisions = decisionsOf(standing(await findMeetingChanges(work.tx, work.orgId, id)))
    const gathered = await gatherMeeting(work)
    const one = gathered.waiting.find(({ trajectory }) => trajectory.id === trajectoryId)
    if (!one) throw new NotFound()
    const planned = await planMeeting(work, gathered, decisions, meeting.plan, { women: [trajectoryId] })
    const mother = planned.people.women.find((woman) => woman.id === trajectoryId)
    if (!mother) throw new NotFound()
    const names = await nameMeeting(
      work,
      planned.people.women.map((woman) => woman.id),
      planned.people.workerIds,
    )
    const woman = viewWomen(planned, names, [one])[0]
    if (!woman) throw new NotFound()
    return {
      meetingId: id,
      version: meeting.version,
      woman,
      choices: choicesOf(planned, one, mother, names),
      others: othersOf(planned, mother, names),
    }
  },
})

function choicesOf(
  planned: PlannedMeeting,
  one: WaitingOne,
  mother: MeetingMother,
  names: MeetingNames,
): MeetingChoice[] {
  const { assembled, answer } = planned
  return (answer.mothers[0]?.choices ?? []).flatMap(({ worker, answer: price }): MeetingChoice[] => {
    const workerId = assembled.workers[worker]
    if (workerId === undefined) return []
    const delta = deltaOf(assembled, { moves: price.moves, value: price.change })
    return [
      {
        worker: names.worker(workerId),
        ...viewPair(planned, one, mother, workerId),
        now: price.now,
        equal: !price.now && delta.score === 0 && delta.matched.every((more) => more === 0),
        delta: nameDelta(delta, names),
      },
    ]
  })
}

function othersOf(
  { people, decisions, assembled, answer }: PlannedMeeting,
  mother: MeetingMother,
  names: MeetingNames,
): MeetingRanking['others'] {
  const [hers] = answer.mothers
  const others = hers
    ? hers.others.map(({ worker, because }) => ({ workerId: assembled.workers[worker] ?? '', because }))
    : people.workerIds.map((workerId) => ({ workerId, because: 'left-out' }))
  return others
    .map(({ workerId, because }): MeetingRanking['others'][number] => {
      const block = hers ? firstBlock(people, decisions, mother, workerId) : null
      const full = because === 'no-place-left' && (assembled.places.get(workerId) ?? 0) === 0
      const said = full ? 'full' : (sayable.find((code) => code === because) ?? 'not-possible')
      return {
        worker: names.worker(workerId),
        because: said,
        gate: block?.gate ? { kind: block.gate.kind, label: block.gate.label } : null,
        mend:
          block?.mend ?? (said === 'full' ? 'worker' : said === 'not-possible' ? 'nobody' : 'coordinator'),
      }
    })
    .sort((a, b) => a.worker.name.localeCompare(b.worker.name))
}
const sayable = [...blockCodes, 'forbidden-by-hand', 'no-place-left', 'left-out', 'not-near'] as const
