import { writtenMonth } from '#domain/month.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { Buttons, DayField, type FormState, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Notice, Table, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { listPayouts, type Payouts } from '#usecases/expense/list-payouts.ts'
import { makePayout } from '#usecases/expense/make-payout.ts'

export const payoutTone: Record<Payouts['runs'][number]['state'], Tone> = {
  made: 'attention',
  agreed: 'info',
  refused: 'neutral',
  withdrawn: 'neutral',
  failed: 'neutral',
  paid: 'done',
}

/** What waits to be paid, one sum for each, and the runs there were. */
async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t } = request
  const found = await listPayouts(context, actor, {})
  return page(
    t('payout.title'),
    <>
      <Heading level={1}>{t('payout.title')}</Heading>
      <Text lead>{t(found.on ? 'payout.lead' : 'payout.off')}</Text>
      <Link href={paths.payout.terms()}>{t('payout.terms')}</Link>
      <Heading>{t('payout.waiting')}</Heading>
      <Table
        caption={t('payout.waiting')}
        alone
        rows={found.waiting}
        empty={<Empty title={t('payout.waiting-none')} />}
        columns={[
          { heading: t('expense.column.worker'), cell: ({ name }) => name },
          { heading: t('expense.column.amount'), cell: ({ cents }) => t.money(cents), numeric: true },
          {
            heading: t('payout.account'),
            cell: ({ hasAccount }) => t(hasAccount ? 'payout.account-known' : 'payout.account-missing'),
          },
        ]}
      />
      {found.waiting.some(({ hasAccount }) => hasAccount) && (
        <MakeForm request={request} found={found} problem={problem} />
      )}
      <Heading>{t('payout.runs')}</Heading>
      {found.runs.length === 0 && <Text quiet>{t('payout.runs-none')}</Text>}
      {found.runs.map((run) => (
        <Card
          key={run.id}
          level={3}
          title={`${t.month(run.month)}: ${t.money(run.cents)}`}
          href={paths.payout.one(run.id)}
          tag={<Tag tone={payoutTone[run.state]}>{t(`payout.state.${run.state}`)}</Tag>}
        >
          <Text>{t('payout.people', { count: run.people })}</Text>
        </Card>
      ))}
    </>,
    { place: paths.payout.list() },
  )
}

const MakeForm = ({
  request,
  found,
  problem,
}: {
  request: StaffRequest
  found: Payouts
  problem: Problem
}) => {
  const { t, form, newKey } = request
  const state: FormState = { t, form, problem }
  return (
    <section>
      <Heading>{t('payout.make')}</Heading>
      <Text>{t('payout.make-text')}</Text>
      {!found.hasTerms && (
        <Notice tone="attention" title={t('refusal.payout-no-account')}>
          <Link href={paths.payout.terms()}>{t('payout.terms')}</Link>
        </Notice>
      )}
      <PostForm state={state} submissionKey={form.key ?? newKey()}>
        <Select
          state={state}
          name="month"
          label={t('payout.until-month')}
          options={[0, 1, 2].map((back) => {
            const month = found.month.subtract({ months: back })
            return { value: writtenMonth(month), label: t.month(month) }
          })}
        />
        <DayField state={state} name="payOn" label={t('payout.pay-on')} hint={t('payout.pay-on-hint')} />
        <Buttons>
          <SubmitButton>{t('payout.do-make')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

async function make({ context, actor, form, today }: StaffRequest): Promise<Answer> {
  const typed = form.text('payOn')
  const { id } = await makePayout(
    context,
    actor,
    { month: form.text('month'), payOn: readTypedDay(typed, { today })?.toString() ?? typed },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.payout.one(id), 'payout.said.made')
}

export const payoutListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.payout.list(),
    who: ['programme_manager', 'administrator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => make(request),
        (problem) => show(request, problem),
      ),
  }),
]
