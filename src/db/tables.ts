import type { ColumnType } from 'kysely'
import type { AftercareReason, AftercareState } from '#domain/aftercare/aftercare.ts'
import type { GlassCategory, GlassOutcome } from '#domain/break-glass/break-glass.ts'
import type { ChildRequestState, ChildRequestStep } from '#domain/child-request/child-request.ts'
import type { CollisionClass } from '#domain/collision/collision.ts'
import type { CollisionState, CollisionVerdict, OtherKind } from '#domain/collision/ruling.ts'
import type { ConcernLevel, ConcernOutcome, ConcernState, ConcernStepKind } from '#domain/concern/concern.ts'
import type { SheetVersionState } from '#domain/conversation-sheet/own-sheet.ts'
import type { DocumentKind, DocumentState, DocumentType, RemovalReason } from '#domain/document/document.ts'
import type { EndReportState, EndReportStep } from '#domain/end-report/end-report.ts'
import type { ErasureGround, ErasureReason, ErasureState } from '#domain/erasure/erasure.ts'
import type { HoldReason } from '#domain/erasure/legal-hold.ts'
import type { BackReason, HidingState, KeptSubject, SettingState } from '#domain/erasure/putting-away.ts'
import type { LegalRegime, RetentionGround } from '#domain/erasure/retention-terms.ts'
import type { ExchangeKind, ExchangeSide, ExchangeState, ExchangeWay } from '#domain/exchange/exchange.ts'
import type { AgeClass } from '#domain/expense/account.ts'
import type { Counted } from '#domain/expense/allowance.ts'
import type { DeclineCode, ExpenseKind, ExpenseState } from '#domain/expense/expense.ts'
import type { PayoutState } from '#domain/expense/payout.ts'
import type { RateKind } from '#domain/expense/rate.ts'
import type { OfflineRule } from '#domain/field-phone/offline-rule.ts'
import type { EntryForm, EntryState, HeldReason, PutAwayReason } from '#domain/field-phone/phone-entry.ts'
import type { FileLockState, FileLockStep } from '#domain/file-lock/file-lock.ts'
import type { DraftState, KeptProof, KeptSeat } from '#domain/group/compose/draft.ts'
import type {
  IncidentEnding,
  IncidentKind,
  IncidentParty,
  IncidentState,
  IncidentWeight,
  NoticeWaiver,
} from '#domain/incident/incident.ts'
import type { TextTerm } from '#domain/instrument/instrument-texts.ts'
import type { AlertOutcome, AlertReason, AlertState, AlertStepKind } from '#domain/lone-visit/lone-alert.ts'
import type { Companion, NeverAloneReason } from '#domain/lone-visit/never-alone.ts'
import type { EarlierShown } from '#domain/match/earlier-words.ts'
import type { TravelMode } from '#domain/match/travel.ts'
import type { KeptDelta, KeptPair } from '#domain/matching-meeting/kept-plan.ts'
import type { MeetingState } from '#domain/matching-meeting/meeting.ts'
import type { MeetingChangeKind } from '#domain/matching-meeting/meeting-change.ts'
import type { ClosingCode } from '#domain/meldcode/closing.ts'
import type { MeldcodeEntryKind, MeldcodeState, MeldcodeSubject } from '#domain/meldcode/meldcode.ts'
import type { Role } from '#domain/member/role.ts'
import type { RoleAnswer } from '#domain/member/role-approval.ts'
import type { HelpCategory, HelpTarget } from '#domain/network/help-offer.ts'
import type { NetworkKind } from '#domain/network/network-organisation.ts'
import type { OwnDeviceEnding } from '#domain/own-device/own-device.ts'
import type { OwnDeviceRule } from '#domain/own-device/own-device-rule.ts'
import type {
  PersonRequestState,
  PersonRequestStep,
  PersonRight,
  RequestSubject,
} from '#domain/person-request/person-request.ts'
import type { Level, Weight } from '#domain/plan/goal-attainment.ts'
import type { Doer, PlanState, PlanStep, ReviewOutcome } from '#domain/plan/plan.ts'
import type { MaterialStep } from '#domain/programme/materials-now.ts'
import type { FollowUpAnswer } from '#domain/referral/follow-up.ts'
import type { ReferralState } from '#domain/referral/referral.ts'
import type { ReferralChannel, ReferrerKind } from '#domain/referral/referral-submission.ts'
import type { StatusClass } from '#domain/referral/status-class.ts'
import type { RegionLevel } from '#domain/region/boundary-file.ts'
import type { ReportReleaseState } from '#domain/report-release/report-release.ts'
import type { KindcheckOutcome } from '#domain/safety/kindcheck.ts'
import type { ServiceScope } from '#domain/service/service-scope.ts'
import type { LegalGround, Recipient, SharingPath, SharingWay } from '#domain/sharing/sharing.ts'
import type { NoticeState } from '#domain/sharing/withdrawal.ts'
import type { SupervisionKind, SupervisionState } from '#domain/supervision/supervision.ts'
import type { Attendance } from '#domain/training/training.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'
import type {
  DeliveryFailure,
  DeliveryKind,
  DeliveryState,
  WebhookEnding,
  WebhookKind,
} from '#domain/webhook/webhook.ts'

/** A column the database fills when an insert leaves it out. */
type Defaulted<T> = ColumnType<T, T | undefined, T>
/** JSON columns are written as text that the database parses; see `json()` in `#db/connection.ts`. */
type Json<T> = ColumnType<T, string, string>

/**
 * Row types, as the migrations make them. Names are the database's own; days are `Temporal.PlainDate`, instants
 * `Temporal.Instant`, ids UUIDv7 text. `_sealed` is ciphertext (see the vault), `_print` a keyed hash.
 */

export interface OrganisationTable {
  id: string
  name: string
  slug: string
  time_zone: Defaulted<string>
  language: Defaulted<string>
  theme: Defaulted<string>
  exit_url: string | null
  programmes_stamp: Defaulted<number>
  glass_per_week: Defaulted<number>
  /** Which appointments may stand on a worker's own calendar. */
  calendars: Defaulted<'none' | 'usual' | 'all'>
  /** From when a passkey is asked of who holds a weighty role. */
  passkeys_from: Temporal.PlainDate | null
  /** What a worker calls who is somewhere alone and has no connection. */
  on_call_phone: Defaulted<string | null>
  /** Whether phones may carry visits where there is no signal. */
  offline: Defaulted<OfflineRule>
  /** Whether women may answer questions on their own device. */
  own_device: Defaulted<OwnDeviceRule>
  created_at: Temporal.Instant
}

export interface MemberTable {
  org_id: string
  id: string
  user_id: string
  name_sealed: Buffer
  roles: Role[]
  language: Defaulted<string>
  active_from: Temporal.PlainDate
  active_until: Temporal.PlainDate | null
  version: Defaulted<number>
  created_at: Temporal.Instant
  worker_id: string | null
  email_sealed: Buffer | null
  /** Which version was last held against everybody (`usecases/collision`). */
  checked_version: Defaulted<number | null>
  /** Until when she could agree to what others give, where that was taken from her. */
  approver_until: Temporal.PlainDate | null
}

export interface IdentityProviderTable {
  org_id: string
  id: string
  label: string
  issuer: string
  client_id: string
  secret_sealed: Buffer
  acr: string[]
  amr: string[]
  created_at: Temporal.Instant
  created_by: string
  ended_at: Temporal.Instant | null
  ended_by: string | null
}

export interface MemberIdentityTable {
  org_id: string
  id: string
  member_id: string
  provider_id: string
  subject_sealed: Buffer
  linked_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  ended_by: string | null
}

export interface AccountRecoveryTable {
  org_id: string
  id: string
  member_id: string
  reason: string
  asked_by: string
  asked_at: Temporal.Instant
  first_by: string | null
  first_how: string | null
  first_at: Temporal.Instant | null
  second_by: string | null
  second_how: string | null
  second_at: Temporal.Instant | null
  stopped_by: string | null
  stopped_at: Temporal.Instant | null
  used_by: string | null
  used_at: Temporal.Instant | null
  version: Defaulted<number>
}

/** Weighty roles that were given, and what somebody else said of it. */
export interface RoleApprovalTable {
  org_id: string
  id: string
  invitation_id: string | null
  member_id: string | null
  roles: Role[]
  asked_by: string
  asked_at: Temporal.Instant
  answer: RoleAnswer | null
  answered_by: string | null
  answered_at: Temporal.Instant | null
}

export interface InvitationTable {
  org_id: string
  id: string
  /** Set when somebody who is a member already gets a new way in. */
  member_id: string | null
  email_sealed: Buffer
  email_print: Buffer
  roles: Role[]
  worker_id: string | null
  language: string
  token_hash: Buffer
  created_by: string
  created_at: Temporal.Instant
  expires_at: Temporal.Instant
  used_at: Temporal.Instant | null
  withdrawn_at: Temporal.Instant | null
  version: Defaulted<number>
}

export interface PersonTable {
  org_id: string
  id: string
  kind: 'mother' | 'child' | 'worker' | 'contact'
  name_sealed: Buffer
  phone_sealed: Buffer | null
  email_sealed: Buffer | null
  birth_day_sealed: Buffer | null
  address_sealed: Buffer | null
  area: string | null
  phone_print: Buffer | null
  email_print: Buffer | null
  birth_day_print: Buffer | null
  address_print: Buffer | null
  street_print: Buffer | null
  languages: Defaulted<string[]>
  interpreter: string | null
  version: Defaulted<number>
  created_at: Temporal.Instant
  name_changed_at: Defaulted<Temporal.Instant>
  /** Which version was last held against everybody (`usecases/collision`). */
  checked_version: Defaulted<number | null>
}

export interface HouseholdTable {
  org_id: string
  id: string
  created_at: Temporal.Instant
}

export interface HouseholdMemberTable {
  org_id: string
  id: string
  household_id: string
  person_id: string
  relation: string
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
}

export interface ImportTable {
  org_id: string
  id: string
  state: string
  file_kind: string
  programme_id: string | null
  headings_sealed: Buffer
  mapping: Json<unknown>
  row_count: Defaulted<number>
  good_count: Defaulted<number>
  refused_count: Defaulted<number>
  imported_count: Defaulted<number>
  created_by: string
  created_at: Temporal.Instant
  imported_at: Temporal.Instant | null
  undone_at: Temporal.Instant | null
  undone_by: string | null
  version: Defaulted<number>
}

