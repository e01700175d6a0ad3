import type { CollisionRow } from '#db/collision.ts'
import { type Collision, weighCollision, weighEmployer } from '#domain/collision/collision.ts'
import type { Known } from '#domain/collision/known.ts'
import { checkedAgain, type Standing } from '#domain/collision/ruling.ts'
import type { AroundSide, OtherSide } from '#usecases/collision/sides.ts'
import type { Work } from '#usecases/context.ts'

/** What she told of him against what is known of the other, whoever that is. */
export function weighPair({ row, known }: AroundSide, other: OtherSide): Collision | null {
  if (row.until_day !== null || other.id === row.person_id) return null
  if (other.kind === 'organisation') return weighEmployer(known.organisation, other.name)
  const found = weighCollision(known, other.known)
  // Children bear the names of their fathers: of a child a name alone says nothing.
  const more = found?.why.some((piece) => piece === 'phone-same' || piece === 'birth-same')
  return found && (other.kind !== 'child' || more) ? found : null
}

/**
 * A keyed hash of both sides together as they were compared: by it is seen that something changed, and nobody can be
 * looked up by it, for it is of two and of one organisation's key.
 */
export const basisOf = (
  { vault }: Pick<Work, 'vault'>,
  around: AroundSide,
  other: OtherSide,
): Promise<Buffer> =>
  vault.fingerprint(
    'collision',
    JSON.stringify([around.told.names, plain(around.known), other.name, plain(other.known)]),
  )

export const plain = ({ birthDay, birthYear, phone, organisation }: Known) => [
  birthDay?.toString() ?? null,
  birthYear,
  phone,
  organisation,
]

/** How it stands between two now, with what was found and said before. `null`: nothing ever was, and nothing is. */
export async function standingOf(
  work: Pick<Work, 'vault'>,
  around: AroundSide,
  other: OtherSide,
  before: CollisionRow | null,
): Promise<{ readonly standing: Standing; readonly basis: Buffer } | null> {
  const found = weighPair(around, other)
  if (!found && !before) return null
  const basis = await basisOf(work, around, other)
  if (!before) return found && { standing: { class: found.class, state: 'open', verdict: null }, basis }
  // Ended, or nobody any more: that is a change too, which no hash shows.
  const changed = !basis.equals(before.basis_print) || (!found && before.state === 'open')
  return { standing: checkedAgain(before, { class: found?.class ?? null, changed }), basis }
}

export const otherIdOf = (row: CollisionRow): string =>
  row.other_person_id ??
  row.other_member_id ??
  row.other_referral_id ??
  row.other_network_id ??
  row.other_exchange_id ??
  ''
