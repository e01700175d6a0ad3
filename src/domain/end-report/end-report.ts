import { z } from 'zod'
import { sharingParties } from '#domain/consent/consent.ts'
import { optionalText } from '#domain/person/person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * The end-of-service report (issue 7, section 1): per goal what came of it with her words beside the coach's, what goes on
 * after, and who takes over. Written, judged by somebody who wrote nothing in it or in the plan, and then never altered:
 * what has to be put right is a report of its own with the next number.
 */
export const endReportStates = ['draft', 'submitted', 'approved'] as const
export type EndReportState = (typeof endReportStates)[number]
export const endReportSteps = ['submit', 'approve', 'send-back'] as const
export type EndReportStep = (typeof endReportSteps)[number]

const table = {
  submit: { from: ['draft'], to: 'submitted' },
  approve: { from: ['submitted'], to: 'approved' },
  'send-back': { from: ['submitted'], to: 'draft' },
} as const satisfies Record<EndReportStep, { from: readonly EndReportState[]; to: EndReportState }>

export const mayStepReport = (state: EndReportState, step: EndReportStep): boolean =>
  table[step].from.some((from) => from === state)

/** Where a step leads. Where the programme lets nobody approve its plans, what was submitted stands. */
export function stepReport(
  state: EndReportState,
  step: EndReportStep,
  approval: boolean,
): EndReportState | Refusal<'end-report-not-from-this-state'> {
  if (!mayStepReport(state, step)) return refuse('end-report-not-from-this-state')
  const { to } = table[step]
  return to === 'submitted' && !approval ? 'approved' : to
}
export const takesWords = (state: EndReportState): boolean => state === 'draft'

/** What waits for somebody else, on the worklist. */
export const endReportTask = 'approve-end-report'

/** Who takes over: a kind of party, or nobody. */
export const successors = [...sharingParties, 'nobody'] as const
export type Successor = (typeof successors)[number]

/** Words of two people beside each other: hers as she says them, and the coach's. Neither stands for the other. */
export const twoVoices = { hers: optionalText(1000), coach: optionalText(1000) } as const
export interface TwoVoices {
  readonly hers: string | null
  readonly coach: string | null
}
export const endReportInput = {
  /** By goal. */
  goals: z.record(z.uuid(), z.strictObject(twoVoices)),
  /** How both look back on the whole. */
  ...twoVoices,
  goesOn: optionalText(2000),
  takesOver: z.enum(successors).nullable(),
} as const

/** What is written in a report. */
export interface EndReportWords extends TwoVoices {
  readonly goals: Readonly<Record<string, TwoVoices>>
  readonly goesOn: string | null
  readonly takesOver: Successor | null
}
export const noWords: EndReportWords = { goals: {}, hers: null, coach: null, goesOn: null, takesOver: null }
