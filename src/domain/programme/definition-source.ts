import { saysTheSame } from '#domain/programme/canonical-json.ts'
import { keyOf, keysOf } from '#domain/programme/definition-place.ts'
import { type ObjectShape, type Shape, variantOf } from '#domain/programme/definition-shape.ts'
import type { Sourced } from '#domain/programme/provenance.ts'

/** What somebody said about where a change comes from, and which unchanged places she says it of as well. */
export interface ChangeSource {
  readonly source: Sourced
  /** Places as `safety.portal`, from the part that is changed: confirmed as they stand. */
  readonly confirmed: ReadonlySet<string>
}

/**
 * The part as it will be kept: whatever differs from before gets the source of this change, whatever doesn't keeps
 * its own. Nobody can give a value a source in passing: what the new part says of sources itself doesn't count.
 */
export const withSources = (shape: Shape, before: unknown, after: unknown, by: ChangeSource): unknown =>
  stamped(shape, before, after, by, '')

type Part = Readonly<Record<string, unknown>>
const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const under = (place: string, key: string): string => (place === '' ? key : `${place}.${key}`)

function stamped(shape: Shape, before: unknown, after: unknown, by: ChangeSource, place: string): unknown {
  if (after === undefined || after === null) return after
  if (shape.kind === 'param') {
    const [was, is] = [isPart(before) ? before : {}, isPart(after) ? after : {}]
    return { value: is.value, ...sourceFor(saysTheSame(was.value, is.value), was, by, place) }
  }
  if (shape.kind === 'list' && Array.isArray(after)) {
    const old: readonly unknown[] = Array.isArray(before) ? before : []
    const keys = keysOf(old)
    return after.map((entry, at) => {
      const key = keyOf(entry, at)
      return stamped(shape.of, old[keys.indexOf(key)], entry, by, under(place, key))
    })
  }
  if (shape.kind === 'one_of') {
    const variant = variantOf(shape, after)
    return variant ? ofObject(variant, before, after, by, place) : after
  }
  return shape.kind === 'object' ? ofObject(shape, before, after, by, place) : after
}

function ofObject(
  shape: ObjectShape,
  before: unknown,
  after: unknown,
  by: ChangeSource,
  place: string,
): unknown {
  if (!isPart(after)) return after
  const was = isPart(before) ? before : {}
  const { prov: _prov, ref: _ref, ...said } = after
  const parts = Object.fromEntries(
    Object.entries(shape.sourced ? said : after).map(([key, value]) => {
      const field = shape.fields.get(key)
      return [key, field ? stamped(field.shape, was[key], value, by, under(place, key)) : value]
    }),
  )
  if (!shape.sourced) return parts
  const same = [...shape.fields]
    .filter(([, field]) => !saysItself(field.shape))
    .every(([key]) => saysTheSame(was[key] ?? null, parts[key] ?? null))
  return { ...parts, ...sourceFor(same, was, by, place) }
}

/** Parts that say themselves where they come from don't change where the whole comes from. */
const saysItself = (shape: Shape): boolean =>
  shape.kind === 'param' || shape.kind === 'list' || (shape.kind === 'object' && shape.sourced)

function sourceFor(same: boolean, was: Part, { source, confirmed }: ChangeSource, place: string): Sourced {
  const known = typeof was.prov === 'string'
  if (!same || !known || confirmed.has(place)) return source
  return { prov: was.prov as Sourced['prov'], ...(typeof was.ref === 'string' ? { ref: was.ref } : {}) }
}
