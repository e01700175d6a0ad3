import {
  type ChangeCounts,
  changeCounts,
  type Directions,
  directions,
} from '#domain/outcome/change-counts.ts'
import { type EffectSize, effectSize } from '#domain/outcome/effect-size.ts'
import { expectedFall } from '#domain/outcome/expected-return.ts'
import { hodgesLehmann } from '#domain/outcome/hodges-lehmann.ts'
import { ifOthersStayed } from '#domain/outcome/if-others-stayed.ts'
import { fewestPairs, type Interval, meanInterval, type NoInterval } from '#domain/outcome/mean-interval.ts'
import type { Score } from '#domain/outcome/outcome.ts'
import { deviation, differences, mean, type Pair } from '#domain/outcome/pairs.ts'
import { signFlip } from '#domain/outcome/sign-flip.ts'
import { fewestInside } from '#domain/outcome/small-groups.ts'
import { type Waterfall, waterfall } from '#domain/outcome/waterfall.ts'
import { countMissing, type MissingCounts, type MissingReason } from '#domain/outcome/why-missing.ts'

/** A score as it was taken, and how: alone or together, in which language (instruments.md 10.7). */
export interface Taken {
  readonly score: number
  readonly version: string
  readonly how: string
}
/** One woman as far as this number goes. */
export interface Woman {
  readonly year: number
  readonly started: boolean
  readonly first: Taken | null
  readonly last: Taken | null
  readonly lastCame: boolean
  /** Why there is no last number, where its day has come; `null` otherwise. */
  readonly why: MissingReason | null
  readonly cluster: string | null
}

/** From twelve pairs on a conclusion may be drawn with care; under six not even an interval (instruments.md 6). */
export const enoughPairs = 12
export type Weight = 'few' | 'small' | 'enough'
export const weightOf = (pairs: number): Weight =>
  pairs < fewestPairs ? 'few' : pairs < enoughPairs ? 'small' : 'enough'

export interface Summary {
  readonly weight: Weight
  readonly meanFrom: number
  readonly meanTo: number
  readonly change: number
  readonly spreadFrom: number | null
  readonly spreadTo: number | null
  readonly spread: number | null
  readonly interval: Interval | NoInterval
  readonly effect: EffectSize | null
  readonly typical: number | null
  readonly p: number | null
  /** Fewer than there are pairs: some women share a worker or a group. */
  readonly clusters: number
  readonly counts: ChangeCounts | null
  readonly directions: Directions
  /** If those who were not measured again did not change. */
  readonly bound: number | null
  readonly byItself: number | null
  /** First scores of who was measured again and of who was not; `null` where one of the two groups is too small. */
  readonly firstScores: { readonly again: number; readonly notAgain: number } | null
}
export interface OutcomeResult {
  readonly steps: Waterfall
  readonly pairs: readonly Pair[]
  /** Measured twice, and left out: with another version of the questionnaire, which can't be compared. */
  readonly otherVersion: number
  /** Among the pairs: asked another way, or in another language, the second time. */
  readonly otherWay: number
  /** Of who began and whose last measure has come, why it isn't there. */
  readonly missing: MissingCounts
  /** `null` under five pairs: nothing is added up. */
  readonly summary: Summary | null
}

/** Everything that is said of one number in one group of women. */
export function outcomeResult(score: Pick<Score, 'change' | 'norm'>, women: readonly Woman[]): OutcomeResult {
  const taken = women.flatMap(({ started, first, last, cluster }) =>
    started && first && last ? [{ first, last, cluster }] : [],
  )
  const same = taken.filter(({ first, last }) => first.version === last.version)
  const pairs = same.map(({ first, last, cluster }) => ({ from: first.score, to: last.score, cluster }))
  const steps = waterfall(
    women.map((woman) => ({
      ...woman,
      first: woman.first !== null,
      last: woman.last !== null && (woman.first === null || woman.first.version === woman.last.version),
    })),
  )
  return {
    steps,
    pairs,
    otherVersion: taken.length - same.length,
    otherWay: same.filter(({ first, last }) => first.how !== last.how).length,
    missing: countMissing(women.flatMap(({ started, why }) => (started && why !== null ? [why] : []))),
    summary: pairs.length < fewestInside ? null : summaryOf(score, pairs, steps, women),
  }
}

function summaryOf(
  { change: rule, norm }: Pick<Score, 'change' | 'norm'>,
  pairs: readonly Pair[],
  { owed }: Waterfall,
  women: readonly Woman[],
): Summary {
  const changes = differences(pairs)
  const [from, to] = [pairs.map((pair) => pair.from), pairs.map((pair) => pair.to)]
  const [meanFrom, change] = [mean(from), mean(changes)]
  const notAgain = women.flatMap(({ started, lastCame, first, last }) =>
    started && lastCame && first && !last ? first.score : [],
  )
  return {
    weight: weightOf(pairs.length),
    meanFrom,
    meanTo: mean(to),
    change,
    spreadFrom: deviation(from),
    spreadTo: deviation(to),
    spread: deviation(changes),
    interval: meanInterval(pairs),
    effect: effectSize(pairs),
    typical: hodgesLehmann(changes),
    p: signFlip(changes),
    clusters: new Set(pairs.map(({ cluster }, at) => cluster ?? `alone ${at}`)).size,
    counts: changeCounts(rule, pairs),
    directions: directions(pairs),
    bound: ifOthersStayed(change, pairs.length, owed),
    byItself: norm && expectedFall(norm, meanFrom),
    firstScores: notAgain.length < fewestInside ? null : { again: meanFrom, notAgain: mean(notAgain) },
  }
}
