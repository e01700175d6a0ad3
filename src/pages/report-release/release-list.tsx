import { isBefore } from '#domain/day.ts'
import { packRecipients, packTemplateIds } from '#domain/figures/pack-template.ts'
import { periodsFor } from '#domain/figures/period.ts'
import { reportReleasePolicy } from '#domain/report-release/report-release-policy.ts'
import { periodWords } from '#pages/figures/figure-words.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'
import { Empty, Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { listProgrammes } from '#usecases/programme/list-programmes.ts'
import { listReportReleases } from '#usecases/report-release/list-report-releases.ts'
import { prepareFigures } from '#usecases/report-release/prepare-figures.ts'

const tones = { prepared: 'attention', released: 'done', dropped: 'neutral' } as const

/** What left and what waits to; and preparing something new. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const releases = await listReportReleases(context, actor, {})
  const title = t('release.title')
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text lead>{t('release.lead')}</Text>
      <Table
        caption={title}
        alone
        rows={releases}
        empty={
          <Empty title={t('release.none')}>
            <Text>{t('release.none-hint')}</Text>
          </Empty>
        }
        columns={[
          {
            heading: t('release.what'),
            cell: ({ id, template }) => (
              <Link href={paths.release.one(id)}>{templateWords(t, template.id)}</Link>
            ),
          },
          {
            heading: t('figures.period'),
            cell: ({ period }) => `${t.longDay(period.from)} – ${t.longDay(period.to)}`,
          },
          { heading: t('release.recipient'), cell: ({ recipient }) => recipientWords(t, recipient) },
          {
            heading: t('release.state'),
            cell: ({ state }) => <Tag tone={tones[state]}>{t(`release.state.${state}`)}</Tag>,
          },
          { heading: t('release.prepared-by'), cell: ({ preparedBy }) => preparedBy },
          { heading: t('release.decided-by'), cell: ({ decidedBy }) => decidedBy ?? '—' },
        ]}
      />
      {reportReleasePolicy.prepare(actor) && (
        <Prepare
          state={{ t, form: problem === noProblem ? formOf(null) : request.form, problem }}
          submissionKey={request.form.key ?? request.newKey()}
          periods={periodsFor(today).filter(({ until }) => isBefore(until, today))}
          programmes={await listProgrammes(context, actor, {})}
        />
      )}
    </>,
    { place: paths.today() },
  )
}

export const templateWords = (t: StaffRequest['t'], id: string): string => {
  const key = `release.template.${id}`
  return t.has(key) ? t(key) : id
}
export const recipientWords = (t: StaffRequest['t'], code: string): string => {
  const key = `release.recipient.${code}`
  return t.has(key) ? t(key) : code
}

const Prepare = ({
  state,
  submissionKey,
  periods,
  programmes,
}: {
  state: FormState
  submissionKey: string
  periods: ReturnType<typeof periodsFor>
  programmes: Awaited<ReturnType<typeof listProgrammes>>
}) => {
  const { t } = state
  return (
    <section>
      <Heading>{t('release.prepare')}</Heading>
      <Text>{t('release.prepare-lead')}</Text>
      <PostForm state={state} submissionKey={submissionKey}>
        <Select
          state={state}
          name="template"
          label={t('release.what')}
          options={packTemplateIds.map((id) => ({ value: id, label: t(`release.template.${id}`) }))}
        />
        <Select
          state={state}
          name="period"
          label={t('figures.period')}
          options={periods.map((one) => ({ value: one.code, label: periodWords(t, one) }))}
        />
        <Select
          state={state}
          name="programme"
          label={t('figures.programme')}
          empty={t('figures.all-programmes')}
          options={programmes.map(({ id, label }) => ({ value: id, label: label[t.language] }))}
        />
        <Select
          state={state}
          name="recipient"
          label={t('release.recipient')}
          options={packRecipients.map((id) => ({ value: id, label: t(`release.recipient.${id}`) }))}
        />
        <Buttons>
          <SubmitButton>{t('release.do-prepare')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

async function prepare({ context, actor, form }: StaffRequest) {
  const template = packTemplateIds.find((one) => one === form.text('template'))
  const recipient = packRecipients.find((one) => one === form.text('recipient'))
  if (!template || !recipient)
    throw new Invalid({
      ...(template ? {} : { template: 'choose-one' }),
      ...(recipient ? {} : { recipient: 'choose-one' }),
    })
  const { id } = await prepareFigures(
    context,
    actor,
    { template, recipient, period: form.text('period'), programme: form.text('programme') },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.release.one(id), 'release.said.prepared')
}

export const releaseListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.release.list(),
    who: ['programme_manager', 'privacy_officer'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => prepare(request),
        (problem) => show(request, problem),
      ),
  }),
]
