import { type Counted, countedKinds } from '#domain/expense/allowance.ts'
import { type RateKind, rateKinds, rateOn } from '#domain/expense/rate.ts'
import { receiptTerm } from '#domain/expense/receipt.ts'
import { readTypedMoney } from '#domain/money.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, DayField, PostForm, Radios, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Empty, Heading, Notice, Summary, Table, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { type ExpenseTerms, readExpenseTerms } from '#usecases/expense/read-expense-terms.ts'
import { setExpenseRate } from '#usecases/expense/set-expense-rate.ts'
import { setExpenseTerms } from '#usecases/expense/set-expense-terms.ts'

interface Trouble {
  readonly of: 'rate' | 'account'
  readonly problem: Problem
}

const valueWords = (t: T, kind: RateKind, value: number): string =>
  value === 0
    ? t('payout.rate-ended')
    : kind === 'preparation'
      ? t('payout.rate-minutes', { count: value })
      : t.money(value)

/** What this organisation gives from which day on, from which account it pays, and what the law lets free of tax. */
async function show(request: StaffRequest, trouble: Trouble | null = null): Promise<Answer> {
  const { context, actor, t, today } = request
  const terms = await readExpenseTerms(context, actor, {})
  const { limits } = terms
  return page(
    t('payout.terms'),
    <>
      <Heading level={1}>{t('payout.terms')}</Heading>
      <Text lead>{t('payout.terms-lead')}</Text>
      <Summary
        rows={rateKinds.map((kind) => {
          const now = rateOn(terms.rates, kind, today)
          return [
            t(`payout.rate.${kind}`),
            now === null ? t('payout.rate-none') : valueWords(t, kind, now),
          ] as const
        })}
      />
      <Text quiet>{t('expense.receipt-term', { count: receiptTerm.years })}</Text>
      <Table
        caption={t('payout.rates')}
        rows={terms.rates}
        empty={<Empty title={t('payout.rates-none')} />}
        columns={[
          { heading: t('payout.rate'), cell: ({ kind }) => t(`payout.rate.${kind}`) },
          { heading: t('payout.rate-from'), cell: ({ from }) => t.longDay(from) },
          {
            heading: t('payout.rate-value'),
            cell: ({ kind, value }) => valueWords(t, kind, value),
            numeric: true,
          },
        ]}
      />
      {limits && (
        <Notice title={t('payout.limits')}>
          <Text>
            {t('payout.limits-text', {
              hour: t.money(limits.hour),
              younger: t.money(limits.hourYounger),
              month: t.money(limits.month),
              year: t.money(limits.year),
            })}
          </Text>
          <Text quiet>
            {t('expense.room.source', { source: limits.source })}{' '}
            {limits.prov === 'to_confirm' && t('expense.room.to-confirm')}
          </Text>
        </Notice>
      )}
      {terms.maySet && <RateForm request={request} trouble={trouble} />}
      <Summary
        rows={[
          [t('payout.from'), terms.account ? `${terms.account.name}, ${terms.account.iban}` : null],
          [t('payout.counted'), t(`payout.counted.${terms.counted}`)],
        ]}
      />
      {terms.maySet && <AccountForm request={request} terms={terms} trouble={trouble} />}
    </>,
    { place: terms.maySet ? paths.payout.list() : paths.worker.list() },
  )
}

const stateOf = (request: StaffRequest, trouble: Trouble | null, of: Trouble['of'], known = {}) => ({
  t: request.t,
  form: trouble?.of === of ? request.form : filledForm(known),
  problem: trouble?.of === of ? trouble.problem : noProblem,
})

const RateForm = ({ request, trouble }: { request: StaffRequest; trouble: Trouble | null }) => {
  const { t } = request
  const state = stateOf(request, trouble, 'rate')
  return (
    <section>
      <Heading>{t('payout.rate-new')}</Heading>
      <Text>{t('payout.rate-text')}</Text>
      <PostForm state={state} submissionKey={state.form.key ?? request.newKey()}>
        <Radios
          state={state}
          name="kind"
          label={t('payout.rate')}
          options={rateKinds.map((value) => ({ value, label: t(`payout.rate.${value}`) }))}
        />
        <TextField
          state={state}
          name="value"
          label={t('payout.rate-value')}
          hint={t('payout.rate-value-hint')}
          width={10}
        />
        <DayField state={state} name="from" label={t('payout.rate-from')} />
        <Buttons>
          <SubmitButton>{t('payout.do-rate')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

const AccountForm = ({
  request,
  terms,
  trouble,
}: {
  request: StaffRequest
  terms: ExpenseTerms
  trouble: Trouble | null
}) => {
  const { t } = request
  const state = stateOf(request, trouble, 'account', { name: terms.account?.name, counted: terms.counted })
  return (
    <section>
      <Heading>{t('payout.from-new')}</Heading>
      <PostForm
        state={state}
        submissionKey={state.form.key ?? request.newKey()}
        action={paths.payout.account()}
      >
        <input type="hidden" name="version" value={terms.number} />
        <TextField state={state} name="name" label={t('expense.account.name')} />
        <TextField state={state} name="iban" label={t('expense.account.iban')} width={20} />
        <Radios
          state={state}
          name="counted"
          label={t('payout.counted')}
          hint={t('payout.counted-hint')}
          options={countedKinds.map((value) => ({ value, label: t(`payout.counted.${value}`) }))}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('expense.account.save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

async function setRate(request: StaffRequest): Promise<Answer> {
  const { context, actor, form, today } = request
  const kind = form.text('kind') as RateKind
  const typed = form.text('value')
  const whole = /^\d{1,3}$/.test(typed) ? Number(typed) : null
  const value = kind === 'preparation' || whole === 0 ? whole : readTypedMoney(typed)
  const from = form.text('from')
  await setExpenseRate(
    context,
    actor,
    { kind, value: value ?? Number.NaN, from: readTypedDay(from, { today })?.toString() ?? from },
    keyOf(request),
  )
  return seeOther(paths.payout.terms(), 'payout.said.rate')
}

async function setAccount(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  await setExpenseTerms(
    context,
    actor,
    {
      version: Number(form.text('version')),
      account: { name: form.text('name'), iban: form.text('iban') },
      counted: form.text('counted') as Counted,
    },
    keyOf(request),
  )
  return seeOther(paths.payout.terms(), 'payout.said.account')
}

const who = ['coordinator', 'programme_manager', 'administrator'] as const
const maySet = ['programme_manager', 'administrator'] as const
const doing =
  (of: Trouble['of'], doIt: (request: StaffRequest) => Promise<Answer>) => (request: StaffRequest) =>
    attempt(
      () => doIt(request),
      (problem) =>
        show(request, {
          of,
          problem: {
            ...problem,
            fields: Object.fromEntries(
              Object.entries(problem.fields).map(([name, code]) => [name.replace(/^account\./, ''), code]),
            ),
          },
        }),
    )
export const payoutTermsRoutes: readonly Route[] = [
  staffRoute({
    path: paths.payout.terms(),
    who,
    get: (request) => show(request),
    post: doing('rate', setRate),
  }),
  staffRoute({ path: paths.payout.account(), who: maySet, post: doing('account', setAccount) }),
]
