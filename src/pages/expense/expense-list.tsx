import { readMonth, writtenMonth } from '#domain/month.ts'
import { lengthWords } from '#pages/expense/expense-view.tsx'
import { Empty, Heading, Link, Notice, Table, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listExpenses } from '#usecases/expense/list-expenses.ts'

const monthPath = (month: Temporal.PlainDate) => `${paths.expense.list()}?month=${writtenMonth(month)}`

/** A month of everybody who visits: hours, and what waits to be approved. */
async function show({ context, actor, t, query }: StaffRequest): Promise<Answer> {
  const asked = readMonth(query.get('month') ?? '')
  const { on, month, waitingBefore, workers } = await listExpenses(context, actor, {
    month: asked && writtenMonth(asked),
  })
  const title = t('expense.title')
  return page(
    title,
    <>
      <Heading level={1}>
        {title}: {t.month(month)}
      </Heading>
      <Text lead>{t(on ? 'expense.list-lead' : 'expense.off')}</Text>
      {waitingBefore.length > 0 && (
        <Notice tone="attention" title={t('expense.waiting-before')}>
          <ul class="naast-plain-list">
            {waitingBefore.map((one) => (
              <li key={one.toString()}>
                <Link href={monthPath(one)}>{t.month(one)}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Table
        caption={title}
        alone
        rows={workers}
        empty={<Empty title={t('expense.list-none')} />}
        columns={[
          {
            heading: t('expense.column.worker'),
            cell: ({ workerId, name }) => (
              <Link href={paths.expense.month(workerId, writtenMonth(month))}>{name}</Link>
            ),
          },
          { heading: t('expense.column.visits'), cell: ({ visits }) => visits, numeric: true },
          {
            heading: t('expense.column.hours'),
            cell: ({ minutes }) => lengthWords(t, minutes),
            numeric: true,
          },
          { heading: t('expense.column.made'), cell: ({ made }) => t.money(made), numeric: true },
          { heading: t('expense.column.approved'), cell: ({ approved }) => t.money(approved), numeric: true },
        ]}
      />
      <p class="naast-actions">
        <Link href={monthPath(month.subtract({ months: 1 }))}>{t.month(month.subtract({ months: 1 }))}</Link>{' '}
        <Link href={monthPath(month.add({ months: 1 }))}>{t.month(month.add({ months: 1 }))}</Link>
      </p>
      <Link href={paths.payout.terms()}>{t('payout.terms')}</Link>
    </>,
    { place: paths.worker.list() },
  )
}

export const expenseListRoutes: readonly Route[] = [
  staffRoute({ path: paths.expense.list(), who: ['coordinator'], get: show }),
]
