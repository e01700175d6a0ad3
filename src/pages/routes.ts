import { addContactRoutes } from '#pages/contact/add-contact.tsx'
import { logContactRoutes } from '#pages/contact/log-contact.tsx'
import { myContactsRoutes } from '#pages/contact/my-contacts.tsx'
import { oneContactRoutes } from '#pages/contact/one-contact.tsx'
import { planContactRoutes } from '#pages/contact/plan-contact.tsx'
import { trajectoryContactsRoutes } from '#pages/contact/trajectory-contacts.tsx'
import { homeRoutes } from '#pages/home/home.tsx'
import { importRoutes } from '#pages/import/import-routes.ts'
import { completeIntakeRoutes } from '#pages/intake/complete-page.tsx'
import { intakeRoutes } from '#pages/intake/intake-page.tsx'
import { inviteRoutes } from '#pages/member/invite.tsx'
import { membersRoutes } from '#pages/member/members.tsx'
import { oneMemberRoutes } from '#pages/member/one-member.tsx'
import type { Route } from '#pages/page.ts'
import { programmeRoutes } from '#pages/programme/programme-page.tsx'
import { deskRoutes } from '#pages/referral/desk.tsx'
import { oneReferralRoutes } from '#pages/referral/one-referral.tsx'
import { ownFormRoutes } from '#pages/referral/own-form.tsx'
import { ownReferralsRoutes } from '#pages/referral/own-referrals.tsx'
import { professionalFormRoutes } from '#pages/referral/professional-form.tsx'
import { turnAwayRoutes } from '#pages/referral/turn-away.tsx'
import { safeContactRoutes } from '#pages/safe-contact/safe-contact-page.tsx'
import { serviceRoutes } from '#pages/service/service-page.tsx'
import { accountRoutes } from '#pages/sign-in/account.tsx'
import { firstRunRoutes } from '#pages/sign-in/first-run.tsx'
import { invitationRoutes } from '#pages/sign-in/invitation.tsx'
import { phoneRoutes } from '#pages/sign-in/phone.tsx'
import { secondStepRoutes } from '#pages/sign-in/second-step.tsx'
import { signInRoutes } from '#pages/sign-in/sign-in.tsx'
import { signOutRoutes } from '#pages/sign-in/sign-out.tsx'
import { caseloadRoutes } from '#pages/trajectory/caseload.tsx'
import { trajectoryRoutes } from '#pages/trajectory/trajectory.tsx'

/** Every page of the product. A house test holds this table against the authorization matrix. */
export const routes: readonly Route[] = [
  ...homeRoutes,
  ...signInRoutes,
  ...secondStepRoutes,
  ...phoneRoutes,
  ...signOutRoutes,
  ...invitationRoutes,
  ...firstRunRoutes,
  ...accountRoutes,
  ...membersRoutes,
  ...inviteRoutes,
  ...oneMemberRoutes,
  ...programmeRoutes,
  ...ownReferralsRoutes,
  ...safeContactRoutes,
  ...intakeRoutes,
  ...completeIntakeRoutes,
  ...caseloadRoutes,
  ...trajectoryRoutes,
  ...trajectoryContactsRoutes,
  ...addContactRoutes,
  ...myContactsRoutes,
  ...oneContactRoutes,
  ...planContactRoutes,
  ...logContactRoutes,
  ...deskRoutes,
  ...oneReferralRoutes,
  ...turnAwayRoutes,
  ...importRoutes,
  ...ownFormRoutes,
  ...professionalFormRoutes,
  ...serviceRoutes,
]
