import { countWords } from '#pages/figures/figure-words.ts'
import { Empty, Heading, Link, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { countGroupEvaluations } from '#usecases/group/count-group-evaluations.ts'

/** What women said of their group, counted; what is too small to be told is not. */
async function show({ context, actor, t }: StaffRequest) {
  const counted = await countGroupEvaluations(context, actor, {})
  return page(
    t('group.evaluations'),
    <>
      <Heading level={1}>{t('group.evaluations')}</Heading>
      <Text lead>{t('group.evaluations-lead')}</Text>
      {counted.length === 0 && (
        <Empty title={t('group.evaluations-none')}>
          <Text>{t('group.evaluations-none-hint')}</Text>
        </Empty>
      )}
      {counted.map(({ programme, label, items }) => (
        <section key={programme.nl}>
          <Heading>{programme[t.language]}</Heading>
          <Table
            caption={label[t.language]}
            rows={items}
            empty={null}
            columns={[
              { heading: t('group.evaluations-question'), cell: ({ question }) => question[t.language] },
              { heading: t('group.evaluations-answered'), cell: ({ answered }) => countWords(t, answered) },
              {
                heading: t('group.evaluations-low'),
                cell: ({ bands }) => (bands ? countWords(t, bands[0]) : t('group.evaluations-few')),
              },
              {
                heading: t('group.evaluations-middle'),
                cell: ({ bands }) => (bands ? countWords(t, bands[1]) : '—'),
              },
              {
                heading: t('group.evaluations-high'),
                cell: ({ bands }) => (bands ? countWords(t, bands[2]) : '—'),
              },
            ]}
          />
        </section>
      ))}
      <Link href={paths.group.list()}>{t('group.title')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

export const groupEvaluationRoutes: readonly Route[] = [
  staffRoute({ path: paths.group.evaluations(), who: ['coordinator', 'programme_manager'], get: show }),
]
