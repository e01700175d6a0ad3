import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { builderParts, isBuilderPart, partOf } from '#domain/programme/definition-parts.ts'
import { keyOf, partAt, placeOf } from '#domain/programme/definition-place.ts'
import { definitionShape, type FieldShape, shapeAt } from '#domain/programme/definition-shape.ts'
import type { Problem } from '#pages/problem.ts'
import { hiddenFields } from '#pages/programme/read-form.ts'
import { NotFound } from '#usecases/failure.ts'

/** What one page of the builder is about: the fields of a part, or one entry of a list. */
export interface Subject {
  readonly at: string
  readonly fields: readonly { readonly at: string; readonly field: FieldShape; readonly value: unknown }[]
  /** An entry can be moved and taken away; a new one can't yet. */
  readonly entry: 'no' | 'known' | 'new'
}

const newKey = '+'

export function subjectAt(definition: ProgrammeDefinition, at: string): Subject {
  if (isBuilderPart(at))
    return {
      at,
      entry: 'no',
      fields: builderParts[at].flatMap((key) => {
        const field = definitionShape.fields.get(key)
        return field && !hiddenFields.has(key) ? [{ at: key, field, value: partAt(definition, [key]) }] : []
      }),
    }
  const place = placeOf(at)
  const field = shapeAt(place, definition)
  const parent = shapeAt(place.slice(0, -1), definition)?.shape
  if (!field || (parent?.kind !== 'list' && parent?.kind !== 'table')) throw new NotFound()
  const value = partAt(definition, place)
  const fresh = place.at(-1) === newKey
  if (!fresh && value === undefined) throw new NotFound()
  return { at, entry: fresh ? 'new' : 'known', fields: [{ at, field, value }] }
}

export const isWorthAForm = ({ field: { shape } }: Subject['fields'][number]): boolean =>
  shape.kind !== 'list' && !(shape.kind === 'table' && shape.of.kind !== 'number')

/** The place without the names of entries, by which the words for it are found. */
export const schemaPath = (definition: ProgrammeDefinition, at: string): string => {
  const place = placeOf(at)
  return place
    .filter((_, index) => {
      const parent = shapeAt(place.slice(0, index), definition)?.shape
      return parent?.kind !== 'list' && parent?.kind !== 'table'
    })
    .join('.')
}

/** The page that an entry is listed on: the entry around it, or the part. */
export function above(at: string): string {
  const place = placeOf(at)
  for (let length = place.length - 2; length > 1; length -= 1) {
    const outer = place.slice(0, length)
    if (isEntryPlace(outer)) return outer.join('.')
  }
  return partOf(place[0] ?? '') ?? 'general'
}
const isEntryPlace = (place: readonly string[]): boolean => {
  const parent = shapeAt(place.slice(0, -1), null)?.shape
  return parent?.kind === 'list' || parent?.kind === 'table'
}

export const isUnder = (field: string, { fields }: Subject): boolean =>
  fields.some(({ at }) => field === at || field.startsWith(`${at}.`))

/** Problems stand at the fields as this form names them: a new entry has no name yet, a choice has its form behind it. */
export function shownFields(
  fields: Problem['fields'],
  { at, entry, fields: own }: Subject,
  definition: ProgrammeDefinition,
): Record<string, string> {
  const list = placeOf(at).slice(0, -1).join('.')
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, code]) => {
      const named =
        entry === 'new' && name.startsWith(`${list}.`) && !name.startsWith(`${at}.`)
          ? `${at}.${name
              .slice(list.length + 1)
              .split('.')
              .slice(1)
              .join('.')}`.replace(/\.$/, '')
          : name
      const variants = own.flatMap(({ field }) => variantNames(field))
      const words = shapeAt(placeOf(named), definition)?.shape.kind === 'words' ? `${named}.nl` : named
      return [words, ...variants.map((variant) => `${words}:${variant}`)].map((one) => [one, code] as const)
    }),
  )
}

const variantNames = ({ shape }: FieldShape): string[] => {
  if (shape.kind === 'one_of') return [...shape.variants.keys()]
  return shape.kind === 'object' ? [...shape.fields.values()].flatMap(variantNames) : []
}

/** Where something new will stand: under the name that was made for it. */
export function newPlace(definition: ProgrammeDefinition, at: string, value: unknown): string {
  const list = placeOf(at).slice(0, -1)
  const standing = partAt(definition, list)
  if (Array.isArray(standing) || standing === undefined) return [...list, keyOf(value, 0)].join('.')
  // A table has no ids inside: a source is numbered.
  const taken = Object.keys(standing as object)
  let number = taken.length + 1
  while (taken.includes(`B${number}`)) number += 1
  return [...list, `B${number}`].join('.')
}
