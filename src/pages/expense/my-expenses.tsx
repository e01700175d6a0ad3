import { ageClasses } from '#domain/expense/account.ts'
import { ExpenseTag, lengthWords, lineWords, RoomView } from '#pages/expense/expense-view.tsx'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, PostForm, Radios, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Summary, Table, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { changeOwnAccount } from '#usecases/expense/change-own-account.ts'
import { type OwnExpenses, readOwnExpenses } from '#usecases/expense/read-own-expenses.ts'
import { withdrawExpense } from '#usecases/expense/withdraw-expense.ts'

type Month = OwnExpenses['months'][number]
type Line = Month['lines'][number]

/** Her hours and what she gets: how full her year is, each month with where every amount stands, and her account. */
async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t } = request
  const own = await readOwnExpenses(context, actor, {})
  const paid = own.months.filter(({ lines }) => lines.length > 0)
  const others = own.months.filter(({ lines }) => lines.length === 0)
  return page(
    t('expense.mine'),
    <>
      <Heading level={1}>{t('expense.mine')}</Heading>
      {!own.on && <Text lead>{t('expense.off')}</Text>}
      {own.on && <RoomView t={t} room={own.room} near={own.near} limits={own.limits} own />}
      {own.months.length === 0 && <Empty title={t('expense.none')} />}
      {paid.map((month) => (
        <OneMonth key={month.month.toString()} request={request} month={month} />
      ))}
      {others.length > 0 && (
        <Table
          caption={t(paid.length > 0 ? 'expense.other-months' : 'expense.hours-each-month')}
          rows={others}
          empty={null}
          columns={[
            { heading: t('expense.column.month'), cell: ({ month }) => t.month(month) },
            { heading: t('expense.column.visits'), cell: ({ visits }) => visits, numeric: true },
            {
              heading: t('expense.column.hours'),
              cell: ({ minutes }) => lengthWords(t, minutes),
              numeric: true,
            },
          ]}
        />
      )}
      {own.on && <AccountForm request={request} own={own} problem={problem} />}
    </>,
    { place: paths.worker.mine() },
  )
}

const OneMonth = ({ request, month }: { request: StaffRequest; month: Month }) => {
  const { t } = request
  return (
    <section>
      <Heading>{t.month(month.month)}</Heading>
      <Text>
        {t('expense.visits', { count: month.visits })}, {lengthWords(t, month.minutes)}
      </Text>
      {month.lines.map((line) => (
        <OneLine key={line.id} request={request} line={line} />
      ))}
    </section>
  )
}

const OneLine = ({ request, line }: { request: StaffRequest; line: Line }) => {
  const { t, form, today, newKey } = request
  return (
    <Card
      level={3}
      title={`${lineWords(t, line)}: ${t.money(line.cents)}`}
      tag={<ExpenseTag t={t} state={line.state} />}
      action={
        line.state === 'made' && (
          <PostForm
            state={{ t, form, problem: noProblem }}
            submissionKey={newKey()}
            action={paths.expense.withdraw(line.id)}
          >
            <input type="hidden" name="version" value={line.version} />
            <SubmitButton kind="secondary">{t('expense.withdraw')}</SubmitButton>
          </PostForm>
        )
      }
    >
      {line.visit?.on && (
        <Link href={paths.contact.one(line.visit.contactId)}>
          {t('expense.of-visit', { day: t.day(line.visit.on, today) })}
        </Link>
      )}
      {line.receipt !== 'none' && (line.receipt === 'there' || line.state === 'made') && (
        <Text>
          <Link href={paths.expense.receipt(line.id)}>
            {t(line.receipt === 'there' ? 'expense.receipt' : 'expense.receipt-add')}
          </Link>
        </Text>
      )}
      {line.declined && <Text>{t(`expense.declined.${line.declined}`)}</Text>}
    </Card>
  )
}

const AccountForm = ({
  request,
  own: { account },
  problem,
}: {
  request: StaffRequest
  own: OwnExpenses
  problem: Problem
}) => {
  const { t, newKey } = request
  const again = problem !== noProblem
  const form = again
    ? request.form
    : filledForm({ name: account?.name, ageClass: account?.ageClass, iban: null })
  const state = { t, form, problem }
  return (
    <section>
      <Heading>{t('expense.account')}</Heading>
      {account && <Summary rows={[[t('expense.account.iban'), account.iban]]} />}
      <Text>{t('expense.account-text')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? newKey()} action={paths.expense.account()}>
        <input type="hidden" name="version" value={account?.version ?? 0} />
        <TextField
          state={state}
          name="name"
          label={t('expense.account.name')}
          hint={t('expense.account.name-hint')}
        />
        <TextField state={state} name="iban" label={t('expense.account.iban')} width={20} />
        <Radios
          state={state}
          name="ageClass"
          label={t('expense.account.age')}
          hint={t('expense.account.age-hint')}
          options={ageClasses.map((value) => ({ value, label: t(`expense.account.age.${value}`) }))}
        />
        <Buttons>
          <SubmitButton>{t('expense.account.save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

async function saveAccount(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  await changeOwnAccount(
    context,
    actor,
    {
      version: Number(form.text('version')),
      account: { name: form.text('name'), iban: form.text('iban') },
      ageClass: form.text('ageClass') as (typeof ageClasses)[number],
    },
    keyOf(request),
  )
  return seeOther(paths.expense.mine(), 'expense.said.account')
}

/** Problems of the account, by the fields of the form. */
const onForm = (problem: Problem): Problem => ({
  ...problem,
  fields: Object.fromEntries(
    Object.entries(problem.fields).map(([name, code]) => [name.replace(/^account\./, ''), code]),
  ),
})

async function withdraw(request: StaffRequest): Promise<Answer> {
  const { context, actor, form, params } = request
  await withdrawExpense(
    context,
    actor,
    { id: params.id ?? '', version: Number(form.text('version')) },
    keyOf(request),
  )
  return seeOther(paths.expense.mine(), 'expense.said.withdrawn')
}

const who = ['worker'] as const
const doing = (path: string, doIt: (request: StaffRequest) => Promise<Answer>): Route =>
  staffRoute({
    path,
    who,
    post: (request) =>
      attempt(
        () => doIt(request),
        (problem) => show(request, onForm(problem)),
      ),
  })
export const myExpensesRoutes: readonly Route[] = [
  staffRoute({ path: paths.expense.mine(), who, get: (request) => show(request) }),
  doing(paths.expense.account(), saveAccount),
  doing(paths.expense.withdraw(':id'), withdraw),
]
