import { type Core, isForbidden, part, settle, settlePlaces, workerOf } from './core.ts'
import { type Journal, note, noteLarger } from './journal.ts'
import { openPair, setWeight, shutPair, weightOf } from './pairs.ts'
import { take } from './plan.ts'
import { type Done, no, type Of } from './refused.ts'

export function forbid(core: Core, { mother: i, worker: j }: Of<'forbid'>, journal: Journal): Done {
  if (core.pin[i] === j) return no('matching-pinned-already')
  if (isForbidden(core, i, j)) return null
  remember(core, i, j, true, journal)
  const hers = core.plan.mate[i] === j
  if (hers) take(core.plan, i, journal)
  shutPair(core.pairs, i, j, journal)
  if (hers) settle(core, i, journal)
  if (hers) settlePlaces(core, j, journal)
  return null
}

export function allow(core: Core, { mother: i, worker: j }: Of<'allow'>, journal: Journal): Done {
  if (!isForbidden(core, i, j)) return null
  remember(core, i, j, false, journal)
  openPair(core.pairs, i, j, journal)
  if (core.part[i] === part.open) raiseDue(core, i, j, journal)
  return null
}

function remember({ forbidden, problem }: Core, i: number, j: number, now: boolean, journal: Journal): void {
  const key = i * problem.room.length + j
  if (now) forbidden.add(key)
  else forbidden.delete(key)
  noteLarger(journal, () => (now ? forbidden.delete(key) : forbidden.add(key)))
}

/** A pair is worth more than before: if that is more than she has, she leaves what she has and looks again. */
function raiseDue(core: Core, i: number, j: number, journal: Journal): void {
  const { plan, pairs } = core
  const worth = weightOf(pairs, i, j) - (plan.v[j] ?? 0)
  if (worth <= (plan.u[i] ?? 0)) return
  const had = plan.mate[i] ?? -1
  if (had !== j) take(plan, i, journal)
  note(journal, plan.u, i)
  plan.u[i] = worth
  if (had === j) return
  settle(core, i, journal)
  settlePlaces(core, had, journal)
}

export function score(
  core: Core,
  { mother: i, worker: j, score: points }: Of<'score'>,
  journal: Journal,
): Done {
  const { aim, pairs, plan } = core
  if (!isScore(core, points)) return no('matching-bad-number')
  const now = core.current[i] === j && aim.scale > 1 ? 1 : 0
  const was = weightOf(pairs, i, j)
  const weight = points * aim.scale + now
  if (!needMore(core, weight - was, journal)) return no('matching-bad-number')
  setWeight(pairs, i, j, weight, journal)
  if (!journal.before.has(i)) journal.before.set(i, workerOf(core, i))
  if (core.part[i] !== part.open || isForbidden(core, i, j)) return null
  if (weight > was) raiseDue(core, i, j, journal)
  else if (plan.mate[i] === j) {
    take(plan, i, journal)
    settle(core, i, journal)
    settlePlaces(core, j, journal)
  }
  return null
}

export const isScore = ({ aim, pairs }: Core, points: number): boolean =>
  Number.isInteger(points) &&
  points >= 1 &&
  (pairs.rows.weight instanceof Int32Array ? points * aim.scale + 1 < 2 ** 31 : points < 2 ** 31)

/** The bonus was chosen with room to spare; a change that needs more than that is refused, and a new session has it. */
export function needMore({ needs, aim }: Core, by: number, journal: Journal): boolean {
  const all = (needs[0] ?? 0) + Math.max(0, by)
  if (aim.objective !== 'score' && all > aim.bonus) return false
  note(journal, needs, 0)
  needs[0] = all
  return true
}
