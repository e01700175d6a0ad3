import type { Day } from '#domain/day.ts'
import { goodEndings } from '#domain/match/match.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/** How she is, some months after a good ending; or why nobody knows. */
export const afterAnswers = ['well', 'worries', 'wants_again', 'not_reached', 'rather_not'] as const

/** Who could not be reached may be tried once more, this much later. */
export const tryAgain = { weeks: 2 }

/**
 * The day on which somebody asks how she is; `null` if nobody does: the programme asks nothing, it didn't end well, or
 * nothing is asked of her after a loss.
 */
export const askAfterOn = (
  { matching }: Pick<ProgrammeDefinition, 'matching'>,
  { endedOn, reason, quiet }: { endedOn: Day; reason: string | null; quiet: boolean },
): Day | null =>
  matching?.life?.askAfterMonths && !quiet && goodEndings.some((good) => good === reason)
    ? endedOn.add({ months: matching.life.askAfterMonths.value })
    : null
