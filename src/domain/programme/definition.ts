import { z } from 'zod'
import { arrangement, consultation } from '#domain/programme/chain-terms.ts'
import { checkInRhythm } from '#domain/programme/check-in-rhythm.ts'
import {
  actionPlan,
  adversityGrid,
  extension,
  followUp,
  funder,
  material,
  parallelCare,
  phaseRules,
  retention,
  review,
  supportCircle,
} from '#domain/programme/course.ts'
import { groupOffer, workerSession } from '#domain/programme/group-offer.ts'
import { matchLife } from '#domain/programme/match-life.ts'
import { instrument, measureMoment, primaryOutcome } from '#domain/programme/measuring.ts'
import { peopleKinds } from '#domain/programme/people.ts'
import { id, param, sourced, words } from '#domain/programme/provenance.ts'
import { safetyTerms } from '#domain/programme/safety-terms.ts'
import { talkSheet } from '#domain/programme/talk-sheet.ts'
import { referrerKinds } from '#domain/referral/referral-submission.ts'

/**
 * A programme is data (design 1.1): everything that differs from one programme to the next stands here, each
 * parameter with its provenance. A running trajectory keeps the version it started under. This is the shape;
 * `checkDefinition` also holds the parts against each other: expressions, references, sums.
 */

/** Text of the expression language (`#domain/programme/expression.ts`). */
const expression = z.string().trim().min(1).max(500)
const count = z.number().int().min(0).max(1000)
const weight = z.number().int().min(1).max(1000)
const days = z.number().int().min(1).max(3660)
const share = z.number().min(0).max(1)
const version = z.string().regex(/^\d{1,4}\.\d{1,3}\.\d{1,3}$/, 'a version like 1.0.0')

/** Something the programme asks about her situation, to be able to decide. Answers are yes, no or not known. */
const fact = z.strictObject({
  name: z.string().regex(/^[a-z][a-zA-Z0-9]{0,59}$/, 'a name like firstChild'),
  type: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('yes_no') }),
    z.strictObject({ kind: z.literal('number'), min: z.number(), max: z.number() }),
    z.strictObject({
      kind: z.literal('choice'),
      options: z
        .array(z.strictObject({ id, label: words }))
        .min(2)
        .max(30),
    }),
  ]),
  /** The question as it is asked; `hint` explains without leading. */
  question: words,
  hint: words.optional(),
  askedOf: z.array(z.enum(['referrer', 'mother', 'coordinator'])).min(1),
  ...sourced,
})

const eligibilityRule = z.strictObject({
  id,
  /** `include` must be true; `exclude` must be false. */
  kind: z.enum(['include', 'exclude']),
  when: expression,
  /** What the rule asks, as a sentence: "Het is haar eerste kind". */
  label: words,
  /** Said when the rule stands in the way. */
  notMet: words,
  /** If not met, a coordinator may let her in all the same, with a reason that is kept. */
  exception: z
    .strictObject({
      code: id,
      label: words,
      /** Who may decide so; without it the coordinator. */
      decidedBy: z.enum(['coordinator', 'manager', 'safeguarding_lead']).optional(),
      ...sourced,
    })
    .optional(),
  /** If this rule keeps her out, the route for acute danger comes first. */
  safetyRoute: z.boolean().default(false),
  /** Where she is helped instead if this rule keeps her out. */
  redirect: z.array(z.strictObject({ id, label: words })).default([]),
  ...sourced,
})

export const deskOutcomes = [
  'advice_only',
  'programme',
  'neighbourhood_team',
  'prenatal_home_visit',
  'other_party',
  'acute_route',
] as const

const referralTerms = z.strictObject({
  allowedReferrers: param(z.array(z.enum(referrerKinds))),
  selfReferral: param(z.boolean()),
  /** Something a referrer must have before she may refer, e.g. a training. */
  precondition: param(id).optional(),
  preconditionLabel: words.optional(),
  /** Municipalities (codes as CBS has them) whose women it is for; without it wherever the organisation works. */
  area: param(z.array(z.string().regex(/^GM\d{4}$/, 'a municipality code like GM0599')).min(1)).optional(),
  viaDesk: param(z.boolean()).optional(),
  /** Working days from the referral to the first word with her. */
  firstContactWorkingDays: param(days),
  /** Days from the referral to the intake. */
  intakeDays: param(days),
  /** An acute referral is answered on the day it comes in. */
  acuteSameDay: param(z.boolean()),
  /** What the desk may answer a referral with. */
  deskOutcomes: param(z.array(z.enum(deskOutcomes)).min(1)).optional(),
  /** Who hears it first when one of these terms runs out. */
  whenLate: param(z.enum(['coordinator', 'manager'])).optional(),
  /** Days after sending her elsewhere at which the desk asks whether help really started. */
  verifyStartedDays: param(days).optional(),
  /** When the referrer hears something, with her consent and never more. */
  feedbackMoments: param(z.array(z.enum(['started', 'ended']))),
})

