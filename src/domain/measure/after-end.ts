import { type Day, isBefore } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { MeasureMoment } from '#domain/programme/measuring.ts'

/**
 * What she said at the end to being asked again later (domain.md 1.4, follow-up after half a year). Only a yes
 * is a yes: of what nobody asked her nothing is planned.
 */
export const afterwardsAnswers = ['agreed', 'rather_not', 'not_asked'] as const
export type Afterwards = (typeof afterwardsAnswers)[number]

type When = Pick<MeasureMoment, 'when'>
export const isAfterEnd = ({ when }: When): boolean => when.at === 'after_end'

/** The moments of this programme at which somebody asks her again, after the end. */
export const momentsAfterEnd = ({
  measures,
}: Pick<ProgrammeDefinition, 'measures'>): readonly MeasureMoment[] => measures.filter(isAfterEnd)

/** So long before its day it may be asked: she agreed to a talk about then, and an answer of the first weeks is another one. */
export const weeksBefore = 4

export type NotAfterwards =
  | 'measure-before-end'
  | 'measure-after-closing'
  | 'measure-not-afterwards'
  | 'measure-not-yet'

/**
 * Why this moment can't be asked now, going by whether her trajectory has ended; `null` if it can. After the end only
 * what is meant for it, only if she agreed to it then, and not long before its day.
 */
export function notAfterwards(
  moment: When,
  ended: { readonly afterwards: Afterwards } | null,
  dueOn: Day | null,
  today: Day,
): NotAfterwards | null {
  if (!ended) return isAfterEnd(moment) ? 'measure-before-end' : null
  if (!isAfterEnd(moment)) return 'measure-after-closing'
  if (ended.afterwards !== 'agreed') return 'measure-not-afterwards'
  return dueOn && !isBefore(today, dueOn.subtract({ weeks: weeksBefore })) ? null : 'measure-not-yet'
}
