import { z } from 'zod'
import { softCriteria } from '#domain/programme/definition.ts'

/**
 * Why a person chooses another pair than the plan. Most name the criterion that counts for more here than its weight
 * says, so that whoever sets the weights can learn from them; always a code, never words about somebody.
 */
export const choiceReasons = [
  ...softCriteria,
  'language',
  'mother_asked',
  'worker_asked',
  'continuity',
  'other',
] as const
export type ChoiceReason = (typeof choiceReasons)[number]

/** Why a worker has more or fewer places in this meeting than she says herself. */
export const capacityReasons = ['she_said', 'overload', 'starting_slowly', 'away_soon', 'other'] as const
export type CapacityReason = (typeof capacityReasons)[number]

/** Why a woman who waits is left out of this meeting. She stays on the waiting list. */
export const leaveOutReasons = [
  'not_reached',
  'wants_to_wait',
  'situation_changed',
  'other_help',
  'other',
] as const
export type LeaveOutReason = (typeof leaveOutReasons)[number]

const pair = { trajectoryId: z.uuid(), workerId: z.uuid(), reason: z.enum(choiceReasons) }

/**
 * One change that a person makes to the plan of a meeting. Each holds for this meeting only: no definition, no
 * worker's own number and nobody's file is changed by it.
 */
export const meetingChangeInput = z.discriminatedUnion('kind', [
  /** These two belong together. May go against the score, never against a hard rule. */
  z.strictObject({ kind: z.literal('pin'), ...pair }),
  /** Not these two. */
  z.strictObject({ kind: z.literal('forbid'), ...pair }),
  /** How many women she stands beside at the same time, all together: with those she has now. */
  z.strictObject({
    kind: z.literal('capacity'),
    workerId: z.uuid(),
    places: z.int().min(0).max(99),
    reason: z.enum(capacityReasons),
  }),
  /** How much a criterion counts, in hundredths; the others give or take in proportion. */
  z.strictObject({
    kind: z.literal('weight'),
    programmeId: z.string().min(1).max(100),
    version: z.string().min(1).max(40),
    criterion: z.enum(softCriteria),
    percent: z.int().min(0).max(100),
  }),
  z.strictObject({
    kind: z.literal('leave-out'),
    trajectoryId: z.uuid(),
    reason: z.enum(leaveOutReasons),
  }),
])
export type MeetingChange = z.output<typeof meetingChangeInput>
export type MeetingChangeKind = MeetingChange['kind']
