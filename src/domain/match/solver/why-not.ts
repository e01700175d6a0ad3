/** A hard rule as an answer names it. What a sealed rule is about is nobody's business, not even by its name. */
export interface Rule {
  readonly code: string
  readonly sealed: boolean
}

/**
 * Why pairs are no candidates: for each the first rule that forbids it, as columns like those of an instance. A pair
 * that stands neither here nor there was not looked at, for the one reason in `elsewhere`.
 */
export interface Blocked {
  readonly rules: readonly Rule[]
  readonly rowPtr: Int32Array
  readonly col: Int32Array
  /** Which of `rules`. */
  readonly rule: Uint8Array
  readonly elsewhere: Rule
}

/** All that is ever said of a sealed rule. */
export const notPossible = 'not-possible'

const said = ({ code, sealed }: Rule): string => (sealed ? notPossible : code)

/** Why this pair is no candidate, in a code that may be shown. */
export function whyNot(blocked: Blocked | undefined, mother: number, worker: number): string {
  if (!blocked) return notPossible
  return (
    blockedPairs(blocked, mother).find((one) => one.worker === worker)?.because ?? said(blocked.elsewhere)
  )
}

/** Everybody who was looked at for her and is not possible. */
export function blockedPairs(
  blocked: Blocked | undefined,
  mother: number,
): { worker: number; because: string }[] {
  if (!blocked || mother + 1 >= blocked.rowPtr.length) return []
  const from = blocked.rowPtr[mother] ?? 0
  const workers = blocked.col.subarray(from, blocked.rowPtr[mother + 1])
  return Array.from(workers, (worker, k) => {
    const rule = blocked.rules[blocked.rule[from + k] ?? 0]
    return { worker, because: rule ? said(rule) : notPossible }
  })
}
