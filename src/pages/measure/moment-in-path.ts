/** The moment that an address names; one that is too long to be a moment is one that isn't there. */
export const momentInPath = (params: Readonly<Record<string, string>>): string =>
  (params.moment ?? '').slice(0, longest)
const longest = 10
