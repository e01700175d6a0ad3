/**
 * Waterrijk: a town that does not exist, on a polder that was never drained. Its postcodes are numbers that no
 * Dutch address has, its coordinates lie in the Markermeer, so that nothing of the demo points at a real door.
 */
export interface Area {
  readonly postcode: string
  readonly place: string
  readonly latitude: number
  readonly longitude: number
}

const names = [
  'Waterrijk Centrum',
  'Waterrijk Havenkwartier',
  'Waterrijk Rietoever',
  'Waterrijk Noord',
  'Waterrijk Molenwijk',
  'Waterrijk Vogelbuurt',
  'Waterrijk Zuid',
  'Waterrijk Sluisdorp',
  'Oeverdam',
  'Lage Weide',
  'Nieuw-Rietveld',
  'Kadeveen',
]

/** A grid of about a kilometre and a half; the four villages lie further out. */
export const region: readonly Area[] = names.map((place, at) => ({
  postcode: String(3661 + at),
  place,
  latitude: 52.5 + Math.floor(at / 4) * 0.016 + (at >= 8 ? 0.03 : 0),
  longitude: 5.16 + (at % 4) * 0.022 + (at >= 8 ? 0.04 : 0),
}))
