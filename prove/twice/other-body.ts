import type { z } from 'zod'

/** The same with one thing in it different: every way there is, one after the other. */
function* othersOf(value: unknown, newId: () => string): Generator<unknown> {
  if (typeof value === 'string') {
    yield `${value} en meer`
    yield newId()
    yield value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10))
  } else if (typeof value === 'number') yield value + 1
  else if (typeof value === 'boolean') yield !value
  else if (Array.isArray(value)) {
    for (const [at, one] of value.entries())
      for (const other of othersOf(one, newId)) yield value.with(at, other)
    if (value.length > 0) yield value.slice(1)
  } else if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value))
    for (const [name, one] of Object.entries(value).toReversed())
      for (const other of othersOf(one, newId)) yield { ...value, [name]: other }
}

/** Something else that this use case would take as well; `null` where there is no other. */
export function otherBody(schema: z.ZodType, input: unknown, newId: () => string): unknown {
  const same = JSON.stringify(input)
  for (const other of othersOf(input, newId))
    if (schema.safeParse(other).success && JSON.stringify(other) !== same) return other
  return null
}
