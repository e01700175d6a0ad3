/** How somebody may travel; an organisation says how long it takes, a worker how she goes. */
export const travelModes = ['walk', 'bike', 'transit', 'car'] as const
export type TravelMode = (typeof travelModes)[number]

/** From one district to another, in minutes. */
export interface TravelTime {
  readonly mode: TravelMode
  readonly minutes: number
}

/** Longer than this nobody travels to a visit; what a list says beyond it is a slip of the hand. */
export const longestMinutes = 600

/** The quickest in a way in which she goes; in any way if she didn't say. Equally quick: the first by name of the mode. */
export function quickest(times: readonly TravelTime[], goes: readonly TravelMode[]): TravelTime | null {
  const open = times.filter(({ mode }) => goes.length === 0 || goes.includes(mode))
  return open.reduce<TravelTime | null>((best, one) => (best && before(best, one) ? best : one), null)
}

const before = (a: TravelTime, b: TravelTime): boolean =>
  a.minutes < b.minutes ||
  (a.minutes === b.minutes && travelModes.indexOf(a.mode) <= travelModes.indexOf(b.mode))
