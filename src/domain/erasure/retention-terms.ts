import type { RetentionRule } from '#domain/erasure/retention.ts'

/** Why something is kept as long as it is: a law, or a choice that an organisation makes where no law says it. */
export const retentionGrounds = [
  'programme',
  'own',
  'wgbo',
  'jeugdwet',
  'wmo2015',
  'not_accepted',
  'worker',
  'application',
  'account',
] as const
export type RetentionGround = (typeof retentionGrounds)[number]

/** Laws that may bind an organisation in all its programmes (domain.md 3.1); which do, it decides with two people. */
export const legalRegimes = ['wgbo', 'jeugdwet', 'wmo2015'] as const satisfies readonly RetentionGround[]
export type LegalRegime = (typeof legalRegimes)[number]

interface Term {
  /** How long, and from when the years or weeks count. */
  readonly length: { readonly years: number } | { readonly weeks: number }
  readonly from: RetentionRule['from'] | 'decision' | 'leaving'
  /** Where it is written, or what it was taken after; `null` if nothing was found. */
  readonly authority: string | null
  /** No law says it: it is what we propose, and an organisation chooses. */
  readonly proposal: boolean
  /** Since when it says so, as far as the source tells. */
  readonly since: string | null
  /** When it was last looked up, and whether somebody with a lawyer's knowledge still has to say so. */
  readonly readOn: string
  readonly toConfirm: boolean
}

/**
 * The terms as they were found, each with its own start (domain.md 3.3). Data with a date: when a law changes, this is
 * where it changes. A programme's own term stands in its definition, with its own sources.
 */
export const retentionTerms = {
  own: {
    length: { years: 2 },
    from: 'end',
    authority: 'AVG art. 5(1)(e)',
    proposal: true,
    since: null,
    readOn: '2025',
    toConfirm: true,
  },
  wgbo: {
    length: { years: 20 },
    from: 'last_change',
    authority: 'BW 7:454(3)',
    proposal: false,
    since: '2020-01-01',
    readOn: '2025',
    toConfirm: true,
  },
  jeugdwet: {
    length: { years: 20 },
    from: 'last_change',
    authority: 'Jeugdwet 7.3.8(3)',
    proposal: false,
    since: null,
    readOn: '2025',
    toConfirm: true,
  },
  wmo2015: {
    length: { years: 15 },
    from: 'each_item',
    authority: 'Wmo 2015 5.3.4',
    proposal: false,
    since: null,
    readOn: '2025',
    toConfirm: true,
  },
  not_accepted: {
    length: { weeks: 6 },
    from: 'decision',
    authority: 'Selectielijst 2020, 8.4.1',
    proposal: true,
    since: null,
    readOn: '2025',
    toConfirm: true,
  },
  worker: {
    length: { years: 2 },
    from: 'leaving',
    authority: null,
    proposal: true,
    since: null,
    readOn: '2025',
    toConfirm: true,
  },
  application: {
    length: { weeks: 4 },
    from: 'decision',
    authority: null,
    proposal: true,
    since: null,
    readOn: '2025',
    toConfirm: true,
  },
  // Who looked at a file is part of each line of the access log, and those are kept at least this long.
  account: {
    length: { years: 5 },
    from: 'leaving',
    authority: 'NEN 7513; Stcrt. 2019, 38007',
    proposal: false,
    since: null,
    readOn: '2025',
    toConfirm: true,
  },
} as const satisfies Record<Exclude<RetentionGround, 'programme'>, Term>

/** The rule of a law, as a trajectory's terms are reckoned. */
export const ruleOf = (regime: LegalRegime | 'own'): RetentionRule => ({
  years: retentionTerms[regime].length.years,
  from: retentionTerms[regime].from,
})
