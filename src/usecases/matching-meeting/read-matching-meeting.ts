import { z } from 'zod'
import {
  findMeeting,
  findMeetingChanges,
  type MatchingMeetingRow,
  type MeetingChangeRow,
} from '#db/matching-meeting.ts'
import { urgencies } from '#domain/match/urgency.ts'
import { comparePlans, pairsOf, planWorth } from '#domain/matching-meeting/compare-plans.ts'
import { decisionsOf } from '#domain/matching-meeting/decisions.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { gatherMeeting } from '#usecases/matching-meeting/gather-meeting.ts'
import { standing } from '#usecases/matching-meeting/held-meeting.ts'
import { nameDelta, namedIn } from '#usecases/matching-meeting/meeting-names.ts'
import type { MeetingTotals, MeetingView, OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'
import {
  type PlannedMeeting,
  planMeeting,
  urgenciesOf,
  workersInIt,
  worthIn,
} from '#usecases/matching-meeting/plan-meeting.ts'
import { viewEnded } from '#usecases/matching-meeting/view-ended.ts'
import { viewProgrammes } from '#usecases/matching-meeting/view-programmes.ts'
import { viewRecord } from '#usecases/matching-meeting/view-record.ts'
import { viewWomen } from '#usecases/matching-meeting/view-women.ts'
import { viewWorkers } from '#usecases/matching-meeting/view-workers.ts'
import { question } from '#usecases/use-case.ts'

/** A matching meeting: while it is open the best plan as of today, close to the one that was kept; then what came of it. */
export const readMatchingMeeting = question({
  name: 'read-matching-meeting',
  may: matchingMeetingPolicy.hold,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }): Promise<MeetingView> {
    const meeting = await findMeeting(work.tx, work.actor, id)
    if (!meeting) throw new NotFound()
    const changes = await findMeetingChanges(work.tx, work.orgId, id)
    return meeting.state === 'open'
      ? viewOpen(work, meeting, changes)
      : viewEnded(work, { ...meeting, state: meeting.state }, changes)
  },
})

/** The plan as it is best today, beside the one that was kept. */
async function viewOpen(
  work: Work,
  meeting: MatchingMeetingRow,
  changes: readonly MeetingChangeRow[],
): Promise<OpenMeeting> {
  const planned = await planMeeting(
    work,
    await gatherMeeting(work),
    decisionsOf(standing(changes)),
    meeting.plan,
    { oneMore: true },
  )
  const moved = comparePlans(pairsOf(meeting.plan), planned.pairs, {
    urgencyOf: urgenciesOf(planned),
    worth: worthIn(planned),
  })
  const last = meeting.last_change
  const [now, before] = [namedIn(moved), namedIn(last ?? { moves: [] })]
  const { record, names } = await viewRecord(work, meeting, changes, {
    women: [...planned.people.women.map(({ id }) => id), ...now.women, ...before.women],
    workers: [...workersInIt(planned.assembled), ...now.workers, ...before.workers],
  })
  return {
    ...record,
    state: 'open',
    women: viewWomen(planned, names),
    workers: viewWorkers(planned, names),
    programmes: viewProgrammes(planned, changes),
    totals: totalsOf(planned),
    lastChange: last && nameDelta(last, names),
    sinceThen: moved.moves.length > 0 ? nameDelta(moved, names) : null,
    outside: planned.gathered.outside,
  }
}

function totalsOf(planned: PlannedMeeting): MeetingTotals {
  const { matched, score } = planWorth(planned.pairs, urgenciesOf(planned), worthIn(planned))
  const perUrgency = urgencies.map((urgency, at) => ({
    urgency,
    waiting: planned.people.women.filter((one) => one.urgency === urgency).length,
    matched: matched[at] ?? 0,
  }))
  return {
    perUrgency,
    waiting: planned.people.women.length,
    matched: planned.pairs.size,
    score,
    proved: planned.answer.verdict.optimal,
  }
}
