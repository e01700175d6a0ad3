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

/** What was so on the day her referral came in; see `referralDayFacts`. Only eligibility asks for it. */
export const referralDayFactTypes = {
  pregnantAtReferral: yesNo,
  gestationalWeeksAtReferral: number,
} as const satisfies Record<string, FactType>
export const asksForReferralDay = (names: readonly string[]): boolean =>
  names.some((name) => Object.hasOwn(referralDayFactTypes, name))

/** All that only the calendar tells; these hang together. */
export const calendarFactTypes = { ...childFactTypes, ...referralDayFactTypes } as const

/** What an end rule may use: facts that only time moves. */
export const timeFactTypes = {
  childAgeMonths: number,
  weeksSinceStart: number,
} as const satisfies Record<string, FactType>

/**
 * Counted from a programme's grid of adversities (`adversityFacts`): how many there are, and in how many domains of
 * life at least one.
 */
export const adversityFactTypes = {
  adversityCount: number,
  lifeDomainsAffected: number,
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
  /** Of a referral that was sent elsewhere, never of a trajectory: see `referral-rules.ts`. */
  daysSinceRedirect: number,
  verifiedStarted: yesNo,
  /** Somebody other than who wrote it approved a plan of action. */
  actionPlan: yesNo,
  /** She sat down together with whoever goes on beside her. */
  handover: yesNo,
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
  /** Days since anything at all was written, planned or decided in this trajectory. */
  daysSinceActivity: number,
  /** There is an answer to how she may be reached, that counts today. */
  safeContactKnown: yesNo,
  /** Somebody tries to keep something that this programme doesn't ask for. */
  fieldOutsideDefinition: yesNo,
  /** A concern "danger now" is open. */
  openDanger: yesNo,
  /** The trajectory ended with a reason. */
  closureReasonGiven: yesNo,
  /** She was offered to look back on it together. */
  evaluationOffered: yesNo,
  /** Every questionnaire of the first moment is taken or declined; likewise of the moment at the end. */
  firstMeasureDone: yesNo,
  endMeasureDone: yesNo,
  /** A care giver that this part of the trajectory requires is not there, or has no name although it needs one. */
  requiredCareMissing: yesNo,
  /** Days since the last review of the trajectory, of the plan, of the grid; since the start or the making if none. */
  daysSinceReview: number,
  daysSincePlanReview: number,
  daysSinceAdversityGrid: number,
  /** Days that a diary which belongs to now has been waiting to be begun; not known once it is. */
  daysDiaryWaiting: number,
  /** The phase lasts longer than after which its definition wants it looked at. */
  phaseOverdue: yesNo,
  /** How often another worker took over. */
  workerChanges: number,
  /** What she set out to reach is reached; everything in the plan of action is closed. */
  goalsMet: yesNo,
  planClosed: yesNo,
  /** Days after the due day, as long as neither a birth nor a loss is known. */
  daysPastDue: number,
  /** Days since the day of birth, and whether the child has a file of its own. */
  daysSinceBirth: number,
  childAdded: yesNo,
  /** Days since she was last in a group of the programme; since the start if never. */
  daysSinceGroupAttendance: number,
  /** How many meetings the group has had, and how many facilitators are registered for it. */
  sessionsHeld: number,
  groupFacilitators: number,
  'worker.isMother': yesNo,
  'worker.qualificationValid': yesNo,
  'worker.trainingValid': yesNo,
  'worker.vogValid': yesNo,
  'worker.agreementValid': yesNo,
} as const satisfies Record<string, FactType>
