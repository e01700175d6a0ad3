import type { RowVerdict } from '#domain/import/import.ts'
import { formOf } from '#pages/form-data.ts'
import { ImportSteps, importPlace } from '#pages/import/import-steps.tsx'
import { RowsTable } from '#pages/import/rows-table.tsx'
import { Buttons, Checkboxes, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Tag, Text } from '#pages/look/parts.tsx'
import { Tabs } from '#pages/look/tabs.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { beginImport } from '#usecases/import/begin-import.ts'
import { previewImport, previewPage } from '#usecases/import/preview-import.ts'

const idOf = (request: StaffRequest): string => request.params.id ?? ''

const shown = ['all', 'good', 'double', 'refused'] as const
type Shown = (typeof shown)[number]

type Preview = Awaited<ReturnType<typeof previewImport>>

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, query } = request
  const id = idOf(request)
  const which = shown.find((one) => one === query.get('show')) ?? 'all'
  const at = pageNumber(query.get('page'))
  const verdict: RowVerdict | null = which === 'all' ? null : which
  const preview = await previewImport(context, actor, { id, page: at, verdict })
  const { summary } = preview
  if (!summary.abilities.begin) return seeOther(paths.import.result(id))
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return page(
    t('import.preview-title'),
    <>
      <Heading level={1}>{t('import.preview-title')}</Heading>
      <ImportSteps t={t} at={2} />
      <Counts t={t} summary={summary} />
      {summary.good + summary.double > 0 ? (
        <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
          <input type="hidden" name="version" value={summary.version} />
          {summary.double > 0 && (
            <Checkboxes
              state={state}
              name="takeDoubles"
              label={t('import.doubles')}
              options={[{ value: 'yes', label: t('import.doubles-take') }]}
            />
          )}
          <Buttons>
            <SubmitButton>{t('import.begin')}</SubmitButton>
            <Link href={paths.import.columns(id)}>{t('import.change-columns')}</Link>
          </Buttons>
        </PostForm>
      ) : (
        <Notice tone="attention" title={t('import.nothing')}>
          <Text>{t('import.nothing-hint')}</Text>
          <Link href={paths.import.columns(id)}>{t('import.change-columns')}</Link>
        </Notice>
      )}
      {summary.refused + summary.double > 0 && (
        <Text>
          <Link href={paths.import.leftovers(id)}>{t('import.download')}</Link>
        </Text>
      )}
      <Tabs
        label={t('import.show')}
        current={address(id, which)}
        tabs={shown.map((one) => ({
          href: address(id, one),
          label: `${t(`import.show.${one}`)} (${countOf(summary, one)})`,
        }))}
      />
      <RowsTable t={t} rows={preview.rows} />
      <Turning t={t} id={id} which={which} at={at} total={countOf(summary, which)} />
      <Text>
        <Link href={paths.import.discard(id)}>{t('import.discard-list')}</Link>
      </Text>
    </>,
    importPlace,
  )
}

const pageNumber = (text: string | null): number => (/^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : 1)

const address = (id: string, which: Shown, at = 1): string => {
  const asked = [which === 'all' ? '' : `show=${which}`, at === 1 ? '' : `page=${at}`].filter(Boolean)
  return asked.length === 0 ? paths.import.preview(id) : `${paths.import.preview(id)}?${asked.join('&')}`
}

const countOf = (summary: Preview['summary'], which: Shown): number =>
  which === 'all' ? summary.rows : summary[which]

/** What will happen, in numbers, before any row. */
const Counts = ({ t, summary }: { t: T; summary: Preview['summary'] }) => (
  <ul class="naast-plain-list">
    <li>
      <Tag tone="done">{t('import.show.good')}</Tag> {t('import.count-good', { count: summary.good })}
    </li>
    {summary.double > 0 && (
      <li>
        <Tag tone="attention">{t('import.show.double')}</Tag>{' '}
        {t('import.count-double', { count: summary.double })}
      </li>
    )}
    {summary.refused > 0 && (
      <li>
        <Tag tone="danger">{t('import.show.refused')}</Tag>{' '}
        {t('import.count-refused', { count: summary.refused })}
      </li>
    )}
  </ul>
)

const Turning = (props: { t: T; id: string; which: Shown; at: number; total: number }) => {
  const { t, id, which, at, total } = props
  const left = total - at * previewPage
  return (
    <p class="naast-actions">
      {at > 1 && (
        <Link href={address(id, which, at - 1)}>{t('import.previous', { count: previewPage })}</Link>
      )}{' '}
      {left > 0 && (
        <Link href={address(id, which, at + 1)}>
          {t('import.next', { count: Math.min(left, previewPage) })}
        </Link>
      )}
    </p>
  )
}

export const importPreviewRoutes: readonly Route[] = [
  staffRoute({
    path: paths.import.preview(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const id = idOf(request)
          await beginImport(
            context,
            actor,
            { id, version: Number(form.text('version')), takeDoubles: form.checked('takeDoubles') },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.import.progress(id))
        },
        (problem) => show(request, problem),
      ),
  }),
]
