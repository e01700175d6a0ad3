import { leastTold } from '#domain/disclosure/thresholds.ts'
import { type FactId, factUnitOf, type OpenTallyId } from './figures.ts'

/**
 * What who steers a programme reads: everything of a period on one page, without the files behind it, and with whatever is
 * of fewer than five women hidden (security design 3.11). Districts are left out, as they nest in municipalities; safety is
 * for who watches over it (domain.md 4.9).
 */
export const steering = {
  tallies: [
    'received.reached',
    'received.referrer',
    'started.programme',
    'started.municipality',
    'started.language',
    'started.interpreter',
    'running.visits',
    'running.next',
    'running.measures',
    'closed.result',
    'closed.reason',
    'closed.length',
    'closed.evaluation',
  ],
  facts: [
    'wait.intake',
    'wait.start',
    'wait.visit',
    'visits.done',
    'visits.hours',
    'visits.in-window',
    'visits.no-show',
    'visits.by-mother',
    'visits.by-worker',
    'visits.left-out',
    'visits.not-written',
    'coordinators.now',
    'workers.before',
    'workers.came',
    'workers.left',
    'workers.now',
    'workers.visiting',
    'workers.trained',
    'workers.talks',
    'chain.talks',
    'chain.asked',
    'chain.began',
  ],
} as const satisfies { tallies: readonly OpenTallyId[]; facts: readonly FactId[] }

/** What a fact says who didn't open a file: the number, that it is too few to say, or that there is none. */
export type ToldFact = { readonly told: number | null } | 'too-few'

/**
 * A fact as who steers may read it. Of who works here nothing is hidden. What happened to women is, where it is one to
 * four times; a middle or a part of so few that one of them could be known from it too.
 */
export function toldFact(
  id: FactId,
  value: number | null,
  among: { readonly referrals: number; readonly visits: number },
): ToldFact {
  const family = id.slice(0, id.indexOf('.'))
  if (value === null || family === 'workers' || family === 'coordinators') return { told: value }
  if (factUnitOf[id] === 'count' || factUnitOf[id] === 'hours')
    return isFew(factUnitOf[id] === 'hours' ? among.visits : value) ? 'too-few' : { told: value }
  const of = family === 'wait' ? among.referrals : among.visits
  return of < leastTold.outside ? 'too-few' : { told: value }
}
const isFew = (count: number) => count > 0 && count < leastTold.inside
