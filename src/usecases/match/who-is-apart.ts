import { findAvoiders, findRulings } from '#db/avoidance-ruling.ts'
import { findBarred } from '#db/lock-reach.ts'
import { pairKey } from '#db/match.ts'
import type { PersonRow } from '#db/person.ts'
import type { Work } from '#usecases/context.ts'

interface Worker {
  readonly id: string
  readonly person: PersonRow | undefined
}

/** A keyed hash of two who may or may not meet: it says who they are to nobody. */
export const pairPrint = ({ vault }: Pick<Work, 'vault'>, workerId: string, personId: string) =>
  vault.fingerprint('pair', `${workerId} ${personId}`)

/**
 * Pairs that can't be, for a reason that is nobody's business: the safeguarding lead said so because of whom this
 * worker must not meet, or the two are one person, who was helped here before and now asks again. Nothing of what one
 * file holds is seen from the other.
 */
export async function whoIsApart(
  work: Pick<Work, 'tx' | 'orgId' | 'vault'>,
  women: readonly PersonRow[],
  workers: readonly Worker[],
): Promise<ReadonlySet<string>> {
  const { tx, orgId } = work
  const apart = new Set<string>()
  for (const woman of women)
    for (const { id, person } of workers)
      if (person && isSamePerson(woman, person)) apart.add(pairKey(woman.id, id))
  const avoiders = await findAvoiders(
    tx,
    orgId,
    workers.map(({ id }) => id),
  )
  const pairs = new Map<string, string>()
  for (const workerId of avoiders.keys())
    for (const { id } of women)
      pairs.set((await pairPrint(work, workerId, id)).toString('hex'), pairKey(id, workerId))
  const rulings = await findRulings(
    tx,
    orgId,
    [...pairs.keys()].map((print) => Buffer.from(print, 'hex')),
  )
  for (const [print, { verdict }] of rulings) {
    const pair = pairs.get(print)
    if (verdict === 'apart' && pair) apart.add(pair)
  }
  // From whom her file is locked; said no louder than any other of these.
  const barred = await findBarred(
    tx,
    orgId,
    workers.map(({ id }) => id),
    women.map(({ id }) => id),
  )
  for (const [workerId, from] of barred) for (const personId of from) apart.add(pairKey(personId, workerId))
  return apart
}

/** By number or address, as far as both files have one. */
const isSamePerson = (one: PersonRow, other: PersonRow): boolean =>
  (one.phone_print !== null && other.phone_print !== null && one.phone_print.equals(other.phone_print)) ||
  (one.email_print !== null && other.email_print !== null && one.email_print.equals(other.email_print))
