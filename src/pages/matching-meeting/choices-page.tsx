import { Empty, Heading, Link, Table, Text } from '#pages/look/parts.tsx'
import { reasonLabel } from '#pages/matching-meeting/change-words.ts'
import { type PageAnswer, page, type StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { ChoicesOtherwise } from '#usecases/matching-meeting/meeting-view.ts'

/** How often people chose otherwise than the plan, and why: so that people can better the weights, openly. */
export function choicesPage({ t, actor }: StaffRequest, report: ChoicesOtherwise): PageAnswer {
  const title = t('matching.choices')
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text lead>
        {t('matching.choices-period', { from: t.longDay(report.from), until: t.longDay(report.until) })}
      </Text>
      <Text>{t('matching.choices-hint')}</Text>
      {report.programmes.length === 0 && <Empty title={t('matching.choices-none')} />}
      {report.programmes.map((programme) => (
        <section key={programme.programmeId}>
          <Heading>{programme.label[t.language]}</Heading>
          <Text>
            {t('matching.choices-count', { count: programme.proposed, otherwise: programme.otherwise })}
          </Text>
          {programme.otherwise > 0 && (
            <>
              <Table
                caption={t('matching.choices-reasons')}
                rows={programme.reasons}
                empty={null}
                columns={[
                  {
                    heading: t('matching.column.reason'),
                    cell: ({ reason }) => reasonLabel(t, 'choice', reason),
                  },
                  { heading: t('matching.column.times'), cell: ({ times }) => times, numeric: true },
                  {
                    heading: t('matching.column.given-up'),
                    cell: ({ givenUp }) =>
                      t(givenUp < 0 ? 'matching.points-more' : 'matching.points-less', {
                        points: Math.abs(Math.round(givenUp)),
                      }),
                    numeric: true,
                  },
                ]}
              />
              <Table
                caption={t('matching.choices-criteria')}
                rows={programme.criteria}
                empty={null}
                columns={[
                  {
                    heading: t('matching.column.criterion'),
                    cell: ({ criterion }) => t(`match.criterion.${criterion}`),
                  },
                  { heading: t('matching.column.better'), cell: ({ better }) => better, numeric: true },
                  { heading: t('matching.column.worse'), cell: ({ worse }) => worse, numeric: true },
                ]}
              />
            </>
          )}
        </section>
      ))}
      {actor.roles.includes('coordinator') && (
        <Link href={paths.meeting.list()}>{t('matching.all-meetings')}</Link>
      )}
    </>,
    { place: actor.roles.includes('coordinator') ? paths.match.waiting() : paths.programme.list() },
  )
}
