import type { MeetingChange } from '#domain/matching-meeting/meeting-change.ts'
import type { SoftCriterion } from '#domain/programme/definition.ts'

/** A change that stands in a meeting. */
export interface MadeChange {
  readonly changeId: string
  readonly change: MeetingChange
}
type Made<Kind extends MeetingChange['kind']> = Extract<MeetingChange, { kind: Kind }> & {
  readonly changeId: string
}

/** All that people decided in a meeting, as the plan is made with it. */
export interface Decisions {
  /** The first made first: of two that can't both be, the first holds. */
  readonly pins: readonly Made<'pin'>[]
  readonly forbids: readonly Made<'forbid'>[]
  readonly places: ReadonlyMap<string, Made<'capacity'>>
  readonly weights: readonly Made<'weight'>[]
  readonly leftOut: ReadonlyMap<string, Made<'leave-out'>>
}

const made = <Kind extends MeetingChange['kind']>(changes: readonly MadeChange[], kind: Kind): Made<Kind>[] =>
  changes.flatMap(({ changeId, change }) =>
    change.kind === kind ? [{ ...(change as Extract<MeetingChange, { kind: Kind }>), changeId }] : [],
  )

export const decisionsOf = (changes: readonly MadeChange[]): Decisions => ({
  pins: made(changes, 'pin'),
  forbids: made(changes, 'forbid'),
  places: new Map(made(changes, 'capacity').map((one) => [one.workerId, one])),
  weights: made(changes, 'weight'),
  leftOut: new Map(made(changes, 'leave-out').map((one) => [one.trajectoryId, one])),
})

interface Weight {
  readonly criterion: SoftCriterion
  readonly weight: number
}

/**
 * What each criterion counts for in a meeting: those that were changed as they were changed, the others share what is
 * left as they did before; together always the whole. `null` if nothing at all would count.
 */
export function reweighed<One extends Weight>(
  soft: readonly One[],
  changed: ReadonlyMap<SoftCriterion, number>,
): readonly One[] | null {
  if (changed.size === 0) return soft
  const own = ({ criterion }: Weight) => changed.get(criterion)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const taken = sum(soft.map((one) => (own(one) ?? 0) / 100))
  const others = sum(soft.map((one) => (own(one) === undefined ? one.weight : 0)))
  const left = Math.max(0, 1 - taken)
  const raw = soft.map((one) => {
    const percent = own(one)
    if (percent !== undefined) return percent / 100
    return others === 0 ? 0 : (left * one.weight) / others
  })
  const whole = sum(raw)
  return whole === 0 ? null : soft.map((one, at) => ({ ...one, weight: (raw[at] ?? 0) / whole }))
}

/** Whether the second takes the place of the first: one pin for a woman, one number for a worker, one weight. */
export function replaces(older: MeetingChange, newer: MeetingChange): boolean {
  if (older.kind === 'pin' && newer.kind === 'pin') return older.trajectoryId === newer.trajectoryId
  if (older.kind === 'capacity' && newer.kind === 'capacity') return older.workerId === newer.workerId
  return (
    older.kind === 'weight' &&
    newer.kind === 'weight' &&
    older.programmeId === newer.programmeId &&
    older.version === newer.version &&
    older.criterion === newer.criterion
  )
}

/** The changes that stand once this one is made too. */
export const withChange = (changes: readonly MadeChange[], made: MadeChange): MadeChange[] => [
  ...changes.filter(({ change }) => !replaces(change, made.change)),
  made,
]
