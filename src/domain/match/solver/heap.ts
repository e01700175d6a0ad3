/** Nodes by distance, nearest first. A node may stand in it twice; whoever takes it out knows which one holds. */
export interface Heap {
  size: number
  key: Float64Array
  node: Int32Array
}

export const newHeap = (): Heap => ({ size: 0, key: new Float64Array(1024), node: new Int32Array(1024) })

export function push(heap: Heap, distance: number, which: number): void {
  if (heap.size === heap.key.length) grow(heap)
  const { key, node } = heap
  let at = heap.size++
  while (at > 0) {
    const above = (at - 1) >> 1
    const theirs = key[above] ?? 0
    if (theirs <= distance) break
    key[at] = theirs
    node[at] = node[above] ?? 0
    at = above
  }
  key[at] = distance
  node[at] = which
}

/** The nearest node; its distance was `heap.key[0]`. The heap must not be empty. */
export function pop(heap: Heap): number {
  const { key, node } = heap
  const nearest = node[0] ?? 0
  const size = --heap.size
  const distance = key[size] ?? 0
  let at = 0
  for (;;) {
    let below = 2 * at + 1
    if (below >= size) break
    if (below + 1 < size && (key[below + 1] ?? 0) < (key[below] ?? 0)) below++
    const theirs = key[below] ?? 0
    if (theirs >= distance) break
    key[at] = theirs
    node[at] = node[below] ?? 0
    at = below
  }
  key[at] = distance
  node[at] = node[size] ?? 0
  return nearest
}

function grow(heap: Heap): void {
  const key = new Float64Array(heap.key.length * 2)
  key.set(heap.key)
  const node = new Int32Array(heap.node.length * 2)
  node.set(heap.node)
  heap.key = key
  heap.node = node
}
