import { type Node, nodesOn, picture, type Rings, ringsFor } from '#domain/circle/ring-layout.ts'
import type { Ring } from '#domain/circle/supporter.ts'

export interface Drawn {
  /** Outer edges of the rings. */
  readonly edges: readonly number[]
  /** One for each person, in the order given. */
  readonly nodes: readonly Node[]
  /** What stands beside each node; `null` where there is no way to write all of them, and numbers alone say who it is. */
  readonly labels: readonly string[] | null
}
interface Person {
  readonly ring: Ring
  readonly label: string
}

/** More than this never fits; trying would only take time. */
const mostLabelled = 18
const lengths = [16, 12, 9, 7] as const
/** Each ring begins elsewhere, so that people of different rings don't stand in one line. */
const beginAt: Record<Ring, number> = { 1: 0, 2: 3, 3: 6 }
const turnsOf = (people: readonly Person[], ring: Ring): readonly number[] =>
  people.some((one) => one.ring === ring)
    ? [0, 1, 2, 3, 4, 5, 6, 7].map((at) => ((at + beginAt[ring]) % 8) / 8)
    : [0]

/** Where everybody stands, turned so that what they are called can be read, if there is such a way. */
export function drawRings(people: readonly Person[]): Drawn {
  const rings = ringsFor(people)
  const labelled = people.length <= mostLabelled ? withLabels(rings, people) : null
  return { edges: rings.edges, ...(labelled ?? { nodes: nodesOn(rings, people), labels: null }) }
}

function withLabels(rings: Rings, people: readonly Person[]) {
  for (const length of lengths) {
    const labels = people.map(({ label }) => shortened(label, length))
    for (const first of turnsOf(people, 1))
      for (const second of turnsOf(people, 2))
        for (const third of turnsOf(people, 3)) {
          const nodes = nodesOn(rings, people, [first, second, third])
          if (allFit(nodes, labels)) return { nodes, labels }
        }
  }
  return null
}
const shortened = (label: string, most: number): string => {
  const letters = [...label]
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : label
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
const half = picture.size / 2
const around = ({ x, y }: Node, by: number): Box => ({
  left: x - by,
  right: x + by,
  top: y - by,
  bottom: y + by,
})
export const nodeBox = (node: Node): Box => around(node, picture.node)
const she = around({ x: half, y: half }, picture.centre)

/** Words stand on the side away from her: above who is above her, beneath who is beneath. */
export const isAbove = ({ y }: Node): boolean => y < half
export function labelBox(node: Node, label: string): Box {
  const wide = ([...label].length * picture.letter) / 2
  const top = isAbove(node) ? node.y - picture.node - picture.line - 1 : node.y + picture.node + 1
  return { left: node.x - wide, right: node.x + wide, top, bottom: top + picture.line }
}
export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Every line inside, and over nobody and no other line. */
function allFit(nodes: readonly Node[], labels: readonly string[]): boolean {
  const boxes = nodes.map((node, at) => labelBox(node, labels[at] ?? ''))
  return boxes.every(
    (box, at) =>
      box.left >= 0 &&
      box.right <= picture.size &&
      box.top >= 0 &&
      box.bottom <= picture.size &&
      !overlap(box, she) &&
      nodes.every((node, other) => other === at || !overlap(box, nodeBox(node))) &&
      boxes.every((other, index) => index <= at || !overlap(box, other)),
  )
}
