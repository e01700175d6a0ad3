import { type Day, daysBetween, isBefore } from '#domain/day.ts'
import type { GateStatus } from '#domain/worker/gates.ts'

/** Days before something of a worker's ends on which it is said, each time more pressing. Our own proposal. */
export const remindDays = { value: [60, 30, 7], prov: 'proposal' } as const

/**
 * From how many days before its end something that counts so long is spoken of: never for more than half of its time,
 * or whoever has a talk every four weeks would always be about to lose something.
 */
export const remindFrom = (countsDays: number): number =>
  remindDays.value.find((days) => 2 * days <= countsDays) ?? Math.min(...remindDays.value)

/** The required gates that will close soon enough to be spoken of, and haven't yet. */
export const closingSoon = (gates: readonly GateStatus[], today: Day): GateStatus[] =>
  gates.filter(
    ({ required, state, seenOn, validUntil }) =>
      required &&
      state === 'met' &&
      validUntil !== null &&
      isBefore(
        validUntil,
        today.add({ days: seenOn ? remindFrom(daysBetween(seenOn, validUntil)) : remindDays.value[0] }),
      ),
  )
