import { accreditationRoutes } from '#pages/accreditation/accreditation-page.tsx'
import { activitiesForRoutes } from '#pages/activity/activities-for.tsx'
import { activityListRoutes } from '#pages/activity/activity-list.tsx'
import { activityMeetingRoutes } from '#pages/activity/activity-meeting.tsx'
import { oneActivityRoutes } from '#pages/activity/one-activity.tsx'
import { planActivityRoutes } from '#pages/activity/plan-activity.tsx'
import { gridRoutes } from '#pages/adversity/grid-pages.tsx'
import { aftercareRoutes } from '#pages/aftercare/aftercare-page.tsx'
import { besideGroupRoutes } from '#pages/aligned-offer/beside-group.tsx'
import { myOffersRoutes } from '#pages/aligned-offer/my-offers.tsx'
import { oneOfferRoutes } from '#pages/aligned-offer/one-offer.tsx'
import { aroundRoutes } from '#pages/around/around-page.tsx'
import { arrangementRoutes } from '#pages/arrangement/arrangement-pages.tsx'
import { auditRoutes } from '#pages/audit/audit-page.tsx'
import { outlierRoutes } from '#pages/audit/outliers-page.tsx'
import { overviewRoutes } from '#pages/audit/overview-page.tsx'
import { sealRoutes } from '#pages/audit/seals-page.tsx'
import { glassFileRoutes } from '#pages/break-glass/glass-file.tsx'
import { openGlassRoutes } from '#pages/break-glass/open-page.tsx'
import { glassReviewRoutes } from '#pages/break-glass/review-pages.tsx'
import { checkInsRoutes } from '#pages/check-in/check-ins-page.tsx'
import { myCheckInRoutes } from '#pages/check-in/my-check-in.tsx'
import { oneCheckInRoutes } from '#pages/check-in/one-check-in.tsx'
import { childRequestStepRoutes } from '#pages/child-request/child-request-steps.tsx'
import { childRequestListRoutes } from '#pages/child-request/child-requests.tsx'
import { oneChildRequestRoutes } from '#pages/child-request/one-child-request.tsx'
import { circleRoutes } from '#pages/circle/circle-page.tsx'
import { circlePaperRoutes } from '#pages/circle/circle-paper.tsx'
import { supporterRoutes } from '#pages/circle/supporter-pages.tsx'
import { collisionRoutes } from '#pages/collision/collision-pages.tsx'
import { commitmentRoutes } from '#pages/commitment/commitments-page.tsx'
import { partyWaitsRoutes } from '#pages/commitment/party-waits-pages.tsx'
import { oneConcernRoutes } from '#pages/concern/one-concern.tsx'
import { raiseConcernRoutes } from '#pages/concern/raise-concern.tsx'
import { consentRoutes } from '#pages/consent/consent-page.tsx'
import { consultationRoutes } from '#pages/consultation/consultation-pages.tsx'
import { addContactRoutes } from '#pages/contact/add-contact.tsx'
import { logContactRoutes } from '#pages/contact/log-contact.tsx'
import { myContactsRoutes } from '#pages/contact/my-contacts.tsx'
import { oneContactRoutes } from '#pages/contact/one-contact.tsx'
import { planContactRoutes } from '#pages/contact/plan-contact.tsx'
import { trajectoryContactsRoutes } from '#pages/contact/trajectory-contacts.tsx'
import { loadSheetsRoutes } from '#pages/conversation-sheet/load-sheets.tsx'
import { oneOwnSheetRoutes } from '#pages/conversation-sheet/one-own-sheet.tsx'
import { ownSheetListRoutes } from '#pages/conversation-sheet/own-sheet-list.tsx'
import { conversationSheetRoutes } from '#pages/conversation-sheet/sheet-pages.tsx'
import { writeSheetRoutes } from '#pages/conversation-sheet/write-sheet.tsx'
import { changedFormRoutes } from '#pages/course/changed-forms.tsx'
import { childFormRoutes } from '#pages/course/child-forms.tsx'
import { courseRoutes } from '#pages/course/course.tsx'
import { phaseFormRoutes } from '#pages/course/phase-forms.tsx'
import { addDocumentRoutes } from '#pages/document/add-document.tsx'
import { documentListRoutes } from '#pages/document/document-list.tsx'
import { oneDocumentRoutes } from '#pages/document/one-document.tsx'
import { removalRoutes } from '#pages/document/removals.tsx'
import { dutiesRoutes } from '#pages/duties/duties-page.tsx'
import { endReportFormRoutes } from '#pages/end-report/end-report-forms.tsx'
import { endReportRoutes } from '#pages/end-report/end-report-page.tsx'
import { endReportShareRoutes } from '#pages/end-report/end-report-share.tsx'
import { askErasureRoutes } from '#pages/erasure/ask-erasure.tsx'
import { erasureListRoutes } from '#pages/erasure/erasure-list.tsx'
import { oneErasureRoutes } from '#pages/erasure/one-erasure.tsx'
import { beginExchangeRoutes } from '#pages/exchange/begin-exchange.tsx'
import { exchangeFileRoutes } from '#pages/exchange/exchange-file-page.tsx'
import { exchangeRoutes } from '#pages/exchange/exchange-pages.tsx'
import { expenseListRoutes } from '#pages/expense/expense-list.tsx'
import { expenseMonthRoutes } from '#pages/expense/expense-month.tsx'
import { myExpensesRoutes } from '#pages/expense/my-expenses.tsx'
import { onePayoutRoutes } from '#pages/expense/one-payout.tsx'
import { payoutListRoutes } from '#pages/expense/payout-list.tsx'
import { payoutTermsRoutes } from '#pages/expense/payout-terms.tsx'
import { receiptRoutes } from '#pages/expense/receipt.tsx'
import { fieldSendRoutes } from '#pages/field-phone/field-send.ts'
import { fieldShellRoutes } from '#pages/field-phone/field-shell.tsx'
import { heldVisitRoutes } from '#pages/field-phone/held-visits.tsx'
import { offlineRuleRoutes } from '#pages/field-phone/offline-rule.tsx'
import { phoneListRoutes } from '#pages/field-phone/phone-list.tsx'
import { figureCasesRoutes } from '#pages/figures/cases-page.tsx'
import { figuresRoutes } from '#pages/figures/figures-pages.tsx'
import { seriesRoutes } from '#pages/figures/series-page.tsx'
import { steeringRoutes } from '#pages/figures/steering-page.tsx'
import { lockListRoutes } from '#pages/file-lock/lock-list.tsx'
import { oneLockRoutes } from '#pages/file-lock/one-lock.tsx'
import { setLockRoutes } from '#pages/file-lock/set-lock.tsx'
import { coordinatorHoursRoutes } from '#pages/funding/hours-page.tsx'
import { fundingSplitRoutes } from '#pages/funding/split-page.tsx'
import { subsidyRoutes } from '#pages/funding/subsidy-page.tsx'
import { candidatesRoutes } from '#pages/group/candidates-page.tsx'
import { endGroupRoutes } from '#pages/group/end-group.tsx'
import { groupEvaluationRoutes } from '#pages/group/evaluations-page.tsx'
import { groupListRoutes } from '#pages/group/group-list.tsx'
import { oneGroupRoutes } from '#pages/group/one-group.tsx'
import { onePlaceRoutes } from '#pages/group/one-place.tsx'
import { oneSessionRoutes } from '#pages/group/one-session.tsx'
import { planGroupRoutes } from '#pages/group/plan-group.tsx'
import { smallStartRoutes } from '#pages/group/small-start-pages.tsx'
import { compositionRoutes } from '#pages/group-composition/composition-page.tsx'
import { compositionWomanRoutes } from '#pages/group-composition/composition-woman.tsx'
import { compositionsRoutes } from '#pages/group-composition/compositions-page.tsx'
import { groupOfferRoutes } from '#pages/group-composition/group-offer.tsx'
import { handoverRoutes } from '#pages/handover/handover-pages.tsx'
import { homeRoutes } from '#pages/home/home.tsx'
import { providerRoutes } from '#pages/identity-provider/providers.tsx'
import { providerWayRoutes } from '#pages/identity-provider/way-in.tsx'
import { importRoutes } from '#pages/import/import-routes.ts'
import { incidentListRoutes } from '#pages/incident/incident-list.tsx'
import { oneIncidentRoutes } from '#pages/incident/one-incident.tsx'
import { recordIncidentRoutes } from '#pages/incident/record-incident.tsx'
import { installationRoutes } from '#pages/installation/installation-page.tsx'
import { instrumentListRoutes } from '#pages/instrument/instrument-list.tsx'
import { oneInstrumentRoutes } from '#pages/instrument/one-instrument.tsx'
import { questionnaireFileRoutes } from '#pages/instrument/questionnaire-file.ts'
import { completeIntakeRoutes } from '#pages/intake/complete-page.tsx'
import { intakeConsentRoutes } from '#pages/intake/consents-page.tsx'
import { exceptionRoutes } from '#pages/intake/exception-page.tsx'
import { intakeRoutes } from '#pages/intake/intake-page.tsx'
import { goingInRoutes } from '#pages/lone-visit/going-in.tsx'
import { loneAlertRoutes } from '#pages/lone-visit/lone-alert-page.tsx'
import { loneOpeningRoutes } from '#pages/lone-visit/lone-opening-page.tsx'
import { loneVisitsRoutes } from '#pages/lone-visit/lone-visits-page.tsx'
import { loneWordsRoutes } from '#pages/lone-visit/lone-words-page.tsx'
import { myLoneVisitRoutes } from '#pages/lone-visit/my-lone-visit.tsx'
import { neverAloneRoutes } from '#pages/lone-visit/never-alone-page.tsx'
import { leaveRoutes } from '#pages/look/exit.tsx'
import { matchesOfRoutes } from '#pages/match/matches-of.tsx'
import { myMatchRoutes } from '#pages/match/my-match.tsx'
import { myProposalsRoutes } from '#pages/match/my-proposals.tsx'
import { passOnRoutes } from '#pages/match/pass-on-page.tsx'
import { proposalRoutes } from '#pages/match/proposal.tsx'
import { waitingListRoutes } from '#pages/match/waiting-list.tsx'
import { wishesRoutes } from '#pages/match/wishes-page.tsx'
import { workbenchRoutes } from '#pages/match/workbench.tsx'
import { meetingDeedRoutes } from '#pages/matching-meeting/meeting-deeds.tsx'
import { meetingRoutes } from '#pages/matching-meeting/meeting-routes.tsx'
import { keyAgainRoutes } from '#pages/measure/key-again.tsx'
import { measuresRoutes } from '#pages/measure/measures-page.tsx'
import { paperQuestionsRoutes } from '#pages/measure/paper-questions.tsx'
import { takeMeasureRoutes } from '#pages/measure/take-measure.tsx'
import { meldcodeListRoutes } from '#pages/meldcode/meldcode-list.tsx'
import { oneMeldcodeRoutes } from '#pages/meldcode/one-meldcode.tsx'
import { openMeldcodeRoutes } from '#pages/meldcode/open-meldcode.tsx'
import { meldcodePartRoutes } from '#pages/meldcode/part-page.tsx'
import { approvalRoutes } from '#pages/member/approvals.tsx'
import { inviteRoutes } from '#pages/member/invite.tsx'
import { membersRoutes } from '#pages/member/members.tsx'
import { oneMemberRoutes } from '#pages/member/one-member.tsx'
import { letterRoutes } from '#pages/message/letter-page.tsx'
import { messageRoutes } from '#pages/message/messages-page.tsx'
import { toHerRoutes } from '#pages/message/to-her-page.tsx'
import { helpOfferRoutes } from '#pages/network/help-offer-pages.tsx'
import { networkListRoutes } from '#pages/network/network-list.tsx'
import { oneNetworkRoutes } from '#pages/network/one-network.tsx'
import { registerNetworkRoutes } from '#pages/network/register-network.tsx'
import { onCallRoutes } from '#pages/on-call/on-call-page.tsx'
import { organisationRoutes } from '#pages/organisation/organisation-page.tsx'
import { passkeyRuleRoutes } from '#pages/organisation/passkey-rule.tsx'
import { outcomeRoutes } from '#pages/outcome/outcomes-page.tsx'
import { giveOwnDeviceRoutes } from '#pages/own-device/give-own-device.tsx'
import { ownDeviceRoutes } from '#pages/own-device/own-device.tsx'
import { ownDeviceRuleRoutes } from '#pages/own-device/own-device-rule.tsx'
import type { Route } from '#pages/page.ts'
import { onePersonRequestRoutes } from '#pages/person-request/one-person-request.tsx'
import { personRequestStepRoutes } from '#pages/person-request/person-request-steps.tsx'
import { personRequestListRoutes } from '#pages/person-request/person-requests.tsx'
import { actionFormRoutes } from '#pages/plan/action-forms.tsx'
import { goalFormRoutes } from '#pages/plan/goal-forms.tsx'
import { planRoutes } from '#pages/plan/plan-page.tsx'
import { reviewFormRoutes } from '#pages/plan/review-forms.tsx'
import { calendarRoutes } from '#pages/planning/calendar-pages.tsx'
import { myWeekRoutes } from '#pages/planning/my-week.tsx'
import { rhythmRoutes } from '#pages/planning/rhythm.tsx'
import { skipContactRoutes } from '#pages/planning/skip-contact.tsx'
import { teamWeekRoutes } from '#pages/planning/team-week.tsx'
import { beginProgrammeRoutes } from '#pages/programme/begin-page.tsx'
import { decideDraftRoutes } from '#pages/programme/decide-page.tsx'
import { draftDifferenceRoutes } from '#pages/programme/difference-page.tsx'
import { draftRoutes } from '#pages/programme/draft-page.tsx'
import { effectRoutes } from '#pages/programme/effect-page.tsx'
import { builderPartRoutes } from '#pages/programme/part-page.tsx'
import { programmeRoutes } from '#pages/programme/programme-page.tsx'
import { versionsRoutes } from '#pages/programme/versions-page.tsx'
import { recoveryRoutes } from '#pages/recovery/recoveries.tsx'
import { deskRoutes } from '#pages/referral/desk.tsx'
import { followUpRoutes } from '#pages/referral/follow-up-page.tsx'
import { helpForHerRoutes } from '#pages/referral/help-for-her.tsx'
import { oneReferralRoutes } from '#pages/referral/one-referral.tsx'
import { ownFormRoutes } from '#pages/referral/own-form.tsx'
import { ownReferralsRoutes } from '#pages/referral/own-referrals.tsx'
import { professionalFormRoutes } from '#pages/referral/professional-form.tsx'
import { turnAwayRoutes } from '#pages/referral/turn-away.tsx'
import { oneReferrerRoutes } from '#pages/referrer/one-referrer.tsx'
import { referrerListRoutes } from '#pages/referrer/referrers.tsx'
import { oneReleaseRoutes } from '#pages/report-release/one-release.tsx'
import { releaseListRoutes } from '#pages/report-release/release-list.tsx'
import { hiddenFileRoutes } from '#pages/retention/hidden-file.tsx'
import { retentionRoutes } from '#pages/retention/retention.tsx'
import { safeContactRoutes } from '#pages/safe-contact/safe-contact-page.tsx'
import { kindcheckRoutes } from '#pages/safety/kindcheck-page.tsx'
import { safetyPlanRoutes } from '#pages/safety/plan-page.tsx'
import { redFlagRoutes } from '#pages/safety/red-flags-page.tsx'
import { safetyRoutes } from '#pages/safety/safety-page.tsx'
import { searchRoutes } from '#pages/search/search.tsx'
import { apiGuideRoutes } from '#pages/service/api-guide.tsx'
import { serviceRoutes } from '#pages/service/service-page.tsx'
import { shareRoutes } from '#pages/sharing/share-page.tsx'
import { sharedFileRoutes } from '#pages/sharing/shared-file.ts'
import { sharedRoutes } from '#pages/sharing/shared-page.tsx'
import { accountRoutes } from '#pages/sign-in/account.tsx'
import { firstRunRoutes } from '#pages/sign-in/first-run.tsx'
import { freshProofRoutes } from '#pages/sign-in/fresh-proof.tsx'
import { invitationRoutes } from '#pages/sign-in/invitation.tsx'
import { passkeyGateRoutes } from '#pages/sign-in/passkey-gate.tsx'
import { passkeyRoutes } from '#pages/sign-in/passkeys.tsx'
import { phoneRoutes } from '#pages/sign-in/phone.tsx'
import { secondStepRoutes } from '#pages/sign-in/second-step.tsx'
import { signInRoutes } from '#pages/sign-in/sign-in.tsx'
import { signOutRoutes } from '#pages/sign-in/sign-out.tsx'
import { signalListRoutes } from '#pages/signal/signal-list.tsx'
import { signalRoutes } from '#pages/signal/signal-page.tsx'
import { oneSupervisionRoutes } from '#pages/supervision/one-supervision.tsx'
import { supervisionListRoutes } from '#pages/supervision/supervision-list.tsx'
import { taskRoutes } from '#pages/task/task-page.tsx'
import { oneTeamRoutes } from '#pages/team/one-team.tsx'
import { placeRoutes } from '#pages/team/place-page.tsx'
import { teamWorkRoutes } from '#pages/team/team-work.tsx'
import { teamListRoutes } from '#pages/team/teams.tsx'
import { learningRecordRoutes } from '#pages/training/learning-record.tsx'
import { oneTrainingRoutes } from '#pages/training/one-training.tsx'
import { planTrainingRoutes } from '#pages/training/plan-training.tsx'
import { trainingListRoutes } from '#pages/training/training-list.tsx'
import { caseloadRoutes } from '#pages/trajectory/caseload.tsx'
import { closeTrajectoryRoutes } from '#pages/trajectory/close-trajectory.tsx'
import { trajectoryRoutes } from '#pages/trajectory/trajectory.tsx'
import { webhookRoutes } from '#pages/webhook/webhooks-page.tsx'
import { applyFormRoutes } from '#pages/worker/apply-form.tsx'
import { avoidancesRoutes } from '#pages/worker/avoidances-page.tsx'
import { changeWorkerRoutes } from '#pages/worker/change-worker.tsx'
import { myFileRoutes } from '#pages/worker/my-file.tsx'
import { oneWorkerRoutes } from '#pages/worker/one-worker.tsx'
import { workerListRoutes } from '#pages/worker/worker-list.tsx'
import { workerTextRoutes } from '#pages/worker/worker-texts.tsx'

