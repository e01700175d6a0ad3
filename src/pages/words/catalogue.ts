import { en as accreditationEn, nl as accreditationNl } from '#pages/accreditation/accreditation.words.ts'
import { en as activityEn, nl as activityNl } from '#pages/activity/activity.words.ts'
import { en as gridEn, nl as gridNl } from '#pages/adversity/adversity.words.ts'
import { en as aftercareEn, nl as aftercareNl } from '#pages/aftercare/aftercare.words.ts'
import { en as alignedEn, nl as alignedNl } from '#pages/aligned-offer/aligned-offer.words.ts'
import { en as aroundEn, nl as aroundNl } from '#pages/around/around.words.ts'
import { en as arrangementEn, nl as arrangementNl } from '#pages/arrangement/arrangement.words.ts'
import { en as auditEn, nl as auditNl } from '#pages/audit/audit.words.ts'
import { en as eventEn, nl as eventNl } from '#pages/audit/event.words.ts'
import { en as outliersEn, nl as outliersNl } from '#pages/audit/outliers.words.ts'
import { en as overviewEn, nl as overviewNl } from '#pages/audit/overview.words.ts'
import { en as glassEn, nl as glassNl } from '#pages/break-glass/break-glass.words.ts'
import { en as checkInEn, nl as checkInNl } from '#pages/check-in/check-in.words.ts'
import { en as childRequestEn, nl as childRequestNl } from '#pages/child-request/child-request.words.ts'
import { en as circleEn, nl as circleNl } from '#pages/circle/circle.words.ts'
import { en as closureEn, nl as closureNl } from '#pages/closure/closure.words.ts'
import { en as collisionEn, nl as collisionNl } from '#pages/collision/collision.words.ts'
import { en as commitmentEn, nl as commitmentNl } from '#pages/commitment/commitment.words.ts'
import { en as concernEn, nl as concernNl } from '#pages/concern/concern.words.ts'
import { en as consentEn, nl as consentNl } from '#pages/consent/consent.words.ts'
import { en as consultationEn, nl as consultationNl } from '#pages/consultation/consultation.words.ts'
import { en as contactEn, nl as contactNl } from '#pages/contact/contact.words.ts'
import { en as sheetEn, nl as sheetNl } from '#pages/conversation-sheet/conversation-sheet.words.ts'
import { en as courseEn, nl as courseNl } from '#pages/course/course.words.ts'
import { en as documentEn, nl as documentNl } from '#pages/document/document.words.ts'
import { en as dutiesEn, nl as dutiesNl } from '#pages/duties/duties.words.ts'
import { en as endReportEn, nl as endReportNl } from '#pages/end-report/end-report.words.ts'
import { en as erasureEn, nl as erasureNl } from '#pages/erasure/erasure.words.ts'
import { en as exchangeEn, nl as exchangeNl } from '#pages/exchange/exchange.words.ts'
import { en as expenseEn, nl as expenseNl } from '#pages/expense/expense.words.ts'
import { en as fieldPhoneEn, nl as fieldPhoneNl } from '#pages/field-phone/field-phone.words.ts'
import { en as figuresEn, nl as figuresNl } from '#pages/figures/figures.words.ts'
import { en as seriesEn, nl as seriesNl } from '#pages/figures/series.words.ts'
import { en as fileLockEn, nl as fileLockNl } from '#pages/file-lock/file-lock.words.ts'
import { en as fundingEn, nl as fundingNl } from '#pages/funding/funding.words.ts'
import { en as groupEn, nl as groupNl } from '#pages/group/group.words.ts'
import { en as groupSessionEn, nl as groupSessionNl } from '#pages/group/session.words.ts'
import { en as compositionEn, nl as compositionNl } from '#pages/group-composition/composition.words.ts'
import { en as handoverEn, nl as handoverNl } from '#pages/handover/handover.words.ts'
import { en as homeEn, nl as homeNl } from '#pages/home/home.words.ts'
import { en as providerEn, nl as providerNl } from '#pages/identity-provider/identity-provider.words.ts'
import { en as importEn, nl as importNl } from '#pages/import/import.words.ts'
import { en as incidentEn, nl as incidentNl } from '#pages/incident/incident.words.ts'
import { en as installationEn, nl as installationNl } from '#pages/installation/installation.words.ts'
import { en as fhirFileEn, nl as fhirFileNl } from '#pages/instrument/fhir-file.words.ts'
import { en as instrumentEn, nl as instrumentNl } from '#pages/instrument/instrument.words.ts'
import { en as intakeEn, nl as intakeNl } from '#pages/intake/intake.words.ts'
import { en as loneEn, nl as loneNl } from '#pages/lone-visit/lone-visit.words.ts'
import { en as frameEn, nl as frameNl } from '#pages/look/frame.words.ts'
import { en as matchEn, nl as matchNl } from '#pages/match/match.words.ts'
import { en as matchLifeEn, nl as matchLifeNl } from '#pages/match/match-life.words.ts'
import { en as matchingEn, nl as matchingNl } from '#pages/matching-meeting/matching-meeting.words.ts'
import {
  en as meetingRefusalEn,
  nl as meetingRefusalNl,
} from '#pages/matching-meeting/meeting-refusal.words.ts'
import { en as measureChangeEn, nl as measureChangeNl } from '#pages/measure/change.words.ts'
import { en as measureEn, nl as measureNl } from '#pages/measure/measure.words.ts'
import { en as meldcodeEn, nl as meldcodeNl } from '#pages/meldcode/meldcode.words.ts'
import { en as memberEn, nl as memberNl } from '#pages/member/member.words.ts'
import { en as messageEn, nl as messageNl } from '#pages/message/message.words.ts'
import { en as helpEn, nl as helpNl } from '#pages/network/help.words.ts'
import { en as networkEn, nl as networkNl } from '#pages/network/network.words.ts'
import { en as onCallEn, nl as onCallNl } from '#pages/on-call/on-call.words.ts'
import { en as organisationEn, nl as organisationNl } from '#pages/organisation/organisation.words.ts'
import { en as outcomeEn, nl as outcomeNl } from '#pages/outcome/outcome.words.ts'
import { en as ownDeviceEn, nl as ownDeviceNl } from '#pages/own-device/own-device.words.ts'
import { en as paperEn, nl as paperNl } from '#pages/paper/paper.words.ts'
import { en as personEn, nl as personNl } from '#pages/person/person.words.ts'
import { en as personRequestEn, nl as personRequestNl } from '#pages/person-request/person-request.words.ts'
import { en as planEn, nl as planNl } from '#pages/plan/plan.words.ts'
import { en as planningEn, nl as planningNl } from '#pages/planning/planning.words.ts'
import { en as builderEn, nl as builderNl } from '#pages/programme/builder.words.ts'
import { en as definitionEn, nl as definitionNl } from '#pages/programme/definition.words.ts'
import { en as programmeEn, nl as programmeNl } from '#pages/programme/programme.words.ts'
import { en as recoveryEn, nl as recoveryNl } from '#pages/recovery/recovery.words.ts'
import { en as deskEn, nl as deskNl } from '#pages/referral/desk.words.ts'
import { en as followUpEn, nl as followUpNl } from '#pages/referral/follow-up.words.ts'
import { en as ownFormEn, nl as ownFormNl } from '#pages/referral/own-form.words.ts'
import { en as ownReferralsEn, nl as ownReferralsNl } from '#pages/referral/own-referrals.words.ts'
import {
  en as professionalFormEn,
  nl as professionalFormNl,
} from '#pages/referral/professional-form.words.ts'
import { en as referralCodesEn, nl as referralCodesNl } from '#pages/referral/referral-codes.words.ts'
import { en as referrerEn, nl as referrerNl } from '#pages/referrer/referrer.words.ts'
import { en as reportReleaseEn, nl as reportReleaseNl } from '#pages/report-release/report-release.words.ts'
import { en as retentionEn, nl as retentionNl } from '#pages/retention/retention.words.ts'
import { en as safeContactEn, nl as safeContactNl } from '#pages/safe-contact/safe-contact.words.ts'
import { en as safetyEn, nl as safetyNl } from '#pages/safety/safety.words.ts'
import { en as searchEn, nl as searchNl } from '#pages/search/search.words.ts'
import { en as apiGuideEn, nl as apiGuideNl } from '#pages/service/api-guide.words.ts'
import { en as serviceEn, nl as serviceNl } from '#pages/service/service.words.ts'
import { en as sharingEn, nl as sharingNl } from '#pages/sharing/sharing.words.ts'
import { en as signInEn, nl as signInNl } from '#pages/sign-in/sign-in.words.ts'
import { en as signalEn, nl as signalNl } from '#pages/signal/signal.words.ts'
import { en as supervisionEn, nl as supervisionNl } from '#pages/supervision/supervision.words.ts'
import { en as taskEn, nl as taskNl } from '#pages/task/task.words.ts'
import { en as teamEn, nl as teamNl } from '#pages/team/team.words.ts'
import { en as trainingEn, nl as trainingNl } from '#pages/training/training.words.ts'
import { en as trajectoryEn, nl as trajectoryNl } from '#pages/trajectory/trajectory.words.ts'
import { en as webhookEn, nl as webhookNl } from '#pages/webhook/webhook.words.ts'
import { en as applyEn, nl as applyNl } from '#pages/worker/apply.words.ts'
import { en as myFileEn, nl as myFileNl } from '#pages/worker/my-file.words.ts'
import { en as profileEn, nl as profileNl } from '#pages/worker/profile.words.ts'
import { en as workerEn, nl as workerNl } from '#pages/worker/worker.words.ts'
import { en as workerTextEn, nl as workerTextNl } from '#pages/worker/worker-text.words.ts'
import { en as refusalEn, nl as refusalNl } from './refusal.words.ts'

