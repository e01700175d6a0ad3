import { type DeclineCode, declineCodes } from '#domain/expense/expense.ts'
import { readMonth, writtenMonth } from '#domain/month.ts'
import { ExpenseTag, lengthWords, lineWords, RoomView } from '#pages/expense/expense-view.tsx'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, Checkboxes, PostForm, Radios, Select, SubmitButton } from '#pages/look/form.tsx'
import { Empty, Heading, Link, Summary, Table, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { approveExpenses } from '#usecases/expense/approve-expenses.ts'
import { declineExpense } from '#usecases/expense/decline-expense.ts'
import { type ExpenseMonth, readExpenseMonth } from '#usecases/expense/read-expense-month.ts'
import { NotFound } from '#usecases/failure.ts'

interface Trouble {
  readonly of: 'approve' | 'decline'
  readonly problem: Problem
}

function asked({ params: { id = '', month = '' } }: StaffRequest) {
  // What is no month is no address of ours.
  if (!readMonth(month)) throw new NotFound()
  return { workerId: id, month }
}

/** One worker's month: what her visits took, what she claims, and what still fits. */
async function show(request: StaffRequest, trouble: Trouble | null = null): Promise<Answer> {
  const { context, actor, t, today } = request
  const one = await readExpenseMonth(context, actor, asked(request))
  const made = one.lines.filter(({ state }) => state === 'made')
  return page(
    t('expense.month-title'),
    <>
      <Heading level={1}>
        {one.name}: {t.month(one.month)}
      </Heading>
      <RoomView t={t} room={one.room} near={one.near} limits={one.limits} />
      <Summary
        rows={[
          [t('expense.column.visits'), String(one.visits)],
          [t('expense.column.hours'), lengthWords(t, one.minutes)],
          one.preparation
            ? [t('expense.preparation'), t('expense.preparation-each', { count: one.preparation })]
            : null,
          [t('expense.hours-open'), hoursWords(one, request)],
        ]}
      />
      <Table
        caption={t('expense.lines')}
        rows={one.lines}
        empty={<Empty title={t('expense.lines-none')} />}
        columns={[
          { heading: t('expense.column.what'), cell: (line) => lineWords(t, line) },
          {
            heading: t('expense.column.visit'),
            cell: ({ on }) => (on ? t.day(on, today) : '—'),
          },
          {
            heading: t('expense.receipt'),
            cell: ({ id, receipt }) =>
              receipt === 'there' ? (
                <Link href={paths.expense.receiptFile(id)}>{t('expense.receipt-open')}</Link>
              ) : (
                t(`expense.receipt.${receipt}`)
              ),
          },
          { heading: t('expense.column.amount'), cell: ({ cents }) => t.money(cents), numeric: true },
          {
            heading: t('expense.column.state'),
            cell: ({ state, declined }) => (
              <>
                <ExpenseTag t={t} state={state} />
                {declined && ` ${t(`expense.declined.${declined}`)}`}
              </>
            ),
          },
        ]}
      />
      {one.own && <Text>{t('refusal.expense-own')}</Text>}
      {!one.own && (made.length > 0 || one.hours.kind === 'open') && (
        <Approve request={request} one={one} made={made} trouble={trouble} />
      )}
      {!one.own && made.length > 0 && <Decline request={request} one={one} made={made} trouble={trouble} />}
      <Link href={`${paths.expense.list()}?month=${writtenMonth(one.month)}`}>{t('expense.title')}</Link>
    </>,
    { place: paths.worker.list() },
  )
}

function hoursWords({ hours }: ExpenseMonth, { t }: StaffRequest): string {
  if (hours.kind !== 'open') return t(`expense.hours.${hours.kind}`)
  const { minutes, rate, cents } = hours
  return t('expense.hours.open', {
    length: lengthWords(t, minutes),
    rate: t.money(rate),
    amount: t.money(cents),
  })
}

interface Props {
  readonly request: StaffRequest
  readonly one: ExpenseMonth
  readonly made: ExpenseMonth['lines']
  readonly trouble: Trouble | null
}

const hoursValue = 'hours'
const Approve = ({ request, one, made, trouble }: Props) => {
  const { t, newKey } = request
  const mine = trouble?.of === 'approve'
  const { hours } = one
  const all = [...made.map(({ id }) => id), ...(hours.kind === 'open' ? [hoursValue] : [])]
  const state = {
    t,
    form: mine ? request.form : filledForm({ ids: all }),
    problem: mine ? trouble.problem : noProblem,
  }
  return (
    <section>
      <Heading>{t('expense.approve')}</Heading>
      <PostForm state={state} submissionKey={(mine && request.form.key) || newKey()}>
        <input type="hidden" name="minutes" value={hours.kind === 'open' ? hours.minutes : ''} />
        <Checkboxes
          state={state}
          name="ids"
          label={t('expense.which')}
          options={[
            ...made.map((line) => ({
              value: line.id,
              label: `${lineWords(t, line)}: ${t.money(line.cents)}`,
            })),
            ...(hours.kind === 'open' ? [{ value: hoursValue, label: hoursWords(one, request) }] : []),
          ]}
        />
        <Buttons>
          <SubmitButton>{t('expense.do-approve')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

const Decline = ({ request, one, made, trouble }: Props) => {
  const { t, newKey } = request
  const mine = trouble?.of === 'decline'
  const state = {
    t,
    form: mine ? request.form : filledForm({}),
    problem: mine ? trouble.problem : noProblem,
  }
  return (
    <details open={mine}>
      <summary>{t('expense.decline')}</summary>
      <PostForm
        state={state}
        submissionKey={(mine && request.form.key) || newKey()}
        action={paths.expense.decline(one.workerId, writtenMonth(one.month))}
      >
        <Select
          state={state}
          name="line"
          label={t('expense.which-one')}
          options={made.map((line) => ({
            value: `${line.id} ${line.version}`,
            label: `${lineWords(t, line)}: ${t.money(line.cents)}`,
          }))}
        />
        <Radios
          state={state}
          name="code"
          label={t('expense.decline-why')}
          options={declineCodes.map((value) => ({ value, label: t(`expense.declined.${value}`) }))}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('expense.do-decline')}</SubmitButton>
        </Buttons>
      </PostForm>
    </details>
  )
}

const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

async function approve(request: StaffRequest): Promise<Answer> {
  const { context, actor, form, path } = request
  const chosen = form.all('ids')
  const minutes = Number(form.text('minutes'))
  await approveExpenses(
    context,
    actor,
    {
      ...asked(request),
      ids: chosen.filter((id) => id !== hoursValue),
      minutes: chosen.includes(hoursValue) ? minutes : null,
    },
    keyOf(request),
  )
  return seeOther(path, 'expense.said.approved')
}

async function decline(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const { workerId, month } = asked(request)
  const [id = '', version = ''] = form.text('line').split(' ')
  await declineExpense(
    context,
    actor,
    { workerId, id, version: Number(version), code: form.text('code') as DeclineCode },
    keyOf(request),
  )
  return seeOther(paths.expense.month(workerId, month), 'expense.said.declined')
}

const who = ['coordinator'] as const
const doing =
  (of: Trouble['of'], doIt: (request: StaffRequest) => Promise<Answer>) => (request: StaffRequest) =>
    attempt(
      () => doIt(request),
      (problem) => show(request, { of, problem }),
    )
export const expenseMonthRoutes: readonly Route[] = [
  staffRoute({
    path: paths.expense.month(':id', ':month'),
    who,
    get: (request) => show(request),
    post: doing('approve', approve),
  }),
  staffRoute({ path: paths.expense.decline(':id', ':month'), who, post: doing('decline', decline) }),
]
