import { type ImportField, importFields } from '#domain/import/import-field.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import { ImportSteps, importPlace } from '#pages/import/import-steps.tsx'
import { Buttons, Checkboxes, type FormState, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { mapImport } from '#usecases/import/map-import.ts'
import { readImportColumns } from '#usecases/import/read-import-columns.ts'
import { listProgrammes } from '#usecases/programme/list-programmes.ts'

const idOf = (request: StaffRequest): string => request.params.id ?? ''
/** Below this the guess comes from the values alone or from one word in a long heading. */
const sure = 0.8

type ImportColumns = Awaited<ReturnType<typeof readImportColumns>>

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const list = await readImportColumns(context, actor, { id: idOf(request) })
  if (!list.summary.abilities.map) return seeOther(paths.import.result(list.summary.id))
  const programmes = await listProgrammes(context, actor, {})
  const form = problem === noProblem ? formOfList(list) : request.form
  const state: FormState = { t, form, problem: onAColumn(problem) }
  return page(
    t('import.columns-title'),
    <>
      <Heading level={1}>{t('import.columns-title')}</Heading>
      <ImportSteps t={t} at={1} />
      <Text lead>{t('import.columns-lead', { count: list.summary.rows })}</Text>
      {list.dropped.length > 0 && (
        <Notice tone="info" title={t('import.dropped-title')}>
          {list.dropped.map((heading) => (
            <Text key={heading}>{t('import.dropped', { heading: heading || '…' })}</Text>
          ))}
        </Notice>
      )}
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        {columnChoices(state, list)}
        <Select
          state={state}
          name="programmeId"
          label={t('import.programme')}
          empty={t('import.programme-none')}
          options={programmes.map(({ id, label, variantLabel }) => ({
            value: id,
            label: variantLabel ? `${label[t.language]}, ${variantLabel[t.language]}` : label[t.language],
          }))}
        />
        <Checkboxes
          state={state}
          name="agreed"
          label={t('import.agreement')}
          hint={t('import.agreement-hint')}
          options={[{ value: 'yes', label: t('import.agreement-yes') }]}
        />
        <Buttons>
          <SubmitButton>{t('import.to-preview')}</SubmitButton>
          <Link href={paths.import.discard(list.summary.id)}>{t('import.discard-list')}</Link>
        </Buttons>
      </PostForm>
    </>,
    importPlace,
  )
}

/** One question for each column: its heading, its first values, what it is taken to hold. */
const columnChoices = (state: FormState, { columns }: ImportColumns) =>
  columns.map((column, at) => (
    <Select
      key={at}
      state={state}
      name={`columns.${at}`}
      label={column.heading || state.t('import.no-heading', { number: at + 1 })}
      hint={hintOf(state.t, column)}
      empty={state.t('import.leave-out')}
      options={importFields.map((field) => ({ value: field, label: state.t(`import.field.${field}`) }))}
    />
  ))

const hintOf = (t: T, column: ImportColumns['columns'][number]): string =>
  [
    t('import.examples', {
      examples: column.examples
        .map((text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text))
        .join(' · '),
    }),
    column.field !== null && column.certainty < sure ? t('import.check-this') : '',
  ].join(' ')

const formOfList = (list: ImportColumns): Form =>
  filledForm({
    ...Object.fromEntries(list.columns.map(({ field }, at) => [`columns.${at}`, field])),
    programmeId: list.programmeId,
    agreed: list.agreed ? 'yes' : null,
  })

/** A problem of all columns together is shown at the first. */
function onAColumn(problem: Problem): Problem {
  const { columns, ...fields } = problem.fields
  return columns === undefined ? problem : { ...problem, fields: { 'columns.0': columns, ...fields } }
}

const isField = (text: string): text is ImportField => importFields.some((field) => field === text)

export const importColumnsRoutes: readonly Route[] = [
  staffRoute({
    path: paths.import.columns(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const id = idOf(request)
          const { columns } = await readImportColumns(context, actor, { id })
          await mapImport(
            context,
            actor,
            {
              id,
              columns: columns.map((_, at) => {
                const chosen = form.text(`columns.${at}`)
                return isField(chosen) ? chosen : null
              }),
              programmeId: form.optional('programmeId'),
              agreed: form.checked('agreed'),
            },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.import.preview(id))
        },
        (problem) => show(request, problem),
      ),
  }),
]
