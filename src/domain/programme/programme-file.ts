import { canonicalJson } from '#domain/programme/canonical-json.ts'
import { checkDefinition, type DefinitionProblem } from '#domain/programme/check-definition.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** A definition is some tens of kilobytes; nobody reads, checks or compares more than this. */
export const largestFile = 1_000_000
/** Deeper than any definition: what nests further isn't one, and isn't parsed. */
const deepest = 30
const kind = 'naast-programme'
const format = 1

/** SHA-256 of a text, as hexadecimal. Handed in: this floor has no machinery of its own. */
export type Sum = (text: string) => string

export const checksumOf = (definition: unknown, sum: Sum): string => sum(canonicalJson(definition))

/** One programme as one file: readable, in a fixed order, with a sum that shows if something was changed on the way. */
export const writeProgrammeFile = (definition: ProgrammeDefinition, sum: Sum): string =>
  `${canonicalJson({ kind, format, checksum: checksumOf(definition, sum), definition }, 2)}\n`

export type ReadFile =
  | { readonly definition: ProgrammeDefinition; readonly checksum: string }
  | { readonly problems: readonly DefinitionProblem[] }
  | Refusal<
      | 'programme-file-too-large'
      | 'programme-file-too-deep'
      | 'programme-file-unreadable'
      | 'programme-file-other'
      | 'programme-file-changed'
    >

/** Reads such a file. Size and depth are looked at before anything is parsed. */
export function readProgrammeFile(text: string, sum: Sum): ReadFile {
  if (text.length > largestFile) return refuse('programme-file-too-large')
  if (nestsTooDeep(text)) return refuse('programme-file-too-deep')
  const file = parsed(text)
  if (file === undefined) return refuse('programme-file-unreadable')
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return refuse('programme-file-other')
  const { kind: said, format: version, checksum, definition, ...more } = file as Record<string, unknown>
  if (said !== kind || version !== format || definition === undefined) return refuse('programme-file-other')
  const strange = Object.keys(more)
  if (strange.length > 0) return { problems: [{ field: 'file', expected: `no ${strange.join(', ')}` }] }
  if (checksum !== checksumOf(definition, sum)) return refuse('programme-file-changed')
  const checked = checkDefinition(definition)
  return checked.definition
    ? { definition: checked.definition, checksum: String(checksum) }
    : { problems: checked.problems }
}

/** What stands in it, or nothing if it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Counts brackets outside texts; no recursion, so that depth can't be used against it. */
export function nestsTooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') {
      depth += 1
      if (depth > deepest) return true
    } else if (sign === '}' || sign === ']') depth -= 1
  }
  return false
}
