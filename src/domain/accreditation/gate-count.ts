import { type Day, isBefore } from '#domain/day.ts'
import type { GateKind } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'
import type { GateStatus } from '#domain/worker/gates.ts'

/** How it stands with one thing that is asked of workers: each of them is in order, let go on without it, or lacks it. */
export interface GateCount {
  readonly kind: GateKind
  readonly label: Words
  readonly asked: number
  readonly inOrder: number
  /** Of those in order: who must renew it within three months. */
  readonly endsSoon: number
  readonly exempt: number
  readonly lacking: number
}

export const soonDays = 91

/** Counts what programmes require; what they only like to see is not evidence. In the order in which it is asked. */
export function countGates(workers: readonly (readonly GateStatus[])[], today: Day): GateCount[] {
  const soon = today.add({ days: soonDays })
  const required = workers.flatMap((gates) => gates.filter((gate) => gate.required))
  return [...Map.groupBy(required, ({ kind }) => kind)].flatMap(([kind, all]) => {
    const [first] = all
    if (!first) return []
    const met = all.filter(({ state }) => state === 'met')
    const exempt = all.filter(({ state, waiver }) => state !== 'met' && waiver).length
    return [
      {
        kind,
        label: first.label,
        asked: all.length,
        inOrder: met.length,
        endsSoon: met.filter(({ validUntil }) => validUntil && isBefore(validUntil, soon)).length,
        exempt,
        lacking: all.length - met.length - exempt,
      },
    ]
  })
}

/** How much each of several carries: the least, the most, and how many there are; `null` of none. */
export const spreadOf = (loads: readonly number[]) =>
  loads.length === 0 ? null : { least: Math.min(...loads), most: Math.max(...loads), among: loads.length }
