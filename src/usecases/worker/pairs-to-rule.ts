import { findAvoiders, findAvoidersPairs, findRulings } from '#db/avoidance-ruling.ts'
import type { Work } from '#usecases/context.ts'
import { pairPrint } from '#usecases/match/who-is-apart.ts'

export interface PairToRule {
  readonly matchId: string
  readonly workerId: string
  readonly trajectoryId: string
  readonly personId: string
  /** What was said of them, if anything was since the worker last told whom she must not meet. */
  readonly verdict: 'apart' | 'together' | null
}

/** Who is proposed to, or stands beside, a woman while she has somebody whom she must not meet. */
export async function pairsToRule(work: Pick<Work, 'tx' | 'orgId' | 'vault'>): Promise<PairToRule[]> {
  const { tx, orgId } = work
  const pairs = await findAvoidersPairs(tx, orgId)
  const told = await findAvoiders(
    tx,
    orgId,
    pairs.map(({ worker_id }) => worker_id),
  )
  const prints = await Promise.all(pairs.map((pair) => pairPrint(work, pair.worker_id, pair.person_id)))
  const rulings = await findRulings(tx, orgId, prints)
  return pairs.map(({ match_id, worker_id, trajectory_id, person_id }, at) => {
    const ruling = rulings.get(prints[at]?.toString('hex') ?? '')
    const since = told.get(worker_id)
    // What she told later may be about this woman: a yes from before is no yes to it.
    const stands =
      ruling &&
      (ruling.verdict === 'apart' || !since || Temporal.Instant.compare(ruling.ruled_at, since) >= 0)
    return {
      matchId: match_id,
      workerId: worker_id,
      trajectoryId: trajectory_id,
      personId: person_id,
      verdict: stands ? ruling.verdict : null,
    }
  })
}
