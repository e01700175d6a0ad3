import { z } from 'zod'
import { findCollisions } from '#db/collision.ts'
import {
  type CheckedTable,
  findUncheckedAround,
  findUncheckedPeople,
  findUncheckedReferrers,
  markChecked,
} from '#db/collision-side.ts'
import { findUncheckedMembers } from '#db/member.ts'
import { findUncheckedNetwork } from '#db/network-organisation.ts'
import { pageOfAround } from '#db/person-around.ts'
import { collisionPolicy } from '#domain/collision/collision-policy.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import { keepStanding, type Pair } from '#usecases/collision/keep-standing.ts'
import {
  type AroundSide,
  type OtherSide,
  openArounds,
  openMembers,
  openNetwork,
  openPeopleToCompare,
  openReferrers,
} from '#usecases/collision/sides.ts'
import { otherIdOf, weighPair } from '#usecases/collision/weigh-pair.ts'
import { whoResembles } from '#usecases/collision/who-resembles.ts'
import type { Work } from '#usecases/context.ts'
import { followChanges } from '#usecases/exchange/follow-changes.ts'
import { command } from '#usecases/use-case.ts'

/** So many of each kind in one transaction; whoever works meanwhile waits for none of it. */
const atOnce = 50
/** Between two pages whoever asks for something else is served. */
const page = 200

/**
 * Holds whoever is new or was written anew against everybody on the other side: somebody around a woman against all whom
 * the organisation knows, and whomever it comes to know against everybody around a woman. By the clock and never in the
 * request of who wrote it, so that nobody can learn from how long it took, and nobody need remember to ask for it. With
 * organisations with which that was agreed the same is compared in the same step.
 */
export const checkCollisions = command({
  name: 'check-collisions',
  action: 'execute',
  byClock: true,
  may: collisionPolicy.check,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId } = work
    const arounds = await findUncheckedAround(tx, orgId, atOnce)
    const others = await uncheckedOthers(work)
    const opened = await openArounds(work, arounds)
    const pairs = [...(await pairsOfAround(work, opened))]
    for (let after: string | null = null; others.sides.length > 0; ) {
      const rows = await pageOfAround(tx, orgId, after, page)
      pairs.push(...(await pairsOfOthers(work, await openArounds(work, rows), others.sides)))
      if (rows.length < page) break
      after = rows.at(-1)?.id ?? null
    }
    const elsewhere = await followChanges(work, {
      arounds: opened,
      sides: others.sides.filter(({ id }) => !others.left.has(id)),
      ids: others.rows.flatMap(([, rows]) => rows.map(({ id }) => id)),
    })
    const found = (await keepStanding(work, pairs)) + elsewhere
    await markChecked(tx, orgId, 'person_around', arounds)
    for (const [table, rows] of others.rows) await markChecked(tx, orgId, table, rows)
    const full = [arounds, ...others.rows.map(([, rows]) => rows)].some((rows) => rows.length === atOnce)
    return { found, more: full }
  },
})

type Checked = readonly { readonly id: string; readonly version: number }[]

interface UncheckedOthers {
  readonly sides: OtherSide[]
  readonly rows: [CheckedTable, Checked][]
  /** Members who are here no more. */
  readonly left: ReadonlySet<string>
}
async function uncheckedOthers(work: Work): Promise<UncheckedOthers> {
  const { tx, orgId, today } = work
  const people = await findUncheckedPeople(tx, orgId, atOnce)
  const members = await findUncheckedMembers(tx, orgId, atOnce)
  const referrers = await findUncheckedReferrers(tx, orgId, atOnce)
  const network = await findUncheckedNetwork(tx, orgId, atOnce)
  return {
    sides: [
      ...(await openPeopleToCompare(work, people)),
      ...(await openMembers(work, members)),
      ...(await openReferrers(work, referrers)),
      ...openNetwork(network),
    ],
    rows: [
      ['person', people],
      ['member', members],
      ['referral', referrers],
      ['network_organisation', network],
    ],
    left: new Set(members.filter((member) => !isWorkingHere(member, today)).map(({ id }) => id)),
  }
}

/** These against all who resemble them, and against those whom they resembled before. */
async function pairsOfAround(work: Work, arounds: readonly AroundSide[]): Promise<Pair[]> {
  if (arounds.length === 0) return []
  const aroundIds = arounds.map(({ row }) => row.id)
  const before = await findCollisions(work.tx, work.orgId, { aroundIds })
  const others = await whoResembles(work, arounds, before)
  return arounds.flatMap((around) =>
    others.flatMap((other) => {
      const known =
        before.find((row) => row.around_id === around.row.id && otherIdOf(row) === other.id) ?? null
      return known || weighPair(around, other) ? [{ around, other, before: known }] : []
    }),
  )
}

/** Everybody around anybody against these, and against what was found of these before. */
async function pairsOfOthers(
  work: Work,
  arounds: readonly AroundSide[],
  others: readonly OtherSide[],
): Promise<Pair[]> {
  const before = await findCollisions(work.tx, work.orgId, { otherIds: others.map(({ id }) => id) })
  const known = new Map(before.map((row) => [`${row.around_id} ${otherIdOf(row)}`, row]))
  return arounds.flatMap((around) =>
    others.flatMap((other) => {
      const row = known.get(`${around.row.id} ${other.id}`) ?? null
      return row || weighPair(around, other) ? [{ around, other, before: row }] : []
    }),
  )
}
