import type { SafeContactPolicy, Standing } from '#domain/contact-policy/safe-contact-policy.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Everything that a page offers to print and that leaves with somebody. Paper lies about (domain.md 7.6, H16): what is
 * hers goes with her only where her safe-contact agreement counts and nothing of it says that paper isn't safe at home.
 * What goes to somebody else has its own gate; here it only says who takes it.
 */
export const papers = {
  'safety-card': { goesTo: 'her' },
  'consent-sheet': { goesTo: 'her' },
  'access-overview': { goesTo: 'her' },
  'conversation-sheet': { goesTo: 'her' },
  /** Questions without a name; what she answered comes back on it. */
  questionnaire: { goesTo: 'her' },
  'end-report': { goesTo: 'her' },
  'support-circle': { goesTo: 'her' },
  'shared-letter': { goesTo: 'party' },
  'child-copy': { goesTo: 'requester' },
  // What the law gives whoever asks; how it is handed over she picks, with her agreement on the screen.
  'person-copy': { goesTo: 'requester' },
} as const satisfies Record<string, { readonly goesTo: 'her' | 'party' | 'requester' }>
export type Paper = keyof typeof papers

export const paperRefusals = ['paper-not-asked', 'paper-asked-long-ago', 'paper-not-home'] as const
export type PaperRefusal = (typeof paperRefusals)[number]

/** May this be printed to leave now? Asked each time; there is no override. */
export function mayLeaveOnPaper(
  paper: Paper,
  policy: Pick<SafeContactPolicy, 'neverAtHome'> | null,
  standing: Standing,
): true | Refusal<PaperRefusal> {
  if (papers[paper].goesTo !== 'her') return true
  if (policy === null || standing === 'none') return refuse('paper-not-asked')
  if (policy.neverAtHome) return refuse('paper-not-home')
  return standing === 'too-old' ? refuse('paper-asked-long-ago') : true
}