export const consentCodes = [
  'C-1', // may be contacted by the programme
  'C-2', // takes part of her own free will
  'C-3', // privacy notice given
  'C-4', // explicit consent for health or violence data, where there is no other basis
  'C-5', // message to the referrer at start and end
  'C-6', // sharing with a named party
  'C-7', // questionnaires for evaluation
  'C-8', // research use
  'C-9', // safe-contact agreement
  'C-10', // photo or story in publicity
  'C-11', // group rules and mutual confidentiality
  'C-12', // her name on the list of an open meeting
] as const
export type ConsentCode = (typeof consentCodes)[number]

const consentTerm = z.strictObject({
  code: z.enum(consentCodes),
  moment: z.enum(['referral', 'intake', 'later', 'group_start']),
  /** `required`: no taking part without it. `asked`: the answer must be known, and may be no. */
  need: z.enum(['required', 'asked', 'offered']),
  ...sourced,
})

/** What a worker must have before she may start with a mother; shown as "nog niet klaar omdat". */
export const gateKinds = [
  'vog',
  'references',
  'training',
  'meldcode_course',
  'agreement',
  'confidentiality',
  'qualification',
  'is_mother',
  'supervision',
] as const
export type GateKind = (typeof gateKinds)[number]
const gate = z.strictObject({
  kind: z.enum(gateKinds),
  label: words,
  required: z.boolean(),
  /** How long it counts once seen; without it, for good. */
  validMonths: param(count).optional(),
  /** The same in days, for what comes round sooner: supervision. */
  validDays: param(days).optional(),
  /** Training: how much of it, in half-days. */
  halfDays: param(count).optional(),
  ...sourced,
})
const worker = z.strictObject({
  role: id,
  label: words,
  isMother: param(z.boolean()),
  gates: z.array(gate),
  /** Women a worker has at the same time at most; `points` weighs them by phase instead. */
  caseloadMax: param(count).optional(),
  caseloadPoints: param(z.strictObject({ byPhase: z.record(id, count), max: count })).optional(),
  /** What a woman weighs by how safe her programme expects her to be; with points by phase the two are multiplied. */
  loadBySafetyClass: param(
    z.strictObject({
      points: z.strictObject({ low_medium: weight, high: weight, very_high: weight }),
      max: weight,
    }),
  ).optional(),
  supervisionEveryDays: param(days).optional(),
  /** Among each other (intervisie); once in this many days at least. */
  peerConsultationEveryDays: param(days).optional(),
  /** Workers needed for one group. */
  count: param(count).optional(),
  /** Those in the same team see which women are with it; without it each sees only her own. */
  teamSees: param(z.boolean()).optional(),
})

export const hardCriteria = [
  'shared_language',
  'not_same_street',
  'not_same_place',
  'not_known_to_her_network',
  'home_fit',
] as const
export type HardCriterion = (typeof hardCriteria)[number]
export const softCriteria = [
  'background',
  'interests',
  'distance',
  'availability',
  'child_situation',
  'experience',
  'reading',
  'child_age',
  'home_fit',
] as const
export type SoftCriterion = (typeof softCriteria)[number]
const matching = z.strictObject({
  hard: z.array(z.strictObject({ criterion: z.enum(hardCriteria), ...sourced })),
  /** Weights add up to 1. */
  soft: z.array(z.strictObject({ criterion: z.enum(softCriteria), weight: share, ...sourced })),
  bothMustAgree: param(z.boolean()),
  /** The interpreter whom she wants takes the place of a language that both speak. */
  interpreterCounts: param(z.boolean()).optional(),
  checkIns: checkInRhythm.optional(),
  life: matchLife.optional(),
})

const phase = z.strictObject({
  id,
  label: words,
  goal: words,
  /** Which visits belong to it: from this number on, or the last so many of the plan. Absent: set by a person. */
  visits: z.union([z.strictObject({ from: count }), z.strictObject({ last: count })]).optional(),
  /** Its own rhythm of contacts, instead of the programme's. */
  cadenceDays: param(days).optional(),
  ...phaseRules,
  ...sourced,
})

export const contactModes = [
  'home',
  'safe_place',
  'outing',
  'accompanied_appointment',
  'phone',
  'online',
  'group',
] as const
export type ContactMode = (typeof contactModes)[number]
const contacts = z.strictObject({
  /** `null`: the sources give no number. */
  min: param(count.nullable()),
  max: param(count.nullable()),
  /** The number that the method itself names, if it names one: so many are planned. */
  target: param(count.min(1)).optional(),
  /** At most so many days from one contact to the next; late only once `graceDays` have passed as well. */
  cadenceDays: param(days),
  graceDays: param(count),
  /** When time is short, visits are brought no closer together than this to reach the minimum. */
  shortestGapDays: param(days),
  minutes: param(z.strictObject({ min: count, max: count })),
  totalWeeks: param(z.strictObject({ min: count, max: count })).optional(),
  modes: param(z.array(z.enum(contactModes)).min(1)),
})

