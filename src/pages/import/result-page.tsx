import { toCsv } from '#domain/import/refused-csv.ts'
import { ImportSteps, importPlace } from '#pages/import/import-steps.tsx'
import { reasonWords } from '#pages/import/reason-words.ts'
import { ButtonLink, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { downloadLeftovers } from '#usecases/import/download-leftovers.ts'
import { readImportResult } from '#usecases/import/read-import-result.ts'

const idOf = (request: StaffRequest): string => request.params.id ?? ''

type Result = Awaited<ReturnType<typeof readImportResult>>

/** One address for a list, wherever it stands: goes to the step that is next, or shows what came of it. */
async function show(request: StaffRequest): Promise<Answer> {
  const { context, actor, t } = request
  const id = idOf(request)
  const result = await readImportResult(context, actor, { id })
  switch (result.summary.state) {
    case 'uploaded':
      return seeOther(paths.import.columns(id))
    case 'mapped':
      return seeOther(paths.import.preview(id))
    case 'running':
      return seeOther(paths.import.progress(id))
    case 'done':
      return page(t('import.result-title'), <Done t={t} result={result} />, importPlace)
    case 'undone':
      return page(t('import.undone-title'), <Undone t={t} result={result} />, importPlace)
    case 'discarded':
      return page(
        t('import.discarded-title'),
        <>
          <Heading level={1}>{t('import.discarded-title')}</Heading>
          <ButtonLink href={paths.import.start()}>{t('import.title')}</ButtonLink>
        </>,
        importPlace,
      )
  }
}

const Done = ({ t, result: { summary } }: { t: T; result: Result }) => (
  <>
    <Heading level={1}>{t('import.result-title')}</Heading>
    <ImportSteps t={t} at={3} />
    <Text lead>{t('import.result-imported', { count: summary.imported })}</Text>
    <p class="naast-actions">
      <ButtonLink href={paths.desk.list()}>{t('import.to-desk')}</ButtonLink>
    </p>
    <Leftovers t={t} summary={summary} />
    <Text>
      <Link href={paths.import.undo(summary.id)}>{t('import.undo')}</Link>
    </Text>
  </>
)

const Undone = ({ t, result: { summary, stayed } }: { t: T; result: Result }) => (
  <>
    <Heading level={1}>{t('import.undone-title')}</Heading>
    <Text lead>{t('import.undone', { count: summary.imported - stayed.length })}</Text>
    {stayed.length > 0 && (
      <Notice tone="attention" title={t('import.stayed-title')}>
        <Text>{t('import.stayed-hint')}</Text>
        <ul class="naast-list">
          {stayed.map(({ referralId, name }) => (
            <li key={referralId}>
              <Link href={paths.desk.one(referralId)}>{name}</Link>
            </li>
          ))}
        </ul>
      </Notice>
    )}
    <Leftovers t={t} summary={summary} />
    <p class="naast-actions">
      <ButtonLink href={paths.import.start()}>{t('import.title')}</ButtonLink>
    </p>
  </>
)

const Leftovers = ({ t, summary }: { t: T; summary: Result['summary'] }) => {
  const left = summary.refused + summary.double
  return left === 0 ? null : (
    <Notice tone="attention" title={t('import.leftovers', { count: left })}>
      <Text>{t('import.leftovers-hint')}</Text>
      <p class="naast-actions">
        <ButtonLink href={paths.import.leftovers(summary.id)} kind="secondary">
          {t('import.download')}
        </ButtonLink>{' '}
        <Link href={paths.import.discard(summary.id)}>{t('import.discard')}</Link>
      </p>
    </Notice>
  )
}

/** The rows that stayed behind as a file that opens in Excel, with the reason behind each. */
async function leftovers(request: StaffRequest): Promise<Answer> {
  const { context, actor, t } = request
  const { headings, rows } = await downloadLeftovers(context, actor, { id: idOf(request) })
  return {
    kind: 'file',
    name: `${t('import.leftovers-file')}.csv`,
    type: 'text/csv; charset=utf-8',
    body: toCsv([
      [...headings, t('import.reason-column')],
      ...rows.map(({ cells, reasons }) => [
        ...cells,
        reasons.map((reason) => reasonWords(t, reason)).join(' '),
      ]),
    ]),
  }
}

export const importResultRoutes: readonly Route[] = [
  staffRoute({ path: paths.import.result(':id'), who: ['coordinator'], get: show }),
  staffRoute({ path: paths.import.leftovers(':id'), who: ['coordinator'], get: leftovers }),
]