/**
 * All words, by language. Each noun keeps its own in `<noun>.words.ts` beside its pages; keys start with the noun.
 * A key that one language lacks does not compile, and a house test finds words that nobody says.
 */
export const nl = {
  ...frameNl,
  ...importNl,
  ...memberNl,
  ...signInNl,
  ...deskNl,
  ...followUpNl,
  ...helpNl,
  ...networkNl,
  ...recoveryNl,
  ...providerNl,
  ...referrerNl,
  ...ownReferralsNl,
  ...installationNl,
  ...organisationNl,
  ...paperNl,
  ...programmeNl,
  ...builderNl,
  ...definitionNl,
  ...accreditationNl,
  ...figuresNl,
  ...seriesNl,
  ...fundingNl,
  ...fileLockNl,
  ...groupNl,
  ...groupSessionNl,
  ...compositionNl,
  ...alignedNl,
  ...homeNl,
  ...ownFormNl,
  ...professionalFormNl,
  ...referralCodesNl,
  ...safeContactNl,
  ...intakeNl,
  ...contactNl,
  ...expenseNl,
  ...reportReleaseNl,
  ...sheetNl,
  ...courseNl,
  ...activityNl,
  ...gridNl,
  ...planNl,
  ...planningNl,
  ...arrangementNl,
  ...circleNl,
  ...commitmentNl,
  ...consultationNl,
  ...handoverNl,
  ...trajectoryNl,
  ...serviceNl,
  ...apiGuideNl,
  ...webhookNl,
  ...matchNl,
  ...matchingNl,
  ...meetingRefusalNl,
  ...matchLifeNl,
  ...personNl,
  ...profileNl,
  ...searchNl,
  ...applyNl,
  ...workerNl,
  ...workerTextNl,
  ...myFileNl,
  ...documentNl,
  ...dutiesNl,
  ...trainingNl,
  ...supervisionNl,
  ...aroundNl,
  ...collisionNl,
  ...auditNl,
  ...eventNl,
  ...checkInNl,
  ...glassNl,
  ...overviewNl,
  ...outliersNl,
  ...closureNl,
  ...concernNl,
  ...meldcodeNl,
  ...aftercareNl,
  ...incidentNl,
  ...endReportNl,
  ...erasureNl,
  ...fieldPhoneNl,
  ...ownDeviceNl,
  ...retentionNl,
  ...personRequestNl,
  ...exchangeNl,
  ...onCallNl,
  ...loneNl,
  ...safetyNl,
  ...childRequestNl,
  ...sharingNl,
  ...consentNl,
  ...fhirFileNl,
  ...instrumentNl,
  ...measureNl,
  ...measureChangeNl,
  ...outcomeNl,
  ...messageNl,
  ...signalNl,
  ...taskNl,
  ...teamNl,
  ...refusalNl,
}
export const en: Record<keyof typeof nl, string> = {
  ...frameEn,
  ...importEn,
  ...memberEn,
  ...signInEn,
  ...deskEn,
  ...followUpEn,
  ...helpEn,
  ...networkEn,
  ...recoveryEn,
  ...providerEn,
  ...referrerEn,
  ...ownReferralsEn,
  ...installationEn,
  ...organisationEn,
  ...paperEn,
  ...programmeEn,
  ...builderEn,
  ...definitionEn,
  ...accreditationEn,
  ...figuresEn,
  ...seriesEn,
  ...fundingEn,
  ...fileLockEn,
  ...groupEn,
  ...groupSessionEn,
  ...compositionEn,
  ...alignedEn,
  ...homeEn,
  ...ownFormEn,
  ...professionalFormEn,
  ...referralCodesEn,
  ...safeContactEn,
  ...intakeEn,
  ...contactEn,
  ...expenseEn,
  ...reportReleaseEn,
  ...sheetEn,
  ...courseEn,
  ...activityEn,
  ...gridEn,
  ...planEn,
  ...planningEn,
  ...arrangementEn,
  ...circleEn,
  ...commitmentEn,
  ...consultationEn,
  ...handoverEn,
  ...trajectoryEn,
  ...serviceEn,
  ...apiGuideEn,
  ...webhookEn,
  ...matchEn,
  ...matchingEn,
  ...meetingRefusalEn,
  ...matchLifeEn,
  ...personEn,
  ...profileEn,
  ...searchEn,
  ...applyEn,
  ...workerEn,
  ...workerTextEn,
  ...myFileEn,
  ...documentEn,
  ...dutiesEn,
  ...trainingEn,
  ...supervisionEn,
  ...aroundEn,
  ...collisionEn,
  ...auditEn,
  ...eventEn,
  ...checkInEn,
  ...glassEn,
  ...overviewEn,
  ...outliersEn,
  ...closureEn,
  ...concernEn,
  ...meldcodeEn,
  ...aftercareEn,
  ...incidentEn,
  ...endReportEn,
  ...erasureEn,
  ...fieldPhoneEn,
  ...ownDeviceEn,
  ...retentionEn,
  ...personRequestEn,
  ...exchangeEn,
  ...onCallEn,
  ...loneEn,
  ...safetyEn,
  ...childRequestEn,
  ...sharingEn,
  ...consentEn,
  ...fhirFileEn,
  ...instrumentEn,
  ...measureEn,
  ...measureChangeEn,
  ...outcomeEn,
  ...messageEn,
  ...signalEn,
  ...taskEn,
  ...teamEn,
  ...refusalEn,
}
