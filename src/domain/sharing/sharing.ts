import { type SharingParty, sharingParties } from '#domain/consent/consent.ts'
import type { ConsentCode } from '#domain/programme/definition.ts'

/** On which ground something may be shared that she did not agree to: only what a law says (domain.md 2.3, 2.4). */
export const legalGrounds = [
  /** Wmo 2015 art. 5.2.6: who holds it professionally may tell Veilig Thuis what it needs. */
  'meldcode',
  /** Somebody's life is in danger now, and telling is the only way to turn it away. */
  'danger',
] as const
export type LegalGround = (typeof legalGrounds)[number]

export const recipients = ['referrer', 'agency', 'police', ...sharingParties] as const
export type Recipient = (typeof recipients)[number]

interface Path {
  /** Whoever hears it along this path, hears it because she agreed to this; `null`: consent is no ground for it. */
  readonly consent: ConsentCode | null
  /** The grounds in law that may stand in its place. */
  readonly grounds: readonly LegalGround[]
}

/**
 * Every way along which something of her reaches somebody outside. What is not in this table is not shared: a house test
 * holds the code against it.
 */
export const sharingPaths = {
  'tell-referrer': { consent: 'C-5', grounds: [] },
  'share-with-party': { consent: 'C-6', grounds: ['danger'] },
  'report-to-agency': { consent: null, grounds: ['meldcode'] },
} as const satisfies Record<string, Path>
export type SharingPath = keyof typeof sharingPaths
export const pathOf = (path: SharingPath): Path => sharingPaths[path]

/** What was told, in kinds; the words themselves are sealed. */
export const sharedItems = [
  'takes_part',
  'contact',
  'needs',
  'plan',
  'progress',
  'child',
  'ended',
  'goals',
  'her_words',
  'coach_words',
  'adversities',
  'around',
] as const
export type SharedItem = (typeof sharedItems)[number]
/** What a yes to "all that is needed" does not cover: she says yes to each of these by name. */
export const namedItems = [
  'goals',
  'her_words',
  'coach_words',
  'adversities',
  'around',
] as const satisfies readonly SharedItem[]
export const isNamedItem = (item: SharedItem): boolean => namedItems.some((one) => one === item)

/** A `file` is for another system, and a worker hands it over; a `message` is the only one that Naast sends. */
export const sharingWays = ['message', 'spoken', 'letter', 'file'] as const
export type SharingWay = (typeof sharingWays)[number]

/** What sharing with a party is for. */
export const sharingPurposes = ['care', 'safety', 'practical', 'child', 'goes_on'] as const
export type SharingPurpose = (typeof sharingPurposes)[number]

export const isParty = (recipient: Recipient): recipient is SharingParty =>
  sharingParties.some((party) => party === recipient)
