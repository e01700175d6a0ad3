import type { Change, ChangeRefusal } from './change.ts'
import {
  baseOf,
  type Core,
  changeRoom,
  isForbidden,
  open,
  part,
  settle,
  settlePlaces,
  shut,
  workerOf,
} from './core.ts'
import { type Journal, note, noteLarger } from './journal.ts'
import { addRow, openPair, placeOf, setWeight, shutPair, weightOf } from './pairs.ts'
import { take } from './plan.ts'

const no = <const Code extends ChangeRefusal['refused']>(refused: Code): ChangeRefusal => ({ refused })
type Done = ChangeRefusal | null
type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

/** One change, with the plan settled after it; nothing has changed if it is refused. */
export function applyChange(core: Core, change: Change, journal: Journal): Done {
  const unknown = unknownIn(core, change)
  if (unknown) return unknown
  switch (change.kind) {
    case 'pin':
      return pin(core, change, journal)
    case 'unpin':
      return unpin(core, change, journal)
    case 'forbid':
      return forbid(core, change, journal)
    case 'allow':
      return allow(core, change, journal)
    case 'capacity':
      return capacity(core, change, journal)
    case 'score':
      return score(core, change, journal)
    case 'remove':
      return remove(core, change, journal)
    case 'return':
      return comeBack(core, change, journal)
    case 'add':
      return add(core, change, journal)
  }
}

function unknownIn(core: Core, change: Change): Done {
  const within = (index: number, size: number) => Number.isInteger(index) && index >= 0 && index < size
  if ('mother' in change && !within(change.mother, core.part.length)) return no('matching-unknown-mother')
  if ('worker' in change && !within(change.worker, core.problem.room.length))
    return no('matching-unknown-worker')
  if ('mother' in change && 'worker' in change && placeOf(core.pairs, change.mother, change.worker) < 0)
    return no('matching-not-a-candidate')
  return null
}

function set(journal: Journal, array: Int32Array, index: number, value: number): void {
  note(journal, array, index)
  array[index] = value
}

function pin(core: Core, { mother: i, worker: j }: Of<'pin'>, journal: Journal): Done {
  if (core.part[i] === part.pinned) return no('matching-pinned-already')
  if (core.part[i] === part.away) return no('matching-not-waiting')
  if (isForbidden(core, i, j)) return no('matching-pair-forbidden')
  if ((core.problem.room[j] ?? 0) < 1) return no('matching-no-place-left')
  const had = workerOf(core, i)
  if (!journal.before.has(i)) journal.before.set(i, had)
  shut(core, i, journal)
  set(journal, core.part, i, part.pinned)
  set(journal, core.pin, i, j)
  set(journal, core.pins, j, (core.pins[j] ?? 0) + 1)
  changeRoom(core, j, -1, journal)
  settlePlaces(core, had, journal)
  return null
}

function unpin(core: Core, { mother: i }: Of<'unpin'>, journal: Journal): Done {
  const j = core.pin[i] ?? -1
  if (j < 0) return null
  if (!journal.before.has(i)) journal.before.set(i, j)
  set(journal, core.part, i, part.open)
  set(journal, core.pin, i, -1)
  set(journal, core.pins, j, (core.pins[j] ?? 0) - 1)
  note(journal, core.problem.room, j)
  core.problem.room[j] = (core.problem.room[j] ?? 0) + 1
  open(core, i, journal)
  settlePlaces(core, j, journal)
  return null
}

function forbid(core: Core, { mother: i, worker: j }: Of<'forbid'>, journal: Journal): Done {
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

function allow(core: Core, { mother: i, worker: j }: Of<'allow'>, journal: Journal): Done {
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

function capacity(core: Core, { worker: j, capacity: places }: Of<'capacity'>, journal: Journal): Done {
  if (!Number.isInteger(places) || places < 0 || places > 2 ** 30) return no('matching-bad-number')
  const pins = core.pins[j] ?? 0
  if (places < pins) return no('matching-no-place-left')
  changeRoom(core, j, places - pins - (core.problem.room[j] ?? 0), journal)
  return null
}

function score(core: Core, { mother: i, worker: j, score: points }: Of<'score'>, journal: Journal): Done {
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

function remove(core: Core, { mother: i }: Of<'remove'>, journal: Journal): Done {
  if (core.part[i] === part.pinned) return no('matching-pinned-already')
  if (core.part[i] === part.away) return null
  const had = workerOf(core, i)
  shut(core, i, journal)
  set(journal, core.part, i, part.away)
  settlePlaces(core, had, journal)
  return null
}

function comeBack(core: Core, { mother: i }: Of<'return'>, journal: Journal): Done {
  if (core.part[i] !== part.away) return null
  set(journal, core.part, i, part.open)
  open(core, i, journal)
  return null
}

function add(core: Core, { tier, pairs: hers }: Of<'add'>, journal: Journal): Done {
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
  // The searches from the workers' side write per mother: they start on new paper.
  papers.reverse = null
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

const isScore = ({ aim, pairs }: Core, points: number): boolean =>
  Number.isInteger(points) &&
  points >= 1 &&
  (pairs.rows.weight instanceof Int32Array ? points * aim.scale + 1 < 2 ** 31 : points < 2 ** 31)

/** The bonus was chosen with room to spare; a change that needs more than that is refused, and a new session has it. */
function needMore({ needs, aim }: Core, by: number, journal: Journal): boolean {
  const all = (needs[0] ?? 0) + Math.max(0, by)
  if (aim.objective !== 'score' && all > aim.bonus) return false
  note(journal, needs, 0)
  needs[0] = all
  return true
}
