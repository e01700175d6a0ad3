import type { FactType } from '#domain/programme/expression-types.ts'

/**
 * Facts that Naast itself knows about a trajectory, and that rules may ask for without asking anyone. Which of them
 * are known at a moment differs; what isn't known is not false.
 */
const yesNo: FactType = { kind: 'yes_no' }
const number: FactType = { kind: 'number' }
const cancelledBy: FactType = {
  kind: 'choice',
  options: ['mother', 'worker', 'partner', 'coordinator', 'other'],
}

/** Known from the child's day of birth or the due date; see `childFacts`. */
export const childFactTypes = {
  childAgeMonths: number,
  pregnant: yesNo,
  gestationalWeeks: number,
} as const satisfies Record<string, FactType>

/** What an end rule may use: facts that only time moves. */
export const timeFactTypes = {
  childAgeMonths: number,
  weeksSinceStart: number,
} as const satisfies Record<string, FactType>

/** What happens in a trajectory or a group, for fidelity and completion rules (domain.md 6.2 to 6.7). */
export const caseFactTypes = {
  ...childFactTypes,
  ...timeFactTypes,
  ended: yesNo,
  closed: yesNo,
  visitsDone: number,
  daysSinceLastContact: number,
  consecutiveCancellations: number,
  lastCancelledBy: cancelledBy,
  visitsOutsideMinutes: number,
  visitsWithoutTalkSheet: number,
  languageShared: yesNo,
  interpreter: yesNo,
  extensionReason: yesNo,
  evaluationHeld: yesNo,
  daysSinceCoordinatorTalk: number,
  daysSinceSupervision: number,
  openSignal: yesNo,
  workdaysSinceSignal: number,
  openRedFlag: yesNo,
  workdaysSinceFlag: number,
  partnerContactRecorded: yesNo,
  outboundViolatesSafeContact: yesNo,
  safetyPlan: yesNo,
  kindcheckAtIntake: yesNo,
  kindcheckCount: number,
  daysReferralToIntakeContact: number,
  daysSinceIntake: number,
  daysSinceRedirect: number,
  verifiedStarted: yesNo,
  actionPlan: yesNo,
  handover: yesNo,
  namedMidwife: yesNo,
  phaseCadence: number,
  individualHelpActive: yesNo,
  participant: yesNo,
  absentUnnotified: yesNo,
  startSize: number,
  groupSize: number,
  facilitatorsPresent: number,
  sessionMinutes: number,
  sessionsAttended: number,
  themeChanged: yesNo,
  relationConflict: yesNo,
  'worker.trainingValid': yesNo,
  'worker.vogValid': yesNo,
  'worker.agreementValid': yesNo,
} as const satisfies Record<string, FactType>
