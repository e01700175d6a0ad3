import type { Instance } from './instance.ts'

/**
 * The highest sum of scores by the textbook: mothers come one by one, and each takes the best path of moves there is
 * (Bellman–Ford on the residual graph, no prices). It shares nothing with the solver but the question.
 */
export function bestScoreByPaths({ mothers, workers, capacity, rowPtr, col, score }: Instance): number {
  const mate = Array<number>(mothers).fill(-1)
  const worth = Array<number>(mothers).fill(0)
  const held = Array<number>(workers).fill(0)
  let total = 0
  for (let from = 0; from < mothers; from++) {
    // What the whole gains if this mother becomes free to move, and how she was reached.
    const gain = Array<number>(mothers).fill(Number.NEGATIVE_INFINITY)
    const to = Array<number>(workers).fill(Number.NEGATIVE_INFINITY)
    const by = Array<number>(workers).fill(-1)
    gain[from] = 0
    for (let changed = true; changed; ) {
      changed = false
      for (let i = 0; i < mothers; i++)
        for (let e = rowPtr[i] ?? 0; e < (rowPtr[i + 1] ?? 0); e++) {
          const j = col[e] ?? 0
          const reached = (gain[i] ?? 0) + (score[e] ?? 0)
          if (mate[i] === j || reached <= (to[j] ?? 0)) continue
          to[j] = reached
          by[j] = i
          changed = true
          for (let k = 0; k < mothers; k++)
            if (mate[k] === j && reached - (worth[k] ?? 0) > (gain[k] ?? 0))
              gain[k] = reached - (worth[k] ?? 0)
        }
    }
    let best = 0
    let end = -1
    let out = from
    for (let j = 0; j < workers; j++)
      if ((held[j] ?? 0) < (capacity[j] ?? 0) && (to[j] ?? 0) > best) {
        best = to[j] ?? 0
        end = j
        out = -1
      }
    for (let k = 0; k < mothers; k++)
      if ((mate[k] ?? -1) >= 0 && (gain[k] ?? 0) > best) {
        best = gain[k] ?? 0
        end = mate[k] ?? -1
        out = k
      }
    total += best
    if (out === from) continue
    if (out >= 0) mate[out] = -1
    else held[end] = (held[end] ?? 0) + 1
    for (let j = end; j >= 0; ) {
      const i = by[j] ?? -1
      const old = mate[i] ?? -1
      mate[i] = j
      for (let e = rowPtr[i] ?? 0; e < (rowPtr[i + 1] ?? 0); e++) if (col[e] === j) worth[i] = score[e] ?? 0
      j = i === from ? -1 : old
    }
  }
  return total
}
