import { findMeasures, type MeasureRow } from '#db/measure.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { readShelfAnswers } from '#domain/instrument/shelf-questions.ts'
import { readAnswers } from '#domain/measure/answers.ts'
import { askedOrder } from '#domain/measure/asked-order.ts'
import { type Difference, differencesOf } from '#domain/measure/second-keying.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { measureFields } from '#usecases/measure/measure-fields.ts'
import { type Questionnaire, questionnaireOf } from '#usecases/measure/questionnaire-of.ts'

type Kept = Readonly<Record<string, string | null>>
export type OnPaper = Questionnaire & {
  readonly row: MeasureRow
  /** What was kept when it was keyed in first. */
  readonly first: Kept
}

/**
 * What stands on the paper of one moment, as somebody else keyed it in and nobody a second time. Refused to whoever keyed
 * it in herself: she would make the same mistake twice.
 */
export async function heldPaper(
  work: Work,
  { id, person_id: personId }: Pick<TrajectoryRow, 'id' | 'person_id'>,
  definition: ProgrammeDefinition,
  moment: string,
): Promise<readonly OnPaper[]> {
  const { tx, orgId, actor, vault } = work
  await vault.load([personId])
  const waiting = (await findMeasures(tx, orgId, id)).flatMap((row) => {
    if (row.moment !== moment || row.state !== 'taken' || row.mode !== 'on_paper' || row.checked_by) return []
    const text = measureFields.open(vault, personId, row.id, 'answers_sealed', row.answers_sealed)
    const questionnaire = questionnaireOf(definition, row)
    return questionnaire && text !== null ? [{ ...questionnaire, row, first: JSON.parse(text) as Kept }] : []
  })
  if (waiting.length === 0) throw new Refused('paper-not-to-key')
  const memberId = actor.kind === 'member' ? actor.memberId : null
  const others = waiting.filter(({ row }) => row.taken_by !== memberId)
  if (others.length === 0) throw new Refused('paper-keyed-by-you')
  // As they stand on the paper.
  const placeOf = askedOrder(definition)
  return others.sort((a, b) => placeOf(a.instrument.id) - placeOf(b.instrument.id))
}

export interface KeyedAgain {
  readonly paper: OnPaper
  readonly second: Kept
  readonly differences: readonly Difference[]
}

/** Reads what was keyed in the second time, questionnaire by questionnaire, and holds it against the first. */
export function keyedAgain(
  papers: readonly OnPaper[],
  given: Readonly<Record<string, string>>,
): readonly KeyedAgain[] {
  const wrong: Record<string, string> = {}
  const read = papers.flatMap((paper): KeyedAgain[] => {
    const one = paper.shelf ? readShelfAnswers(paper.shelf, given) : readAnswers(paper.instrument, given)
    if ('wrong' in one) {
      Object.assign(wrong, one.wrong)
      return []
    }
    const differences = differencesOf(paper.instrument, paper.first, one.answers)
    return [{ paper, second: one.answers, differences }]
  })
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  return read
}
