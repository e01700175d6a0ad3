import { saysTheSame } from '#domain/programme/canonical-json.ts'
import type { DefinitionProblem } from '#domain/programme/check-definition.ts'
import { type ProgrammeDefinition, programmeDefinition } from '#domain/programme/definition.ts'
import { emptyDefinition } from '#domain/programme/empty-definition.ts'
import { words } from '#domain/programme/provenance.ts'

/**
 * A definition that was right when it was published and is not any more, because what a definition may say changed
 * since. Nobody is taken in under it, and whoever began under it goes on: it is read as far as it can be.
 */
export interface Outgrown {
  readonly id: string
  readonly version: string
  /** All that doesn't fit any more. */
  readonly problems: readonly DefinitionProblem[]
  /** `null` if nothing can be made of it. */
  readonly definition: ProgrammeDefinition | null
}

/** More steps than a definition has parts; each takes away or fills in one. */
const mostSteps = 2_000

/**
 * The definition without what doesn't fit: an unknown field is left out, a wrong entry of a list too, and what must be
 * there gets the careful value that a new programme begins with.
 */
export function readAsFarAsItGoes(input: unknown, id: string, version: string): ProgrammeDefinition | null {
  const whole = copied(input)
  if (!isOpen(whole)) return null
  const label = words.safeParse(Reflect.get(whole, 'label')).data ?? { nl: id, en: id }
  const fill: unknown = emptyDefinition(id, version, label)
  for (let step = 0; step < mostSteps; step += 1) {
    const read = programmeDefinition.safeParse(whole)
    if (read.success) return { ...read.data, id, version }
    const [issue] = read.error.issues
    if (!issue) return null
    if (issue.code === 'unrecognized_keys') {
      const at = partAt(whole, issue.path)
      if (!isOpen(at)) return null
      for (const key of issue.keys) Reflect.deleteProperty(at, key)
    } else if (!mend(whole, fill, issue.path)) return null
  }
  return null
}

type Path = readonly PropertyKey[]

/** Mends one wrong place, or what is around it if that doesn't help. */
function mend(whole: object, fill: unknown, path: Path): boolean {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const [at, key] = [path.slice(0, depth), path[depth - 1] ?? '']
    const parent = partAt(whole, at.slice(0, -1))
    if (!isOpen(parent)) continue
    if (Array.isArray(parent) && typeof key === 'number') {
      parent.splice(key, 1)
      return true
    }
    // The entries of a new programme's lists stand for nothing here: a wrong one goes, and is not made up.
    const filling = at.some((one) => typeof one === 'number') ? undefined : partAt(fill, at)
    if (filling !== undefined && !saysTheSame(filling, Reflect.get(parent, key)))
      return Reflect.set(parent, key, structuredClone(filling))
    if (filling === undefined && Object.hasOwn(parent, key)) return Reflect.deleteProperty(parent, key)
  }
  return false
}

const isOpen = (part: unknown): part is object => typeof part === 'object' && part !== null

const partAt = (whole: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (part, key) => (isOpen(part) && Object.hasOwn(part, key) ? Reflect.get(part, key) : undefined),
    whole,
  )

function copied(input: unknown): unknown {
  try {
    return structuredClone(input)
  } catch {
    return null
  }
}
