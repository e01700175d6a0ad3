import type { Work } from '#usecases/context.ts'
import { pairsToRule } from '#usecases/worker/pairs-to-rule.ts'
import { type Found, fitting } from '#usecases/worklist/found-lines.ts'

/** Pairs of which the safeguarding lead has to say whether they may meet; nobody else sees these. */
export async function avoidanceLines(work: Work): Promise<Found> {
  const open = (await pairsToRule(work)).filter(({ verdict }) => verdict === null)
  return fitting('avoidance', open, ({ matchId, personId }) => ({
    id: matchId,
    personId,
    pressure: 'urgent',
    by: null,
    source: { from: 'avoidance' },
  }))
}
