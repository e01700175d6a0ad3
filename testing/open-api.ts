import fc from 'fast-check'
import { z } from 'zod'

/** As much of JSON Schema as the API's own description uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly format?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly minItems?: number
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly schema: Schema
}
export interface Operation {
  readonly method: string
  readonly path: string
  readonly operationId?: string
  readonly security: readonly { readonly key?: readonly string[] }[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly description: string; readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'method' | 'path'>>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

export const operationsOf = ({ paths }: Description): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ ...one, method: method.toUpperCase(), path })),
  )

/** Values that a schema allows. */
export function fitting(schema: Schema = {}): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern))
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.type === 'string') return fc.string({ unit: 'grapheme', maxLength: 30 })
  if (schema.type === 'integer') return fc.integer()
  if (schema.type === 'array')
    return fc.array(fitting(schema.items), { minLength: schema.minItems ?? 0, maxLength: 4 })
  if (schema.type !== 'object') return fc.jsonValue({ maxDepth: 3 })
  const { properties = {}, required = [] } = schema
  const known = Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, fitting(of)]))
  return fc
    .tuple(
      fc.record(known, { requiredKeys: [...required] }),
      fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }),
    )
    .map(([fits, extra]) => ({ ...extra, ...fits }))
}

/** Values of which one part has another type, is missing, or is not among what may stand there. */
export function unfitting(schema: Schema): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema
  const otherType = fc.constantFrom(null, 0, true, 'text', [], [[]], -1e308)
  if (schema.type === 'array')
    return fc.oneof(
      fc.constantFrom(null, 0, 'text', {}),
      fc.constant([]),
      fc.array(otherType, { minLength: 1, maxLength: 2 }),
    )
  if (schema.type !== 'object') return fc.oneof(otherType, fc.constant({}), fc.constant('x'.repeat(20_000)))
  const whole = fitting(schema) as fc.Arbitrary<Record<string, unknown>>
  const missing = required.map((name) =>
    whole.map((value) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))),
  )
  const wrong = Object.entries(properties).map(([name, of]) =>
    fc.tuple(whole, unfitting(of)).map(([value, part]) => ({ ...value, [name]: part })),
  )
  return fc.oneof(otherType, ...missing, ...wrong)
}

/** Does this value fit what the description says comes back? `null` if it does, else why not. */
export function misfit(schema: Schema, value: unknown, { components }: Description): string | null {
  const target = schema.$ref?.split('/').at(-1)
  const meant = target === undefined ? schema : components.schemas[target]
  const read = z.fromJSONSchema(meant as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value)
  return read.success ? null : read.error.message
}
