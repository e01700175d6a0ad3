import { conflictCliques } from './conflict-cliques.ts'
import { type ComposeQuestion, groupCost } from './question.ts'
import type { Seats } from './worth.ts'

/** What keeps women apart as sets, or pair by pair: the second only to be measured against. */
export type ConflictRows = 'cliques' | 'pairs'

export const seatName = (i: number, g: number): string => `x${i}_${g}`
export const openName = (g: number): string => `y${g}`

/**
 * The composition as a mixed integer programme, in the text that solvers read: a seat for a woman in a group that she
 * fits, a group that is open or not, and for each trait of a group how far it is beyond the half.
 */
export function compactModel(question: ComposeQuestion, conflicts: ConflictRows = 'cliques'): string {
  const inGroup = question.groups.map((_, g) =>
    question.fits.flatMap((some, i) => (some.includes(g) ? [i] : [])),
  )
  const goal: string[] = []
  const rows: string[] = []
  const seats: string[] = []
  for (const [i, some] of question.fits.entries()) {
    const names = some.map((g) => seatName(i, g))
    seats.push(...names)
    goal.push(...names.map((name) => `${question.prize[i] ?? 0} ${name}`))
    if (names.length > 1) rows.push(`${names.join(' + ')} <= 1`)
  }
  const sets = conflicts === 'cliques' ? conflictCliques(question.apart) : pairsOf(question.apart)
  for (const [g, inIt] of inGroup.entries()) {
    const group = question.groups[g]
    if (!group || inIt.length === 0) continue
    const y = openName(g)
    const all = sum(inIt.map((i) => seatName(i, g)))
    if (group.need > 0) {
      goal.push(`-${groupCost} ${y}`)
      rows.push(`${all} - ${group.need} ${y} >= 0`)
    }
    rows.push(`${all} - ${group.room} ${y} <= 0`)
    for (const set of sets) {
      const here = set.filter((i) => inIt.includes(i))
      if (here.length > 1) rows.push(`${sum(here.map((i) => seatName(i, g)))} - ${y} <= 0`)
    }
    if (group.twin !== null) rows.push(...twinRows(inIt, group.twin, g))
    for (const { name, points, row } of varietyOf(question, g, inIt)) {
      goal.push(`-${points} ${name}`)
      rows.push(row)
    }
  }
  const opens = inGroup.flatMap((inIt, g) => (inIt.length > 0 ? [openName(g)] : []))
  const put = question.put.flatMap((g, i) => (g >= 0 ? [`${seatName(i, g)} = 1`] : []))
  return [
    'Maximize',
    `all: ${goal.length > 0 ? sum(goal) : '0 nothing'}`,
    'Subject To',
    ...(rows.length > 0 ? rows : ['nothing <= 0']),
    ...(put.length > 0 ? ['Bounds', ...put] : []),
    'Binary',
    [...seats, ...opens].join('\n'),
    'End',
  ].join('\n')
}

const sum = (terms: readonly string[]): string => terms.join('\n + ').replaceAll('+ -', '- ')

/** One of two that are alike opens first, and has the first of the women: the same plan isn't tried twice. */
const twinRows = (inIt: readonly number[], before: number, g: number): string[] => [
  `${openName(before)} - ${openName(g)} >= 0`,
  ...inIt.map((i) => {
    const earlier = inIt.filter((j) => j < i).map((j) => seatName(j, before))
    return earlier.length > 0 ? `${seatName(i, g)} - ${earlier.join('\n - ')} <= 0` : `${seatName(i, g)} <= 0`
  }),
]

function varietyOf({ groups, traits, points }: ComposeQuestion, g: number, inIt: readonly number[]) {
  const group = groups[g]
  return points.flatMap((many, a) => {
    const having = inIt.filter((i) => traits[i]?.includes(a))
    const seated = group?.seated[a] ?? 0
    // Who has it can't be more than half of any group that begins.
    if (!group || many === 0 || 2 * (seated + having.length) <= group.taken + Math.max(1, group.need))
      return []
    const name = `o${g}_${a}`
    const own = inIt.map((i) => (having.includes(i) ? `- ${seatName(i, g)}` : `+ ${seatName(i, g)}`))
    const fixed = 2 * seated - group.taken
    const y = fixed === 0 ? '' : ` ${fixed > 0 ? '-' : '+'} ${Math.abs(fixed)} ${openName(g)}`
    return [{ name, points: many, row: `${name} ${own.join('\n ')}${y} >= 0` }]
  })
}

const pairsOf = (apart: readonly (readonly number[])[]): number[][] =>
  apart.flatMap((some, i) => some.filter((j) => i < j).map((j) => [i, j]))

/** A solver's columns as seats; `x` is rounded, and what comes out is checked by whoever asked. */
export function seatsFrom(question: ComposeQuestion, value: (name: string) => number): Seats {
  const seats = new Int32Array(question.prize.length).fill(-1)
  for (const [i, some] of question.fits.entries())
    for (const g of some) if (value(seatName(i, g)) > 0.5) seats[i] = g
  return seats
}
