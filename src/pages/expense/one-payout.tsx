import { writePain001 } from '#domain/expense/payment-file.ts'
import { toCsv } from '#domain/import/refused-csv.ts'
import { plainEuros } from '#domain/money.ts'
import { writtenMonth } from '#domain/month.ts'
import { payoutTone } from '#pages/expense/payout-list.tsx'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Summary, Table, Tag, Text } from '#pages/look/parts.tsx'
import {
  type Answer,
  type FileAnswer,
  page,
  type Route,
  type StaffRequest,
  seeOther,
  staffRoute,
} from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { wordsIn } from '#pages/words/words.ts'
import { answerPayout } from '#usecases/expense/answer-payout.ts'
import { exportPayout } from '#usecases/expense/export-payout.ts'
import { type PayoutPage, readPayout } from '#usecases/expense/read-payout.ts'
import { returnPayment } from '#usecases/expense/return-payment.ts'
import { settlePayout } from '#usecases/expense/settle-payout.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''
const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

/** In one language, whoever takes the file along: taken twice it must be the same. */
const remittanceOf = (month: Temporal.PlainDate): string => {
  const t = wordsIn('nl')
  return t('payout.remittance-text', { month: t.month(month) })
}

/** One run: whom it pays, who agreed, the file for the bank, and what became of it. */
async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t, form, newKey } = request
  const run = await readPayout(context, actor, { id: idOf(request) })
  const state = { t, form, problem }
  return page(
    t('payout.one'),
    <>
      <Heading level={1}>
        {t('payout.one')}: {t.month(run.month)}
      </Heading>
      <Text lead>
        {t.money(run.cents)} <Tag tone={payoutTone[run.state]}>{t(`payout.state.${run.state}`)}</Tag>
      </Text>
      <Summary
        rows={[
          [t('payout.people-label'), t('payout.people', { count: run.payments.length })],
          [t('payout.pay-on'), t.longDay(run.payOn)],
          [t('payout.from'), `${run.from.name}, ${run.from.iban}`],
          [t('payout.remittance'), remittanceOf(run.month)],
          [t('payout.made-by'), run.madeBy],
          [t('payout.answered-by'), run.answeredBy],
        ]}
      />
      {run.state === 'made' && <Text>{t('payout.second-person')}</Text>}
      {run.may.length > 0 && (
        <PostForm
          state={state}
          submissionKey={form.key ?? newKey()}
          action={run.state === 'made' ? paths.payout.one(run.id) : paths.payout.settle(run.id)}
        >
          <input type="hidden" name="version" value={run.version} />
          <Buttons>
            {run.may.map((step) => (
              <SubmitButton
                key={step}
                name="step"
                value={step}
                kind={step === 'agree' || step === 'pay' ? 'primary' : 'secondary'}
              >
                {t(`payout.do-${step}`)}
              </SubmitButton>
            ))}
          </Buttons>
        </PostForm>
      )}
      {run.hasFile && (
        <section>
          <Heading>{t('payout.files')}</Heading>
          <Text>{t('payout.files-text')}</Text>
          <p class="naast-actions">
            <ButtonLink href={paths.payout.bank(run.id)} kind="secondary">
              {t('payout.file-bank')}
            </ButtonLink>{' '}
            <ButtonLink href={paths.payout.table(run.id)} kind="secondary">
              {t('payout.file-table')}
            </ButtonLink>
          </p>
        </section>
      )}
      <Table
        caption={t('payout.payments')}
        rows={run.payments}
        empty={null}
        columns={[
          { heading: t('expense.account.name'), cell: ({ name }) => name },
          { heading: t('payout.account'), cell: ({ iban }) => iban },
          { heading: t('expense.column.amount'), cell: ({ cents }) => t.money(cents), numeric: true },
          ...(run.state === 'paid'
            ? [
                {
                  heading: t('payout.returned'),
                  cell: (one: Payment) => <Returned request={request} run={run} one={one} />,
                },
              ]
            : []),
        ]}
      />
      <Link href={paths.payout.list()}>{t('payout.title')}</Link>
    </>,
    { place: paths.payout.list() },
  )
}
type Payment = PayoutPage['payments'][number]

const Returned = ({ request, run, one }: { request: StaffRequest; run: PayoutPage; one: Payment }) => {
  const { t, form, newKey } = request
  if (one.returnedOn) return <>{t.longDay(one.returnedOn)}</>
  return (
    <PostForm
      state={{ t, form, problem: noProblem }}
      submissionKey={newKey()}
      action={paths.payout.returned(run.id)}
    >
      <input type="hidden" name="line" value={one.id} />
      <SubmitButton kind="secondary">{t('payout.do-return')}</SubmitButton>
    </PostForm>
  )
}

async function answer(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const { id } = await answerPayout(
    context,
    actor,
    // Whatever else was sent is refused as no step.
    { id: idOf(request), version: Number(form.text('version')), step: form.text('step') as 'agree' },
    keyOf(request),
  )
  return seeOther(paths.payout.one(id), 'payout.said.answered')
}
async function settle(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const { id } = await settlePayout(
    context,
    actor,
    { id: idOf(request), version: Number(form.text('version')), step: form.text('step') as 'pay' },
    keyOf(request),
  )
  return seeOther(paths.payout.one(id), 'payout.said.settled')
}
async function returned(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const { id } = await returnPayment(
    context,
    actor,
    { id: idOf(request), lineId: form.text('line') },
    keyOf(request),
  )
  return seeOther(paths.payout.one(id), 'payout.said.returned')
}

/** What goes to the bank. Its name says the month and nothing else. */
async function bank(request: StaffRequest): Promise<FileAnswer> {
  const { context, actor, t } = request
  const { month, ...run } = await exportPayout(context, actor, { id: idOf(request) })
  return {
    kind: 'file',
    name: `${t('payout.file-name')}-${writtenMonth(month)}.xml`,
    type: 'application/xml; charset=utf-8',
    body: writePain001({ ...run, remittance: remittanceOf(month) }),
  }
}

async function table(request: StaffRequest): Promise<FileAnswer> {
  const { context, actor, t } = request
  const { month, payments } = await exportPayout(context, actor, { id: idOf(request) })
  const words = remittanceOf(month)
  return {
    kind: 'file',
    name: `${t('payout.file-name')}-${writtenMonth(month)}.csv`,
    type: 'text/csv; charset=utf-8',
    body: toCsv([
      [
        t('expense.account.name'),
        t('expense.account.iban'),
        t('expense.column.amount'),
        t('payout.remittance'),
      ],
      ...payments.map(({ name, iban, cents }) => [name, iban, plainEuros(cents).replace('.', ','), words]),
    ]),
  }
}

const who = ['programme_manager', 'administrator'] as const
const doing = (doIt: (request: StaffRequest) => Promise<Answer>) => (request: StaffRequest) =>
  attempt(
    () => doIt(request),
    (problem) => show(request, problem),
  )
const file = (make: (request: StaffRequest) => Promise<FileAnswer>) => (request: StaffRequest) =>
  attempt(
    () => make(request),
    (problem) => show(request, problem),
  )
export const onePayoutRoutes: readonly Route[] = [
  staffRoute({ path: paths.payout.one(':id'), who, get: (request) => show(request), post: doing(answer) }),
  staffRoute({ path: paths.payout.settle(':id'), who, post: doing(settle) }),
  staffRoute({ path: paths.payout.returned(':id'), who, post: doing(returned) }),
  staffRoute({ path: paths.payout.bank(':id'), who, get: file(bank) }),
  staffRoute({ path: paths.payout.table(':id'), who, get: file(table) }),
]
