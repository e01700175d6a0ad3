import { z } from 'zod'
import type { Chance } from '#simulation/chance.ts'
import { hostile } from '#testing/hostile.ts'

/** A schema as JSON Schema tells it; only what is used to draw by. */
interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Shape | boolean
  readonly items?: Shape
  readonly prefixItems?: readonly Shape[]
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Shape>>
}
export const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape

/** Stands under names that no schema knows, and nowhere else: where it comes out, something went in unlooked at. */
export const smuggled = 'SMOKKELWAAR-7f3a'
const strangers = [
  '__proto__',
  'constructor',
  'prototype',
  'isAdmin',
  'org_id',
  'orgId',
  'roles',
  'toString',
  '',
]

const others: readonly unknown[] = [
  ...Object.values(hostile),
  '',
  'x'.repeat(300_000),
  '\u0000',
  '\ud800',
  0,
  -0,
  -1,
  1.5,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 31,
  2 ** 53,
  10n,
  true,
  false,
  null,
  undefined,
  [],
  [[[[[]]]]],
  {},
  Object.create(null),
  JSON.parse(`{"__proto__": {"polluted": "${smuggled}"}}`),
  JSON.parse(`{"constructor": {"prototype": {"polluted": "${smuggled}"}}}`),
  new Date(0),
  () => smuggled,
  Symbol('x'),
  new Map([['a', 1]]),
  Array.from({ length: 5_000 }, () => 'x'),
]

const words = [
  'Semira',
  'iemand@example.nl',
  '+31612345678',
  '2026-11-03',
  '3-11-2026',
  '10:00',
  '3011 AB',
  'nl',
  '1',
]
const uuids = ['01930000-0000-7000-8000-000000000001', '01930000-0000-7000-8000-000000000002']

function text(shape: Shape, chance: Chance): string {
  if (shape.format === 'uuid') return chance.pick(uuids)
  if (shape.format === 'email') return 'iemand@example.nl'
  const word = chance.chance(0.7)
    ? chance.pick(words)
    : 'Een paar woorden van haar. '.repeat(chance.between(1, 4))
  const least = shape.minLength ?? 0
  return word.padEnd(least, 'x').slice(0, Math.max(least, shape.maxLength ?? word.length))
}

/** Something that may well be taken, and now and then something that may not. `odd` is how often. */
export function draw(shape: Shape, chance: Chance, odd: number, root: Shape = shape, depth = 0): unknown {
  if (depth > 12) return null
  if (chance.chance(odd)) return others[chance.between(0, others.length - 1)]
  const go = (one: Shape) => draw(one, chance, odd, root, depth + 1)
  if (shape.$ref === '#') return go(root)
  if (shape.$ref) return go(root.$defs?.[shape.$ref.split('/').at(-1) ?? ''] ?? {})
  if ('const' in shape) return shape.const
  if (shape.enum) return chance.pick(shape.enum)
  const either = shape.anyOf ?? shape.oneOf
  if (either?.length) return go(chance.pick(either))
  if (shape.allOf?.length) return Object.assign({}, ...shape.allOf.map(go))
  if (shape.type === 'object') return drawObject(shape, chance, odd, go)
  if (shape.type === 'array') {
    if (shape.prefixItems) return shape.prefixItems.map(go)
    return Array.from({ length: chance.between(shape.minItems ?? 0, (shape.minItems ?? 0) + 2) }, () =>
      go(shape.items ?? {}),
    )
  }
  if (shape.type === 'integer' || shape.type === 'number')
    return chance.between(Math.max(shape.minimum ?? 0, -1_000), Math.min(shape.maximum ?? 9, 1_000))
  if (shape.type === 'boolean') return chance.chance(0.5)
  if (shape.type === 'null') return null
  // What JSON Schema has no word for: days of their own kind, mostly.
  return text(shape, chance)
}

function drawObject(shape: Shape, chance: Chance, odd: number, go: (one: Shape) => unknown): unknown {
  const made: Record<string, unknown> = {}
  for (const [name, one] of Object.entries(shape.properties ?? {}))
    if ((shape.required?.includes(name) && !chance.chance(odd / 2)) || chance.chance(0.6))
      made[name] = go(one)
  if (typeof shape.additionalProperties === 'object') {
    // Any name is asked for here: what stands under it is held to its own schema.
    if (chance.chance(0.5)) made[chance.pick(words)] = go(shape.additionalProperties)
    return made
  }
  if (!chance.chance(odd * 2)) return made
  const name = chance.pick(strangers)
  if (name in (shape.properties ?? {})) return made
  // As from JSON: a name of its own, whatever it is called.
  Object.defineProperty(made, name, {
    value: chance.chance(0.5) ? smuggled : { polluted: smuggled },
    enumerable: true,
    configurable: true,
    writable: true,
  })
  return made
}
