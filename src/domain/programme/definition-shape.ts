import type { z } from 'zod'
import { programmeDefinition } from '#domain/programme/definition.ts'
import { keysOf, type Place } from '#domain/programme/definition-place.ts'

/**
 * What a part of a definition is made of, read off its schema: forms are drawn from this, so that whatever a
 * definition may say can be filled in, and nothing else.
 */
export type Shape =
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'number'; readonly whole: boolean; readonly least: number; readonly most: number }
  | { readonly kind: 'yes_no' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  /** A few short values: ids of other parts, codes, numbers. */
  | { readonly kind: 'several'; readonly of: 'text' | 'number' }
  | { readonly kind: 'words' }
  | { readonly kind: 'rule' }
  /** A value with its source. */
  | { readonly kind: 'param'; readonly of: Shape; readonly nullable: boolean }
  | ObjectShape
  | {
      readonly kind: 'one_of'
      readonly by: string | null
      readonly variants: ReadonlyMap<string, ObjectShape>
    }
  | { readonly kind: 'list'; readonly of: Shape }
  /** Entries by a key of their own. */
  | { readonly kind: 'table'; readonly of: Shape }
  | { readonly kind: 'fixed'; readonly value: unknown }
export interface ObjectShape {
  readonly kind: 'object'
  readonly fields: ReadonlyMap<string, FieldShape>
  /** It says where it comes from as a whole. */
  readonly sourced: boolean
}
export interface FieldShape {
  readonly shape: Shape
  /** May be left out. */
  readonly optional: boolean
  readonly nullable: boolean
}

/** Fields whose text is a rule in the language of expressions. */
const ruleFields = new Set(['when', 'startsWhen', 'endsWhen', 'endRule', 'completion'])

type Schema = z.core.$ZodType & {
  readonly def: {
    readonly type: string
    readonly innerType?: Schema
    readonly element?: Schema
    readonly valueType?: Schema
    readonly discriminator?: string
    readonly options?: readonly Schema[]
    readonly values?: readonly unknown[]
  }
  readonly shape?: Readonly<Record<string, Schema>>
  readonly options?: readonly string[]
  readonly minValue?: number | null
  readonly maxValue?: number | null
  readonly maxLength?: number | null
  readonly isInt?: boolean
}

function fieldOf(schema: Schema, name: string): FieldShape {
  let inner = schema
  let [optional, nullable] = [false, false]
  while (['optional', 'nullable', 'default'].includes(inner.def.type) && inner.def.innerType) {
    if (inner.def.type === 'nullable') nullable = true
    else optional = true
    inner = inner.def.innerType
  }
  return { shape: shapeOf(inner, name), optional, nullable }
}

function shapeOf(schema: Schema, name: string): Shape {
  const { def } = schema
  if (def.type === 'string')
    return ruleFields.has(name) ? { kind: 'rule' } : { kind: 'text', most: schema.maxLength ?? 60 }
  if (def.type === 'number')
    return {
      kind: 'number',
      whole: schema.isInt ?? false,
      least: Math.max(schema.minValue ?? 0, -1_000_000),
      most: Math.min(schema.maxValue ?? 1_000_000, 1_000_000),
    }
  if (def.type === 'boolean') return { kind: 'yes_no' }
  if (def.type === 'enum') return { kind: 'choice', options: schema.options ?? [] }
  if (def.type === 'literal') return { kind: 'fixed', value: def.values?.[0] }
  if (def.type === 'array' && def.element) return listOf(fieldOf(def.element, name).shape)
  if (def.type === 'record' && def.valueType) return { kind: 'table', of: fieldOf(def.valueType, name).shape }
  if (def.type === 'union') return oneOf(def.options ?? [], def.discriminator ?? null)
  if (def.type === 'object') return objectOf(schema.shape ?? {}, name)
  throw new Error(`no form for ${def.type} (${name})`)
}

function listOf(of: Shape): Shape {
  if (of.kind === 'choice') return { kind: 'choices', options: of.options }
  if (of.kind === 'text' || of.kind === 'number') return { kind: 'several', of: of.kind }
  return { kind: 'list', of }
}

function oneOf(options: readonly Schema[], by: string | null): Shape {
  const variants = options.map((option): [string, ObjectShape] => {
    const shape = objectOf(option.shape ?? {}, '')
    if (shape.kind !== 'object') throw new Error('a choice between things that are no objects')
    const mark = by === null ? undefined : shape.fields.get(by)?.shape
    const name = mark?.kind === 'fixed' ? String(mark.value) : [...shape.fields.keys()][0]
    return [name ?? '', shape]
  })
  return { kind: 'one_of', by, variants: new Map(variants) }
}

function objectOf(fields: Readonly<Record<string, Schema>>, name: string): Shape {
  const names = Object.keys(fields)
  if (names.length === 2 && fields.nl && fields.en) return { kind: 'words' }
  if (fields.value && fields.prov) {
    const { shape, nullable } = fieldOf(fields.value, name)
    return { kind: 'param', of: shape, nullable }
  }
  const sourced = 'prov' in fields
  const own = Object.entries(fields).filter(([field]) => !sourced || (field !== 'prov' && field !== 'ref'))
  return {
    kind: 'object',
    sourced,
    fields: new Map(own.map(([field, schema]) => [field, fieldOf(schema, field)])),
  }
}

const whole = shapeOf(programmeDefinition as unknown as Schema, '')
if (whole.kind !== 'object') throw new Error('a definition is an object')
export const definitionShape: ObjectShape = whole

/**
 * The shape of what stands, or would stand, at a place. `value` is the definition itself, as a choice of forms shows
 * in what is there. `null` if a definition has no such place.
 */
export function shapeAt(place: Place, value: unknown): FieldShape | null {
  let here: FieldShape = { shape: definitionShape, optional: false, nullable: false }
  let part = value
  for (const key of place) {
    const shape: Shape = here.shape.kind === 'param' ? here.shape.of : here.shape
    const next: FieldShape | undefined =
      shape.kind === 'object'
        ? shape.fields.get(key)
        : shape.kind === 'list' || shape.kind === 'table'
          ? { shape: shape.of, optional: false, nullable: false }
          : shape.kind === 'one_of'
            ? variantOf(shape, part)?.fields.get(key)
            : undefined
    if (!next) return null
    part = Array.isArray(part) ? partInList(part, key) : readKey(part, key)
    here = next
  }
  return here
}

/** Which of the forms this value has. */
export function variantOf(
  { by, variants }: Extract<Shape, { kind: 'one_of' }>,
  value: unknown,
): ObjectShape | null {
  if (typeof value !== 'object' || value === null) return null
  const name = by === null ? [...variants.keys()].find((key) => key in value) : Reflect.get(value, by)
  return variants.get(String(name)) ?? null
}
const readKey = (part: unknown, key: string): unknown =>
  typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined
const partInList = (list: readonly unknown[], key: string): unknown => list[keysOf(list).indexOf(key)]
