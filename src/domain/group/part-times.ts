interface Part {
  readonly minutes: { readonly value: number }
}

/** When each part of a meeting begins, one after the other; without a time to begin nobody can say. */
export function partTimes<One extends Part>(
  parts: readonly One[],
  beginsAt: string | null,
): readonly { readonly part: One; readonly at: string | null }[] {
  const begin = beginsAt === null ? null : Temporal.PlainTime.from(beginsAt)
  let passed = 0
  return parts.map((part) => {
    const at = begin?.add({ minutes: passed }).toString({ smallestUnit: 'minute' }) ?? null
    passed += part.minutes.value
    return { part, at }
  })
}
