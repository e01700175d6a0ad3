import { programmes } from '#programmes/registry.ts'
import type { OneOfEach } from '../testing/one-of-each.ts'

/** Which id belongs in an address, by the beginning of its route. The first that fits counts. */
const ids: readonly (readonly [RegExp, (house: OneOfEach) => string])[] = [
  [/^\/members\/invitations\//, (house) => house.invitationId],
  [/^\/members\/approvals\//, (house) => house.roleApprovalId],
  [/^\/members\//, (house) => house.memberId],
  [/^\/recoveries\//, (house) => house.recoveryId],
  [
    /^\/(identity-providers|account\/providers|sign-in\/with|sign-out\/at)\//,
    (house) => house.identityProviderId,
  ],
  [/^\/referrals\/:id\/follow-up/, (house) => house.referral.sent],
  [/^\/referrals\//, (house) => house.referral.received],
  [/^\/imports\/:id\/columns/, (house) => house.import.uploaded],
  [/^\/imports\/:id\/(preview|discard)/, (house) => house.import.mapped],
  [/^\/imports\//, (house) => house.import.done],
  [/^\/trajectories\/:id\/intake/, (house) => house.trajectory.intake],
  [/^\/lone-(alerts|openings)\//, (house) => house.lone.alert],
  [/^\/trajectories\/:id\/(safety|concerns)/, (house) => house.safety.trajectory],
  [/^\/(my-)?talks\//, (house) => house.safety.aftercare],
  [/^\/locks\//, (house) => house.fileLockId],
  [/^\/trajectories\/:id\/locks/, (house) => house.trajectory.closed],
  [/^\/around\//, (house) => house.likeness.around],
  [/^\/exchanges\//, (house) => house.exchange.running],
  [/^\/likenesses\//, (house) => house.likeness.one],
  [/^\/incidents\//, (house) => house.safety.incident],
  [/^\/erasures\//, (house) => house.kept.erasure],
  [/^\/holds\//, (house) => house.kept.hold],
  [/^\/requests\//, (house) => house.kept.request],
  [/^\/retention\/settings\//, (house) => house.kept.setting],
  [/^\/retention\//, (house) => house.kept.hidden],
  [/^\/confidential\//, (house) => house.safety.meldcode],
  [/^\/trajectories\/:id\/confidential/, (house) => house.safety.trajectory],
  [/^\/concerns\//, (house) => house.safety.concern],
  [/^\/papers\/sheets\//, (house) => house.asked.approved],
  [/^\/child-files\/:id\/documents/, (house) => house.asked.approved],
  [/^\/documents\//, (house) => house.papers.one],
  [/^\/removals\//, (house) => house.papers.asked],
  [/^\/child-files\//, (house) => house.asked.open],
  [/^\/papers\/post\//, (house) => house.letterId],
  [/^\/messages\//, (house) => house.letterId],
  [/^\/papers\/(end-reports|circles)\//, (house) => house.planned.trajectory],
  [/^\/shared-files\//, (house) => house.shared.file],
  [/^\/papers\/letters\//, (house) => house.shared.letter],
  [/^\/papers\//, (house) => house.shared.trajectory],
  [/^\/cards\//, (house) => house.safety.plan],
  [/^\/emergency(-reviews)?\//, (house) => house.glassId],
  [/^\/on-call\//, (house) => house.safety.onCall],
  [
    /^\/trajectories\/:id\/(plan|grid|circle|handovers|arrangements|consultations|parties|end-report)/,
    (house) => house.planned.trajectory,
  ],
  [/^\/trajectories\//, (house) => house.trajectory.active],
  [/^\/people\//, (house) => house.personId],
  [/^\/contacts\//, (house) => house.contact.planned],
  [/^\/my-expenses\//, (house) => house.money.claim],
  [/^\/expense-receipts\//, (house) => house.money.claim],
  [/^\/expenses\//, (house) => house.workerId],
  [/^\/payouts\/:id\/(settle|returned|bank|table)/, (house) => house.money.paid],
  [/^\/releases\//, (house) => house.reportRelease],
  [/^\/payouts\//, (house) => house.money.payout],
  [/^\/sheets\//, (house) => house.ownSheet],
  [/^\/phones\//, (house) => house.field.phone],
  [/^\/held-visits\//, (house) => house.field.held],
  [/^\/services\//, (house) => house.serviceId],
  [/^\/webhooks\//, (house) => house.webhook.one],
  [/^\/programme-drafts\//, (house) => house.programmeDraftId],
  [/^\/exceptions\//, (house) => house.exceptionId],
  [/^\/small-starts\//, (house) => house.group.smallStart],
  [/^\/signals\//, (house) => house.signalId],
  [/^\/network\//, (house) => house.networkId],
  [/^\/help-offers\//, (house) => house.helpOfferId],
  [/^\/referrers\//, (house) => house.memberId],
  [/^\/teams\//, (house) => house.teamId],
  [/^\/tasks\//, (house) => house.taskId],
  [/^\/duties\//, (house) => house.deputyId],
  [/^\/supervision\//, (house) => house.supervisionId],
  [/^\/trainings\//, (house) => house.training.one],
  [/^\/workers\//, (house) => house.workerId],
  [/^\/waiting\//, (house) => house.trajectory.waiting],
  [/^\/matching\//, (house) => house.meeting.one],
  [/^\/activities\//, (house) => house.activity.one],
  [/^\/activity-meetings\//, (house) => house.activity.meeting],
  [/^\/groups\//, (house) => house.group.one],
  [/^\/compositions\//, (house) => house.group.composition],
  [/^\/group-places\//, (house) => house.group.place],
  [/^\/group-sessions\//, (house) => house.group.session],
  [/^\/(matches\/:id\/check-ins|my-check-ins)\//, (house) => house.match.active],
  [/^\/proposals\//, (house) => house.match.active],
  [/^\/matches\//, (house) => house.match.proposed],
]

/** The address of a route, with the ids of this organisation filled in. A route that nobody thought of is an error. */
export function addressIn(house: OneOfEach, path: string): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (name === 'org') return 'waterrijk'
    if (name === 'orgId') return house.orgId
    // For which somebody pays.
    if (name === 'programme' && path.startsWith('/subsidies/')) return 'mim-denhaag-48m'
    if (name === 'programme') return programmes[0]?.id ?? ''
    if (name === 'month') return '2026-11'
    if (name === 'part') return '1'
    if (name === 'at') return 'general'
    if (
      name === 'goal' ||
      name === 'action' ||
      name === 'handover' ||
      name === 'arrangement' ||
      name === 'consultation' ||
      name === 'supporter'
    )
      return house.planned[name]
    if (name === 'party') return 'other'
    if (name === 'side') return 'worker'
    if (name === 'set') return 'funnel'
    if (name === 'tally') return 'started.language?row=nl&period=2026'
    if (name === 'notice') return house.shared.notice
    if (name === 'name') return 'who5'
    if (name === 'permission') return house.permission
    if (name === 'step') return 'end'
    if (name === 'womanId' && path.startsWith('/compositions/')) return house.awaitsGroup
    if (name === 'womanId') return house.meeting.trajectory
    if (name === 'offerId') return house.group.offer
    if (name === 'moment' && path.startsWith('/matches/')) return 'w3'
    if (name === 'moment') return programmes[0]?.measures[0]?.moment ?? ''
    if (name === 'token') return 'geen-uitnodiging'
    const found = ids.find(([pattern]) => pattern.test(path))
    if (!found || name !== 'id') throw new Error(`no ${name} for ${path}`)
    return found[1](house)
  })
}
