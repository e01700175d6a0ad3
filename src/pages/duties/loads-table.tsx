import { Link, Table, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { LoadView } from '#pages/worker/load-view.tsx'
import type { Loads } from '#usecases/duties/list-loads.ts'

/** Who carries how much, who is nearest to her stop first: a bar, and the words that say the same. */
export const LoadsTable = ({ t, loads }: { t: T; loads: Loads }) => (
  <section>
    <Table
      caption={t(loads.all ? 'duties.loads-all' : 'duties.loads')}
      rows={loads.workers}
      empty={t('duties.loads-none')}
      columns={[
        {
          heading: t('duties.loads-who'),
          cell: ({ workerId, name }) => <Link href={paths.worker.one(workerId)}>{name}</Link>,
        },
        { heading: t('worker.column.load'), cell: ({ load }) => <LoadView t={t} load={load} /> },
        { heading: t('duties.loads-room'), cell: ({ load }) => load.room, numeric: true },
      ]}
    />
    {loads.more && (
      <Text>
        <Link href={paths.worker.list()}>{t('duties.loads-more')}</Link>
      </Text>
    )}
  </section>
)
