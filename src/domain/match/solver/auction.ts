import type { Plan } from './plan.ts'
import type { Problem } from './problem.ts'
import { kept, type Shortlists, shortlist } from './shortlist.ts'

/** The places of all workers in a row, each with who bid for it; per worker a heap with the lowest bid first. */
export interface Places {
  readonly start: Int32Array
  readonly holder: Int32Array
  readonly bid: Float64Array
}

/** After so many raises for each of her places, the price of one worker rises ever faster. */
const war = 32
const faster = 16

/**
 * Mothers bid for places until each has the one that is best for her within `step`, or stays out because nothing is
 * worth more to her than that. A bid is as much as she can offer before her second choice is as good, and `step` more;
 * the price of a worker whose places are all taken is the lowest bid for them. With a step of 0 what is left is
 * exactly in balance, and who can't raise a price stays without. All numbers are whole.
 *
 * Bertsekas and Castañón's auction with similar objects (LIDS-P-1850); last out is first to bid again.
 */
export function auction(
  problem: Problem,
  plan: Plan,
  lists: Shortlists,
  places: Places,
  { base, step, stopped }: { base: Float64Array; step: number; stopped: () => boolean },
): boolean {
  const { room, rows } = problem
  const { v, mate, count } = plan
  const { pairs, size, bound } = lists
  const { start, holder, bid } = places
  const raises = new Int32Array(room.length)
  mate.fill(-1)
  count.fill(0)
  for (let turn = 0; turn < mate.length; turn++) {
    if ((turn & 1023) === 0 && stopped()) return false
    let i = turn
    while (i >= 0) {
      const least = base[i] ?? 0
      const at = i * 2 * kept
      let best = Number.NEGATIVE_INFINITY
      let second = Number.NEGATIVE_INFINITY
      let j = -1
      for (let fresh = false; ; fresh = true) {
        for (let k = at, stop = at + 2 * (size[i] ?? 0); k < stop; k += 2) {
          const there = pairs[k] ?? 0
          const worth = (pairs[k + 1] ?? 0) - (v[there] ?? 0)
          if (worth > best) {
            second = best
            best = worth
            j = there
          } else if (worth > second) second = worth
        }
        const others = bound[i] ?? 0
        if (second >= others || (second <= least && others <= least)) break
        if (fresh) {
          second = others
          break
        }
        shortlist(lists, rows, v, i)
        best = second = Number.NEGATIVE_INFINITY
        j = -1
      }
      if (j < 0 || best <= least) break
      const all = room[j] ?? 0
      const first = start[j] ?? 0
      let raise = best - Math.max(second, least) + step
      const taken = count[j] ?? 0
      if (taken < all) {
        const offer = (v[j] ?? 0) + raise
        let q = taken
        while (q > 0) {
          const above = (q - 1) >> 1
          if ((bid[first + above] ?? 0) <= offer) break
          bid[first + q] = bid[first + above] ?? 0
          holder[first + q] = holder[first + above] ?? 0
          q = above
        }
        bid[first + q] = offer
        holder[first + q] = i
        mate[i] = j
        count[j] = taken + 1
        if (taken + 1 === all) v[j] = Math.max(v[j] ?? 0, bid[first] ?? 0)
        break
      }
      if (raise <= 0) break
      const often = (raises[j] ?? 0) + 1
      raises[j] = often
      const wars = Math.floor(often / (war * all))
      if (wars > 0) {
        // Without a step it must stay in balance: the searches settle it.
        if (step === 0) break
        raise = Math.min(raise * faster ** wars, best - least + step)
      }
      const offer = (v[j] ?? 0) + raise
      const loser = holder[first] ?? -1
      let q = 0
      for (;;) {
        let below = 2 * q + 1
        if (below >= all) break
        if (below + 1 < all && (bid[first + below + 1] ?? 0) < (bid[first + below] ?? 0)) below++
        if ((bid[first + below] ?? 0) >= offer) break
        bid[first + q] = bid[first + below] ?? 0
        holder[first + q] = holder[first + below] ?? 0
        q = below
      }
      bid[first + q] = offer
      holder[first + q] = i
      mate[i] = j
      v[j] = bid[first] ?? 0
      mate[loser] = -1
      i = loser
    }
  }
  return true
}
