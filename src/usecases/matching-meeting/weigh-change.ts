import { comparePlans } from '#domain/matching-meeting/compare-plans.ts'
import { decisionsOf, type MadeChange, withChange } from '#domain/matching-meeting/decisions.ts'
import type { KeptDelta, KeptPair } from '#domain/matching-meeting/kept-plan.ts'
import { type ChangeProblem, mayChange } from '#domain/matching-meeting/may-change.ts'
import type { MeetingChange } from '#domain/matching-meeting/meeting-change.ts'
import type { Work } from '#usecases/context.ts'
import { type GatheredMeeting, gatherMeeting } from '#usecases/matching-meeting/gather-meeting.ts'
import { peopleOf } from '#usecases/matching-meeting/people-of.ts'
import {
  keptPairs,
  type PlannedMeeting,
  planMeeting,
  urgenciesOf,
  worthIn,
} from '#usecases/matching-meeting/plan-meeting.ts'

/** Two plans of today, before and after something is decided, and what is different. */
export interface WeighedChange {
  readonly before: PlannedMeeting
  readonly after: PlannedMeeting
  readonly delta: KeptDelta
}

/**
 * The plan before and after. What it costs is weighed as things counted before: a plan isn't better because points
 * became cheaper.
 */
export async function weighDecisions(
  work: Work,
  kept: readonly KeptPair[],
  [from, to]: readonly [readonly MadeChange[], readonly MadeChange[]],
  gathered?: GatheredMeeting,
): Promise<WeighedChange> {
  const all = gathered ?? (await gatherMeeting(work))
  const before = await planMeeting(work, all, decisionsOf(from), kept)
  const after = await planMeeting(work, all, decisionsOf(to), keptPairs(before))
  const delta = comparePlans(before.pairs, after.pairs, {
    urgencyOf: urgenciesOf(before),
    worth: worthIn(before),
  })
  return { before, after, delta }
}

/** What a change would do; or why it can't be made. */
export async function weighChange(
  work: Work,
  kept: readonly KeptPair[],
  standing: readonly MadeChange[],
  made: { readonly changeId: string; readonly change: MeetingChange },
): Promise<WeighedChange | ChangeProblem> {
  const gathered = await gatherMeeting(work)
  const decisions = decisionsOf(standing)
  const problem = mayChange(peopleOf(gathered, decisions), decisions, made.change)
  return problem ?? weighDecisions(work, kept, [standing, withChange(standing, made)], gathered)
}
