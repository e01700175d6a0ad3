import { type Day, earlierOf, isBefore } from '#domain/day.ts'
import { forbiddenWord, plainText } from '#domain/message/neutral-words.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * The safety plan, written with her: what she does when it gets unsafe. It stays here, in versions; what she takes along
 * is a card that says nothing of us, and never anything on her own device (domain.md 6.2, portal off; 7.6 H16).
 */
export const longestPlan = 4000
export const longestCard = 600

/** A year, where a programme doesn't ask after her safety by itself. */
const longestReviewDays = 365

/** The last day that may be chosen to look at it again: as often as the programme asks after her safety. */
export const lastReviewDay = (
  { rescreenEveryDays }: Pick<ProgrammeDefinition['safety'], 'rescreenEveryDays'>,
  today: Day,
): Day => today.add({ days: rescreenEveryDays?.value ?? longestReviewDays })

export function mayReviewOn(
  day: Day,
  safety: Pick<ProgrammeDefinition['safety'], 'rescreenEveryDays'>,
  today: Day,
): true | Refusal<'plan-review-passed' | 'plan-review-too-late'> {
  if (isBefore(day, today)) return refuse('plan-review-passed')
  return isBefore(lastReviewDay(safety, today), day) ? refuse('plan-review-too-late') : true
}

/** When it is looked at again: on the day that was chosen, or at once when the risk changed after it was written. */
export const reviewDueOn = (plan: { readonly reviewOn: Day }, riskChangedOn: Day | null): Day =>
  riskChangedOn ? earlierOf(plan.reviewOn, riskChangedOn) : plan.reviewOn

/** A name in a text, word for word and whatever stands between the words. */
const names = (text: string, name: string): boolean => {
  const bare = (words: string) =>
    ` ${plainText(words)
      .split(/[^\p{L}\p{N}]+/u)
      .join(' ')
      .trim()} `
  return bare(name).trim() !== '' && bare(text).includes(bare(name))
}

/** The first thing on the card that tells who we are or what this is about; whoever finds it learns neither. */
export const telltaleOn = (card: string, ownNames: readonly string[]): string | null =>
  ownNames.find((name) => names(card, name)) ?? forbiddenWord(card)
