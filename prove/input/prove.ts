import { z } from 'zod'
import { chanceOf } from '#simulation/chance.ts'
import { everyUseCase } from '../every-use-case.ts'
import { draw, shapeOf, smuggled } from './shapes.ts'

export interface Proof {
  readonly schemas: number
  readonly inputs: number
  readonly taken: number
  /** Schemas of which something was taken: of the others this proves little. */
  readonly reached: number
  readonly slowest: number
  readonly wrong: readonly string[]
}

/** More than any text that may be kept. */
const longestText = 200_000

/** Text of any length that is hashed and looked up, and never kept: an address holds no more of it than the server takes. */
const onlyLookedUp: Readonly<Record<string, string>> = {
  'read-invitation': '.secret: ',
  'accept-invitation': '.secret: ',
}

/** What is wrong with what came out of a schema. */
export function wrongIn(value: unknown, path = '', depth = 0): string | null {
  if (typeof value === 'string') {
    if (value.includes(smuggled)) return `${path}: came through`
    return value.length > longestText ? `${path}: ${value.length} characters` : null
  }
  if (typeof value !== 'object' || value === null || depth > 20) return null
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant || value instanceof Date)
    return null
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null)
    return Object.hasOwn(prototype, 'polluted') ? `${path}: another prototype` : null
  for (const [name, one] of Object.entries(value)) {
    const wrong = wrongIn(one, `${path}.${name}`, depth + 1)
    if (wrong) return wrong
  }
  return null
}
const clean = Object.getOwnPropertyNames(Object.prototype).length

/** Draws inputs for the schema of every use case in turn, mostly good ones with something odd in them. */
export function proveInput(
  count: number,
  seed: number,
  { parsed }: { parsed?: (schema: z.ZodType) => z.ZodType } = {},
): Proof {
  const chance = chanceOf(seed)
  const schemas = [...everyUseCase].map(([name, { useCase }]) => ({
    name,
    schema: parsed ? parsed(useCase.input) : useCase.input,
    shape: shapeOf(useCase.input),
  }))
  const wrong: string[] = []
  const reached = new Set<string>()
  let [taken, slowest] = [0, 0]
  for (let at = 0; at < count; at += 1) {
    const one = schemas[at % schemas.length]
    if (!one) throw new Error('no schema')
    const input = draw(one.shape, chance, chance.pick([0, 0.02, 0.1, 0.4]))
    const began = performance.now()
    try {
      const { success, data } = one.schema.safeParse(input)
      if (success) {
        taken += 1
        reached.add(one.name)
        const problem = wrongIn(data)
        if (problem && !problem.startsWith(onlyLookedUp[one.name] ?? 'none'))
          wrong.push(`${one.name}${problem}`)
      }
    } catch (error) {
      wrong.push(`${one.name} throws: ${error instanceof Error ? error.message.slice(0, 80) : typeof error}`)
    }
    slowest = Math.max(slowest, performance.now() - began)
    if (Object.getOwnPropertyNames(Object.prototype).length !== clean || 'polluted' in {}) {
      wrong.push(`${one.name} changed what every object has`)
      break
    }
  }
  return { schemas: schemas.length, inputs: count, taken, reached: reached.size, slowest, wrong }
}

/** What the proof must notice: schemas that let through what they don't know. */
export const loosened = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodObject ? schema.loose() : schema
