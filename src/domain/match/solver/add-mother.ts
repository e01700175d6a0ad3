import { isScore, needMore } from './change-pair.ts'
import { baseOf, type Core, open, part } from './core.ts'
import { type Journal, noteLarger } from './journal.ts'
import { addRow, openPair } from './pairs.ts'
import { forwardPaper } from './paper.ts'
import { type Done, no, type Of } from './refused.ts'

/** Somebody new, with the number after the last: every column of mothers becomes one longer. */
export function add(core: Core, { tier, pairs: hers }: Of<'add'>, journal: Journal): Done {
  const { aim, plan, problem, pairs, papers } = core
  const workers = new Set(hers.map(([j]) => j))
  if (hers.some(([j]) => !Number.isInteger(j) || j < 0 || j >= problem.room.length))
    return no('matching-unknown-worker')
  if (workers.size < hers.length || !hers.every(([, points]) => isScore(core, points)))
    return no('matching-bad-number')
  if (!Number.isInteger(tier) || tier < 0 || tier >= core.tiers) return no('matching-bad-number')
  const most = Math.max(0, ...hers.map(([, points]) => points * aim.scale))
  if (!needMore(core, most, journal)) return no('matching-bad-number')
  const was = {
    plan: { ...plan },
    base: problem.base,
    part: core.part,
    tier: core.tier,
    pin: core.pin,
    current: core.current,
    worth: core.worth,
  }
  const { plan: before, base, ...rest } = was
  noteLarger(journal, () => {
    Object.assign(plan, before)
    Object.assign(core, rest)
    problem.base = base
  })
  const i = core.part.length
  addRow(
    pairs,
    hers.map(([j, points]) => [j, points * aim.scale]),
    journal,
  )
  plan.mate = longer(plan.mate, -1)
  plan.next = longer(plan.next, -1)
  plan.u = longer(plan.u, 0)
  problem.base = longer(problem.base, baseOf(core, tier))
  core.part = longer(core.part, part.open)
  core.tier = longer(core.tier, tier)
  core.pin = longer(core.pin, -1)
  core.current = longer(core.current, -1)
  core.worth = longer(core.worth, 0)
  // The searches write per mother: they start on new paper.
  papers.reverse = null
  papers.forward = forwardPaper(plan.u.length, plan.v.length)
  for (const [j] of hers) openPair(pairs, i, j, journal)
  open(core, i, journal)
  return null
}

function longer<Kind extends Int32Array | Float64Array>(array: Kind, last: number): Kind
function longer(array: Int32Array | Float64Array, last: number): Int32Array | Float64Array {
  const more =
    array instanceof Int32Array ? new Int32Array(array.length + 1) : new Float64Array(array.length + 1)
  more.set(array)
  more[array.length] = last
  return more
}