export interface ReferralTable {
  org_id: string
  id: string
  person_id: string
  channel: ReferralChannel
  state: ReferralState
  programme_id: string | null
  received_at: Temporal.Instant
  received_on: Temporal.PlainDate
  contact_due_on: Temporal.PlainDate
  paused_on: Temporal.PlainDate | null
  referrer_kind: ReferrerKind
  referrer_sealed: Buffer | null
  referrer_member_id: string | null
  service_id: string | null
  words_sealed: Buffer | null
  answers_sealed: Buffer
  duplicate_of: string | null
  decision_code: string | null
  decision_note_sealed: Buffer | null
  decided_by: string | null
  decided_at: Temporal.Instant | null
  import_id: string | null
  version: Defaulted<number>
  urgency: Defaulted<'acute' | 'normal'>
  paused_working_days: Defaulted<number>
  /** Which version was last held against everybody (`usecases/collision`). */
  checked_version: Defaulted<number | null>
}

export interface ImportRowTable {
  org_id: string
  id: string
  import_id: string
  row_number: number
  cells_sealed: Buffer
  verdict: string
  reasons: ColumnType<unknown, string | undefined, string>
  referral_id: string | null
}

export interface SafeContactPolicyTable {
  org_id: string
  id: string
  person_id: string
  terms_sealed: Buffer
  from_at: Temporal.Instant
  until_at: Temporal.Instant | null
  confirmed_on: Temporal.PlainDate
  confirmed_by: string | null
}

export interface WorkerTable {
  org_id: string
  id: string
  person_id: string
  kind: string
  state: string
  programmes: Defaulted<string[]>
  backgrounds: Defaulted<string[]>
  interests: Defaulted<string[]>
  availability: Defaulted<string[]>
  child_situations: Defaulted<string[]>
  capacity: Defaulted<number>
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  coordinator_id: string | null
  state_since: Temporal.PlainDate | null
  state_until: Temporal.PlainDate | null
  reads: Defaulted<string[]>
  child_ages: Defaulted<string[]>
  avoids: Defaulted<string[]>
  travels: Defaulted<string[]>
  version: Defaulted<number>
  created_at: Temporal.Instant
}

export interface WorkerAwayTable {
  org_id: string
  id: string
  worker_id: string
  kind: 'away' | 'phone_only'
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate
  said_by: string | null
  said_at: Temporal.Instant
  withdrawn_on: Temporal.PlainDate | null
}

export interface WorkerAvoidanceTable {
  org_id: string
  id: string
  worker_id: string
  words_sealed: Buffer
  said_at: Temporal.Instant
  ended_on: Temporal.PlainDate | null
}

export interface WorkerTalkTable {
  org_id: string
  id: string
  worker_id: string
  kind: 'talk' | 'supervision'
  planned_on: Temporal.PlainDate
  state: 'planned' | 'done' | 'missed' | 'moved' | 'cancelled'
  settled_on: Temporal.PlainDate | null
  reason_code: string | null
  follows_id: string | null
  planned_by: string | null
  planned_at: Temporal.Instant
  settled_by: string | null
  version: Defaulted<number>
}

export interface DeputyTable {
  org_id: string
  id: string
  member_id: string
  deputy_id: string
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate
  decided_by: string | null
  decided_at: Temporal.Instant
  ended_on: Temporal.PlainDate | null
}

export interface DutyHandoverTable {
  org_id: string
  id: string
  from_member: string | null
  to_member: string
  reason_code: string
  workers: number
  trajectories: number
  tasks: number
  on_day: Temporal.PlainDate
  decided_by: string | null
  decided_at: Temporal.Instant
}

export interface WorkerStepTable {
  org_id: string
  id: string
  worker_id: string
  step: string
  from_state: string | null
  to_state: string
  reason_code: string | null
  on_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  taken_by: string | null
  taken_at: Temporal.Instant
}

export interface WorkerApplicationTable {
  org_id: string
  id: string
  worker_id: string
  words_sealed: Buffer | null
  language: string
  received_on: Temporal.PlainDate
  answer_by: Temporal.PlainDate
  received_at: Temporal.Instant
}

export interface WorkerGateTable {
  org_id: string
  id: string
  worker_id: string
  kind: string
  seen_on: Temporal.PlainDate
  valid_until: Temporal.PlainDate | null
  recorded_by: string | null
  recorded_at: Temporal.Instant
  profile: Defaulted<string | null>
  voids_before: Defaulted<Temporal.PlainDate | null>
  text_id: Defaulted<string | null>
  training_id: Defaulted<string | null>
}

export interface WorkerWaiverTable {
  org_id: string
  id: string
  worker_id: string
  kind: string
  covers: 'running' | 'all'
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  reason_code: string
  decided_by: string | null
  decided_at: Temporal.Instant
  ended_on: Temporal.PlainDate | null
  ended_by: string | null
}

export interface WorkerTextTable {
  org_id: string
  id: string
  kind: string
  number: number
  words: string
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  sign_by: Temporal.PlainDate | null
  published_by: string | null
  published_at: Temporal.Instant
}

export interface WorkerSignatureTable {
  org_id: string
  id: string
  worker_id: string
  text_id: string
  signed_on: Temporal.PlainDate
  signed_at: Temporal.Instant
  signed_by: string
}

export interface TrainingTable {
  org_id: string
  id: string
  title: string
  place: string | null
  gate_kind: string | null
  valid_months: number | null
  seats: number | null
  state: string
  created_by: string | null
  created_at: Temporal.Instant
  version: Defaulted<number>
}

export interface TrainingSessionTable {
  org_id: string
  id: string
  training_id: string
  on_day: Temporal.PlainDate
  starts_at: string | null
  half_days: number
}

export interface TrainingPlaceTable {
  org_id: string
  id: string
  training_id: string
  worker_id: string
  state: Defaulted<'seat' | 'waiting'>
  number: Defaulted<number>
  moved_up_at: Defaulted<Temporal.Instant | null>
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  certified_on: Temporal.PlainDate | null
  certificate_until: Temporal.PlainDate | null
  decided_by: string | null
  decided_at: Temporal.Instant
}

export interface TrainingAttendanceTable {
  org_id: string
  id: string
  session_id: string
  worker_id: string
  attendance: 'there' | 'excused' | 'absent'
  recorded_by: string | null
  recorded_at: Temporal.Instant
}

export interface TrajectoryTable {
  org_id: string
  id: string
  person_id: string
  child_id: string | null
  referral_id: string
  programme_id: string
  programme_version: string
  state: TrajectoryState
  phase: string | null
  coordinator_id: string | null
  worker_id: string | null
  waiting_since: Temporal.PlainDate | null
  started_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  closed_on: Temporal.PlainDate | null
  closure_reason: string | null
  closure_note_sealed: Buffer | null
  last_contact_on: Temporal.PlainDate | null
  next_contact_on: Temporal.PlainDate | null
  contacts_done: Defaulted<number>
  version: Defaulted<number>
  created_at: Temporal.Instant
  /** Since when nothing about a child is shown, asked or sent. */
  quiet_since: Temporal.Instant | null
  /** The day from which its contacts were planned anew; `null`: from its start. */
  plan_from: Temporal.PlainDate | null
}

export interface PregnancyTable {
  org_id: string
  id: string
  trajectory_id: string
  facts_sealed: Buffer
  version: Defaulted<number>
  changed_by: string | null
  changed_at: Temporal.Instant
}

export interface TrajectoryPhaseTable {
  org_id: string
  id: string
  trajectory_id: string
  phase: string
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  /** `null`: by a rule of the programme. */
  began_by: string | null
  began_code: string
  began_at: Temporal.Instant
  ended_by: string | null
  ended_code: string | null
  ended_at: Temporal.Instant | null
}

