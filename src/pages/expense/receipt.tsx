import { documentBody, FileFields, fileOf } from '#pages/document/document-form.tsx'
import { sizeWords } from '#pages/document/document-list.tsx'
import { lineWords } from '#pages/expense/expense-view.tsx'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { addReceipt } from '#usecases/expense/add-receipt.ts'
import { openReceipt } from '#usecases/expense/open-receipt.ts'
import { type PreparedReceipt, prepareReceipt } from '#usecases/expense/prepare-receipt.ts'
import { removeReceipt } from '#usecases/expense/remove-receipt.ts'
import { Refused } from '#usecases/failure.ts'

const idOf = (request: StaffRequest): string => request.params.id ?? ''
const tooLarge: Problem = { fields: { file: 'document-too-large' }, refused: null }

/** One claim of hers with its receipt, or the form for it: a photo from the phone, or a file. */
async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t } = request
  const one = await prepareReceipt(context, actor, { expenseId: idOf(request) })
  const state: FormState = { t, form: request.form, problem }
  return page(
    t('expense.receipt'),
    <>
      <Heading level={1}>{t('expense.receipt')}</Heading>
      <Text lead>
        {lineWords(t, one)}: {t.money(one.cents)}
      </Text>
      {one.added && <Added request={request} one={one} added={one.added} />}
      {one.inTheWay && problem === noProblem ? (
        !one.added && <Notice tone="attention" title={t(`refusal.${one.inTheWay}`)} />
      ) : (
        <section>
          <Heading>{t(one.added ? 'expense.receipt-other' : 'expense.receipt-add')}</Heading>
          <Text>{t('expense.receipt-who', { count: one.keptYears })}</Text>
          <PostForm
            state={state}
            submissionKey={request.newKey()}
            action={paths.expense.receipt(one.id)}
            multipart
          >
            <FileFields state={state} />
            <Buttons>
              <SubmitButton>{t('expense.receipt-save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </section>
      )}
      <Link href={paths.expense.mine()}>{t('expense.mine')}</Link>
    </>,
    { place: paths.worker.mine() },
  )
}

interface AddedProps {
  readonly request: StaffRequest
  readonly one: PreparedReceipt
  readonly added: NonNullable<PreparedReceipt['added']>
}

const Added = ({ request, one, added }: AddedProps) => {
  const { t, today, newKey } = request
  return (
    <section>
      <Summary
        rows={[
          [t('expense.receipt-added'), t.day(added.on, today)],
          [t('document.type'), `${t(`document.type.${added.type}`)}, ${sizeWords(t, added.size)}`],
        ]}
      />
      <p class="naast-actions">
        <ButtonLink kind="secondary" href={paths.expense.receiptFile(one.id)}>
          {t('expense.receipt-open')}
        </ButtonLink>
      </p>
      {!one.inTheWay && (
        <PostForm
          state={{ t, form: filledForm({}), problem: noProblem }}
          submissionKey={newKey()}
          action={paths.expense.removeReceipt(one.id)}
        >
          <SubmitButton kind="danger">{t('expense.receipt-remove')}</SubmitButton>
        </PostForm>
      )}
    </section>
  )
}

/** Asks whether anything may be kept before the file is looked at, which costs most. */
async function add(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const expenseId = idOf(request)
  const { inTheWay } = await prepareReceipt(context, actor, { expenseId })
  if (inTheWay) throw new Refused(inTheWay)
  const file = await fileOf(context, request)
  await addReceipt(context, actor, { expenseId, file }, form.key ? { key: form.key } : undefined)
  return seeOther(paths.expense.mine(), 'expense.said.receipt')
}

async function remove(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  await removeReceipt(context, actor, { expenseId: idOf(request) }, form.key ? { key: form.key } : undefined)
  return seeOther(paths.expense.mine(), 'expense.said.receipt-gone')
}

async function handOut(request: StaffRequest): Promise<Answer> {
  const { context, actor } = request
  const { name, type, body } = await openReceipt(context, actor, { expenseId: idOf(request) })
  return { kind: 'file', name, type, body }
}

const who = ['worker'] as const
export const receiptRoutes: readonly Route[] = [
  staffRoute({
    path: paths.expense.receipt(':id'),
    who,
    bodyLimit: documentBody,
    tooLarge: async (request) => {
      const answer = await show(request, tooLarge)
      return answer.kind === 'page' ? { ...answer, status: 413 } : answer
    },
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => add(request),
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.expense.removeReceipt(':id'),
    who,
    post: (request) =>
      attempt(
        () => remove(request),
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({ path: paths.expense.receiptFile(':id'), who: ['worker', 'coordinator'], get: handOut }),
]
