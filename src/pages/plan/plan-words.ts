import type { Level } from '#domain/plan/goal-attainment.ts'
import type { T } from '#pages/words/words.ts'
import type { ShownPlan } from '#usecases/plan/plan-view.ts'

export type ShownGoal = ShownPlan['goals'][number]
export type ShownAction = ShownGoal['actions'][number]

/** What a level looks like for this goal, if she said so. */
export const levelWords = ({ words }: ShownGoal, level: Level): string | null =>
  words?.levels[`${level}`] ?? null

/** Her own words for a level, behind what the level is called. */
export function saidLevel(t: T, goal: ShownGoal, level: Level): string {
  const own = levelWords(goal, level)
  const name = t(`plan.level.${level}`)
  return own ? `${name}: ${own}` : name
}

/** Words for a code that stands in a row; nothing if this version has none. */
const coded = (t: T, key: string): string => (t.has(key) ? t(key) : '')

export const letGoWords = (t: T, code: string): string => coded(t, `plan.let-go.${code}`)

export const reasonWords = (t: T, code: string): string => coded(t, `plan.reason.${code}`)

/** Who does it: she, who stands beside her, or a party by its name. */
export const doerWords = (t: T, { doer, party, words }: ShownAction): string =>
  doer === 'party' ? (party ?? words?.party ?? t('plan.doer.party')) : t(`plan.doer.${doer}`)
