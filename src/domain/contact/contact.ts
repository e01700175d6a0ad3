/** Where one contact with her stands: a visit, a call, an outing (domain.md 7.1). */
export const contactStates = ['planned', 'done', 'cancelled', 'no_show', 'skipped'] as const
export type ContactState = (typeof contactStates)[number]

/** Who called it off. By the partner is a safety fact, never just a missed visit (domain.md 1.1, 7.1). */
export const cancellers = ['mother', 'worker', 'partner', 'other'] as const
export type Canceller = (typeof cancellers)[number]

/**
 * Why a visit of the plan is left out. Nobody called it off: a day that was agreed and falls through is cancelled, by whom
 * is said, and a visit is owed again (domain.md 7.1).
 */
export const skipReasons = [
  'not_needed',
  'holiday',
  'illness',
  'worker_away',
  'birth',
  'seen_elsewhere',
  'other',
] as const
export type SkipReason = (typeof skipReasons)[number]

/** Where a contact came from: the programme's plan, an extra one, or in place of one that fell through. */
export const contactOrigins = ['protocol', 'extra', 'replacement'] as const
export type ContactOrigin = (typeof contactOrigins)[number]

/** How the worker found it went, in one tap. Not a score: it is only ever shown beside her own words. */
export const feelings = ['good', 'mixed', 'hard'] as const
export type Feeling = (typeof feelings)[number]

/**
 * Every step, from which states, and where it leads. What was logged stays logged; `correct` is for the one who
 * logged it, on the same day (see `correct-contact.ts`); `owe-again` is what such a correction may ask.
 */
const steps = {
  plan: { from: ['planned'], to: ['planned'] },
  /** She said yes to the day that was agreed. */
  confirm: { from: ['planned'], to: ['planned'] },
  'log-done': { from: ['planned'], to: ['done'] },
  cancel: { from: ['planned'], to: ['cancelled'] },
  'log-no-show': { from: ['planned'], to: ['no_show'] },
  skip: { from: ['planned'], to: ['skipped'] },
  'owe-again': { from: ['skipped'], to: ['planned'] },
  correct: { from: ['done', 'cancelled', 'no_show'], to: ['done', 'cancelled', 'no_show'] },
} as const satisfies Record<
  string,
  { from: readonly ContactState[]; to: readonly [ContactState, ...ContactState[]] }
>
export type ContactStep = keyof typeof steps
export const contactSteps = Object.keys(steps) as readonly ContactStep[]

export const mayTake = (state: ContactState, step: ContactStep): boolean =>
  steps[step].from.some((from) => from === state)
/** The states a step may lead to. */
export const leadsTo = (step: ContactStep): readonly ContactState[] => steps[step].to

/** Contacts are planned and logged while a trajectory runs; paused ones may still have a visit to write down. */
export const takesContacts = (trajectoryState: string): boolean =>
  trajectoryState === 'active' || trajectoryState === 'paused'
