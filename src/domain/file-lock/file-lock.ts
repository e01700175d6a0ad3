import { isSecondPerson } from '#domain/member/second-person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Hides one person's file from a colleague or an organisation, whatever else they may (security.md 2, row 5). One
 * person sets it; lifting it takes two: one asks, another one agrees (3.2).
 */
export const fileLockStates = ['standing', 'lift_asked', 'lifted'] as const
export type FileLockState = (typeof fileLockStates)[number]

export const fileLockSteps = ['set', 'ask-lift', 'keep', 'lift'] as const
export type FileLockStep = (typeof fileLockSteps)[number]

const steps = {
  'ask-lift': { from: ['standing'], to: 'lift_asked' },
  keep: { from: ['lift_asked'], to: 'standing' },
  lift: { from: ['lift_asked'], to: 'lifted' },
} as const satisfies Record<
  Exclude<FileLockStep, 'set'>,
  { from: readonly FileLockState[]; to: FileLockState }
>

export const mayStepLock = (state: FileLockState, step: keyof typeof steps): boolean =>
  steps[step].from.some((from) => from === state)

export const afterAsking = (state: FileLockState): FileLockState | Refusal<'lock-not-standing'> =>
  mayStepLock(state, 'ask-lift') ? steps['ask-lift'].to : refuse('lock-not-standing')

/** Whoever asked can't be the one who agrees. That it stays after all, she may say herself. */
export const afterAnswer = (
  lock: { state: FileLockState; askedBy: string | null },
  answer: 'keep' | 'lift',
  by: string,
): FileLockState | Refusal<'lift-not-asked' | 'lift-needs-another-person'> => {
  if (!mayStepLock(lock.state, answer)) return refuse('lift-not-asked')
  if (answer === 'lift' && !isSecondPerson(by, [lock.askedBy])) return refuse('lift-needs-another-person')
  return steps[answer].to
}
