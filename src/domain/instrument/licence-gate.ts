import { type Day, isBefore } from '#domain/day.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'

/** That somebody who holds a questionnaire lets this organisation ask it, from a day until a day. */
export interface Permission {
  readonly from: Day
  readonly until: Day
  readonly withdrawnOn: Day | null
}

/**
 * `free`: its terms were read and let everybody ask it. Otherwise a permission is needed: `held`, `ended` or `none`
 * (instruments.md 10.10).
 */
export const licenceStates = ['free', 'held', 'ended', 'none'] as const
export type LicenceState = (typeof licenceStates)[number]

/** Its terms were not read by anybody here, or its text isn't ours to give. */
export const needsPermission = ({ licence }: Pick<ShelfInstrument, 'licence'>): boolean =>
  !licence.embed || (licence.evidence !== 'own' && licence.evidence !== 'opened')

export function licenceOn(
  instrument: Pick<ShelfInstrument, 'licence'>,
  permissions: readonly Permission[],
  today: Day,
): LicenceState {
  if (!needsPermission(instrument)) return 'free'
  if (permissions.some((one) => isInForce(one, today))) return 'held'
  return permissions.length > 0 ? 'ended' : 'none'
}

/** Both days count; a withdrawn one holds no longer from its day on. */
export const isInForce = ({ from, until, withdrawnOn }: Permission, today: Day): boolean =>
  withdrawnOn === null && !isBefore(today, from) && !isBefore(until, today)
