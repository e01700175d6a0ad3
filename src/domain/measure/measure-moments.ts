import { type Day, earlierOf, laterOf } from '#domain/day.ts'

type State = 'due' | 'taken' | 'declined'
interface Taking {
  readonly moment: string
  readonly state: State
  readonly dueOn: Day | null
  readonly takenOn: Day | null
}
/** One moment of measuring, however many questionnaires it has. */
export interface MomentFacts {
  readonly moment: string
  /** `due` as long as one questionnaire is; `declined` only if all were. */
  readonly state: State
  readonly on: Day | null
}

/** Questionnaires of one moment taken together, in the order of the moments. */
export function measureMoments(takings: readonly Taking[]): readonly MomentFacts[] {
  const moments = new Map<string, Taking[]>()
  for (const taking of takings) moments.set(taking.moment, [...(moments.get(taking.moment) ?? []), taking])
  return [...moments].map(([moment, all]) => {
    const has = (state: State) => all.some((one) => one.state === state)
    const state = has('due') ? 'due' : has('taken') ? 'taken' : 'declined'
    const days = all
      .filter((one) => one.state === state)
      .flatMap((one) => (state === 'taken' ? one.takenOn : one.dueOn) ?? [])
    const [first, ...rest] = days
    const on = first ? rest.reduce(state === 'taken' ? laterOf : earlierOf, first) : null
    return { moment, state, on }
  })
}
