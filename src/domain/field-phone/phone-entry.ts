import { type ContactState, mayTake, takesContacts } from '#domain/contact/contact.ts'

/** What a phone writes down: a planned contact, or one that nobody had planned. */
export const entryForms = ['contact-log', 'contact-extra'] as const
export type EntryForm = (typeof entryForms)[number]

/** Where something a phone sent stands here. */
export const entryStates = ['applied', 'held', 'logged', 'put_away'] as const
export type EntryState = (typeof entryStates)[number]

/** Why it waits for somebody to look. */
export const heldReasons = [
  'not_hers_now',
  'logged_meanwhile',
  'trajectory_over',
  'not_complete',
  'refused',
  'unreadable',
] as const
export type HeldReason = (typeof heldReasons)[number]

/** Why somebody put it away: what was written stays readable, and counts for nothing. */
export const putAwayReasons = ['already_there', 'wrong_woman', 'did_not_happen'] as const
export type PutAwayReason = (typeof putAwayReasons)[number]

/** Only what waits can be settled, and what was settled stays so. */
const steps = {
  log: { from: ['held'], to: 'logged' },
  'put-away': { from: ['held'], to: 'put_away' },
} as const satisfies Record<string, { from: readonly EntryState[]; to: EntryState }>
export type EntryStep = keyof typeof steps

export const mayStep = (state: EntryState, step: EntryStep): boolean =>
  steps[step].from.some((from) => from === state)
export const leadsTo = (step: EntryStep): EntryState => steps[step].to

/** What is true of the visit at the moment at which the phone's words arrive. */
export interface MeetsWith {
  /** Whether who wrote it may see the woman now. */
  readonly hers: boolean
  readonly trajectoryState: string
  /** Of the planned contact; `null` for one that nobody had planned. */
  readonly contact: ContactState | null
}

/**
 * Does what the phone says go in beside what is there, or does somebody have to look? A plan that moved meanwhile is no
 * conflict: that they met is true whatever was planned. What was written down already is never overwritten, and never
 * taken for the same.
 */
export function merges({ hers, trajectoryState, contact }: MeetsWith): 'apply' | HeldReason {
  if (!hers) return 'not_hers_now'
  if (!takesContacts(trajectoryState)) return 'trajectory_over'
  return contact === null || mayTake(contact, 'log-done') ? 'apply' : 'logged_meanwhile'
}

/** What stood in the way, as the reason to hold it. */
export const heldBecause = {
  'not-found': 'not_hers_now',
  invalid: 'not_complete',
  unreadable: 'unreadable',
  refused: 'refused',
} as const satisfies Record<string, HeldReason>
