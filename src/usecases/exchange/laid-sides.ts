import type { OtherSide } from '#usecases/collision/sides.ts'
import type { Work } from '#usecases/context.ts'

/**
 * One professional refers many women and is one card: known by what he wrote of himself and not by the referral, or each
 * new one would be a new man to the other organisation.
 */
export const laidSides = ({ vault }: Work, sides: readonly OtherSide[]): Promise<OtherSide[]> =>
  Promise.all(
    sides.map(async (side) => {
      if (side.kind !== 'referrer') return side
      const { name, known } = side
      const print = await vault.fingerprint(
        'collision',
        JSON.stringify(['card', name, known.phone, known.organisation]),
      )
      return { ...side, id: `00000000-0000-8000-8000-${print.toString('hex').padStart(12, '0')}` }
    }),
  )
