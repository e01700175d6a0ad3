import type { RowVerdict } from '#domain/import/import.ts'
import { reasonWords } from '#pages/import/reason-words.ts'
import { Link, Table, Tag, type Tone } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { PreviewRow } from '#usecases/import/preview-import.ts'

const tones: Record<RowVerdict, Tone> = {
  unread: 'neutral',
  good: 'done',
  double: 'attention',
  refused: 'danger',
  imported: 'done',
  undone: 'neutral',
}

/** Row by row: its number in the file, whom it is about, what will happen and why. */
export const RowsTable = ({ t, rows }: { t: T; rows: readonly PreviewRow[] }) => (
  <Table
    caption={t('import.rows')}
    rows={rows}
    empty={t('import.no-rows')}
    columns={[
      { heading: t('import.column.row'), cell: (row) => row.number },
      { heading: t('import.column.name'), cell: (row) => row.name || '—' },
      {
        heading: t('import.column.what'),
        cell: (row) => <Tag tone={tones[row.verdict]}>{t(`import.verdict.${row.verdict}`)}</Tag>,
      },
      { heading: t('import.column.why'), cell: (row) => <Reasons t={t} row={row} /> },
    ]}
  />
)

const Reasons = ({ t, row }: { t: T; row: PreviewRow }) =>
  row.reasons.length === 0 ? null : (
    <ul class="naast-plain-list">
      {row.reasons.map((reason, at) => (
        <li key={at}>
          {reasonWords(t, reason)}{' '}
          {reason.referralId && (
            <Link href={paths.desk.one(reason.referralId)}>{t('import.known-referral')}</Link>
          )}
        </li>
      ))}
    </ul>
  )