export interface ExtensionTable {
  org_id: string
  id: string
  trajectory_id: string
  until_day: Temporal.PlainDate
  review_on: Temporal.PlainDate
  reason_code: string
  decided_by: string
  decided_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

export interface AdversityGridTable {
  org_id: string
  id: string
  trajectory_id: string
  filled_on: Temporal.PlainDate
  answers_sealed: Buffer
  filled_by: string
  filled_at: Temporal.Instant
}

export interface SupporterVersionTable {
  org_id: string
  id: string
  supporter_id: string
  number: number
  trajectory_id: string
  told_sealed: Buffer | null
  said_on: Temporal.PlainDate
  written_by: string
  written_at: Temporal.Instant
}

export interface RelianceTable {
  org_id: string
  id: string
  trajectory_id: string
  moment: string | null
  answer_sealed: Buffer
  said_on: Temporal.PlainDate
  asked_by: string
  asked_at: Temporal.Instant
}

export interface ActionPlanTable {
  org_id: string
  id: string
  trajectory_id: string
  state: PlanState
  begun_by: string
  begun_at: Temporal.Instant
  agreed_on: Temporal.PlainDate | null
  closed_on: Temporal.PlainDate | null
  version: Defaulted<number>
}

export interface PlanDecisionTable {
  org_id: string
  id: string
  plan_id: string
  step: PlanStep
  reason_code: string | null
  decided_on: Temporal.PlainDate
  decided_by: string
  decided_at: Temporal.Instant
}

export interface PlanGoalTable {
  org_id: string
  id: string
  plan_id: string
  domain: string | null
  words_sealed: Buffer
  weight: Weight
  start_level: Level
  level: Level | null
  created_by: string
  created_at: Temporal.Instant
  let_go_on: Temporal.PlainDate | null
  let_go_code: string | null
  let_go_by: string | null
  let_go_at: Temporal.Instant | null
}

export interface PlanActionTable {
  org_id: string
  id: string
  plan_id: string
  goal_id: string
  doer: Doer
  network_organisation_id: string | null
  words_sealed: Buffer
  by_day: Temporal.PlainDate
  created_by: string
  created_at: Temporal.Instant
  ended_on: Temporal.PlainDate | null
  ended_code: string | null
  ended_by: string | null
  ended_at: Temporal.Instant | null
}

export interface PlanReviewTable {
  org_id: string
  id: string
  plan_id: string
  reviewed_on: Temporal.PlainDate
  outcome: ReviewOutcome
  levels: Json<unknown>
  words_sealed: Buffer | null
  reviewed_by: string
  reviewed_at: Temporal.Instant
}

export interface EndReportTable {
  org_id: string
  id: string
  trajectory_id: string
  /** The plan that it reports on; `null` if there was none. */
  plan_id: string | null
  number: number
  state: EndReportState
  content_sealed: Buffer
  begun_by: string
  begun_at: Temporal.Instant
  approved_on: Temporal.PlainDate | null
  version: Defaulted<number>
}

export interface EndReportStepTable {
  org_id: string
  id: string
  report_id: string
  step: EndReportStep | 'write'
  reason_code: string | null
  taken_on: Temporal.PlainDate
  taken_by: string
  taken_at: Temporal.Instant
}

export interface MaterialStepTable {
  org_id: string
  id: string
  trajectory_id: string
  material_id: string
  step: MaterialStep
  on_day: Temporal.PlainDate
  noted_by: string
  noted_at: Temporal.Instant
}

export interface HandoverTable {
  org_id: string
  id: string
  trajectory_id: string
  network_organisation_id: string | null
  party_sealed: Buffer
  talk_on: Temporal.PlainDate
  arranged_by: string
  arranged_at: Temporal.Instant
  held_on: Temporal.PlainDate | null
  held_by: string | null
  held_at: Temporal.Instant | null
  check_on: Temporal.PlainDate | null
  task_id: string | null
  answer: FollowUpAnswer | null
  answered_by: string | null
  answered_at: Temporal.Instant | null
  dropped_on: Temporal.PlainDate | null
  dropped_code: string | null
  dropped_by: string | null
  version: Defaulted<number>
}

export interface ArrangementTable {
  org_id: string
  id: string
  trajectory_id: string
  kind: string
  network_organisation_id: string | null
  party_sealed: Buffer | null
  purpose_sealed: Buffer
  needed_on: Temporal.PlainDate
  asked_on: Temporal.PlainDate
  asked_by: string
  asked_at: Temporal.Instant
  applied_on: Temporal.PlainDate | null
  decided_on: Temporal.PlainDate | null
  decision: 'granted' | 'refused' | null
  started_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  dropped_on: Temporal.PlainDate | null
  dropped_code: string | null
  check_on: Temporal.PlainDate | null
  task_id: string | null
  stepped_by: string | null
  stepped_at: Temporal.Instant | null
  version: Defaulted<number>
}

export interface ConsultationTable {
  org_id: string
  id: string
  trajectory_id: string
  kind: string
  network_organisation_id: string | null
  party_sealed: Buffer | null
  question_sealed: Buffer
  telling: 'anonymous' | 'named'
  sharing_id: string | null
  asked_on: Temporal.PlainDate
  asked_by: string
  asked_at: Temporal.Instant
  answered_on: Temporal.PlainDate | null
  advice_sealed: Buffer | null
  dropped_on: Temporal.PlainDate | null
  dropped_code: string | null
  check_on: Temporal.PlainDate | null
  task_id: string | null
  stepped_by: string | null
  stepped_at: Temporal.Instant | null
  version: Defaulted<number>
}

export interface ConsentTable {
  org_id: string
  id: string
  person_id: string
  trajectory_id: string | null
  code: string
  state: 'given' | 'refused' | 'withdrawn' | 'expired'
  text_version: string
  how: string
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  recorded_by: string | null
  recorded_at: Temporal.Instant
  superseded_at: Temporal.Instant | null
  party: string | null
  network_organisation_id: Defaulted<string | null>
  purpose: Defaulted<string | null>
  items: Defaulted<string[]>
  interpreter: Defaulted<string | null>
}

/** Somebody asks for what is kept about herself. */
export interface PersonRequestTable {
  org_id: string
  id: string
  state: PersonRequestState
  right_code: PersonRight
  subject: RequestSubject
  asked_sealed: Buffer
  received_on: Temporal.PlainDate
  answer_by: Temporal.PlainDate
  /** Whose file it is, once that is certain; a referrer's is her account. */
  person_id: Defaulted<string | null>
  member_id: Defaulted<string | null>
  /** What Naast gathered of her, and what a human wrote and looked through beside it. */
  copy_sealed: Defaulted<Buffer | null>
  words_sealed: Defaulted<Buffer | null>
  approved_by: Defaulted<string[]>
  version: Defaulted<number>
  created_at: Temporal.Instant
}

export interface PersonRequestStepTable {
  org_id: string
  id: string
  request_id: string
  kind: PersonRequestStep | 'received' | 'extend'
  code: string | null
  words_sealed: Buffer | null
  taken_by: string
  taken_at: Temporal.Instant
}

/** What was shared with whom, and on what that rests; only ever added to. */
export interface SharingTable {
  org_id: string
  id: string
  path: SharingPath
  person_id: string
  trajectory_id: string | null
  referral_id: string | null
  recipient: Recipient
  network_organisation_id: string | null
  consent_id: string | null
  legal_ground: LegalGround | null
  items: string[]
  way: SharingWay
  message_id: string | null
  words_sealed: Buffer | null
  traces_gone: Defaulted<number>
  traces_stayed: Defaulted<number>
  shared_on: Temporal.PlainDate
  shared_by: string | null
  shared_at: Temporal.Instant
}

/** Somebody asks for the file of a child; whose it is, is known only once he showed who he is. */
export interface ChildRequestTable {
  org_id: string
  id: string
  state: ChildRequestState
  requester: string
  asked_sealed: Buffer
  received_on: Temporal.PlainDate
  answer_by: Temporal.PlainDate
  /** The child's. */
  person_id: string | null
  /** Its mother's. */
  trajectory_id: string | null
  words_sealed: Buffer | null
  approved_by: Defaulted<string[]>
  version: Defaulted<number>
  created_at: Temporal.Instant
}

export interface ChildRequestStepTable {
  org_id: string
  id: string
  request_id: string
  kind: ChildRequestStep | 'received' | 'extend'
  code: string | null
  words_sealed: Buffer | null
  taken_by: string
  taken_at: Temporal.Instant
}

/** A document in somebody's file, or with a request for a child's; what is in it stands in its segments. */
export interface DocumentTable {
  org_id: string
  id: string
  /** Whose key it is sealed under: hers, or the request's. */
  owner_id: string
  person_id: string | null
  trajectory_id: string | null
  child_request_id: string | null
  /** The answer of hers that it shows. */
  consent_id: string | null
  kind: DocumentKind
  name_sealed: Buffer | null
  type: DocumentType
  size: number
  salt: Buffer
  state: DocumentState
  added_by: string
  added_on: Temporal.PlainDate
  added_at: Temporal.Instant
  removal_reason: Defaulted<RemovalReason | null>
  removal_asked_by: Defaulted<string | null>
  removal_asked_at: Defaulted<Temporal.Instant | null>
  removed_by: Defaulted<string | null>
  removed_at: Defaulted<Temporal.Instant | null>
  version: Defaulted<number>
}

export interface DocumentSegmentTable {
  org_id: string
  document_id: string
  number: number
  body_sealed: Buffer
}

export interface ExpenseReceiptTable {
  org_id: string
  id: string
  expense_id: string
  worker_id: string
  type: DocumentType
  size: number
  salt: Buffer
  added_on: Temporal.PlainDate
  added_at: Temporal.Instant
}

/** Somebody who heard something under a consent that was taken back. */
export interface SharingNoticeTable {
  org_id: string
  id: string
  person_id: string
  trajectory_id: string | null
  referral_id: string | null
  consent_id: string
  recipient: Recipient
  network_organisation_id: string | null
  state: NoticeState
  made_at: Temporal.Instant
  told_on: Temporal.PlainDate | null
  told_by: string | null
  ended_on: Temporal.PlainDate | null
  ended_by: string | null
  end_code: string | null
  version: Defaulted<number>
}

export interface IntakeTable {
  org_id: string
  id: string
  trajectory_id: string
  state: 'open' | 'done'
  facts_sealed: Buffer
  done_by: string | null
  done_at: Temporal.Instant | null
  version: Defaulted<number>
}

export interface EligibilityDecisionTable {
  org_id: string
  id: string
  trajectory_id: string
  outcome: string
  results: Json<unknown>
  exception_rule: string | null
  exception_reason_sealed: Buffer | null
  programme_version: string
  decided_by: string
  decided_at: Temporal.Instant
  redirected_to: string | null
}

export interface ExceptionRulingTable {
  org_id: string
  id: string
  trajectory_id: string
  rule: string
  decider: 'manager' | 'safeguarding_lead'
  intake_version: number
  argument_sealed: Buffer
  asked_by: string
  asked_at: Temporal.Instant
  outcome: 'allowed' | 'refused' | null
  reason_sealed: Buffer | null
  decided_by: string | null
  decided_at: Temporal.Instant | null
}

export interface MatchTable {
  org_id: string
  id: string
  trajectory_id: string
  worker_id: string
  state: string
  score: number
  explanation: Json<unknown>
  proposed_by: string | null
  proposed_on: Temporal.PlainDate
  mother_answer: string | null
  mother_answered_on: Temporal.PlainDate | null
  worker_answer: string | null
  worker_answered_on: Temporal.PlainDate | null
  introduction_on: Temporal.PlainDate | null
  started_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  end_reason: string | null
  /** The meeting that it was published in, if one. */
  meeting_id: Defaulted<string | null>
  version: Defaulted<number>
  waited_since: Temporal.PlainDate | null
  follows_id: string | null
  joint_on: Temporal.PlainDate | null
  trial_until: Temporal.PlainDate | null
  trial_mother_answer: string | null
  trial_mother_answered_on: Temporal.PlainDate | null
  trial_worker_answer: string | null
  trial_worker_answered_on: Temporal.PlainDate | null
  confirmed_on: Temporal.PlainDate | null
  paused_from: Temporal.PlainDate | null
  paused_until: Temporal.PlainDate | null
  pause_code: string | null
  tapering_from: Temporal.PlainDate | null
  last_visit_on: Temporal.PlainDate | null
  last_visit_held_on: Temporal.PlainDate | null
  after_on: Temporal.PlainDate | null
  after_task_id: string | null
  after_answer: string | null
  after_answered_on: Temporal.PlainDate | null
  after_answered_by: string | null
  after_note_sealed: Buffer | null
}

export interface MatchStepTable {
  org_id: string
  id: string
  match_id: string
  step: string
  from_state: string | null
  to_state: string
  reason_code: string | null
  on_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  taken_by: string | null
  taken_at: Temporal.Instant
}

export interface MatchShortlistTable {
  org_id: string
  id: string
  trajectory_id: string
  worker_id: string
  note_sealed: Buffer | null
  kept_by: string
  kept_at: Temporal.Instant
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  until_code: string | null
  until_by: string | null
}

export interface EarlierWordsTable {
  org_id: string
  id: string
  trajectory_id: string
  shown: EarlierShown
  decided_on: Temporal.PlainDate
  decided_by: string
  from_at: Temporal.Instant
  until_at: Temporal.Instant | null
}

export interface MatchWishTable {
  org_id: string
  id: string
  trajectory_id: string
  wishes_sealed: Buffer
  version: Defaulted<number>
  changed_at: Temporal.Instant
}

export interface MatchingMeetingTable {
  org_id: string
  id: string
  state: Defaulted<MeetingState>
  opened_by: string | null
  opened_on: Temporal.PlainDate
  opened_at: Temporal.Instant
  ended_by: string | null
  ended_on: Temporal.PlainDate | null
  ended_at: Temporal.Instant | null
  plan: Json<readonly KeptPair[]>
  last_change: Json<KeptDelta> | null
  version: Defaulted<number>
}

export interface MatchingMeetingChangeTable {
  org_id: string
  id: string
  meeting_id: string
  kind: MeetingChangeKind
  trajectory_id: string | null
  worker_id: string | null
  programme_id: string | null
  programme_version: string | null
  criterion: string | null
  number: number | null
  reason_code: string | null
  instead_of: string | null
  made_by: string | null
  made_at: Temporal.Instant
  undone_by: string | null
  undone_at: Temporal.Instant | null
}

export interface MatchingMeetingNoteTable {
  org_id: string
  id: string
  meeting_id: string
  trajectory_id: string | null
  text_sealed: Buffer
  written_by: string | null
  written_at: Temporal.Instant
}

export interface MatchChoiceTable {
  org_id: string
  id: string
  match_id: string
  programme_id: string
  reason_code: string
  instead_of: string | null
  given_up: number
  better: string[]
  worse: string[]
  chosen_by: string | null
  chosen_on: Temporal.PlainDate
}

export interface CheckInTable {
  org_id: string
  id: string
  match_id: string
  side: 'mother' | 'worker'
  moment: string
  due_on: Temporal.PlainDate
  state: 'done' | 'missed'
  on_day: Temporal.PlainDate
  way: string | null
  fit: string | null
  often: string | null
  hard: string | null
  go_on: string | null
  note_sealed: Buffer | null
  missed_code: string | null
  settled_by: string | null
  settled_at: Temporal.Instant
}

export interface ContactTable {
  org_id: string
  id: string
  trajectory_id: string
  worker_id: string | null
  number: number
  state: string
  mode: string
  due_from: Temporal.PlainDate
  due_until: Temporal.PlainDate
  planned_on: Temporal.PlainDate | null
  planned_at: string | null
  done_on: Temporal.PlainDate | null
  minutes: number | null
  cancelled_by: string | null
  talk_sheet: string | null
  went_sealed: Buffer | null
  next_sealed: Buffer | null
  logged_by: string | null
  logged_at: Temporal.Instant | null
  version: Defaulted<number>
  origin: Defaulted<'protocol' | 'extra' | 'replacement'>
  replaces_id: string | null
  phase: string | null
  outside_reason: string | null
  /** Why it was left out by somebody; `null` where only the plan no longer asks for it. */
  skip_reason: string | null
  /** When she said yes to the day that was agreed. */
  confirmed_on: Temporal.PlainDate | null
  sheet_id: string | null
  sheet_version: number | null
}

export interface CalendarFeedTable {
  org_id: string
  id: string
  member_id: string
  token_hash: Buffer
  made_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  last_fetched_at: Temporal.Instant | null
}

/** What an agreed day was before it was moved. */
export interface ContactMoveTable {
  org_id: string
  id: string
  contact_id: string
  trajectory_id: string
  was_on: Temporal.PlainDate
  was_at: string | null
  to_on: Temporal.PlainDate
  to_at: string | null
  /** Who asked for it; `null` where they agreed on it at a visit. */
  asked_by: string | null
  moved_by: string | null
  moved_at: Temporal.Instant
}

export interface ExpenseRateTable {
  org_id: string
  id: string
  kind: RateKind
  value: number
  from_day: Temporal.PlainDate
  set_by: string
  set_at: Temporal.Instant
}

export interface ExpenseTermsTable {
  org_id: string
  id: string
  number: number
  account_sealed: Buffer
  counted: Counted
  set_by: string
  set_at: Temporal.Instant
}

export interface WorkerAccountTable {
  org_id: string
  worker_id: string
  account_sealed: Buffer
  age_class: AgeClass
  said_on: Temporal.PlainDate
  version: Defaulted<number>
}

export interface PayoutTable {
  org_id: string
  id: string
  month: Temporal.PlainDate
  state: PayoutState
  terms_id: string
  pay_on: Temporal.PlainDate
  made_by: string
  made_at: Temporal.Instant
  answered_by: string | null
  answered_at: Temporal.Instant | null
  settled_by: string | null
  settled_at: Temporal.Instant | null
  version: Defaulted<number>
}

export interface ReportReleaseTable {
  org_id: string
  id: string
  template_id: string
  template_version: number
  from_day: Temporal.PlainDate
  to_day: Temporal.PlainDate
  recipient: string
  state: ReportReleaseState
  /** How many releases there were when it was prepared. */
  after_number: number
  /** Which of the organisation's releases it is, from one. */
  number: number | null
  pack: string
  pack_sha256: Buffer
  counted_sealed: Buffer
  prepared_by: string
  prepared_at: Temporal.Instant
  decided_by: string | null
  decided_at: Temporal.Instant | null
  version: Defaulted<number>
}

export interface PayoutLineTable {
  org_id: string
  id: string
  payout_id: string
  worker_id: string
  cents: number
  account_sealed: Buffer
  returned_on: Temporal.PlainDate | null
}

export interface ExpenseTable {
  org_id: string
  id: string
  worker_id: string
  month: Temporal.PlainDate
  kind: ExpenseKind
  kilometres: number | null
  minutes: number | null
  rate: number | null
  cents: number
  state: ExpenseState
  decided_by: string | null
  decline_code: DeclineCode | null
  payout_line_id: string | null
  version: Defaulted<number>
}

export interface ContactExpenseTable {
  org_id: string
  contact_id: string
  expense_id: string
}

/** One moment's questions on her own device: who gave the code, until when, and how it ended. */
export interface OwnDeviceTable {
  org_id: string
  id: string
  trajectory_id: string
  person_id: string
  moment: string
  opened_by: string
  opened_at: Temporal.Instant
  until_at: Temporal.Instant
  /** Until it is typed. */
  code_hash: Buffer | null
  /** From then on: of what the one page holds. */
  token_hash: Buffer | null
  entered_at: Temporal.Instant | null
  /** She asked to be called. */
  called_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  ended_code: OwnDeviceEnding | null
}

export interface MeasureTable {
  org_id: string
  id: string
  trajectory_id: string
  moment: string
  instrument_id: string
  instrument_version: string
  state: 'due' | 'taken' | 'declined'
  due_on: Temporal.PlainDate | null
  taken_on: Temporal.PlainDate | null
  mode: string | null
  answers_sealed: Buffer | null
  scores: ColumnType<unknown, string | null, string | null>
  taken_by: string | null
  version: Defaulted<number>
  declined_on: Temporal.PlainDate | null
  declined_code: string | null
  language: string | null
  /** Who keyed the paper a second time, when, and how many answers differed. */
  checked_by: string | null
  checked_on: Temporal.PlainDate | null
  checked_differences: number | null
  checked_questions: number | null
  /** Why this paper is keyed a second time; `null` if it isn't asked. */
  check_code: 'few' | 'sample' | null
}

/** That the holder of a questionnaire lets this organisation ask it. */
export interface FundingSplitTable {
  org_id: string
  id: string
  programme_id: string
  number: number
  from_month: Temporal.PlainDate
  standing: 'agreed' | 'to_confirm'
  set_by: string
  set_at: Temporal.Instant
}

/** Of one fund in a split, in hundredths of a percent. */
export interface FundingShareTable {
  org_id: string
  id: string
  split_id: string
  funder_id: string
  places: number
  hours: number
}

/** What all coordinators of a programme worked for it in a month, together. */
export interface CoordinatorHoursTable {
  org_id: string
  id: string
  programme_id: string
  month: Temporal.PlainDate
  number: number
  minutes: number
  people: number
  set_by: string
  set_at: Temporal.Instant
}

export interface InstrumentPermissionTable {
  org_id: string
  id: string
  instrument_id: string
  terms_sealed: Buffer
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate
  kept_by: string
  kept_at: Temporal.Instant
  withdrawn_on: Temporal.PlainDate | null
  withdrawn_by: string | null
  /** What it says of the texts: asked from the holder's own form, or kept here. */
  text_terms: Defaulted<TextTerm>
}

export interface InstrumentTextTable {
  org_id: string
  id: string
  instrument_id: string
  instrument_version: string
  language: string
  content_sealed: Buffer
  loaded_by: string
  loaded_at: Temporal.Instant
  ended_as: 'replaced' | 'destroyed' | null
  ended_by: string | null
  ended_at: Temporal.Instant | null
}

export interface MessageTable {
  org_id: string
  id: string
  delivery: 'at_most_once' | 'at_least_once'
  kind: string
  channel: string
  owner_id: string
  person_id: string | null
  referral_id: string | null
  trajectory_id: string | null
  address_sealed: Buffer
  subject_sealed: Buffer
  body_sealed: Buffer
  state: string
  refusal_code: string | null
  not_before: Temporal.Instant
  expires_at: Temporal.Instant
  attempts: Defaulted<number>
  lease_until: Temporal.Instant | null
  dedupe_key: string
  created_at: Temporal.Instant
  settled_at: Temporal.Instant | null
  version: Defaulted<number>
  language: Defaulted<string>
  contact_id: Defaulted<string | null>
  visit_on: Defaulted<Temporal.PlainDate | null>
  visit_at: Defaulted<string | null>
  settled_by: Defaulted<string | null>
}

export interface LetterPrintTable {
  org_id: string
  id: string
  message_id: string
  person_id: string
  reason_code: string | null
  printed_by: string
  printed_at: Temporal.Instant
}

export interface ReminderTable {
  org_id: string
  id: string
  trajectory_id: string
  person_id: string
  channel: string
  from_at: Temporal.Instant
  from_by: string
  until_at: Temporal.Instant | null
  until_by: string | null
}

export interface TaskTable {
  org_id: string
  id: string
  kind: string
  owner_id: string | null
  person_id: string | null
  referral_id: string | null
  trajectory_id: string | null
  message_id: string | null
  reason_code: string
  due_on: Temporal.PlainDate
  created_at: Temporal.Instant
  done_at: Temporal.Instant | null
  done_by: string | null
  version: Defaulted<number>
  done_code: string | null
  help_offer_id: Defaulted<string | null>
}

export interface ClosureTable {
  org_id: string
  id: string
  trajectory_id: string
  reason_code: string
  result: 'completed' | 'ended_early' | 'not_started'
  contacts_done: number
  evaluation: 'taken' | 'declined' | 'not_possible' | 'not_asked'
  evaluation_code: string | null
  goals: Json<Record<string, string>>
  /** Answers by the name of the fact; `null` is not known. */
  told: Json<Record<string, boolean | null>>
  /** Whether she may be asked again some months later. */
  afterwards: Defaulted<'agreed' | 'rather_not' | 'not_asked'>
  words_sealed: Buffer | null
  programme_version: string
  decided_by: string | null
  decided_at: Temporal.Instant
}

export interface DraftTable {
  org_id: string
  id: string
  member_id: string
  form: string
  subject_id: string
  /** Where it is typed: one window or phone. */
  place: Defaulted<string>
  body_sealed: Buffer
  saved_at: Temporal.Instant
}

export interface FieldPhoneTable {
  org_id: string
  id: string
  member_id: string
  /** Of what the phone proves itself with, to hear whether it was wiped, when nobody is signed in. */
  secret_hash: Buffer
  /** What it seals with; only `box_sealed` opens that. */
  box_key: string
  box_sealed: Buffer
  since: Temporal.Instant
  seen_at: Temporal.Instant
  minutes_ahead: number | null
  ended_at: Temporal.Instant | null
  ended_by: string | null
  /** When the phone heard of it. */
  wiped_at: Temporal.Instant | null
}

export interface PhoneEntryTable {
  org_id: string
  id: string
  phone_id: string
  member_id: string
  /** Under whose key the words are: hers it is about, or the writer's where that isn't known. */
  owner_id: string
  trajectory_id: string | null
  contact_id: string | null
  form: EntryForm
  state: EntryState
  held_because: HeldReason | null
  /** What the phone said; `written_at` is what we make of it. */
  claimed_at: Temporal.Instant | null
  written_at: Temporal.Instant
  received_at: Temporal.Instant
  words_sealed: Buffer | null
  settled_by: string | null
  settled_at: Temporal.Instant | null
  put_away_because: PutAwayReason | null
  version: Defaulted<number>
}

export interface PostcodeAreaTable {
  org_id: string
  id: string
  postcode: string
  place: string
  latitude: number
  longitude: number
  municipality: Defaulted<string | null>
  district: Defaulted<string | null>
  codes_year: Defaulted<number | null>
}

export interface TravelTimeTable {
  org_id: string
  id: string
  from_area: string
  to_area: string
  mode: TravelMode
  minutes: number
}

export interface BoundarySetTable {
  org_id: string
  id: string
  level: RegionLevel
  source: string
  year: number
  regions: number
  left_out: number
  loaded_by: string
  loaded_on: Temporal.PlainDate
}

export interface BoundaryTable {
  org_id: string
  set_id: string
  code: string
  name: string
  /** Rings of spots, as `domain/region` knows them. */
  rings: Json<unknown>
  left_edge: number
  top_edge: number
  right_edge: number
  bottom_edge: number
}

export interface SecretHomeTable {
  org_id: string
  id: string
  person_id: string
  from_day: Temporal.PlainDate
  until_day: Defaulted<Temporal.PlainDate | null>
  decided_by: string | null
  decided_at: Temporal.Instant
}

export interface PersonAroundTable {
  org_id: string
  id: string
  person_id: string
  told_sealed: Buffer
  from_day: Temporal.PlainDate
  until_day: Defaulted<Temporal.PlainDate | null>
  recorded_by: string
  recorded_at: Temporal.Instant
  ended_by: Defaulted<string | null>
  version: Defaulted<number>
  checked_version: Defaulted<number | null>
}

export interface CollisionTable {
  org_id: string
  id: string
  person_id: string
  around_id: string
  other_kind: OtherKind
  other_person_id: Defaulted<string | null>
  other_member_id: Defaulted<string | null>
  other_referral_id: Defaulted<string | null>
  other_network_id: Defaulted<string | null>
  other_exchange_id: Defaulted<string | null>
  class: CollisionClass
  state: CollisionState
  verdict: Defaulted<CollisionVerdict | null>
  /** A keyed hash of both sides as they were held against each other: if it changes, it is asked again. */
  basis_print: Buffer
  found_at: Temporal.Instant
  version: Defaulted<number>
}

export interface CollisionRulingTable {
  org_id: string
  id: string
  collision_id: string
  verdict: CollisionVerdict
  reason_sealed: Buffer
  ruled_by: string
  ruled_at: Temporal.Instant
}

/** One side of an agreement with another organisation; the other keeps its own. */
export interface ExchangeAgreementTable {
  org_id: string
  /** Made of the code, so that both sides have the same. */
  id: string
  way: ExchangeWay
  side: ExchangeSide
  state: ExchangeState
  other_organisation: string
  /** In this Naast; known once it answered. */
  other_org_id: Defaulted<string | null>
  kinds: ExchangeKind[]
  until_day: Temporal.PlainDate
  ground_sealed: Buffer
  /** Whose data key the secret is under: destroyed when it ends, while the ground stays to be read. */
  key_owner: string
  secret_sealed: Buffer | null
  begun_by: string
  begun_at: Temporal.Instant
  begun_on: Temporal.PlainDate
  confirmed_by: Defaulted<string | null>
  confirmed_at: Defaulted<Temporal.Instant | null>
  ended_by: Defaulted<string | null>
  ended_at: Defaulted<Temporal.Instant | null>
  laid_on: Defaulted<Temporal.PlainDate | null>
  lay_round: Defaulted<number>
  /** How far this round of laying all cards came. */
  lay_after: Defaulted<string | null>
  asked_stamp: Defaulted<number>
  received_on: Defaulted<Temporal.PlainDate | null>
  /** When the file that came last was made there. */
  received_at: Defaulted<Temporal.Instant | null>
  received_stamp: Defaulted<number>
  version: Defaulted<number>
}

/** What the other organisation may see of it. */
export interface ExchangeFaceTable {
  org_id: string
  agreement_id: string
  for_org_id: Defaulted<string | null>
  side: ExchangeSide
  state: ExchangeState
  until_day: Temporal.PlainDate
  /** Counts the changes to the cards. */
  stamp: Defaulted<number>
}

/** One person without a name: her tokens in one piece. Read by the organisation that they are for. */
export interface ExchangeCardTable {
  org_id: string
  agreement_id: string
  for_org_id: string | null
  print: Buffer
  tokens: Buffer
}

/** Whose card is which; never seen by the other. */
export interface ExchangeSourceTable {
  org_id: string
  agreement_id: string
  source_id: string
  print: Buffer
  round: number
}

export interface ExchangeReceivedTable {
  org_id: string
  agreement_id: string
  print: Buffer
  tokens: Buffer
}

export interface AvoidanceRulingTable {
  org_id: string
  id: string
  pair_print: Buffer
  verdict: 'apart' | 'together'
  ruled_by: string | null
  ruled_at: Temporal.Instant
  ended_at: Defaulted<Temporal.Instant | null>
}

export interface ServiceTable {
  org_id: string
  id: string
  name: string
  key_hash: Buffer
  scopes: ServiceScope[]
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  last_used_at: Temporal.Instant | null
  created_by: string | null
  ended_at: Temporal.Instant | null
  ended_by: string | null
  old_key_hash: Buffer | null
  old_key_until: Temporal.PlainDate | null
  old_key_used_at: Temporal.Instant | null
  rotated_at: Temporal.Instant | null
  rotated_by: string | null
  /** Whose system it is, if it belongs to an organisation around us. */
  network_organisation_id: string | null
}

/** The status class that whoever sent a referral could hear last. */
export interface ReferralHeardTable {
  org_id: string
  id: string
  status_class: StatusClass
}

export interface WebhookTable {
  org_id: string
  id: string
  service_id: string | null
  kinds: WebhookKind[]
  address_sealed: Buffer
  /** Until it ended. */
  secret_sealed: Buffer | null
  old_secret_sealed: Defaulted<Buffer | null>
  old_secret_until: Defaulted<Temporal.PlainDate | null>
  created_at: Temporal.Instant
  created_by: string | null
  rotated_at: Defaulted<Temporal.Instant | null>
  rotated_by: Defaulted<string | null>
  paused_at: Defaulted<Temporal.Instant | null>
  paused_by: Defaulted<string | null>
  ended_at: Defaulted<Temporal.Instant | null>
  ended_by: Defaulted<string | null>
  ended_code: Defaulted<WebhookEnding | null>
}

export interface WebhookDeliveryTable {
  org_id: string
  id: string
  webhook_id: string
  kind: DeliveryKind
  referral_id: string | null
  state: DeliveryState
  attempts: Defaulted<number>
  not_before: Temporal.Instant
  lease_until: Defaulted<Temporal.Instant | null>
  last_tried_at: Defaulted<Temporal.Instant | null>
  last_status: Defaulted<number | null>
  last_failure: Defaulted<DeliveryFailure | null>
  created_at: Temporal.Instant
  settled_at: Defaulted<Temporal.Instant | null>
}

export interface ProgrammeOfferTable {
  org_id: string
  id: string
  programme_id: string
  version: string
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  decided_by: string | null
  decided_at: Temporal.Instant
}

export interface ProgrammeVersionTable {
  org_id: string
  id: string
  programme_id: string
  version: string
  state: 'draft' | 'review' | 'published' | 'withdrawn'
  /** As it was written: a draft may be wrong, what is published has been checked. */
  definition: Json<unknown>
  /** What it was copied from, whole, so that a newer one of those can be compared with both. */
  base: ColumnType<unknown, string | null, string | null>
  changes: ColumnType<unknown, string | undefined, string>
  checksum: string | null
  made_by: string | null
  made_at: Temporal.Instant
  submitted_at: Temporal.Instant | null
  decided_by: string | null
  decided_at: Temporal.Instant | null
  decided_why: string | null
  lock_version: Defaulted<number>
}

export interface NetworkOrganisationTable {
  org_id: string
  id: string
  name: string
  kind: NetworkKind
  areas: Defaulted<string[]>
  contact_sealed: Buffer | null
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  created_by: string | null
  created_at: Temporal.Instant
  version: Defaulted<number>
  /** Which version was last held against everybody (`usecases/collision`). */
  checked_version: Defaulted<number | null>
}

export interface HelpOfferTable {
  org_id: string
  id: string
  network_organisation_id: string
  category: HelpCategory
  target: HelpTarget
  languages: Defaulted<string[]>
  areas: Defaulted<string[]>
  waiting_weeks: number | null
  waiting_asked_on: Temporal.PlainDate | null
  confirmed_on: Temporal.PlainDate
  confirmed_by: string | null
  words_sealed: Buffer | null
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  created_by: string | null
  created_at: Temporal.Instant
  version: Defaulted<number>
}

export interface ReferralFollowUpTable {
  org_id: string
  id: string
  referral_id: string
  help_offer_id: string | null
  party_code: string
  ask_on: Temporal.PlainDate
  task_id: string
  answer: 'started' | 'not_started' | 'not_reached' | null
  with_whom_sealed: Buffer | null
  referrer_told: string | null
  answered_by: string | null
  answered_at: Temporal.Instant | null
  created_at: Temporal.Instant
  version: Defaulted<number>
}

export interface ReferrerLinkTable {
  org_id: string
  id: string
  member_id: string
  network_organisation_id: string
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  decided_by: string | null
  decided_at: Temporal.Instant
}

export interface ReferrerTrainingTable {
  org_id: string
  id: string
  member_id: string
  training: string
  trained_on: Temporal.PlainDate
  recorded_by: string | null
  recorded_at: Temporal.Instant
}

export interface TeamTable {
  org_id: string
  id: string
  name: string
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  created_by: string | null
  created_at: Temporal.Instant
  version: Defaulted<number>
}

export interface TeamAreaTable {
  org_id: string
  id: string
  team_id: string
  area: string
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  decided_by: string | null
}

export interface TeamMembershipTable {
  org_id: string
  id: string
  team_id: string
  worker_id: string
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  decided_by: string | null
}

export interface TeamPlacementTable {
  org_id: string
  id: string
  trajectory_id: string
  team_id: string
  reason_code: string
  team_sees: Defaulted<boolean>
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  decided_by: string | null
  decided_at: Temporal.Instant
}

/** An open meeting, an outing or an information session; again and again if it has a cadence. */
export interface ActivityTable {
  org_id: string
  id: string
  programme_id: string
  programme_version: string
  kind: string
  theme: string | null
  title_sealed: Buffer
  place_sealed: Buffer | null
  cadence_days: number | null
  seats: number | null
  creche_places: number | null
  leader_id: string | null
  planned_by: string | null
  stopped_on: Defaulted<Temporal.PlainDate | null>
  version: Defaulted<number>
  created_at: Temporal.Instant
}

export interface ActivityMeetingTable {
  org_id: string
  id: string
  activity_id: string
  number: number
  state: string
  on_day: Temporal.PlainDate
  at_time: string | null
  /** How many signed up, have a seat, and children who are looked after: all, whoever may see them. */
  signed_up: Defaulted<number>
  seats_taken: Defaulted<number>
  creche_taken: Defaulted<number>
  /** Of those who came: by name, the other grown-ups, and the children. */
  named: Defaulted<number | null>
  others: Defaulted<number | null>
  children: Defaulted<number | null>
  minutes: Defaulted<number | null>
  cancel_code: Defaulted<string | null>
  recorded_by: Defaulted<string | null>
  recorded_at: Defaulted<Temporal.Instant | null>
  version: Defaulted<number>
}

export interface ActivitySignUpTable {
  org_id: string
  id: string
  meeting_id: string
  /** In the order in which they signed up, from 1. */
  number: number
  /** Whose seat it is; `null`: a seat that was kept without a name. */
  trajectory_id: string | null
  person_id: string | null
  state: 'seat' | 'waiting' | 'cancelled'
  children: number
  creche: 'none' | 'place' | 'waiting'
  attended: Defaulted<'present' | 'absent' | null>
  signed_by: string | null
  signed_at: Temporal.Instant
  moved_up_at: Defaulted<Temporal.Instant | null>
  cancelled_by: Defaulted<string | null>
  cancelled_at: Defaulted<Temporal.Instant | null>
}

export interface GroupTable {
  org_id: string
  id: string
  programme_id: string
  programme_version: string
  state: string
  title_sealed: Buffer
  location_sealed: Buffer | null
  coordinator_id: string | null
  cadence_days: number
  /** Spoken in it, and interpreted for; empty: the organisation's own language. */
  languages: Defaulted<string[]>
  interpreters: Defaulted<string[]>
  seats: Defaulted<number | null>
  /** Keyed hash of its front door. */
  door_print: Defaulted<Buffer | null>
  started_on: Temporal.PlainDate | null
  start_size: number | null
  small_allowed_by: string | null
  small_allowed_at: Temporal.Instant | null
  ended_on: Temporal.PlainDate | null
  ended_by: string | null
  end_code: string | null
  version: Defaulted<number>
  created_at: Temporal.Instant
  /** Seats that are taken, by whoever: also by her whose file this reader may not see. */
  seats_taken: Defaulted<number>
}

/** What is offered to men or children beside a women's group; of who takes part nothing. */
export interface AlignedOfferTable {
  org_id: string
  id: string
  group_id: string
  offer: string
  state: Defaulted<'planned' | 'stopped'>
  title_sealed: Buffer
  location_sealed: Buffer | null
  door_print: Buffer | null
  minutes: number
  planned_by: string | null
  planned_at: Temporal.Instant
  stopped_by: Defaulted<string | null>
  stopped_at: Defaulted<Temporal.Instant | null>
  version: Defaulted<number>
}

export interface AlignedMeetingTable {
  org_id: string
  id: string
  offer_id: string
  number: number
  on_day: Temporal.PlainDate
  at_time: string
  version: Defaulted<number>
}

export interface AlignedStaffTable {
  org_id: string
  id: string
  offer_id: string
  worker_id: string
  from_day: Temporal.PlainDate
  until_day: Defaulted<Temporal.PlainDate | null>
  decided_by: string | null
  decided_at: Temporal.Instant
}

/** A draft of who comes into which group; nobody is promised anything by it. */
export interface GroupCompositionTable {
  org_id: string
  id: string
  programme_id: string
  state: Defaulted<DraftState>
  opened_by: string | null
  opened_on: Temporal.PlainDate
  opened_at: Temporal.Instant
  ended_by: Defaulted<string | null>
  ended_on: Defaulted<Temporal.PlainDate | null>
  ended_at: Defaulted<Temporal.Instant | null>
  plan: Json<readonly KeptSeat[]>
  proof: Json<KeptProof> | null
  sealed_tries: Defaulted<number>
  version: Defaulted<number>
}

export interface GroupCompositionMoveTable {
  org_id: string
  id: string
  composition_id: string
  trajectory_id: string
  kind: 'put' | 'not'
  group_id: string | null
  reason_code: string
  made_by: string | null
  made_at: Temporal.Instant
  undone_by: string | null
  undone_at: Temporal.Instant | null
}

export interface SmallStartTable {
  org_id: string
  id: string
  group_id: string
  size: number
  reason_code: string
  asked_by: string
  asked_at: Temporal.Instant
  answer: 'allowed' | 'refused' | null
  answer_code: string | null
  answered_by: string | null
  answered_at: Temporal.Instant | null
}

export interface GroupFacilitatorTable {
  org_id: string
  id: string
  group_id: string
  worker_id: string
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  decided_by: string | null
  decided_at: Temporal.Instant
}

export interface GroupSessionTable {
  org_id: string
  id: string
  group_id: string
  number: number
  state: string
  theme: string | null
  on_day: Temporal.PlainDate
  at_time: string | null
  minutes: number | null
  theme_outcome: string | null
  cancel_code: string | null
  recorded_by: string | null
  recorded_at: Temporal.Instant | null
  version: Defaulted<number>
  /** Places where children are looked after meanwhile; `null`: nobody does. */
  creche_places: Defaulted<number | null>
  interpreter_language: Defaulted<string | null>
  interpreter_how: Defaulted<string | null>
  interpreter_state: Defaulted<string | null>
  note_sealed: Defaulted<Buffer | null>
  sheet_id: string | null
  sheet_version: number | null
}

export interface SheetLicenceTable {
  org_id: string
  id: string
  terms_sealed: Buffer
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate
  added_by: string
  added_at: Temporal.Instant
}

export interface OwnSheetTable {
  org_id: string
  id: string
  programme_id: string
  licence_id: string | null
  made_by: string
  made_at: Temporal.Instant
  ended_on: Temporal.PlainDate | null
  ended_by: string | null
}

export interface OwnSheetVersionTable {
  org_id: string
  sheet_id: string
  number: number
  state: SheetVersionState
  content_sealed: Buffer
  written_by: string
  written_at: Temporal.Instant
  published_by: string | null
  published_on: Temporal.PlainDate | null
  version: Defaulted<number>
}

export interface SessionFacilitatorTable {
  org_id: string
  id: string
  session_id: string
  worker_id: string
  state: 'present' | 'absent'
}

export interface GroupPlaceTable {
  org_id: string
  id: string
  group_id: string
  trajectory_id: string
  person_id: string
  state: string
  prepared_at: Temporal.Instant
  talk_on: Temporal.PlainDate | null
  talk_by: string | null
  way_sealed: Buffer | null
  way_agreed_on: Temporal.PlainDate | null
  relations_checked_at: Temporal.Instant | null
  relations_checked_by: string | null
  relation_sealed: Buffer | null
  enrolled_on: Temporal.PlainDate | null
  enrolled_by: string | null
  ended_on: Temporal.PlainDate | null
  ended_by: string | null
  end_code: string | null
  version: Defaulted<number>
  /** So many children come along and are looked after. */
  creche_children: Defaulted<number>
  /** Where it meets was told to her. */
  told_on: Defaulted<Temporal.PlainDate | null>
  told_how: Defaulted<string | null>
  told_by: Defaulted<string | null>
}

/** One tap of one person: whether she was there. Nothing is written over. */
export interface AttendanceMarkTable {
  org_id: string
  id: string
  session_id: string
  place_id: string
  /** In the order in which they came in, from 1. */
  number: number
  state: string
  /** So many of the marks before it stood on that screen. */
  seen: number
  marked_by: string | null
  marked_at: Temporal.Instant
}

/** A talk in which one woman catches up with a session that she missed. */
export interface MakeUpTalkTable {
  org_id: string
  id: string
  session_id: string
  place_id: string
  state: string
  planned_on: Temporal.PlainDate
  planned_by: string | null
  /** Whether it counts as having been there, as her programme said when it was planned. */
  counts: boolean
  held_on: Temporal.PlainDate | null
  minutes: number | null
  settled_by: string | null
  settled_at: Temporal.Instant | null
  version: Defaulted<number>
  created_at: Temporal.Instant
}

export interface AttendanceTable {
  org_id: string
  id: string
  session_id: string
  place_id: string
  state: string
  recorded_by: string | null
  recorded_at: Temporal.Instant
}

export interface ParallelCareTable {
  org_id: string
  id: string
  trajectory_id: string
  type: string
  helper_sealed: Buffer
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  checked_on: Temporal.PlainDate
  checked_by: string | null
  recorded_at: Temporal.Instant
}

export interface SignalWatchTable {
  org_id: string
  /** The trajectory's own id. */
  id: string
  /** The day on which time alone can next make a signal arise or end; `null` if it can't. */
  due_on: Temporal.PlainDate | null
}

export interface SignalTable {
  org_id: string
  id: string
  trajectory_id: string
  rule_id: string
  severity: string
  owner: string
  arose_on: Temporal.PlainDate
  arose_at: Temporal.Instant
  ended_on: Temporal.PlainDate | null
  ended_at: Temporal.Instant | null
  /** Off the worklists until this day; it still stands. */
  quiet_until: Temporal.PlainDate | null
  version: Defaulted<number>
}

export interface SignalStepTable {
  org_id: string
  id: string
  signal_id: string
  trajectory_id: string
  kind: 'done' | 'snoozed' | 'set_aside'
  code: string
  until_day: Temporal.PlainDate | null
  taken_on: Temporal.PlainDate
  taken_by: string
  taken_at: Temporal.Instant
}

export interface ProgrammeMoveTable {
  org_id: string
  id: string
  trajectory_id: string
  from_version: string
  to_version: string
  decided_by: string
  decided_at: Temporal.Instant
}

export interface IdempotencyTable {
  org_id: string
  id: string
  actor: string
  use_case: string
  request_hash: Buffer
  result: ColumnType<unknown, string | null, string | null>
  at: Temporal.Instant
}

export interface AuditEventTable {
  org_id: string
  id: string
  at: Temporal.Instant
  event: string
  action: 'create' | 'read' | 'update' | 'delete' | 'execute'
  outcome: 'success' | 'denied' | 'refused' | 'failed'
  actor_kind: string
  actor_id: string | null
  actor_roles: string[]
  on_behalf_of: string | null
  person_ids: string[]
  trajectory_ids: string[]
  access_basis: string
  policy_version: string
  request_id: string
  detail: ColumnType<unknown, string | null, string | null>
}

/** A piece of the access log, held by a hash and a signature; only ever added. */
export interface BreakGlassTable {
  org_id: string
  id: string
  member_id: string
  person_id: string
  category: GlassCategory
  words_sealed: Buffer
  opened_at: Temporal.Instant
  /** Set and held against by the clock of the database. */
  shuts_at: Defaulted<Temporal.Instant>
  review_by: Temporal.Instant
  ended_at: Defaulted<Temporal.Instant | null>
  reviewed_by: Defaulted<string | null>
  reviewed_at: Defaulted<Temporal.Instant | null>
  outcome: Defaulted<GlassOutcome | null>
  note_sealed: Defaulted<Buffer | null>
  version: Defaulted<number>
}

export interface FileLockTable {
  org_id: string
  id: string
  person_id: string
  /** Who may not see her file: somebody who can sign in, a worker (with or without an account), or an organisation. */
  member_id: string | null
  worker_id: string | null
  network_organisation_id: string | null
  state: FileLockState
  set_by: string
  set_at: Temporal.Instant
  lift_asked_by: string | null
  lift_asked_at: Temporal.Instant | null
  lifted_by: string | null
  lifted_at: Temporal.Instant | null
  version: Defaulted<number>
}

export interface FileLockStepTable {
  org_id: string
  id: string
  lock_id: string
  step: FileLockStep
  words_sealed: Buffer
  taken_by: string
  taken_at: Temporal.Instant
}

/** What the locks of this moment hide from whom: made from `file_lock` alone, and read by every policy. */
export interface LockReachTable {
  org_id: string
  barred_id: string
  hidden_id: string
  lock_id: string
}

export interface AuditSealTable {
  org_id: string
  number: number
  previous: string
  after_id: string | null
  until_id: string
  lines: number
  hash: string
  signature: Buffer
  sealed_at: Temporal.Instant
}

export interface KeysOrganisationKeyTable {
  org_id: string
  wrapped: Buffer
  wrapped_by: string
}

export interface KeysDataKeyTable {
  org_id: string
  owner_id: string
  wrapped: Buffer | null
  destroyed_at: Temporal.Instant | null
}

export interface ConcernTable {
  org_id: string
  id: string
  trajectory_id: string
  person_id: string
  /** The visit it is about. */
  contact_id: string | null
  level: ConcernLevel
  state: ConcernState
  raised_by: string
  raised_as: 'worker' | 'staff'
  raised_on: Temporal.PlainDate
  raised_at: Temporal.Instant
  answer_due_at: Temporal.Instant | null
  /** When the next colleague is asked, unless somebody takes it up before. */
  ask_next_at: Temporal.Instant | null
  words_sealed: Buffer | null
  /** What a questionnaire raised it for; `null` if a person did. */
  alarms_sealed: Buffer | null
  outcome: ConcernOutcome | null
  watch_until: Temporal.PlainDate | null
  closed_at: Temporal.Instant | null
  version: Defaulted<number>
}

export interface ConcernStepTable {
  org_id: string
  id: string
  concern_id: string
  kind: ConcernStepKind
  code: string | null
  /** `null`: Naast itself. */
  taken_by: string | null
  asked_id: string | null
  /** `null` with somebody who was asked: she could not be written to. */
  message_id: string | null
  words_sealed: Buffer | null
  taken_at: Temporal.Instant
}

export interface OnCallTable {
  org_id: string
  id: string
  member_id: string
  rank: number
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate
  decided_by: string
  decided_at: Temporal.Instant
  withdrawn_by: string | null
  withdrawn_at: Temporal.Instant | null
}

export interface SupervisionSessionTable {
  org_id: string
  id: string
  kind: SupervisionKind
  on_day: Temporal.PlainDate
  starts_at: string | null
  place: string | null
  /** `null`: they lead it among each other. */
  led_by: string | null
  state: SupervisionState
  agreed_sealed: Buffer | null
  created_by: string
  created_at: Temporal.Instant
  version: Defaulted<number>
}

export interface SupervisionPlaceTable {
  org_id: string
  id: string
  session_id: string
  worker_id: string
  attendance: Attendance | null
  recorded_by: string | null
  recorded_at: Temporal.Instant | null
}

export interface LoneWordsTable {
  org_id: string
  id: string
  worker_id: string
  safe_hash: string
  duress_hash: string
  set_at: Temporal.Instant
}

export interface LoneVisitTable {
  org_id: string
  id: string
  worker_id: string
  member_id: string
  trajectory_id: string
  person_id: string
  contact_id: string | null
  place: 'home' | 'elsewhere'
  where_sealed: Buffer | null
  /** Who went with her; nobody unless said. */
  beside: Companion | null
  on_day: Temporal.PlainDate
  began_at: Temporal.Instant
  expected_at: Temporal.Instant
  grace_minutes: number
  ended_at: Temporal.Instant | null
  asked_for: Temporal.Instant | null
  wrong_words: Defaulted<number>
  wrong_at: Temporal.Instant | null
  duress_at: Temporal.Instant | null
  /** When the clock looks next; `null`: nothing is left to do by itself. */
  next_at: Temporal.Instant | null
  version: Defaulted<number>
  /** What a phone says "I'm out" with when its session is over: by its digest, and sealed under her own key. */
  way_out_hash: Buffer | null
  way_out_sealed: Buffer | null
}

export interface LoneAlertTable {
  org_id: string
  id: string
  lone_visit_id: string
  worker_id: string
  trajectory_id: string
  person_id: string
  because: AlertReason
  cause_at: Temporal.Instant
  state: AlertState
  raised_at: Temporal.Instant
  ask_next_at: Temporal.Instant | null
  taken_by: string | null
  /** When somebody last opened where she is, as long as that is to be looked at. */
  opened_at: Temporal.Instant | null
  reviewed_by: string | null
  reviewed_at: Temporal.Instant | null
  review_code: GlassOutcome | null
  outcome: AlertOutcome | null
  ended_at: Temporal.Instant | null
  version: Defaulted<number>
}

export interface LoneAlertStepTable {
  org_id: string
  id: string
  lone_alert_id: string
  person_id: string
  trajectory_id: string
  kind: AlertStepKind
  code: string | null
  /** `null`: Naast itself. */
  taken_by: string | null
  asked_id: string | null
  message_id: string | null
  taken_at: Temporal.Instant
}

/** Nobody goes to her home alone. */
export interface NeverAloneTable {
  org_id: string
  id: string
  trajectory_id: string
  person_id: string
  code: NeverAloneReason
  from_day: Temporal.PlainDate
  set_by: string
  until_day: Temporal.PlainDate | null
  ended_by: string | null
}

export interface MeldcodeTable {
  org_id: string
  id: string
  trajectory_id: string
  /** Whose file it stands in, and under whose key its words are. */
  person_id: string
  about: MeldcodeSubject
  handler_id: string
  state: MeldcodeState
  opened_on: Temporal.PlainDate
  opened_by: string
  opened_at: Temporal.Instant
  /** The last time it was reported. */
  reported_on: Temporal.PlainDate | null
  closing_code: ClosingCode | null
  closed_on: Temporal.PlainDate | null
  closed_by: string | null
  version: Defaulted<number>
}

export interface MeldcodeEntryTable {
  org_id: string
  id: string
  meldcode_id: string
  kind: MeldcodeEntryKind
  code: string | null
  reason_code: string | null
  /** Of a weighing: an answer for each question, in order. */
  answers: string[] | null
  on_day: Temporal.PlainDate
  until_day: Temporal.PlainDate | null
  member_id: string | null
  concern_id: string | null
  review_id: string | null
  kindcheck_id: string | null
  words_sealed: Buffer | null
  taken_by: string
  taken_at: Temporal.Instant
}

/** Who may read it besides the safeguarding lead and who handles it. */
export interface MeldcodeReaderTable {
  org_id: string
  id: string
  meldcode_id: string
  member_id: string
  named_by: string
  named_at: Temporal.Instant
  ended_by: string | null
  ended_at: Temporal.Instant | null
}

export interface AftercareTable {
  org_id: string
  id: string
  worker_id: string
  concern_id: string | null
  contact_id: string | null
  because: AftercareReason
  planned_for: Temporal.PlainDate
  state: AftercareState
  asked_by: string | null
  asked_at: Temporal.Instant
  ended_on: Temporal.PlainDate | null
  ended_by: string | null
  version: Defaulted<number>
}

export interface IncidentTable {
  org_id: string
  id: string
  weight: IncidentWeight
  kind: IncidentKind
  happened_on: Temporal.PlainDate
  trajectory_id: string | null
  /** Under whose key its words are; with nobody, under its own. */
  person_id: string | null
  worker_id: string | null
  words_sealed: Buffer
  state: IncidentState
  recorded_by: string
  recorded_at: Temporal.Instant
  closing_code: IncidentEnding | null
  closing_sealed: Buffer | null
  closed_on: Temporal.PlainDate | null
  closed_by: string | null
  version: Defaulted<number>
}

/** Who is to be told of an incident: told on a day, or not told for a reason. */
export interface IncidentNoticeTable {
  org_id: string
  id: string
  incident_id: string
  party: IncidentParty
  due_on: Temporal.PlainDate | null
  told_on: Temporal.PlainDate | null
  waived_code: NoticeWaiver | null
  decided_by: string | null
  decided_at: Temporal.Instant | null
}

export interface RedFlagCheckTable {
  org_id: string
  id: string
  trajectory_id: string
  person_id: string
  contact_id: string | null
  moment: 'intake' | 'visit'
  checked_on: Temporal.PlainDate
  checked_by: string
  checked_at: Temporal.Instant
  words_sealed: Buffer | null
}

export interface RedFlagTable {
  org_id: string
  id: string
  check_id: string
  trajectory_id: string
  /** As the programme's definition calls it. */
  flag: string
  noted_on: Temporal.PlainDate
  /** `null`: nobody has looked at it yet. */
  review_id: string | null
}

export interface RedFlagReviewTable {
  org_id: string
  id: string
  trajectory_id: string
  person_id: string
  outcome: 'acted' | 'no_action'
  code: string
  words_sealed: Buffer | null
  reviewed_on: Temporal.PlainDate
  reviewed_by: string
  reviewed_at: Temporal.Instant
}

export interface KindcheckTable {
  org_id: string
  id: string
  trajectory_id: string
  person_id: string
  moment: 'intake' | 'visit'
  visits_done: number
  outcome: KindcheckOutcome
  words_sealed: Buffer | null
  checked_on: Temporal.PlainDate
  checked_by: string
  checked_at: Temporal.Instant
}

export interface SafetyPlanTable {
  org_id: string
  id: string
  trajectory_id: string
  person_id: string
  number: number
  plan_sealed: Buffer
  card_sealed: Buffer | null
  review_on: Temporal.PlainDate
  written_on: Temporal.PlainDate
  written_by: string
  written_at: Temporal.Instant
}

/** Asked by one, decided by another; outlives the file it was about. */
export interface ErasureTable {
  org_id: string
  id: string
  person_id: string
  trajectory_id: string | null
  reason_code: ErasureReason
  ground_code: ErasureGround
  state: ErasureState
  asked_by: string
  asked_at: Temporal.Instant
  answer_code: string | null
  answered_by: string | null
  answered_at: Temporal.Instant | null
  /** How many files went. */
  files: number | null
  version: Defaulted<number>
}

/** Until this day the file is neither erased nor does it run out of its term. */
export interface LegalHoldTable {
  org_id: string
  id: string
  person_id: string
  trajectory_id: string | null
  reason_code: HoldReason
  from_day: Temporal.PlainDate
  until_day: Temporal.PlainDate
  placed_by: string
  placed_at: Temporal.Instant
  ended_on: Temporal.PlainDate | null
  ended_by: string | null
}

/** Whether terms end by themselves, and which laws bind: asked by one, agreed by another. */
export interface RetentionSettingTable {
  org_id: string
  id: string
  state: SettingState
  acts_code: 'by_itself' | 'by_hand'
  regimes: LegalRegime[]
  asked_by: string
  asked_at: Temporal.Instant
  answered_by: Defaulted<string | null>
  answered_at: Defaulted<Temporal.Instant | null>
  ended_by: Defaulted<string | null>
  ended_at: Defaulted<Temporal.Instant | null>
  version: Defaulted<number>
}

/** Somebody's file that was put away because its term is over; afterwards, what became of it. */
export interface RetentionHidingTable {
  org_id: string
  id: string
  subject: KeptSubject
  person_id: string | null
  member_id: string | null
  ground_code: RetentionGround
  programme_id: string | null
  /** The first day on which it was past its term. */
  since_day: Temporal.PlainDate
  hidden_on: Temporal.PlainDate
  state: HidingState
  ended_on: Defaulted<Temporal.PlainDate | null>
  /** `null`: Naast itself. */
  ended_by: Defaulted<string | null>
  reason_code: Defaulted<BackReason | null>
  rests_until: Defaulted<Temporal.PlainDate | null>
  files: Defaulted<number | null>
}

/** Which ids nobody sees while a file is put away; what the policies look at. */
export interface RetentionReachTable {
  org_id: string
  hidden_id: string
  hiding_id: string
}

export interface Tables {
  organisation: OrganisationTable
  member: MemberTable
  invitation: InvitationTable
  account_recovery: AccountRecoveryTable
  role_approval: RoleApprovalTable
  identity_provider: IdentityProviderTable
  member_identity: MemberIdentityTable
  person: PersonTable
  household: HouseholdTable
  household_member: HouseholdMemberTable
  import: ImportTable
  referral: ReferralTable
  import_row: ImportRowTable
  safe_contact_policy: SafeContactPolicyTable
  worker: WorkerTable
  deputy: DeputyTable
  duty_handover: DutyHandoverTable
  worker_application: WorkerApplicationTable
  worker_avoidance: WorkerAvoidanceTable
  worker_away: WorkerAwayTable
  worker_talk: WorkerTalkTable
  worker_gate: WorkerGateTable
  worker_step: WorkerStepTable
  worker_signature: WorkerSignatureTable
  worker_text: WorkerTextTable
  worker_waiver: WorkerWaiverTable
  supervision_place: SupervisionPlaceTable
  supervision_session: SupervisionSessionTable
  training: TrainingTable
  training_attendance: TrainingAttendanceTable
  training_place: TrainingPlaceTable
  training_session: TrainingSessionTable
  trajectory: TrajectoryTable
  pregnancy: PregnancyTable
  trajectory_phase: TrajectoryPhaseTable
  extension: ExtensionTable
  adversity_grid: AdversityGridTable
  supporter_version: SupporterVersionTable
  reliance: RelianceTable
  end_report: EndReportTable
  end_report_step: EndReportStepTable
  action_plan: ActionPlanTable
  plan_decision: PlanDecisionTable
  plan_goal: PlanGoalTable
  plan_action: PlanActionTable
  plan_review: PlanReviewTable
  material_step: MaterialStepTable
  arrangement: ArrangementTable
  consultation: ConsultationTable
  handover: HandoverTable
  consent: ConsentTable
  child_request: ChildRequestTable
  child_request_step: ChildRequestStepTable
  document: DocumentTable
  document_segment: DocumentSegmentTable
  person_request: PersonRequestTable
  person_request_step: PersonRequestStepTable
  sharing: SharingTable
  sharing_notice: SharingNoticeTable
  intake: IntakeTable
  eligibility_decision: EligibilityDecisionTable
  exception_ruling: ExceptionRulingTable
  match: MatchTable
  match_wish: MatchWishTable
  matching_meeting: MatchingMeetingTable
  matching_meeting_change: MatchingMeetingChangeTable
  matching_meeting_note: MatchingMeetingNoteTable
  match_choice: MatchChoiceTable
  match_step: MatchStepTable
  match_shortlist: MatchShortlistTable
  earlier_words: EarlierWordsTable
  check_in: CheckInTable
  calendar_feed: CalendarFeedTable
  contact: ContactTable
  contact_move: ContactMoveTable
  measure: MeasureTable
  own_device: OwnDeviceTable
  instrument_permission: InstrumentPermissionTable
  instrument_text: InstrumentTextTable
  sheet_licence: SheetLicenceTable
  own_sheet: OwnSheetTable
  own_sheet_version: OwnSheetVersionTable
  expense_rate: ExpenseRateTable
  expense_terms: ExpenseTermsTable
  worker_account: WorkerAccountTable
  payout: PayoutTable
  report_release: ReportReleaseTable
  funding_split: FundingSplitTable
  funding_share: FundingShareTable
  coordinator_hours: CoordinatorHoursTable
  payout_line: PayoutLineTable
  expense: ExpenseTable
  contact_expense: ContactExpenseTable
  expense_receipt: ExpenseReceiptTable
  expense_receipt_segment: DocumentSegmentTable
  message: MessageTable
  letter_print: LetterPrintTable
  reminder: ReminderTable
  task: TaskTable
  closure: ClosureTable
  draft: DraftTable
  field_phone: FieldPhoneTable
  phone_entry: PhoneEntryTable
  postcode_area: PostcodeAreaTable
  travel_time: TravelTimeTable
  boundary_set: BoundarySetTable
  boundary: BoundaryTable
  secret_home: SecretHomeTable
  avoidance_ruling: AvoidanceRulingTable
  person_around: PersonAroundTable
  collision: CollisionTable
  collision_ruling: CollisionRulingTable
  exchange_agreement: ExchangeAgreementTable
  exchange_face: ExchangeFaceTable
  exchange_card: ExchangeCardTable
  exchange_source: ExchangeSourceTable
  exchange_received: ExchangeReceivedTable
  service: ServiceTable
  referral_heard: ReferralHeardTable
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
  programme_offer: ProgrammeOfferTable
  programme_version: ProgrammeVersionTable
  programme_move: ProgrammeMoveTable
  network_organisation: NetworkOrganisationTable
  help_offer: HelpOfferTable
  referral_follow_up: ReferralFollowUpTable
  referrer_link: ReferrerLinkTable
  referrer_training: ReferrerTrainingTable
  team: TeamTable
  team_area: TeamAreaTable
  team_membership: TeamMembershipTable
  team_placement: TeamPlacementTable
  activity: ActivityTable
  activity_meeting: ActivityMeetingTable
  activity_sign_up: ActivitySignUpTable
  group: GroupTable
  aligned_offer: AlignedOfferTable
  aligned_meeting: AlignedMeetingTable
  aligned_staff: AlignedStaffTable
  group_composition: GroupCompositionTable
  group_composition_move: GroupCompositionMoveTable
  group_facilitator: GroupFacilitatorTable
  small_start: SmallStartTable
  group_session: GroupSessionTable
  session_facilitator: SessionFacilitatorTable
  group_place: GroupPlaceTable
  attendance: AttendanceTable
  attendance_mark: AttendanceMarkTable
  make_up_talk: MakeUpTalkTable
  parallel_care: ParallelCareTable
  signal_watch: SignalWatchTable
  signal: SignalTable
  signal_step: SignalStepTable
  concern: ConcernTable
  concern_step: ConcernStepTable
  on_call: OnCallTable
  lone_alert: LoneAlertTable
  lone_alert_step: LoneAlertStepTable
  lone_visit: LoneVisitTable
  lone_words: LoneWordsTable
  never_alone: NeverAloneTable
  aftercare: AftercareTable
  incident: IncidentTable
  incident_notice: IncidentNoticeTable
  meldcode: MeldcodeTable
  meldcode_entry: MeldcodeEntryTable
  meldcode_reader: MeldcodeReaderTable
  red_flag_check: RedFlagCheckTable
  red_flag: RedFlagTable
  red_flag_review: RedFlagReviewTable
  kindcheck: KindcheckTable
  safety_plan: SafetyPlanTable
  erasure: ErasureTable
  retention_setting: RetentionSettingTable
  retention_hiding: RetentionHidingTable
  retention_reach: RetentionReachTable
  legal_hold: LegalHoldTable
  idempotency: IdempotencyTable
  audit_event: AuditEventTable
  audit_seal: AuditSealTable
  break_glass: BreakGlassTable
  file_lock: FileLockTable
  file_lock_step: FileLockStepTable
  lock_reach: LockReachTable
  'keys.organisation_key': KeysOrganisationKeyTable
  'keys.data_key': KeysDataKeyTable
}
