import { Heading, Summary, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { readLearningRecord } from '#usecases/training/read-learning-record.ts'

/** What she learned here, on one page that prints well: hers to take along when she goes. */
export const learningRecordRoutes: readonly Route[] = [
  staffRoute({
    path: paths.worker.learning(':id'),
    who: ['coordinator', 'programme_manager', 'worker'],
    async get({ context, actor, t, params, host, today }) {
      const record = await readLearningRecord(context, actor, { workerId: params.id ?? '' })
      return page(
        t('training.record'),
        <>
          <Heading level={1}>{t('training.record-of', { name: record.name })}</Heading>
          <Summary
            rows={[
              [t('training.record-where'), host.name],
              [t('worker.since'), t.longDay(record.since)],
              record.until && [t('worker.until'), t.longDay(record.until)],
              [t('training.record-half-days'), t('training.half-days', { count: record.halfDays })],
            ]}
          />
          <Table
            caption={t('training.record')}
            rows={record.lines}
            empty={t('training.record-none')}
            columns={[
              { heading: t('training.name'), cell: ({ title }) => title },
              {
                heading: t('training.days'),
                cell: ({ from, until }) =>
                  from.equals(until)
                    ? t.longDay(from)
                    : t('training.from-until', { from: t.longDay(from), until: t.longDay(until) }),
              },
              {
                heading: t('training.was-there'),
                cell: ({ halfDays, ofHalfDays }) =>
                  t('training.half-days-of', { done: halfDays, all: ofHalfDays }),
              },
              {
                heading: t('training.certificate'),
                cell: ({ certifiedOn, certificateUntil }) =>
                  [
                    certifiedOn && t.longDay(certifiedOn),
                    certificateUntil && t('training.certified-until', { day: t.longDay(certificateUntil) }),
                  ]
                    .filter(Boolean)
                    .join(', ') || '—',
              },
            ]}
          />
          <Text quiet>{t('training.record-day', { day: t.longDay(today) })}</Text>
        </>,
        { place: paths.training.list() },
      )
    },
  }),
]
