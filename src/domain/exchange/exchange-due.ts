import { type Day, isBefore } from '#domain/day.ts'
import {
  answerWithinDays,
  type ExchangeState,
  type ExchangeWay,
  receivedForDays,
} from '#domain/exchange/exchange.ts'

export interface ExchangeStanding {
  readonly state: ExchangeState
  readonly way: ExchangeWay
  readonly begunOn: Day
  readonly until: Day
  /** The day on which all cards were last laid, and how far the other's were asked. */
  readonly laidOn: Day | null
  readonly askedStamp: number
  /** Of what came by file: when, and the count of what came. */
  readonly receivedOn: Day | null
  readonly receivedStamp: number
}
/** The other side, as far as it can be seen in this Naast. */
export interface OtherFace {
  readonly state: ExchangeState
  readonly until: Day
  readonly stamp: number
}

/** What the clock has to do for an agreement: end it, let go of an old file, lay the cards, ask. Nothing: `null`. */
export type ExchangeDue = 'end' | 'forget' | 'lay' | 'ask'

export function exchangeDue(mine: ExchangeStanding, other: OtherFace | null, today: Day): ExchangeDue | null {
  if (mine.state === 'ended') return null
  if (isBefore(mine.until, today) || other?.state === 'ended' || (other && isBefore(other.until, today)))
    return 'end'
  if (mine.state !== 'running')
    return isBefore(mine.begunOn.add({ days: answerWithinDays }), today) ? 'end' : null
  if (mine.receivedOn && isBefore(mine.receivedOn.add({ days: receivedForDays }), today)) return 'forget'
  if (mine.way === 'here' && other?.state !== 'running') return null
  if (mine.laidOn === null || isBefore(mine.laidOn, today)) return 'lay'
  return (mine.way === 'here' ? (other?.stamp ?? 0) : mine.receivedStamp) === mine.askedStamp ? null : 'ask'
}
