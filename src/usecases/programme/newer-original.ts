import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { compareVersions } from '#domain/programme/programme-version.ts'
import { programmes } from '#programmes/registry.ts'

/** What an own version was copied from; `null` if it was made from nothing. */
export interface Origin {
  readonly id: string
  readonly version: string
}

export function originOf(base: unknown): Origin | null {
  if (typeof base !== 'object' || base === null) return null
  const [id, version]: unknown[] = [Reflect.get(base, 'id'), Reflect.get(base, 'version')]
  return typeof id === 'string' && typeof version === 'string' ? { id, version } : null
}

/** The newest version that Naast comes with of what was copied, if it is newer than that. */
export const newerOf = (origin: Origin | null): ProgrammeDefinition | null =>
  origin === null
    ? null
    : (programmes
        .filter(({ id, version }) => id === origin.id && compareVersions(version, origin.version) > 0)
        .sort((a, b) => compareVersions(b.version, a.version))[0] ?? null)
