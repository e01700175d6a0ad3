import { importPlace } from '#pages/import/import-steps.tsx'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { discardImport } from '#usecases/import/discard-import.ts'
import { readImport } from '#usecases/import/read-import.ts'
import { undoImport } from '#usecases/import/undo-import.ts'

const idOf = (request: StaffRequest): string => request.params.id ?? ''

/** Asks once more before something is gone. */
const confirm = (
  request: StaffRequest,
  problem: Problem,
  words: { title: string; lines: readonly string[]; button: string },
) => {
  const { t, form } = request
  return page(
    words.title,
    <>
      <Heading level={1}>{words.title}</Heading>
      {words.lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <PostForm state={{ t, form, problem }} submissionKey={form.key ?? request.newKey()}>
        <Buttons>
          <SubmitButton kind="danger">{words.button}</SubmitButton>
          <Link href={paths.import.result(idOf(request))}>{t('import.back')}</Link>
        </Buttons>
      </PostForm>
    </>,
    importPlace,
  )
}

async function showUndo(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const { imported } = await readImport(context, actor, { id: idOf(request) })
  return confirm(request, problem, {
    title: t('import.undo-title'),
    lines: [t('import.undo-lead', { count: imported }), t('import.undo-stays')],
    button: t('import.undo-confirm'),
  })
}

async function showDiscard(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  await readImport(context, actor, { id: idOf(request) })
  return confirm(request, problem, {
    title: t('import.discard-title'),
    lines: [t('import.discard-lead')],
    button: t('import.discard-confirm'),
  })
}

export const takeBackImportRoutes: readonly Route[] = [
  staffRoute({
    path: paths.import.undo(':id'),
    who: ['coordinator'],
    get: (request) => showUndo(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          await undoImport(context, actor, { id: idOf(request) }, form.key ? { key: form.key } : undefined)
          return seeOther(paths.import.result(idOf(request)))
        },
        (problem) => showUndo(request, problem),
      ),
  }),
  staffRoute({
    path: paths.import.discard(':id'),
    who: ['coordinator'],
    get: (request) => showDiscard(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          await discardImport(context, actor, { id: idOf(request) }, form.key ? { key: form.key } : undefined)
          return seeOther(paths.import.result(idOf(request)), 'import.said-discarded')
        },
        (problem) => showDiscard(request, problem),
      ),
  }),
]
