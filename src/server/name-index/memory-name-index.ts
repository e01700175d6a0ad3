import type { NameIndex } from '#usecases/name-index.ts'

/** Names in memory, by organisation. */
export function memoryNameIndex(): NameIndex {
  const organisations = new Map<string, Map<string, string>>()
  const of = (orgId: string) => {
    const known = organisations.get(orgId) ?? new Map<string, string>()
    organisations.set(orgId, known)
    return known
  }
  return {
    search: (orgId, text, limit) =>
      [...of(orgId)]
        .filter(([, name]) => name.includes(text.toLowerCase()))
        .slice(0, limit)
        .map(([id]) => id),
    put: (orgId, personId, name) => of(orgId).set(personId, name.toLowerCase()),
    drop: (orgId, personId) => of(orgId).delete(personId),
  }
}
