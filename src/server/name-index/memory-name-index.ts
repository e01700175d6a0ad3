import type { NameIndex, NamesRead } from '#usecases/name-index.ts'
import { NameTable } from './name-table.ts'

interface Shelf {
  readonly table: NameTable
  read: NamesRead | null
  filling: Promise<void> | null
}

/**
 * Names in memory, by organisation, at most `limit` names in all: past that the organisation that was searched
 * longest ago is forgotten, and filled again when somebody there searches.
 */
export function memoryNameIndex(limit = 400_000): NameIndex {
  const shelves = new Map<string, Shelf>()
  const shelfOf = (orgId: string): Shelf => {
    const shelf = shelves.get(orgId) ?? { table: new NameTable(), read: null, filling: null }
    // Last in the map is last used.
    shelves.delete(orgId)
    shelves.set(orgId, shelf)
    return shelf
  }
  const keepWithinBounds = (): void => {
    let held = 0
    for (const shelf of shelves.values()) held += shelf.table.size
    for (const [orgId, shelf] of shelves) {
      if (held <= limit || shelves.size === 1) return
      if (shelf.filling) continue
      held -= shelf.table.size
      shelves.delete(orgId)
    }
  }
  return {
    search: (orgId, text, most) => shelfOf(orgId).table.search(text, most),
    likenessTo: (orgId, name) => shelves.get(orgId)?.table.likenessTo(name) ?? (() => null),
    put(orgId, personId, name, version) {
      const shelf = shelves.get(orgId)
      if (shelf && (shelf.read || shelf.filling)) shelf.table.put(personId, name, version)
    },
    drop: (orgId, personId) => shelves.get(orgId)?.table.drop(personId),
    versionOf: (orgId, personId) => shelves.get(orgId)?.table.versionOf(personId) ?? null,
    read: (orgId) => shelves.get(orgId)?.read ?? null,
    async fill(orgId, fill) {
      const shelf = shelfOf(orgId)
      // Begins one turn later, so that what it puts finds the shelf being filled.
      shelf.filling ??= Promise.resolve()
        .then(fill)
        .then((read) => {
          shelf.read = read
        })
        .finally(() => {
          shelf.filling = null
          keepWithinBounds()
        })
      await shelf.filling
    },
  }
}
