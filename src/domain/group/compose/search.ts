import { type Arrangement, arrange, type Change } from './arrangement.ts'
import { chance } from './chance.ts'
import { moves, open, rareMove } from './moves.ts'
import type { ComposeQuestion } from './question.ts'
import type { Seats } from './worth.ts'

export interface Found {
  readonly seats: Seats
  readonly worth: number
}

/** So many tries; a few hundred thousand take a moment, and are always the same for the same question. */
const usual = 120_000
/** Points that may be lost at first, and in the end, with one chance in three. */
const warm = 200
const cold = 1

/**
 * A good composition at once, by trying changes and now and then taking a worse one. It keeps every rule at every step
 * and proves nothing: for a first proposal, as a start for the solver, and when that has no answer. Nothing at all if
 * what somebody put by hand leaves no whole group.
 */
export function searchGroups(question: ComposeQuestion, tries = usual, seed = 1): Found | null {
  const draw = chance(seed)
  const now = arrange(question)
  if (!seatThosePut(question, now)) return null
  let best: Found = { seats: now.seats.slice(), worth: now.worth() }
  if (question.groups.length === 0 || question.prize.length === 0) return best
  for (let first = 0; first < 3 * question.groups.length; first++)
    now.change(open(question, now, draw), (won) => won > 0)
  for (let at = 0; at < tries; at++) {
    const heat = warm * (cold / warm) ** (at / tries)
    const move = at % 500 === 499 ? rareMove : (moves[draw(moves.length)] ?? rareMove)
    const changes = move(question, now, draw)
    if (changes.length === 0) continue
    now.change(changes, (won) => won >= 0 || draw(1_000_000) < 1_000_000 * Math.exp(won / heat))
    if (now.worth() > best.worth) best = { seats: now.seats.slice(), worth: now.worth() }
  }
  return best
}

/** Who was put by hand sits there from the beginning, with as many as her group needs to begin. */
function seatThosePut(question: ComposeQuestion, now: Arrangement): boolean {
  for (const g of question.groups.keys()) {
    const put = question.put.flatMap((to, i) => (to === g ? [i] : []))
    if (put.length === 0) continue
    const need = question.groups[g]?.need ?? 0
    const coming: Change[] = put.map((i) => [i, g])
    for (const [i, some] of question.fits.entries()) {
      if (coming.length >= need) break
      const free = (question.put[i] ?? -1) < 0 && now.seats[i] === -1 && some.includes(g)
      if (free && !coming.some(([j]) => question.apart[i]?.includes(j))) coming.push([i, g])
    }
    if (!now.change(coming, () => true)) return false
  }
  return true
}
