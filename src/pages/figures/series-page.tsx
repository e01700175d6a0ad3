import { RunChartView } from '#pages/figures/run-chart.tsx'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem } from '#pages/problem.ts'
import { readSeries } from '#usecases/figures/read-series.ts'

/** How it went month by month, each with its picture, what that says, and its table. */
async function show({ context, actor, t, query }: StaffRequest) {
  const { programme, programmes, series } = await readSeries(context, actor, {
    programme: query.get('programme') ?? '',
  })
  const state = { t, form: filledForm({ programme }), problem: noProblem }
  return page(
    t('series.title'),
    <>
      <Heading level={1}>{t('series.title')}</Heading>
      <Text lead>{t('series.lead')}</Text>
      <form method="get" class="naast-form naast-no-print">
        <Select
          state={state}
          name="programme"
          label={t('figures.programme')}
          empty={t('figures.all-programmes')}
          options={programmes.map(({ id, label }) => ({ value: id, label: label[t.language] }))}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('figures.show')}</SubmitButton>
        </Buttons>
      </form>
      {series.map((one) => (
        <section key={one.id}>
          <Heading>{t(`series.of.${one.id}`)}</Heading>
          <RunChartView t={t} series={one} />
        </section>
      ))}
      <Text>{t('series.rules')}</Text>
      <Link href={paths.figures.list()}>{t('figures.title')}</Link>
    </>,
    { place: paths.today() },
  )
}

export const seriesRoutes: readonly Route[] = [
  staffRoute({ path: paths.figures.series(), who: ['coordinator', 'safeguarding_lead'], get: show }),
]
