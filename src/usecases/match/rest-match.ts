import { lockOpenMatch, type MatchRow } from '#db/match.ts'
import type { Day } from '#domain/day.ts'
import { mayMatchStep } from '#domain/match/match.ts'
import { type PauseReason, resumeStep } from '#domain/match/pause.ts'
import type { Work } from '#usecases/context.ts'
import { answeredNow, askLater, matchTasks } from '#usecases/match/match-tasks.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { takeMatchStep } from '#usecases/match/take-match-step.ts'

/** Lets a held match rest, or rest longer; on the day it is expected to go on somebody looks at it again. */
export async function restMatch(
  work: Work,
  match: MatchRow,
  { reason, until }: { readonly reason: PauseReason; readonly until: Day | null },
): Promise<void> {
  const step = matchStateOf(match) === 'paused' ? 'stay-paused' : 'pause'
  await takeMatchStep(
    work,
    match,
    step,
    { reason, until },
    {
      paused_from: match.paused_from ?? work.today,
      paused_until: until,
      pause_code: reason,
    },
  )
  if (until) await askLater(work, match.trajectory_id, matchTasks.pauseEnds, until)
}

/** Goes on where it was before it rested. */
export async function goOnAfterRest(work: Work, match: MatchRow): Promise<void> {
  const step = resumeStep({
    trialUntil: match.trial_until,
    confirmedOn: match.confirmed_on,
    taperingFrom: match.tapering_from,
  })
  await takeMatchStep(work, match, step, {}, { paused_from: null, paused_until: null, pause_code: null })
  await answeredNow(work, match.trajectory_id, [matchTasks.pauseEnds])
}

/**
 * The trajectory itself begins to rest or goes on: its match does the same, so that the two never say different things.
 * The caller holds the trajectory; nothing happens where no match runs.
 */
export async function followRest(work: Work, trajectoryId: string, now: 'paused' | 'active'): Promise<void> {
  const match = await lockOpenMatch(work.tx, work.orgId, trajectoryId)
  if (!match) return
  const state = matchStateOf(match)
  if (now === 'paused' && mayMatchStep(state, 'pause'))
    await restMatch(work, match, { reason: 'loss', until: null })
  if (now === 'active' && state === 'paused') await goOnAfterRest(work, match)
}
