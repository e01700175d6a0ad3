import { type Actor, isMemberWith, isServiceWith } from '#domain/member/actor.ts'

/** Who may do what with referrals (domain.md 2.4). Which ones somebody sees is decided by `visibleReferrals`. */
export const referralPolicy = {
  /** A public form, another system, a coordinator at the desk or a referrer with an account. */
  submit: (actor: Actor) =>
    (actor.kind === 'visitor' && actor.door !== 'applicant') ||
    isServiceWith(actor, 'referral.create') ||
    isMemberWith(actor, 'coordinator', 'referrer'),
  read: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  decide: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  /** What became of one's own referrals: status classes only. */
  followOwn: (actor: Actor) => isMemberWith(actor, 'referrer'),
  /** The same for another system, of what it sent itself; it hears no name. */
  followAsService: (actor: Actor) => isServiceWith(actor, 'referral.read'),
} as const
