import { toCsv } from '#domain/import/refused-csv.ts'
import { programmeIn } from '#domain/report-release/pack.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { PackOutcome, wordsOfOutcome } from '#pages/report-release/pack-outcome.tsx'
import { PackTableView, rowsOfTable } from '#pages/report-release/pack-table.tsx'
import { recipientWords, templateWords } from '#pages/report-release/release-list.tsx'
import { NotFound } from '#usecases/failure.ts'
import { dropReportRelease } from '#usecases/report-release/drop-report-release.ts'
import { readReportRelease } from '#usecases/report-release/read-report-release.ts'
import { releaseReport } from '#usecases/report-release/release-report.ts'
import { spreadsheetType, writeSpreadsheet } from '#usecases/report-release/write-spreadsheet.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const who = ['programme_manager', 'privacy_officer'] as const

/** One pack: what is told and what is hidden, who may let it go, and its hash. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, params } = request
  const release = await readReportRelease(context, actor, { id: params.id ?? '' })
  const { pack } = release
  const state = { t, form: formOf(null), problem: noProblem }
  const decided = problem === noProblem ? state : { ...state, problem }
  const submissionKey = request.form.key ?? request.newKey()
  const hiddenCells = release.hidden.reduce((all, one) => all + one.hidden, 0)
  const title = templateWords(t, pack.template.id)
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text lead>{t(`release.about.${release.state}`)}</Text>
      <Summary
        rows={[
          [t('figures.period'), `${t.longDay(day(pack.period.from))} – ${t.longDay(day(pack.period.to))}`],
          [t('figures.programme'), programmeWords(request, release)],
          [t('release.recipient'), recipientWords(t, pack.recipient)],
          [t('release.prepared-by'), release.preparedBy],
          [t('release.decided-by'), release.decidedBy],
          [t('release.hidden-cells'), String(hiddenCells)],
          [t('release.tables-left-out'), String(pack.tables.filter(({ refused }) => refused).length)],
          [t('release.sha'), <code class="naast-breaks">{release.sha256}</code>],
        ]}
      />
      <PackOutcome t={t} release={release} />
      {pack.tables.map((table) => (
        <PackTableView key={table.id} t={t} table={table} names={release} />
      ))}
      <Text quiet>{t('release.how', { least: pack.least })}</Text>
      {release.state === 'prepared' && (
        <>
          {!release.may.release && (
            <Notice>
              <Text>{t('release.second-person')}</Text>
            </Notice>
          )}
          <PostForm state={{ ...decided, scope: 'release' }} submissionKey={submissionKey}>
            <input type="hidden" name="version" value={release.version} />
            <Buttons>
              {release.may.release && (
                <SubmitButton name="what" value="release">
                  {t('release.do-release')}
                </SubmitButton>
              )}
              <SubmitButton kind="secondary" name="what" value="drop">
                {t('release.do-drop')}
              </SubmitButton>
            </Buttons>
          </PostForm>
        </>
      )}
      {release.state === 'released' && (
        <p class="naast-actions naast-no-print">
          <ButtonLink href={paths.release.spreadsheet(release.id)} kind="secondary">
            {t('release.as-spreadsheet')}
          </ButtonLink>{' '}
          <ButtonLink href={paths.release.table(release.id)} kind="secondary">
            {t('release.as-csv')}
          </ButtonLink>
        </p>
      )}
      <Link href={paths.release.list()}>{t('release.title')}</Link>
    </>,
    { place: paths.today() },
  )
}

type Release = Awaited<ReturnType<typeof readReportRelease>>

function programmeWords({ t }: StaffRequest, { pack, programmes }: Release): string {
  const id = programmeIn(pack)
  if (id === '') return t('figures.all-programmes')
  return programmes.find((one) => one.id === id)?.label[t.language] ?? id
}

async function decide({ context, actor, form, params }: StaffRequest) {
  const asked = { id: params.id ?? '', version: Number(form.text('version')) || 0 }
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === 'drop') {
    await dropReportRelease(context, actor, asked, submission)
    return seeOther(paths.release.one(asked.id), 'release.said.dropped')
  }
  await releaseReport(context, actor, asked, submission)
  return seeOther(paths.release.one(asked.id), 'release.said.released')
}

/** The figures of a pack row by row, as they stand in every file of it; only of what was let go. */
async function rowsOfPack({ context, actor, t, params }: StaffRequest) {
  const release = await readReportRelease(context, actor, { id: params.id ?? '' })
  if (release.state !== 'released') throw new NotFound()
  const { pack } = release
  const rows = pack.tables.flatMap((one) => rowsOfTable(t, one, release))
  const outcome = wordsOfOutcome(t, release)
  const changed = outcome ? [[outcome.title, outcome.about], ...outcome.rows, [outcome.how], []] : []
  const about = [
    templateWords(t, pack.template.id),
    pack.period.from,
    pack.period.to,
    recipientWords(t, pack.recipient),
  ]
  return {
    name: `${pack.template.id}-${pack.period.from}-${pack.period.to}`,
    rows: [about, [t('release.sha'), release.sha256], [], ...changed, ...rows],
  }
}

async function table(request: StaffRequest) {
  const { name, rows } = await rowsOfPack(request)
  const type = 'text/csv; charset=utf-8'
  return { kind: 'file' as const, name: `${name}.csv`, type, body: toCsv(rows) }
}

async function spreadsheet(request: StaffRequest) {
  const { name, rows } = await rowsOfPack(request)
  const body = await writeSpreadsheet(rows)
  return { kind: 'file' as const, name: `${name}.xlsx`, type: spreadsheetType, body }
}

export const oneReleaseRoutes: readonly Route[] = [
  staffRoute({
    path: paths.release.one(':id'),
    who,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => decide(request),
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({ path: paths.release.table(':id'), who, get: table }),
  staffRoute({ path: paths.release.spreadsheet(':id'), who, get: spreadsheet }),
]
