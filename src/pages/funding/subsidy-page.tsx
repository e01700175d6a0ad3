import { readPeriod } from '#domain/figures/period.ts'
import { statementLines } from '#domain/funding/subsidy-statement.ts'
import { writtenMonth } from '#domain/month.ts'
import { ChoosePeriod } from '#pages/figures/choose-period.tsx'
import { periodWords } from '#pages/figures/figure-words.ts'
import { hoursWords, shareWords, wordsOfStatement } from '#pages/funding/funding-words.ts'
import { ButtonLink, Empty, Heading, Link, Notice, Table, Tag, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { readSubsidyStatement, type SubsidyStatementPage } from '#usecases/funding/read-subsidy-statement.ts'

type Statement = NonNullable<SubsidyStatementPage['statement']>
interface Shown {
  readonly request: StaffRequest
  readonly found: SubsidyStatementPage
  readonly statement: Statement
}

/** A year's hours and places of a programme by fund; under it what it was divided by, and what was typed for it. */
async function show(request: StaffRequest): Promise<Answer> {
  const { context, actor, t, today, query } = request
  const asked = readPeriod(query.get('period') ?? '')
  const found = await readSubsidyStatement(context, actor, {
    period: asked && !asked.code.includes('Q') ? asked.code : `${today.year}`,
    programme: query.get('programme') ?? '',
  })
  const { statement } = found
  const title = t('funding.title')
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text lead>{t('funding.lead')}</Text>
      {!statement && (
        <Empty title={t('funding.nobody-pays')}>
          <Text>{t('funding.nobody-pays-hint')}</Text>
        </Empty>
      )}
      {statement && (
        <>
          <ChoosePeriod
            request={request}
            period={found.period}
            years="only"
            programmes={found.programmes}
            programme={statement.programme.id}
            one
          />
          <Divided request={request} found={found} statement={statement} />
          <Splits request={request} found={found} statement={statement} />
          <Months request={request} found={found} statement={statement} />
          <Text>{t('figures.inside')}</Text>
        </>
      )}
    </>,
    { place: paths.today() },
  )
}

const Divided = ({ request: { t }, found, statement }: Shown) => {
  const { heads, body } = wordsOfStatement(t, statement)
  return (
    <section>
      <Heading>
        {statement.programme.label[t.language]}, {periodWords(t, found.period)}
      </Heading>
      {statement.running && (
        <Notice>
          <Text>{t('figures.running')}</Text>
        </Notice>
      )}
      {(statement.toConfirm || statement.undivided) && (
        <Notice tone="attention" title={t('funding.look-at')}>
          {statement.undivided && <Text>{t('funding.undivided-text')}</Text>}
          {statement.toConfirm && <Text>{t('funding.to-confirm-text')}</Text>}
        </Notice>
      )}
      <Table
        caption={t('funding.title')}
        alone
        rows={body}
        empty={null}
        columns={heads.map((heading, at) => ({
          heading,
          numeric: at > 0,
          cell: (row: readonly string[]) => row[at],
        }))}
      />
      {statementLines.map((id) => (
        <Text key={id} quiet>
          {t(`funding.how.${id}`)}
        </Text>
      ))}
      <Text quiet>{t('funding.rounding')}</Text>
      {statement.least > 0 && <Text quiet>{t('funding.small', { least: statement.least })}</Text>}
      <Text quiet>{t('funding.not-kept')}</Text>
    </section>
  )
}

const Splits = ({ request: { t }, found, statement: { programme, splits } }: Shown) => (
  <section>
    <Heading>{t('funding.splits')}</Heading>
    <Table
      caption={t('funding.splits')}
      alone
      rows={splits.flatMap((split) =>
        split.shares.map((share, at) => ({ ...share, split: at === 0 ? split : null })),
      )}
      empty={
        <Empty title={t('funding.splits-none')}>
          <Text>{t('funding.splits-none-hint')}</Text>
        </Empty>
      }
      columns={[
        {
          heading: t('funding.funder'),
          cell: ({ funder }) =>
            programme.funders.find(({ id }) => id === funder)?.label[t.language] ?? funder,
        },
        { heading: t('funding.places'), numeric: true, cell: ({ places }) => shareWords(t, places) },
        { heading: t('funding.hours'), numeric: true, cell: ({ hours }) => shareWords(t, hours) },
        { heading: t('funding.from'), cell: ({ split }) => split && t.month(split.from) },
        {
          heading: t('funding.standing'),
          cell: ({ split }) =>
            split && (
              <Tag tone={split.standing === 'agreed' ? 'done' : 'attention'}>
                {t(`funding.standing.${split.standing}`)}
              </Tag>
            ),
        },
        { heading: t('funding.set-by'), cell: ({ split }) => split?.setBy },
      ]}
    />
    {found.may.divide && (
      <p class="naast-actions naast-no-print">
        <ButtonLink href={paths.subsidy.split(programme.id)} kind="secondary">
          {t('funding.do-split')}
        </ButtonLink>
      </p>
    )}
  </section>
)

const Months = ({ request: { t }, found, statement: { programme, months } }: Shown) => (
  <section>
    <Heading>{t('funding.line.coordination')}</Heading>
    <Table
      caption={t('funding.line.coordination')}
      alone
      rows={months}
      empty={<Empty title={t('funding.months-none')} />}
      columns={[
        {
          heading: t('funding.month'),
          cell: ({ month }) =>
            found.may.divide ? (
              <Link href={paths.subsidy.hours(programme.id, writtenMonth(month))}>{t.month(month)}</Link>
            ) : (
              t.month(month)
            ),
        },
        {
          heading: t('funding.typed-hours'),
          numeric: true,
          cell: ({ minutes }) => (minutes === null ? t('funding.hours-missing') : hoursWords(t, minutes)),
        },
        { heading: t('funding.people'), numeric: true, cell: ({ people }) => people ?? '—' },
      ]}
    />
  </section>
)

export const subsidyRoutes: readonly Route[] = [
  staffRoute({ path: paths.subsidy.statement(), who: ['programme_manager', 'coordinator'], get: show }),
]