/** Every page of the product. A house test holds this table against the authorization matrix. */
export const routes: readonly Route[] = [
  ...homeRoutes,
  ...signInRoutes,
  ...secondStepRoutes,
  ...phoneRoutes,
  ...signOutRoutes,
  ...freshProofRoutes,
  ...invitationRoutes,
  ...firstRunRoutes,
  ...accountRoutes,
  ...passkeyGateRoutes,
  ...passkeyRoutes,
  ...recoveryRoutes,
  ...providerWayRoutes,
  ...providerRoutes,
  ...membersRoutes,
  ...approvalRoutes,
  ...installationRoutes,
  ...inviteRoutes,
  ...oneMemberRoutes,
  ...organisationRoutes,
  ...passkeyRuleRoutes,
  ...programmeRoutes,
  ...versionsRoutes,
  ...beginProgrammeRoutes,
  ...draftRoutes,
  ...builderPartRoutes,
  ...effectRoutes,
  ...draftDifferenceRoutes,
  ...decideDraftRoutes,
  ...ownReferralsRoutes,
  ...safeContactRoutes,
  ...intakeRoutes,
  ...intakeConsentRoutes,
  ...exceptionRoutes,
  ...completeIntakeRoutes,
  ...caseloadRoutes,
  ...trajectoryRoutes,
  ...trajectoryContactsRoutes,
  ...addContactRoutes,
  ...myContactsRoutes,
  ...oneContactRoutes,
  ...planContactRoutes,
  ...logContactRoutes,
  ...skipContactRoutes,
  ...rhythmRoutes,
  ...myWeekRoutes,
  ...teamWeekRoutes,
  ...calendarRoutes,
  ...myExpensesRoutes,
  ...receiptRoutes,
  ...releaseListRoutes,
  ...oneReleaseRoutes,
  ...figureCasesRoutes,
  // Before the sets of figures: their addresses look like one of those.
  ...steeringRoutes,
  ...seriesRoutes,
  ...partyWaitsRoutes,
  ...figuresRoutes,
  ...accreditationRoutes,
  ...subsidyRoutes,
  ...fundingSplitRoutes,
  ...coordinatorHoursRoutes,
  ...expenseListRoutes,
  ...expenseMonthRoutes,
  ...payoutListRoutes,
  ...payoutTermsRoutes,
  ...onePayoutRoutes,
  ...deskRoutes,
  ...oneReferralRoutes,
  ...turnAwayRoutes,
  ...helpForHerRoutes,
  ...followUpRoutes,
  ...networkListRoutes,
  ...registerNetworkRoutes,
  ...oneNetworkRoutes,
  ...helpOfferRoutes,
  ...referrerListRoutes,
  ...oneReferrerRoutes,
  ...importRoutes,
  ...ownFormRoutes,
  ...ownDeviceRoutes,
  ...professionalFormRoutes,
  ...serviceRoutes,
  ...apiGuideRoutes,
  ...webhookRoutes,
  ...searchRoutes,
  ...workerListRoutes,
  ...workerTextRoutes,
  ...myFileRoutes,
  ...addDocumentRoutes,
  ...documentListRoutes,
  ...oneDocumentRoutes,
  ...removalRoutes,
  ...dutiesRoutes,
  ...avoidancesRoutes,
  ...aroundRoutes,
  ...collisionRoutes,
  ...beginExchangeRoutes,
  ...exchangeRoutes,
  ...exchangeFileRoutes,
  ...supervisionListRoutes,
  ...oneSupervisionRoutes,
  ...trainingListRoutes,
  ...planTrainingRoutes,
  ...oneTrainingRoutes,
  ...learningRecordRoutes,
  ...applyFormRoutes,
  ...changeWorkerRoutes,
  ...oneWorkerRoutes,
  ...waitingListRoutes,
  ...workbenchRoutes,
  ...wishesRoutes,
  ...proposalRoutes,
  ...myProposalsRoutes,
  ...myMatchRoutes,
  ...passOnRoutes,
  ...matchesOfRoutes,
  ...meetingRoutes,
  ...meetingDeedRoutes,
  ...checkInsRoutes,
  ...oneCheckInRoutes,
  ...myCheckInRoutes,
  ...activityListRoutes,
  ...planActivityRoutes,
  ...oneActivityRoutes,
  ...activityMeetingRoutes,
  ...activitiesForRoutes,
  ...groupListRoutes,
  ...groupEvaluationRoutes,
  ...compositionsRoutes,
  ...compositionRoutes,
  ...compositionWomanRoutes,
  ...groupOfferRoutes,
  ...besideGroupRoutes,
  ...oneOfferRoutes,
  ...myOffersRoutes,
  ...planGroupRoutes,
  ...oneGroupRoutes,
  ...smallStartRoutes,
  ...candidatesRoutes,
  ...endGroupRoutes,
  ...onePlaceRoutes,
  ...oneSessionRoutes,
  ...raiseConcernRoutes,
  ...oneConcernRoutes,
  ...openGlassRoutes,
  ...glassFileRoutes,
  ...glassReviewRoutes,
  ...onCallRoutes,
  ...goingInRoutes,
  ...myLoneVisitRoutes,
  ...loneWordsRoutes,
  ...loneVisitsRoutes,
  ...loneAlertRoutes,
  ...loneOpeningRoutes,
  ...neverAloneRoutes,
  ...aftercareRoutes,
  ...erasureListRoutes,
  ...oneErasureRoutes,
  ...askErasureRoutes,
  ...retentionRoutes,
  ...personRequestListRoutes,
  ...onePersonRequestRoutes,
  ...personRequestStepRoutes,
  ...hiddenFileRoutes,
  ...lockListRoutes,
  ...setLockRoutes,
  ...oneLockRoutes,
  ...incidentListRoutes,
  ...recordIncidentRoutes,
  ...oneIncidentRoutes,
  ...meldcodeListRoutes,
  ...openMeldcodeRoutes,
  ...oneMeldcodeRoutes,
  ...meldcodePartRoutes,
  ...safetyRoutes,
  ...redFlagRoutes,
  ...kindcheckRoutes,
  ...safetyPlanRoutes,
  ...consentRoutes,
  ...conversationSheetRoutes,
  ...ownSheetListRoutes,
  ...loadSheetsRoutes,
  ...writeSheetRoutes,
  ...oneOwnSheetRoutes,
  ...childRequestListRoutes,
  ...oneChildRequestRoutes,
  ...childRequestStepRoutes,
  ...sharedRoutes,
  ...sharedFileRoutes,
  ...shareRoutes,
  ...courseRoutes,
  ...gridRoutes,
  ...circleRoutes,
  ...supporterRoutes,
  ...circlePaperRoutes,
  ...planRoutes,
  ...endReportRoutes,
  ...endReportFormRoutes,
  ...endReportShareRoutes,
  ...goalFormRoutes,
  ...actionFormRoutes,
  ...reviewFormRoutes,
  ...arrangementRoutes,
  ...commitmentRoutes,
  ...consultationRoutes,
  ...handoverRoutes,
  ...childFormRoutes,
  ...phaseFormRoutes,
  ...changedFormRoutes,
  ...instrumentListRoutes,
  ...oneInstrumentRoutes,
  ...questionnaireFileRoutes,
  ...measuresRoutes,
  ...outcomeRoutes,
  ...paperQuestionsRoutes,
  ...giveOwnDeviceRoutes,
  ...keyAgainRoutes,
  ...takeMeasureRoutes,
  ...closeTrajectoryRoutes,
  ...signalListRoutes,
  ...signalRoutes,
  ...taskRoutes,
  ...teamListRoutes,
  ...oneTeamRoutes,
  ...teamWorkRoutes,
  ...placeRoutes,
  ...letterRoutes,
  ...messageRoutes,
  ...toHerRoutes,
  ...auditRoutes,
  ...sealRoutes,
  ...overviewRoutes,
  ...outlierRoutes,
  ...leaveRoutes,
  ...fieldShellRoutes,
  ...fieldSendRoutes,
  ...phoneListRoutes,
  ...heldVisitRoutes,
  ...offlineRuleRoutes,
  ...ownDeviceRuleRoutes,
]
