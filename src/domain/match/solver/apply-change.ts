import { add } from './add-mother.ts'
import type { Change } from './change.ts'
import { allow, forbid, score } from './change-pair.ts'
import { type Core, changeRoom, isForbidden, open, part, settlePlaces, shut, workerOf } from './core.ts'
import { type Journal, note } from './journal.ts'
import { placeOf } from './pairs.ts'
import { type Done, no, type Of } from './refused.ts'

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

function capacity(core: Core, { worker: j, capacity: places }: Of<'capacity'>, journal: Journal): Done {
  if (!Number.isInteger(places) || places < 0 || places > 2 ** 30) return no('matching-bad-number')
  const pins = core.pins[j] ?? 0
  if (places < pins) return no('matching-no-place-left')
  changeRoom(core, j, places - pins - (core.problem.room[j] ?? 0), journal)
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

function set(journal: Journal, array: Int32Array, index: number, value: number): void {
  note(journal, array, index)
  array[index] = value
}
