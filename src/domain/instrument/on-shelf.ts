/**
 * What stands on the shelf, by id and version, and whether it speaks of a child or of being a mother: then it falls
 * silent after a loss. The questionnaires themselves are in `programmes/shelf`, whose test keeps the two the same.
 */
const standing = {
  'k10-nl@1': { ofChild: false },
  'phq9-nl@1': { ofChild: false },
  'gad7-nl@1': { ofChild: false },
  'phq4-nl@1': { ofChild: false },
  'mhi5-nl@1': { ofChild: false },
  'who5@1': { ofChild: false },
  'osss3-nl@1': { ofChild: false },
  'djg6-nl@1': { ofChild: false },
  'hark-nl@1': { ofChild: false },
  'gse10-nl@1': { ofChild: false },
  'kpcs@1': { ofChild: true },
  'epds@1': { ofChild: false },
  'movers@1': { ofChild: false },
  'brs@1': { ofChild: false },
  'own-worries-nl@1': { ofChild: false },
  'own-safety-nl@1': { ofChild: false },
  'own-ladder-nl@1': { ofChild: true },
  'own-bond-nl@1': { ofChild: false },
} as const satisfies Record<string, { readonly ofChild: boolean }>
export type Shelved = keyof typeof standing

/** As a definition names one: `k10-nl@1`. */
export const shelfName = ({ id, version }: { readonly id: string; readonly version: string }): string =>
  `${id}@${version}`
export const shelfNames = Object.keys(standing)
export const isOnShelf = (name: string): name is Shelved => Object.hasOwn(standing, name)
export const isOfChild = (name: string): boolean => isOnShelf(name) && standing[name].ofChild

/** The id in a name: `k10-nl@1` → `k10-nl`. Rows of measures go by it. */
export const shelfIdOf = (name: string): string => name.split('@')[0] ?? name
export const shelfVersionOf = (name: string): string => name.split('@')[1] ?? ''