export const fidelitySeverities = ['info', 'warn', 'breach', 'block'] as const
/** What a rule of severity `block` may stop. */
export const stoppedActions = ['match', 'visit', 'message', 'closing', 'group'] as const
const fidelityRule = z.strictObject({
  id,
  when: expression,
  severity: z.enum(fidelitySeverities),
  owner: z.enum(['worker', 'coordinator', 'manager', 'safeguarding_lead']),
  message: words,
  overridable: z.boolean().default(true),
  /** What a block stops; without it what its facts are about (`stops` in `#domain/signal/stops.ts`). */
  stops: z.array(z.enum(stoppedActions)).min(1).max(5).optional(),
  action: id.optional(),
  ...sourced,
})

/** How a trajectory ended, for counting: carried through, stopped on the way, never begun, or not for her. */
export const closureKinds = ['completed', 'stopped', 'not_started', 'not_eligible'] as const
/** It names a pregnancy, a child or being a mother: after a loss it is not shown. */
const ofChild = z.boolean().optional()
const closureReason = z.strictObject({ id, label: words, kind: z.enum(closureKinds), ofChild, ...sourced })

export const programmeDefinition = z.strictObject({
  id,
  version,
  /** The definition this one varies; `null` for one that stands on its own. */
  variantOf: id.nullable(),
  label: words,
  /** Which variant, when two stand beside each other: "tot 18 maanden". */
  variantLabel: words.optional(),
  summary: words,
  owner: z.string().min(1).max(200),
  /** Every `ref` names one of these. */
  sources: z.record(id, words),
  /** What this programme calls its people and meetings. */
  terms: z.strictObject({
    /** Whom it is for; without it women. Pages speak of a person accordingly. */
    people: z.enum(peopleKinds).optional(),
    mother: words,
    worker: words,
    /** The same for more of them: "mentormoeders". */
    workers: words.optional(),
    contact: words,
    talkSheet: words,
    coordinator: words.optional(),
    group: words.optional(),
    session: words.optional(),
  }),
  shape: param(z.enum(['one_to_one', 'closed_group', 'mixed'])),
  safety: safetyTerms,
  facts: z.array(fact).max(60),
  adversityGrid: adversityGrid.optional(),
  eligibility: z.array(eligibilityRule).min(1).max(40),
  referral: referralTerms,
  consents: z.array(consentTerm),
  worker,
  matching: matching.optional(),
  phases: z.array(phase),
  contacts: contacts.optional(),
  group: groupOffer.optional(),
  /** Meetings for the workers themselves. */
  workerSessions: z.array(workerSession).max(20).default([]),
  parallelCare: z.array(parallelCare).max(20),
  circle: supportCircle.optional(),
  arrangements: z.array(arrangement).max(10).default([]),
  consultations: z.array(consultation).max(20).default([]),
  /** True from the day on which it ends; over `childAgeMonths` and `weeksSinceStart` only. */
  endRule: param(expression).optional(),
  extension: extension.optional(),
  reviews: z.array(review).max(20).default([]),
  plan: actionPlan.optional(),
  talkSheets: z.array(talkSheet),
  materials: z.array(material).max(40).default([]),
  outcomes: z.array(z.strictObject({ id, label: words, ofChild, ...sourced })),
  measures: z.array(measureMoment),
  instruments: z.array(instrument),
  primaryOutcome: primaryOutcome.optional(),
  fidelity: z.array(fidelityRule),
  /** True if it was carried through to the end, as the method counts it. */
  completion: param(expression),
  closureReasons: z.array(closureReason).min(1),
  followUp: z.array(followUp).max(5).default([]),
  funders: z.array(funder).max(10).default([]),
  retentionPolicyId: id,
  retention: retention.optional(),
  /** A citizen service number may only be kept where a law says so (domain.md 3.5). */
  bsnAllowed: z.boolean(),
})

export type ProgrammeDefinition = z.output<typeof programmeDefinition>
/** As it is written in `programmes/`, before defaults are filled in. */
export type ProgrammeDefinitionInput = z.input<typeof programmeDefinition>
export type EligibilityRule = z.output<typeof eligibilityRule>
export type FactDefinition = z.output<typeof fact>
export type Phase = z.output<typeof phase>
export type FidelityRule = z.output<typeof fidelityRule>
export type ClosureReason = z.output<typeof closureReason>
