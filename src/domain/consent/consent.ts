import { type ConsentCode, consentCodes } from '#domain/programme/definition.ts'

/**
 * The consent register (domain.md 2.4): separate, dated answers that can be taken back. Nothing is deleted; a new
 * answer supersedes the one before it.
 */
export const consentStates = ['given', 'refused', 'withdrawn', 'expired'] as const
export type ConsentState = (typeof consentStates)[number]

/** How the answer was given. */
export const consentWays = [
  'spoken',
  'on_paper',
  'by_phone',
  'interpreter',
  'own_form',
  'referrer_says',
] as const
export type ConsentWay = (typeof consentWays)[number]

/** With whom may be shared (C-6): a class of party, never a name. Each has an answer of its own. */
export const sharingParties = [
  'midwife',
  'jgz',
  'gp',
  'neighbourhood_team',
  'maternity_care',
  'school',
  'other',
] as const
export type SharingParty = (typeof sharingParties)[number]

interface Term {
  /** A `notice` is given, not agreed to: it can't be refused or taken back. */
  readonly kind: 'consent' | 'notice'
  /** Version of the text that was read or shown; a changed text is a new version and old answers keep theirs. */
  readonly textVersion: string
  /** Taking it back means a person must look at the whole trajectory again. */
  readonly carriesTrajectory: boolean
}
const consent = (textVersion: string): Term => ({ kind: 'consent', textVersion, carriesTrajectory: false })
const carrying = (textVersion: string): Term => ({ kind: 'consent', textVersion, carriesTrajectory: true })

export const consentTerms = {
  'C-1': carrying('2026-11'),
  'C-2': carrying('2026-11'),
  'C-3': { kind: 'notice', textVersion: '2026-11', carriesTrajectory: false },
  'C-4': carrying('2026-11'),
  'C-5': consent('2026-11'),
  'C-6': consent('2026-11'),
  'C-7': consent('2026-11'),
  'C-8': consent('2026-11'),
  'C-9': carrying('2026-11'),
  'C-10': consent('2026-11'),
  'C-11': consent('2026-11'),
  'C-12': consent('2026-11'),
} as const satisfies Record<ConsentCode, Term>

/** From which answer to which. `none`: never asked. The same answer again renews it, with its new day and text. */
const answers = {
  given: ['none', 'given', 'refused', 'withdrawn', 'expired'],
  refused: ['none', 'refused', 'expired'],
  withdrawn: ['given'],
  expired: ['given'],
} as const satisfies Record<ConsentState, readonly (ConsentState | 'none')[]>

/** What she may still answer, from what she answered before. */
export const mayAnswer = (code: ConsentCode, before: ConsentState | null, next: ConsentState): boolean =>
  answers[next].some((from) => from === (before ?? 'none')) &&
  (consentTerms[code].kind === 'consent' || next === 'given')

export const isConsentCode = (text: string): text is ConsentCode => consentCodes.some((code) => code === text)
