import type { SessionAnswer } from '#domain/match/solver/ask.ts'
import type { Delta } from '#domain/match/solver/change.ts'
import { type AssembledMeeting, assembleMeeting } from '#domain/matching-meeting/assemble-meeting.ts'
import type { Pairs } from '#domain/matching-meeting/compare-plans.ts'
import type { Decisions } from '#domain/matching-meeting/decisions.ts'
import type { KeptPair } from '#domain/matching-meeting/kept-plan.ts'
import {
  firstBlock,
  type MeetingPeople,
  placesLeft,
  scorePair,
} from '#domain/matching-meeting/meeting-people.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { SolverFailed } from '#usecases/match/match-solver.ts'
import type { GatheredMeeting } from '#usecases/matching-meeting/gather-meeting.ts'
import { peopleOf } from '#usecases/matching-meeting/people-of.ts'

/** A plan is made within this, or it is said that there is none. */
const withinMs = 5_000

/** The best plan for a meeting's people, with what was decided. */
export interface PlannedMeeting {
  readonly gathered: GatheredMeeting
  readonly people: MeetingPeople
  readonly decisions: Decisions
  readonly assembled: AssembledMeeting
  readonly answer: SessionAnswer
  readonly pairs: Pairs
  /** What one more place would bring, by worker; for whom one more is allowed, if it was asked. */
  readonly oneMore: ReadonlyMap<string, Delta>
}

/** What to ask beyond the plan itself, by ids. */
interface Also {
  /** Everybody for these women, with what each would cost. */
  readonly women?: readonly string[]
  /** What one more place would bring with each worker to whom it is allowed. */
  readonly oneMore?: boolean
}

/**
 * Makes the plan: nobody is left out for a better score, the most urgent come first, and among plans that are equally
 * good it is the one closest to `current`.
 */
export async function planMeeting(
  work: Work,
  gathered: GatheredMeeting,
  decisions: Decisions,
  current: readonly KeptPair[],
  also: Also = {},
): Promise<PlannedMeeting> {
  const people = peopleOf(gathered, decisions)
  const assembled = assembleMeeting(people, decisions, current)
  const { instance, blocked, mothers, workers } = assembled
  const more = also.oneMore ? withRoomForMore(people, decisions, assembled) : []
  const numbersOf = (ids: readonly string[], all: readonly string[]): number[] =>
    ids.map((id) => all.indexOf(id)).filter((at) => at >= 0)
  const answer = await answered(() =>
    work.matchSolver.ask(
      {
        kind: 'session',
        instance,
        blocked,
        objective: 'coverFirst',
        stable: true,
        changes: [],
        mothers: numbersOf(also.women ?? [], mothers),
        oneMore: numbersOf(more, workers),
      },
      { withinMs },
    ),
  )
  const pairs = new Map<string, string>()
  mothers.forEach((id, i) => {
    const worker = workers[answer.solution.mate[i] ?? -1]
    if (worker !== undefined) pairs.set(id, worker)
  })
  const oneMore = new Map(
    answer.oneMore.flatMap((delta, at) => (more[at] ? [[more[at], delta] as const] : [])),
  )
  return { gathered, people, decisions, assembled, answer, pairs, oneMore }
}

/** Workers who are possible for somebody here, in the order of the solver's numbers. */
export function workersInIt({ instance, workers }: AssembledMeeting): readonly string[] {
  const inIt = new Set(instance.col)
  return workers.filter((_, j) => inIt.has(j))
}

/** Those of them to whom the programmes allow one more than she has in this meeting. */
const withRoomForMore = (
  people: MeetingPeople,
  decisions: Decisions,
  assembled: AssembledMeeting,
): readonly string[] =>
  workersInIt(assembled).filter(
    (id) => placesLeft(people, decisions, id, 1) > (assembled.places.get(id) ?? 0),
  )

/** When the solver's thread dies or is late nothing was kept, and asking again has a new thread. */
async function answered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof SolverFailed) throw new Refused('meeting-no-answer')
    throw error
  }
}

/** What a pair is worth in this plan's weights; nothing if a hard rule forbids it today. */
export const worthIn = ({ people, decisions }: PlannedMeeting) => {
  const motherOf = new Map(people.women.map((one) => [one.id, one]))
  return (trajectoryId: string, workerId: string): number | null => {
    const mother = motherOf.get(trajectoryId)
    if (!mother || !people.workerIds.includes(workerId)) return null
    return firstBlock(people, decisions, mother, workerId) ? null : scorePair(people, mother, workerId)
  }
}

export const urgenciesOf = ({ people }: Pick<PlannedMeeting, 'people'>) =>
  new Map(people.women.map(({ id, urgency }) => [id, urgency]))

export const keptPairs = ({ pairs }: Pick<PlannedMeeting, 'pairs'>): KeptPair[] => [...pairs]
