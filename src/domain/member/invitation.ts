import { type Refusal, refuse } from '#domain/refusal.ts'

/** How long an invitation is good for, in hours (security design 3.5). */
export const invitationHours = 72

export interface InvitationTimes {
  readonly expiresAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
  /** It gives nothing that takes two, or the second agreed. */
  readonly agreed: boolean
}

/** May this invitation be taken up now? It lets somebody in once, within its time, unless it was withdrawn. */
export function mayTakeUp(
  invitation: InvitationTimes,
  now: Temporal.Instant,
): true | Refusal<'invitation-used' | 'invitation-withdrawn' | 'invitation-expired' | 'invitation-waits'> {
  if (invitation.usedAt) return refuse('invitation-used')
  if (invitation.withdrawnAt) return refuse('invitation-withdrawn')
  if (Temporal.Instant.compare(now, invitation.expiresAt) >= 0) return refuse('invitation-expired')
  if (!invitation.agreed) return refuse('invitation-waits')
  return true
}

/** Addresses are compared without regard to case and surrounding blanks; that is how people type them. */
export const sameAddress = (email: string): string => email.trim().toLowerCase().normalize('NFC')
