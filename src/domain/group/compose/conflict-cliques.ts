/**
 * Covers who must be apart by sets of women of whom each two must be: one row of a set says more than a row for each of
 * its pairs, and the solver's bound is nearer for it. Each set is as large as it can be; no pair is left out.
 */
export function conflictCliques(apart: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const next = apart.map((some) => new Set(some))
  const open = next.map((some) => new Set(some))
  const cliques: number[][] = []
  for (const [i, left] of open.entries())
    while (left.size > 0) {
      const clique = grown(i, next, open)
      for (const a of clique) for (const b of clique) if (a !== b) open[a]?.delete(b)
      cliques.push(clique.sort((a, b) => a - b))
    }
  return cliques
}

/** From one woman on: always whoever shares most pairs with the set that no row says yet, then whoever knows most. */
function grown(from: number, next: readonly Set<number>[], open: readonly Set<number>[]): number[] {
  const clique = [from]
  let may = [...(next[from] ?? [])]
  while (may.length > 0) {
    const news = (j: number) => clique.reduce((sum, i) => sum + (open[i]?.has(j) ? 1 : 0), 0)
    const reach = (j: number) => may.reduce((sum, k) => sum + (next[j]?.has(k) ? 1 : 0), 0)
    const best = may
      .map((j) => ({ j, news: news(j), reach: reach(j) }))
      .reduce((a, b) => (b.news > a.news || (b.news === a.news && b.reach > a.reach) ? b : a))
    clique.push(best.j)
    may = may.filter((k) => k !== best.j && next[best.j]?.has(k))
  }
  return clique
}
