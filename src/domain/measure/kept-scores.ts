import type { Scored } from '#domain/instrument/score.ts'

/** As scores are kept: a number for each question of a programme's own, all that was scored for the shelf. */
export type KeptScores = Readonly<Record<string, number | Scored>>

/** The numbers among them, by question or score; what could not be scored is not there, and never zero. */
export const numbersOf = (kept: KeptScores): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(kept).flatMap(([id, one]) => {
      const score = typeof one === 'number' ? one : one.score
      return score === null ? [] : [[id, score]]
    }),
  )
