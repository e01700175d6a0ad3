/** A bundle is a referral, not a database: the largest body, in bytes. */
export const bundleLimit = 1024 * 1024
/** How deep elements may stand in one another; real resources stay under twenty. */
export const deepest = 64
/** How many elements a bundle may have. */
export const mostElements = 100_000

/** Why a text is no tree: it breaks its own format, or a limit. */
export type TreeProblem = 'malformed' | 'doctype' | 'too-deep' | 'not-utf8'
