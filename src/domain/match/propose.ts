import { availability } from '#domain/match/criteria/availability.ts'
import { background } from '#domain/match/criteria/background.ts'
import { childAge } from '#domain/match/criteria/child-age.ts'
import { childSituation } from '#domain/match/criteria/child-situation.ts'
import { distance } from '#domain/match/criteria/distance.ts'
import { experience } from '#domain/match/criteria/experience.ts'
import { homeFit } from '#domain/match/criteria/home-fit.ts'
import { interests } from '#domain/match/criteria/interests.ts'
import { reading } from '#domain/match/criteria/reading.ts'
import { sharedLanguage } from '#domain/match/criteria/shared-language.ts'
import type { Criterion, Weighed } from '#domain/match/criterion.ts'
import type { Question } from '#domain/match/hard-rules.ts'
import { type Block, mayMatch, roomOf } from '#domain/match/may-match.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'
import type { ProgrammeDefinition, SoftCriterion } from '#domain/programme/definition.ts'

const criteria: Record<SoftCriterion, (woman: WaitingWoman, worker: Candidate) => Weighed> = {
  background,
  interests,
  distance,
  availability,
  child_situation: childSituation,
  experience,
  reading,
  child_age: childAge,
  home_fit: homeFit,
}

/** A worker who could stand beside this woman, and how well by each criterion. */
export interface Proposal {
  readonly workerId: string
  /** Whole number from 0 to 1000. */
  readonly score: number
  readonly criteria: readonly Criterion[]
  readonly questions: readonly Question[]
  /** Women she has room for. */
  readonly room: number
}
export interface Impossible {
  readonly workerId: string
  readonly blocks: readonly Block[]
}

/**
 * Ranks every worker for one woman: the possible ones by score, best first, and the others with what stands in the
 * way. Equal scores stand in the order of their ids, so the answer doesn't depend on the order of the question. It
 * proposes; a coordinator decides and may choose any of the possible ones.
 */
export function propose(
  definition: ProgrammeDefinition,
  woman: WaitingWoman,
  workers: readonly Candidate[],
): { proposals: Proposal[]; impossible: Impossible[] } {
  const proposals: Proposal[] = []
  const impossible: Impossible[] = []
  for (const worker of workers) {
    const { blocks, questions } = mayMatch(definition, woman, worker)
    if (blocks.length > 0) {
      impossible.push({ workerId: worker.workerId, blocks })
      continue
    }
    const weighed = weigh(definition, woman, worker)
    proposals.push({
      workerId: worker.workerId,
      score: scoreOf(weighed),
      criteria: weighed,
      questions,
      room: roomOf(definition, worker),
    })
  }
  proposals.sort((a, b) => b.score - a.score || byId(a, b))
  impossible.sort((a, b) => a.blocks.length - b.blocks.length || byId(a, b))
  return { proposals, impossible }
}

const byId = (a: { workerId: string }, b: { workerId: string }): number =>
  a.workerId < b.workerId ? -1 : a.workerId > b.workerId ? 1 : 0

/** Each criterion of the definition, in its order, after the language they share. */
export function weigh(definition: ProgrammeDefinition, woman: WaitingWoman, worker: Candidate): Criterion[] {
  const soft = definition.matching?.soft ?? []
  return [
    { criterion: 'shared_language' as const, weight: 0, ...sharedLanguage(woman, worker) },
    ...soft.map(({ criterion, weight }) => ({ criterion, weight, ...criteria[criterion](woman, worker) })),
  ]
}

/** Where nothing has weight, a percentage would say that nobody fits. */
export const hasScore = (criteria: readonly Criterion[]): boolean => criteria.some(({ weight }) => weight > 0)

/** Weighted mean of the scores in thousandths; 0 if nothing has weight. */
export function scoreOf(weighed: readonly Criterion[]): number {
  const weight = weighed.reduce((sum, one) => sum + one.weight, 0)
  if (weight === 0) return 0
  return Math.round((1000 * weighed.reduce((sum, one) => sum + one.weight * one.score, 0)) / weight)
}
