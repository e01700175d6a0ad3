import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { MeasureMoment } from '#domain/programme/measuring.ts'

/**
 * What is measured at the nth session that takes place. A moment at a later one falls at the last, if so many don't
 * take place any more.
 */
export const momentsAtSession = (
  { measures }: Pick<ProgrammeDefinition, 'measures'>,
  nth: number,
  sessions: number,
): readonly MeasureMoment[] =>
  nth < 1
    ? []
    : measures.filter(({ when }) => when.at === 'session' && Math.min(when.session, sessions) === nth)
