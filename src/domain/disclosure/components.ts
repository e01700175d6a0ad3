import type { Book, Equation } from './book.ts'

/** Quantities that hang together, without what is told and so stays what it is. */
export interface Component {
  readonly members: readonly number[]
  readonly equations: readonly Equation[]
}

/** What doesn't hang together can't give each other away, and is looked at apart. */
export function componentsOf(book: Book, told: ReadonlySet<number>): Component[] {
  const above = book.quantities.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (above[root] !== root) root = above[root] ?? root
    for (let next = at; next !== root; ) {
      const up = above[next] ?? root
      above[next] = root
      next = up
    }
    return root
  }
  const within = book.equations.flatMap((equation) => {
    const { whole, parts } = equation
    const free = [whole, ...parts].filter((at) => !told.has(at))
    for (const at of free.slice(1)) above[rootOf(at)] = rootOf(free[0] ?? at)
    return free[0] === undefined ? [] : [{ at: free[0], equation }]
  })
  const all = new Map<number, { members: number[]; equations: Equation[] }>()
  for (const [at] of book.quantities.entries()) {
    if (told.has(at)) continue
    const root = rootOf(at)
    const there = all.get(root)
    if (there) there.members.push(at)
    else all.set(root, { members: [at], equations: [] })
  }
  for (const { at, equation } of within) all.get(rootOf(at))?.equations.push(equation)
  return [...all.values()]
}
