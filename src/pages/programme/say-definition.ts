import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { keyOf, type Place, partAt } from '#domain/programme/definition-place.ts'
import { type FieldShape, type Shape, shapeAt, variantOf } from '#domain/programme/definition-shape.ts'
import { type Sourced, type Words, words } from '#domain/programme/provenance.ts'
import { sayRule } from '#pages/programme/say-rule.ts'
import type { T } from '#pages/words/words.ts'

/** What a field is called: by its place without the ids of entries, or by its own name if that says enough. */
export function fieldLabel(t: T, field: string): string {
  const own = `definition.${field}`
  if (t.has(own)) return t(own)
  const last = `definition.${field.split('.').at(-1) ?? ''}`
  return t.has(last) ? t(last) : field
}

/** What one of the values to choose from is called. */
export function valueLabel(t: T, value: string): string {
  for (const key of [
    `definition.is.${value.replaceAll('_', '-')}`,
    `referral.kind.${value}`,
    `contact.mode.${value}`,
  ])
    if (t.has(key)) return t(key)
  return value
}

const isWords = (value: unknown): value is Words => words.safeParse(value).success
const read = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** What an entry of a list goes by for a person. */
export function entryLabel(t: T, entry: unknown, at: number): string {
  for (const key of ['label', 'question', 'title', 'message']) {
    const said = read(entry, key)
    if (isWords(said)) return said[t.language]
  }
  return isWords(entry) ? entry[t.language] : valueLabel(t, keyOf(entry, at))
}

/** Where a value comes from, in words: how sure it is, and the source by name. */
export function sayProvenance(
  t: T,
  { sources }: Pick<ProgrammeDefinition, 'sources'>,
  from: Sourced,
): string {
  const name = from.ref && sources[from.ref]?.[t.language]
  return name ? `${t(`programme.prov.${from.prov}`)}: ${name}` : t(`programme.prov.${from.prov}`)
}
export const sourcedOf = (value: unknown): Sourced | null => {
  const prov = read(value, 'prov')
  const ref = read(value, 'ref')
  return typeof prov === 'string' && prov in provenanceOrder
    ? { prov: prov as Sourced['prov'], ...(typeof ref === 'string' ? { ref } : {}) }
    : null
}
const provenanceOrder = { source_text: 0, opened_source: 1, inferred: 2, proposal: 3, to_confirm: 4 }

/** The way to a place, in words: `Fasen › Afscheid › Naam van de fase`. */
export function sayPlace(t: T, definition: unknown, place: Place): string {
  const names: string[] = []
  const fields: string[] = []
  for (const [at, key] of place.entries()) {
    const parent = shapeAt(place.slice(0, at), definition)?.shape
    const inner = parent?.kind === 'param' ? parent.of : parent
    if (inner?.kind === 'list' || inner?.kind === 'table') {
      const entry = partAt(definition, place.slice(0, at + 1))
      names.push(entry === undefined ? valueLabel(t, key) : entryLabel(t, entry, 0))
    } else {
      fields.push(key)
      names.push(fieldLabel(t, fields.join('.')))
    }
  }
  return names.join(' › ')
}

/** What stands there, in words; short, for a table of differences. */
export function sayValue(t: T, definition: ProgrammeDefinition, place: Place, value: unknown): string {
  const field = shapeAt(place, definition)
  return field ? say(t, definition, field, value) : String(value)
}

function say(t: T, definition: ProgrammeDefinition, { shape }: FieldShape, value: unknown): string {
  if (value === undefined || value === null) return t('builder.nothing')
  if (shape.kind === 'param') {
    const source = sourcedOf(value)
    const said = sayInner(t, definition, shape.of, read(value, 'value'))
    return source ? `${said} (${sayProvenance(t, definition, source)})` : said
  }
  return sayInner(t, definition, shape, value)
}

function sayInner(t: T, definition: ProgrammeDefinition, shape: Shape, value: unknown): string {
  if (value === undefined || value === null) return t('builder.nothing')
  if (isWords(value)) return value[t.language]
  if (typeof value === 'boolean') return t(value ? 'builder.yes' : 'builder.no')
  if (shape.kind === 'rule') return sayRule(t, definition, String(value))
  if (typeof value === 'string') return shape.kind === 'choice' ? valueLabel(t, value) : value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return value.length === 0
      ? t('builder.nothing')
      : value
          .map((entry, at) =>
            typeof entry === 'object' ? entryLabel(t, entry, at) : valueLabel(t, String(entry)),
          )
          .join(', ')
  const object = shape.kind === 'one_of' ? variantOf(shape, value) : shape.kind === 'object' ? shape : null
  if (!object || isWords(read(value, 'label'))) return entryLabel(t, value, 0)
  return [...object.fields]
    .filter(([key]) => read(value, key) !== undefined)
    .map(([key, field]) =>
      field.shape.kind === 'fixed'
        ? valueLabel(t, String(read(value, key)))
        : say(t, definition, field, read(value, key)),
    )
    .join(', ')
}
