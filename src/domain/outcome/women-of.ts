import { type Day, isBefore } from '#domain/day.ts'
import { type Outcome, outcomeKey } from '#domain/outcome/outcome.ts'
import type { Taken, Woman } from '#domain/outcome/outcome-result.ts'
import { whyMissing } from '#domain/outcome/why-missing.ts'

/** A woman's way as it is written down. */
export interface WayFacts {
  readonly personId: string
  readonly trajectoryId: string | null
  readonly version: string | null
  readonly receivedOn: Day
  readonly startedOn: Day | null
  readonly closed: boolean
  readonly cluster: string | null
  readonly agreed: boolean
}
export interface MeasureFacts {
  readonly instrumentId: string
  readonly instrumentVersion: string
  readonly moment: string
  readonly state: 'due' | 'taken' | 'declined'
  readonly declinedCode: string | null
  readonly dueOn: Day | null
  readonly scores: Readonly<Record<string, number>>
  readonly how: string
}

/** She counts in the year in which she began; while she hasn't, in that of her referral. Each in one year only. */
export const yearOf = ({ startedOn, receivedOn }: Pick<WayFacts, 'startedOn' | 'receivedOn'>): number =>
  (startedOn ?? receivedOn).year

/** Each woman once, with her first trajectory: a second time is another question, and two of one woman are not two. */
export function firstWays(ways: readonly WayFacts[]): readonly WayFacts[] {
  const first = new Map<string, WayFacts>()
  for (const way of ways) {
    const other = first.get(way.personId)
    if (!other || comesBefore(way, other)) first.set(way.personId, way)
  }
  return [...first.values()]
}

function comesBefore(one: WayFacts, other: WayFacts): boolean {
  if (one.startedOn && other.startedOn) return isBefore(one.startedOn, other.startedOn)
  if (one.startedOn || other.startedOn) return one.startedOn !== null
  return isBefore(one.receivedOn, other.receivedOn)
}

/**
 * These women as far as one number goes. Whose version of the programme never asked it is not among them; who was
 * referred and never began had no version yet, and is.
 */
export function womenOf(
  outcome: Outcome,
  ways: readonly WayFacts[],
  known: {
    readonly today: Day
    /** The same number in the version that a woman began under, with the moments that it has there. */
    readonly inVersion: (version: string) => readonly Outcome[]
    readonly measuresOf: (trajectoryId: string) => readonly MeasureFacts[]
  },
): readonly Woman[] {
  const key = outcomeKey(outcome)
  return ways.flatMap((way): readonly Woman[] => {
    const { trajectoryId, version, startedOn, closed, cluster, agreed } = way
    const none = {
      year: yearOf(way),
      started: false,
      first: null,
      last: null,
      lastCame: false,
      why: null,
      cluster,
    }
    if (!startedOn || !trajectoryId || version === null) return [none]
    const own = known.inVersion(version).find((one) => outcomeKey(one) === key)
    if (!own) return []
    const rows = known
      .measuresOf(trajectoryId)
      .filter(({ instrumentId }) => instrumentId === outcome.instrumentId)
    const at = (moment: string) => rows.find((row) => row.moment === moment)
    const last = at(own.last)
    const lastTaken = agreed ? takenAs(last, outcome.score) : null
    const over = last ? last.state !== 'due' || isPast(last.dueOn, known.today) : false
    return [
      {
        ...none,
        started: true,
        first: agreed ? takenAs(at(own.first), outcome.score) : null,
        last: lastTaken,
        lastCame: closed || over,
        why: (closed || over) && !lastTaken ? whyMissing(last, agreed) : null,
      },
    ]
  })
}

const isPast = (day: Day | null, today: Day): boolean => day !== null && !isBefore(today, day)

function takenAs(row: MeasureFacts | undefined, score: string): Taken | null {
  const found = row?.state === 'taken' ? row.scores[score] : undefined
  return row && found !== undefined ? { score: found, version: row.instrumentVersion, how: row.how } : null
}
