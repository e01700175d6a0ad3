import { type Urgency, urgencies } from '#domain/match/urgency.ts'
import { fitKey, misfit } from './fits.ts'
import type { ComposeGroup, ComposeWoman, Composing } from './people.ts'

/** A composition in numbers, in the order of the ids: the order in which people came decides nothing. */
export interface ComposeQuestion {
  /** What it is worth that she is in a group: how urgent it is and how long she waited. */
  readonly prize: readonly number[]
  /** The groups that she fits. */
  readonly fits: readonly (readonly number[])[]
  /** Women who are not in the same group as she. */
  readonly apart: readonly (readonly number[])[]
  readonly groups: readonly GroupNumbers[]
  readonly traits: readonly (readonly number[])[]
  /** What each trait costs for each beyond the half. */
  readonly points: readonly number[]
  /** Put by somebody; she stays there. `-1` where nobody decided. */
  readonly put: readonly number[]
}
export interface GroupNumbers {
  /** So many are still needed before it can begin; so many seats are left. */
  readonly need: number
  readonly room: number
  readonly taken: number
  /** How many of those in it have each trait. */
  readonly seated: readonly number[]
  /** The group before it that is exactly like it. */
  readonly twin: number | null
}

/** A woman of a higher urgency is worth more than any number of the next that a group holds (matching.md 8). */
const prizes: Readonly<Record<Urgency, number>> = { normal: 300, long_waiting: 5_000, time_running: 80_000 }
const mostDays = 1_000
/** Opening one more group. */
export const groupCost = 50

export const prizeOf = ({ urgency, waitingDays }: Pick<ComposeWoman, 'urgency' | 'waitingDays'>): number =>
  prizes[urgency] + Math.min(Math.max(0, waitingDays), mostDays)
/** The least that one more woman in a group can be worth. */
export const leastPrize = Math.min(...urgencies.map((urgency) => prizes[urgency]))

export interface Composed {
  readonly question: ComposeQuestion
  /** Whose number is whose. */
  readonly womenIds: readonly string[]
  readonly groupIds: readonly string[]
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)

export function asQuestion(composing: Composing): Composed {
  const women = [...composing.women].sort(byId)
  const groups = [...composing.groups].sort(byId)
  const never = new Set(composing.never.map(([womanId, groupId]) => fitKey(womanId, groupId)))
  const names = [...composing.variety.keys()].sort()
  const numbersOf = (traits: readonly string[]) =>
    [...new Set(traits)].map((one) => names.indexOf(one)).filter((at) => at >= 0)
  const fits = women.map((woman) =>
    groups.flatMap((group, g) => (misfit(composing, never, woman, group) === null ? [g] : [])),
  )
  const womenIds = women.map(({ id }) => id)
  const groupIds = groups.map(({ id }) => id)
  return {
    womenIds,
    groupIds,
    question: {
      prize: women.map(prizeOf),
      fits,
      apart: apartOf(womenIds, composing.apart),
      groups: groups.map((group, g) => ({
        need: Math.max(0, group.min - group.seated.length),
        room: Math.max(0, group.max - group.seated.length),
        taken: group.seated.length,
        seated: names.map((name) => group.seated.filter((traits) => traits.includes(name)).length),
        twin: twinOf(groups, g, fits, composing),
      })),
      traits: women.map(({ traits }) => numbersOf(traits)),
      points: names.map((name) => composing.variety.get(name) ?? 0),
      put: women.map(({ id }, i) => {
        const put = composing.moves.find(({ womanId, kind }) => womanId === id && kind === 'put')
        const g = put?.groupId ? groupIds.indexOf(put.groupId) : -1
        // A rule that came since sets aside what somebody decided.
        return fits[i]?.includes(g) ? g : -1
      }),
    },
  }
}

function apartOf(ids: readonly string[], pairs: Composing['apart']): number[][] {
  const at = new Map(ids.map((id, i) => [id, i]))
  const apart = ids.map(() => new Set<number>())
  for (const [one, other] of pairs) {
    const [i, j] = [at.get(one), at.get(other)]
    if (i === undefined || j === undefined || i === j) continue
    apart[i]?.add(j)
    apart[j]?.add(i)
  }
  return apart.map((some) => [...some].sort((a, b) => a - b))
}

/** Groups that nobody sits in yet, at which the same women fit and about which nobody decided anything. */
function twinOf(
  groups: readonly ComposeGroup[],
  g: number,
  fits: readonly (readonly number[])[],
  { moves }: Composing,
): number | null {
  const group = groups[g]
  const decided = (id: string) => moves.some(({ groupId }) => groupId === id)
  if (!group || group.seated.length > 0 || decided(group.id)) return null
  for (let before = g - 1; before >= 0; before--) {
    const other = groups[before]
    if (!other || other.seated.length > 0 || decided(other.id)) continue
    if (other.min !== group.min || other.max !== group.max) continue
    if (fits.every((some) => some.includes(g) === some.includes(before))) return before
  }
  return null
}
