import { z } from 'zod'
import { type CollisionRow, findCollision, listRulings } from '#db/collision.ts'
import { findReferrers } from '#db/collision-side.ts'
import { nameExchanges } from '#db/exchange.ts'
import { findMember } from '#db/member.ts'
import { findNetworkOrganisation } from '#db/network-organisation.ts'
import { findAround } from '#db/person-around.ts'
import { findCasesOfPeople } from '#db/person-case.ts'
import { collisionPolicy } from '#domain/collision/collision-policy.ts'
import { collisionVerdicts, mayRule } from '#domain/collision/ruling.ts'
import { heardBy, rulingFields } from '#usecases/collision/heard.ts'
import {
  findPeopleToCompare,
  type OtherSide,
  openArounds,
  openMembers,
  openNetwork,
  openReferrers,
} from '#usecases/collision/sides.ts'
import { weighPair } from '#usecases/collision/weigh-pair.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** Both sides, what it rests on, and what was said of it before: for who hears of it, and for nobody else there. */
export const readCollision = question({
  name: 'read-collision',
  may: collisionPolicy.hear,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, vault } = work
    const row = await findCollision(tx, orgId, id)
    const [heard] = row && row.state !== 'gone' ? await heardBy(work, [row]) : []
    if (!heard) throw new NotFound()
    work.about({ person: [heard.person_id, ...(heard.other_person_id ? [heard.other_person_id] : [])] })
    await vault.load([heard.person_id])
    const [around] = await openArounds(work, await findAround(tx, orgId, [heard.around_id]))
    const other = await otherOf(work, heard)
    const rulings = await listRulings(tx, orgId, id)
    const names = await whoDid(
      work,
      rulings.map(({ ruled_by }) => ruled_by),
    )
    const { trajectories } = await findCasesOfPeople(tx, work.actor, [heard.person_id])
    return {
      id,
      version: heard.version,
      woman: (await readNames(work, [heard.person_id])).get(heard.person_id) ?? '—',
      /** Where her file is, for who may see it. */
      trajectoryId: trajectories[0]?.id ?? null,
      told: around?.told ?? null,
      toldOn: around?.row.from_day ?? null,
      kind: heard.other_kind,
      other: other && { name: other.name, ...other.known },
      /** The organisation whose safeguarding lead is to be spoken with; who he is there, nobody here is told. */
      elsewhere: await elsewhereOf(work, heard),
      class: heard.class,
      why: around && other ? (weighPair(around, other)?.why ?? []) : [],
      state: heard.state,
      verdict: heard.verdict,
      verdicts: collisionVerdicts.filter(
        (verdict) => mayRule(heard.other_kind, heard.state, verdict) === true,
      ),
      rulings: rulings.map((ruling) => ({
        id: ruling.id,
        verdict: ruling.verdict,
        by: names.get(ruling.ruled_by) ?? null,
        on: ruling.ruled_at.toZonedDateTimeISO(work.zone).toPlainDate(),
        reason: rulingFields.open(vault, heard.person_id, ruling.id, 'reason_sealed', ruling.reason_sealed),
      })),
    }
  },
})
export type CollisionPage = Awaited<ReturnType<typeof readCollision>>

const elsewhereOf = async (
  { tx, orgId }: Work,
  { other_exchange_id }: CollisionRow,
): Promise<string | null> =>
  other_exchange_id && ((await nameExchanges(tx, orgId, [other_exchange_id])).get(other_exchange_id) ?? null)

async function otherOf(work: Work, row: CollisionRow): Promise<OtherSide | null> {
  if (row.other_exchange_id) return null
  const { tx, orgId } = work
  const sides = row.other_person_id
    ? await findPeopleToCompare(work, [row.other_person_id])
    : row.other_member_id
      ? await openMembers(
          work,
          [await findMember(tx, orgId, row.other_member_id)].flatMap((one) => one ?? []),
        )
      : row.other_referral_id
        ? await openReferrers(work, await findReferrers(tx, orgId, [row.other_referral_id]))
        : openNetwork(
            [await findNetworkOrganisation(tx, orgId, row.other_network_id ?? '')].flatMap(
              (one) => one ?? [],
            ),
          )
  return sides[0] ?? null
}
