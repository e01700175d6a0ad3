import type { Context } from '#usecases/context.ts'

/** The same context, with a tap on what is opened: whose sealed text somebody got to read, and which. */
export function tappedContext(context: Context): {
  context: Context
  opened: ReadonlySet<string>
  /** Of each owner, where it stood. */
  places: ReadonlyMap<string, string>
} {
  const opened = new Set<string>()
  const places = new Map<string, string>()
  return {
    opened,
    places,
    context: {
      ...context,
      vault: (tx, orgId) => {
        const vault = context.vault(tx, orgId)
        return {
          ...vault,
          open: (owner, place, sealed) => {
            opened.add(owner)
            places.set(owner, `${place.table}.${place.column}`)
            return vault.open(owner, place, sealed)
          },
          openSegments: (owner, place, sealed) => {
            opened.add(owner)
            return vault.openSegments(owner, place, sealed)
          },
        }
      },
    },
  }
}
