/** The programme that an address names; one that is too long to be a programme is one that isn't there. */
export const programmeIn = ({ params }: { readonly params: Readonly<Record<string, string>> }): string =>
  (params.programme ?? '').slice(0, longest)
const longest = 60
