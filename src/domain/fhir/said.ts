/** Where something is said of: a resource in the same bundle. */
export interface Placed {
  readonly reference: string
}
export const placeOf = ({ fullUrl }: { readonly fullUrl: string }): Placed => ({ reference: fullUrl })

/** FHIR knows no empty lists: an element with nothing in it isn't there. */
export const some = <Name extends string, Value>(
  name: Name,
  values: readonly Value[],
): { readonly [Key in Name]?: readonly Value[] } | Record<never, never> =>
  values.length > 0 ? { [name]: values } : {}

interface Annotation {
  readonly authorReference?: Placed
  readonly authorString?: string
  readonly text: string
}
/** Words of two people beside each other, each with who says it. */
export const voices = (
  { hers, coach }: { readonly hers: string | null; readonly coach: string | null },
  her: Placed,
): readonly Annotation[] => [
  ...(hers ? [{ authorReference: her, text: hers }] : []),
  ...(coach ? [{ authorString: 'coach', text: coach }] : []),
]
/** What nobody in particular says. */
export const remark = (text: string | null): readonly Annotation[] => (text ? [{ text }] : [])
