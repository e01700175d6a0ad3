import { shelfIdOf } from '#domain/instrument/on-shelf.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/** The place of each questionnaire in the order in which it is asked: the programme's own first, then the shelf's. */
export function askedOrder({
  instruments,
  measures,
}: Pick<ProgrammeDefinition, 'instruments' | 'measures'>): (instrumentId: string) => number {
  const ids = [
    ...instruments.map(({ id }) => id),
    ...measures.flatMap(({ shelf }) => shelf?.value.map(shelfIdOf) ?? []),
  ]
  return (instrumentId) => {
    const at = ids.indexOf(instrumentId)
    return at < 0 ? ids.length : at
  }
}
