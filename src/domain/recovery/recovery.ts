import type { Role } from '#domain/member/role.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** What she lost. */
export const recoveryReasons = ['password', 'phone', 'both'] as const
export type RecoveryReason = (typeof recoveryReasons)[number]

/** How a colleague saw that it is she. Not by mail or telephone: a voice and an address can be somebody else's. */
export const recoveryChecks = ['in_person', 'video'] as const
export type RecoveryCheck = (typeof recoveryChecks)[number]

/** After the second colleague she has so long to say that it isn't she (security design 3.5). */
export const noticeHours = 24
/** A request that nobody finishes ends by itself. */
export const goodForDays = 7

export interface Recovery {
  readonly memberId: string
  readonly askedAt: Temporal.Instant
  readonly first: { readonly by: string; readonly roles: readonly Role[] } | null
  readonly second: { readonly by: string; readonly at: Temporal.Instant } | null
  readonly stoppedAt: Temporal.Instant | null
  readonly usedAt: Temporal.Instant | null
}

export const recoveryStates = [
  'asked',
  'seen_once',
  'notice',
  'ready',
  'stopped',
  'used',
  'too_late',
] as const
export type RecoveryState = (typeof recoveryStates)[number]

export function recoveryState(recovery: Recovery, now: Temporal.Instant): RecoveryState {
  if (recovery.usedAt) return 'used'
  if (recovery.stoppedAt) return 'stopped'
  if (recovery.askedAt.until(now).total('hours') >= goodForDays * 24) return 'too_late'
  if (!recovery.first) return 'asked'
  if (!recovery.second) return 'seen_once'
  return recovery.second.at.until(now).total('hours') >= noticeHours ? 'ready' : 'notice'
}

/** What can still be done in a state; what isn't named here can't. */
const steps = {
  check: ['asked', 'seen_once'],
  stop: ['asked', 'seen_once', 'notice', 'ready'],
  use: ['ready'],
} as const satisfies Record<string, readonly RecoveryState[]>
export type RecoveryStep = keyof typeof steps

export const recoveryAllows = (step: RecoveryStep, state: RecoveryState): boolean =>
  steps[step].some((one) => one === state)

export const isOpen = (state: RecoveryState): boolean => recoveryAllows('stop', state)

const words = {
  stopped: 'recovery-stopped',
  used: 'recovery-used',
  too_late: 'recovery-too-late',
} as const

type CheckRefusal =
  | 'recovery-stopped'
  | 'recovery-used'
  | 'recovery-too-late'
  | 'recovery-enough'
  | 'recovery-of-yourself'
  | 'recovery-twice'
  | 'recovery-needs-administrator'

/** May this colleague say that she saw her? Two different ones, neither of them herself, one who administers. */
export function mayCheck(
  recovery: Recovery,
  by: { readonly memberId: string; readonly roles: readonly Role[] },
  now: Temporal.Instant,
): true | Refusal<CheckRefusal> {
  const state = recoveryState(recovery, now)
  if (state === 'stopped' || state === 'used' || state === 'too_late') return refuse(words[state])
  if (!recoveryAllows('check', state)) return refuse('recovery-enough')
  if (by.memberId === recovery.memberId) return refuse('recovery-of-yourself')
  if (recovery.first?.by === by.memberId) return refuse('recovery-twice')
  const administers = (roles: readonly Role[]) => roles.includes('administrator')
  if (recovery.first && !administers(recovery.first.roles) && !administers(by.roles))
    return refuse('recovery-needs-administrator')
  return true
}
