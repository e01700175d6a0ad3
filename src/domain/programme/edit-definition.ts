import { z } from 'zod'
import { type ProgrammeDefinition, programmeDefinition } from '#domain/programme/definition.ts'
import { settledFields } from '#domain/programme/definition-parts.ts'
import { keysOf, movedIn, partAt, placeOf, withPart } from '#domain/programme/definition-place.ts'
import { shapeAt } from '#domain/programme/definition-shape.ts'
import { withSources } from '#domain/programme/definition-source.ts'
import type { Sourced } from '#domain/programme/provenance.ts'

const place = z.string().min(1).max(300)

/** What somebody does to a draft: fills in parts, takes one away, moves one, or takes over what the original says. */
export const draftEdit = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('set'),
    parts: z
      .array(
        z.strictObject({
          at: place,
          value: z.unknown(),
          /** Places inside, from there: confirmed as they stand. */
          confirmed: z.array(z.string().max(300)).max(200).default([]),
        }),
      )
      .min(1)
      .max(20),
  }),
  z.strictObject({ do: z.literal('remove'), at: place }),
  z.strictObject({ do: z.literal('move'), at: place, by: z.union([z.literal(-1), z.literal(1)]) }),
  z.strictObject({ do: z.literal('take'), at: place }),
])
export type DraftEdit = z.output<typeof draftEdit>

export type Edited =
  | { readonly definition: ProgrammeDefinition }
  /** What can't be, by its place in the definition, as a code. */
  | { readonly fields: Record<string, string> }

/** The definition with this done to it. Refuses what no definition may say; what doesn't fit yet is let through. */
export function editDefinition(
  definition: ProgrammeDefinition,
  base: unknown,
  edit: DraftEdit,
  source: Sourced,
): Edited {
  let whole: unknown = definition
  const parts = edit.do === 'set' ? edit.parts : [{ at: edit.at, value: undefined, confirmed: [] }]
  for (const { at, value, confirmed } of parts) {
    const here = placeOf(at)
    const field = shapeAt(here, definition)
    if (!field || settledFields.includes(here[0] ?? '')) return { fields: { [at]: 'unknown-field' } }
    const before = partAt(whole, here)
    if (edit.do === 'set')
      whole = withPart(
        whole,
        here,
        withSources(field.shape, before, value, { source, confirmed: new Set(confirmed) }),
      )
    else if (edit.do === 'move') whole = moved(whole, here, edit.by)
    else whole = withPart(whole, here, edit.do === 'take' ? partAt(base, here) : undefined)
  }
  const parsed = programmeDefinition.safeParse(whole)
  if (parsed.success) return { definition: parsed.data }
  return {
    fields: Object.fromEntries(parsed.error.issues.map((issue) => [fieldOf(issue, whole), codeOf(issue)])),
  }
}

function moved(whole: unknown, at: readonly string[], by: -1 | 1): unknown {
  const list = at.slice(0, -1)
  const entries = partAt(whole, list)
  return Array.isArray(entries) ? withPart(whole, list, movedIn(entries, at.at(-1) ?? '', by)) : whole
}

/** The place of a problem by ids; where a value stands under its source, the value is what is meant. */
function fieldOf({ path }: z.core.$ZodIssue, whole: unknown): string {
  let here = whole
  const keys = path.map((key) => {
    const name = typeof key === 'number' && Array.isArray(here) ? (keysOf(here)[key] ?? '') : String(key)
    here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined
    return name
  })
  return keys.filter((key, at) => !(key === 'value' && at > 0)).join('.')
}

/** The commonest in words of their own; the rest can't be understood. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'unknown-field'
  if (issue.code === 'too_small')
    return issue.origin === 'string' || issue.origin === 'array' ? 'required' : 'too-small'
  if (issue.code === 'too_big')
    return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-big'
  return issue.code === 'invalid_type' || issue.code === 'invalid_union' ? 'required' : 'not-valid'
}
