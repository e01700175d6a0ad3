import type { Arrangement, Change } from './arrangement.ts'
import type { ComposeQuestion } from './question.ts'

type Draw = (below: number) => number
/** A change worth trying, or none. */
export type Move = (question: ComposeQuestion, now: Arrangement, draw: Draw) => readonly Change[]

const one = <Of>(of: readonly Of[], draw: Draw): Of | undefined => of[draw(of.length)]

/** A woman goes to another group, and who can't sit with her there goes out; if it is full, somebody else does. */
const relocate: Move = (question, now, draw) => {
  const i = draw(question.prize.length)
  const g = one(question.fits[i] ?? [], draw)
  if (g === undefined || g === now.seats[i]) return []
  const out = now.inGroup(g).filter((j) => question.apart[i]?.includes(j))
  if (out.length > 2) return []
  const full = out.length === 0 && !now.hasRoom(g) ? one(now.inGroup(g), draw) : undefined
  return [...[...out, ...(full === undefined ? [] : [full])].map((j): Change => [j, -1]), [i, g]]
}

/** Two women take each other's seats; one of them may have none. */
const swap: Move = (question, now, draw) => {
  const i = draw(question.prize.length)
  const g = one(question.fits[i] ?? [], draw)
  const j = g === undefined ? undefined : one(now.inGroup(g), draw)
  const from = now.seats[i] ?? -1
  if (g === undefined || j === undefined || from === g) return []
  return [
    [j, from],
    [i, g],
  ]
}

/** A woman takes a seat, whose it was goes on to a third group. */
const chain: Move = (question, now, draw) => {
  const i = draw(question.prize.length)
  const g = one(question.fits[i] ?? [], draw)
  const j = g === undefined ? undefined : one(now.inGroup(g), draw)
  const h = j === undefined ? undefined : one(question.fits[j] ?? [], draw)
  if (g === undefined || j === undefined || h === undefined || h === g || now.seats[i] === g) return []
  return [
    [j, h],
    [i, g],
  ]
}

/** Opens a group that nobody was put in: those without a seat first, then whoever can be missed where she is. */
export const open: Move = (question, now, draw) => {
  const g = draw(question.groups.length)
  const group = question.groups[g]
  if (!group || now.inGroup(g).length > 0 || group.room < Math.max(1, group.need)) return []
  const spare = question.groups.map((other, h) => now.inGroup(h).length - other.need)
  const rank = (i: number) => ((now.seats[i] ?? -1) < 0 ? 0 : 1e6) - (question.prize[i] ?? 0) + draw(200)
  const coming: number[] = []
  const fitting = question.fits.flatMap((some, i) => (some.includes(g) ? [{ i, rank: rank(i) }] : []))
  for (const { i } of fitting.sort((a, b) => a.rank - b.rank)) {
    if (coming.length === group.room) break
    const from = now.seats[i] ?? -1
    // Enough to begin with: nobody else is taken from where she sits.
    if (from >= 0 && (coming.length >= Math.max(1, group.need) || (spare[from] ?? 0) <= 0)) continue
    if (coming.some((j) => question.apart[i]?.includes(j))) continue
    if (from >= 0) spare[from] = (spare[from] ?? 0) - 1
    coming.push(i)
  }
  return coming.length >= Math.max(1, group.need) ? coming.map((i): Change => [i, g]) : []
}

/** Closes a group; who sat in it goes where there is room, or waits. */
const close: Move = (question, now, draw) => {
  const g = draw(question.groups.length)
  const room = question.groups.map((group, h) => group.room - now.inGroup(h).length)
  return now.inGroup(g).map((i): Change => {
    const to = question.fits[i]?.find(
      (h) => h !== g && now.inGroup(h).length > 0 && (room[h] ?? 0) > 0 && now.sitsWell(i, h),
    )
    if (to !== undefined) room[to] = (room[to] ?? 0) - 1
    return [i, to ?? -1]
  })
}

/** How often each is tried: most plans become better by small moves. */
export const moves: readonly Move[] = [
  relocate,
  relocate,
  relocate,
  relocate,
  swap,
  swap,
  swap,
  chain,
  chain,
  chain,
  open,
]
/** Tried now and then: it turns much over. */
export const rareMove: Move = close
