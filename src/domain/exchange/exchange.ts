import { z } from 'zod'
import { type Day, dayInput, isBefore } from '#domain/day.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * An agreement of two organisations to compare people around women of the one with whom the other knows. Each keeps its
 * own side: who begins writes a code, the other answers with it, and on both sides a second person agrees. Only then is
 * anything compared.
 */
export const exchangeStates = ['offered', 'answered', 'running', 'ended'] as const
export type ExchangeState = (typeof exchangeStates)[number]

/** Whose code it was; the cards of either side are hashed differently, so that they meet nothing but questions. */
export const exchangeSides = ['offered', 'answered'] as const
export type ExchangeSide = (typeof exchangeSides)[number]
export const otherSide: Readonly<Record<ExchangeSide, ExchangeSide>> = {
  offered: 'answered',
  answered: 'offered',
}

/** The other organisation is in this Naast; or it has one of its own, and files are carried between them. */
export const exchangeWays = ['here', 'file'] as const
export type ExchangeWay = (typeof exchangeWays)[number]

/** Of whom cards are laid. Never of children, and of an organisation there is nothing to lay. */
export const exchangeKinds = ['participant', 'worker', 'member', 'referrer'] as const
export type ExchangeKind = (typeof exchangeKinds)[number]

export const exchangeSteps = ['confirm', 'end', 'export', 'import'] as const
export type ExchangeStep = (typeof exchangeSteps)[number]
const fromStates = {
  confirm: ['offered', 'answered'],
  end: ['offered', 'answered', 'running'],
  export: ['running'],
  import: ['running'],
} as const satisfies Record<ExchangeStep, readonly ExchangeState[]>

export const mayStepExchange = (state: ExchangeState, step: ExchangeStep): boolean =>
  (fromStates[step] as readonly ExchangeState[]).includes(state)

/** The second of two is somebody else than who began. */
export function mayConfirm(
  exchange: { readonly state: ExchangeState; readonly begunBy: string },
  by: string,
): true | Refusal {
  if (!mayStepExchange(exchange.state, 'confirm')) return refuse('exchange-not-now')
  return isSecondPerson(by, [exchange.begunBy]) ? true : refuse('exchange-second-person')
}

/** What either side writes down for itself. What the law says to it nobody but the organisation can say. */
export const exchangeTerms = z.strictObject({
  /** What the other organisation is called here. */
  organisation: z.string().trim().min(1).max(120),
  kinds: z.array(z.enum(exchangeKinds)).min(1),
  until: dayInput,
  /** Why it is needed, and on what ground it is done. */
  ground: z.string().trim().min(1).max(2000),
})

/** Nobody looks at an agreement for longer than this; then it is made anew. */
export const longestYears = 2
export function termOf(until: Day, today: Day): true | Refusal {
  if (isBefore(until, today)) return refuse('day-in-the-past')
  return isBefore(today.add({ years: longestYears }), until) ? refuse('exchange-too-long') : true
}

/** A code that nobody answered for so long is nobody's any more. */
export const answerWithinDays = 14
/** What came by file is asked no longer than this: who was erased there must be gone here by then. */
export const receivedForDays = 35
/** After so many days the page asks for a new file. */
export const freshForDays = 7
