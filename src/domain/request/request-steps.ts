import { isSecondPerson } from '#domain/member/second-person.ts'
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'

/** Where a request stands, and who approved what is to be handed over as it is written now. */
export interface RequestStanding<State extends string> {
  readonly state: State
  readonly approvedBy: readonly string[]
}
export const approvalsNeeded = 2

type Table<State extends string, Step extends string> = Readonly<
  Record<Step, { readonly from: readonly State[]; readonly to: State }>
>
export type RequestRefusal = Refusal<'request-not-from-this-state' | 'request-other-person'>

/**
 * How somebody's request about a file goes on, by its table of steps. What is handed over is approved by two people,
 * whatever roles one of them has; written anew (`prepare`), it is approved anew.
 */
export const requestStepsOf = <State extends string, Step extends string>(
  table: Table<State, Step | 'prepare' | 'approve' | 'refuse'>,
) => {
  const underwayStates: readonly State[] = table.refuse.from
  const may = (state: State, step: Step | 'prepare' | 'approve'): boolean =>
    table[step].from.some((from) => from === state)
  const take = (
    { state, approvedBy }: RequestStanding<State>,
    step: Step | 'prepare' | 'approve',
    by: string,
  ): RequestStanding<State> | RequestRefusal => {
    if (!may(state, step)) return refuse('request-not-from-this-state')
    if (step === 'prepare') return { state: table.prepare.to, approvedBy: [] }
    if (step !== 'approve') return { state: table[step].to, approvedBy }
    if (!isSecondPerson(by, approvedBy)) return refuse('request-other-person')
    const approved = [...approvedBy, by]
    return { state: approved.length >= approvalsNeeded ? table.approve.to : state, approvedBy: approved }
  }
  /** Which of these somebody may take as it stands, with the roles that `allows` looks at. */
  const stepsOf = (
    standing: RequestStanding<State>,
    by: string,
    allows: (step: Step | 'prepare' | 'approve') => boolean,
  ): readonly (Step | 'prepare' | 'approve')[] =>
    (Object.keys(table) as (Step | 'prepare' | 'approve')[]).filter(
      (step) => allows(step) && !isRefusal(take(standing, step, by)),
    )
  /** Something of these brings it on; to end it, or to write the copy once more, does not. */
  const bringsOn = ({ state }: RequestStanding<State>, steps: readonly string[]): boolean =>
    steps.some(
      (step) =>
        step !== 'refuse' &&
        step !== 'withdraw' &&
        (step !== 'prepare' || (state !== table.prepare.to && state !== table.approve.to)),
    )
  /** It isn't answered yet: as long as it could still be refused. */
  const isUnderway = (state: State): boolean => underwayStates.includes(state)
  return { may, take, stepsOf, bringsOn, underwayStates, isUnderway }
}
