import { skipped } from '#domain/instrument/shelf-questions.ts'
import type { Instrument, InstrumentItem } from '#domain/programme/measuring.ts'
import type { T } from '#pages/words/words.ts'
import type { MomentMeasures, OneMeasure } from '#usecases/measure/list-measures.ts'

export const momentsWith = (
  moments: readonly MomentMeasures[],
  state: OneMeasure['state'],
): MomentMeasures[] => moments.filter(({ measures }) => measures.some((one) => one.state === state))

/** What she answered at this moment to this question, in words; a dash where she said nothing, nothing at all where it wasn't asked. */
export function answerWords(
  t: T,
  moment: MomentMeasures,
  instrument: Instrument,
  item: InstrumentItem,
): string {
  const measure = moment.measures.find((one) => one.instrument.id === instrument.id)
  if (!measure) return ''
  const answer = measure.answers?.[item.id] ?? null
  if (answer === null) return '—'
  if (answer === skipped) return t('measure.clear')
  if (item.kind !== 'choice') return answer
  return item.options.find(({ id }) => id === answer)?.label[t.language] ?? answer
}
