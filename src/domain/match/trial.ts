import type { Day } from '#domain/day.ts'
import { type Answers, type MatchState, stepMatch } from '#domain/match/match.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'

/** Longer than this is no trial any more. */
export const longestTrial = { months: 6 }

/** Until when these two try it out if nobody agrees another day; `null` where the programme has no trial. */
export const trialEnd = ({ matching }: Pick<ProgrammeDefinition, 'matching'>, from: Day): Day | null =>
  matching?.life?.trialDays ? from.add({ days: matching.life.trialDays.value }) : null

/**
 * The state after one side says whether to go on. Two times yes confirms it, or one where the programme doesn't ask
 * both. A no changes nothing by itself: somebody talks with both first, and it ends without fault of either.
 */
export function afterTrial(
  state: MatchState,
  { mother, worker }: Answers,
  bothMustAgree: boolean,
): MatchState | Refusal<'match-not-from-this-state'> {
  const confirmed = stepMatch(state, 'confirm')
  if (isRefusal(confirmed)) return confirmed
  if (mother === 'no' || worker === 'no') return state
  const agreed = bothMustAgree ? mother === 'yes' && worker === 'yes' : mother === 'yes' || worker === 'yes'
  return agreed ? confirmed : state
}
