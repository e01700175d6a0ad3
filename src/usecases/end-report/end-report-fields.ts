import type { EndReportRow } from '#db/end-report.ts'
import type { EndReportWords } from '#domain/end-report/end-report.ts'
import type { Settled } from '#domain/end-report/settled.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** The whole of it is hers, what the coach says of her included: sealed under her key. */
const endReportFields = sealedFields('end_report', ['content_sealed'])

export interface EndReportContent extends EndReportWords {
  /** What her file said when it was sent in; `null` while it is being written. */
  readonly settled: Settled | null
}

/** Her key must be loaded, here and below. */
export const sealReport = ({ vault }: Work, personId: string, id: string, content: EndReportContent) =>
  endReportFields.seal(vault, personId, id, 'content_sealed', JSON.stringify(content))

/** `null` if her file was erased; what it is otherwise is our own writing, validated on the way in. */
export function openReport(
  { vault }: Work,
  personId: string,
  row: Pick<EndReportRow, 'id' | 'content_sealed'>,
): EndReportContent | null {
  const text = endReportFields.open(vault, personId, row.id, 'content_sealed', row.content_sealed)
  return text === null ? null : (JSON.parse(text) as EndReportContent)
}
