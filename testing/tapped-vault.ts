import type { Context } from '#usecases/context.ts'

/** The same context, with a tap on what is opened: whose sealed text somebody got to read. */
export function tappedContext(context: Context): { context: Context; opened: ReadonlySet<string> } {
  const opened = new Set<string>()
  return {
    opened,
    context: {
      ...context,
      vault: (tx, orgId) => {
        const vault = context.vault(tx, orgId)
        return {
          ...vault,
          open: (owner, place, sealed) => {
            opened.add(owner)
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
