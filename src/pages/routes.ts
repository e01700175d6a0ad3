import { homeRoutes } from '#pages/home/home.tsx'
import { importRoutes } from '#pages/import/import-routes.ts'
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

/** Every page of the product. A house test holds this table against the authorization matrix. */
export const routes: readonly Route[] = [
  ...homeRoutes,
  ...programmeRoutes,
  ...ownReferralsRoutes,
  ...safeContactRoutes,
  ...deskRoutes,
  ...oneReferralRoutes,
  ...turnAwayRoutes,
  ...importRoutes,
  ...ownFormRoutes,
  ...professionalFormRoutes,
  ...serviceRoutes,
]
