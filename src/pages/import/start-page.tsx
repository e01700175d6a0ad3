import type { ImportState } from '#domain/import/import.ts'
import { importLimits } from '#domain/import/import.ts'
import { ImportSteps, importPlace } from '#pages/import/import-steps.tsx'
import { FileField } from '#pages/look/file-field.tsx'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Table, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { listImports } from '#usecases/import/list-imports.ts'
import { readWorkbook } from '#usecases/import/read-workbook.ts'
import { startImport } from '#usecases/import/start-import.ts'

/** Room for the form around the file itself. */
const formAround = 64 * 1024

const tones: Record<ImportState, Tone> = {
  uploaded: 'attention',
  mapped: 'attention',
  running: 'info',
  done: 'done',
  undone: 'neutral',
  discarded: 'neutral',
}

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form, today } = request
  const lists = await listImports(context, actor, {})
  return page(
    t('import.title'),
    <>
      <Heading level={1}>{t('import.title')}</Heading>
      <ImportSteps t={t} at={0} />
      <Text lead>{t('import.lead')}</Text>
      <PostForm
        state={{ t, form, problem }}
        // Another file is another submission: nothing of the first is kept in the form.
        submissionKey={request.newKey()}
        multipart
      >
        <FileField
          state={{ t, form, problem }}
          name="file"
          label={t('import.file')}
          hint={t('import.file-hint')}
          accept=".xlsx,.csv,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <Text quiet>{t('import.what-happens')}</Text>
        <Buttons>
          <SubmitButton>{t('import.upload')}</SubmitButton>
        </Buttons>
      </PostForm>
      {lists.length > 0 && (
        <Table
          caption={t('import.earlier')}
          rows={lists}
          empty=""
          columns={[
            {
              heading: t('import.column.list'),
              cell: (list) => (
                <Link href={paths.import.result(list.id)}>
                  {t('import.list-of', { day: t.day(list.uploadedOn, today) })}
                </Link>
              ),
            },
            {
              heading: t('import.column.state'),
              cell: (list) => <Tag tone={tones[list.state]}>{t(`import.state.${list.state}`)}</Tag>,
            },
            { heading: t('import.column.rows'), cell: (list) => list.rows, numeric: true },
            {
              heading: t('import.column.imported'),
              cell: (list) => list.imported - list.undone,
              numeric: true,
            },
          ]}
        />
      )}
    </>,
    importPlace,
  )
}

export const startImportRoutes: readonly Route[] = [
  staffRoute({
    path: paths.import.start(),
    who: ['coordinator'],
    bodyLimit: importLimits.bytes + formAround,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const file = form.file('file')
          if (!file) throw new Invalid({ file: 'import-no-file' })
          const { fileKind, rows } = await readWorkbook(new Uint8Array(await file.arrayBuffer()))
          const { importId } = await startImport(
            context,
            actor,
            { fileKind, rows: rows.map((row) => [...row]) },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.import.columns(importId))
        },
        (problem) => show(request, problem),
      ),
  }),
]
