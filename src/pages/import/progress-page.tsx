import { importPlace } from '#pages/import/import-steps.tsx'
import { Progress } from '#pages/look/bar.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { readImport } from '#usecases/import/read-import.ts'
import { runImport } from '#usecases/import/run-import.ts'

/** Chunks for one look at this page: about a second's work. */
const chunks = 2

/**
 * Imports the next rows and shows how far it is. Whoever looks carries it on: without script the page comes back by
 * itself, with script the island asks for the next. Begun by the preview's form, never by this page.
 */
async function goOn(request: StaffRequest): Promise<Answer> {
  const { context, actor, t, params } = request
  const id = params.id ?? ''
  const before = await readImport(context, actor, { id })
  if (before.state !== 'running') return seeOther(paths.import.result(id))
  for (let chunk = 0; chunk < chunks; chunk += 1)
    if ((await runImport(context, actor, { id })).done) return seeOther(paths.import.result(id))
  const { imported, left } = await readImport(context, actor, { id })
  const total = imported + left
  return page(
    t('import.progress-title'),
    <>
      <Heading level={1}>{t('import.progress-title')}</Heading>
      <div data-import-progress aria-live="polite">
        <Progress done={imported} total={total} label={t('import.progress', { done: imported, total })} />
      </div>
      <Text quiet>{t('import.progress-hint')}</Text>
      <Link href={paths.import.progress(id)}>{t('import.go-on')}</Link>
    </>,
    { ...importPlace, islands: ['import-progress'], refreshSeconds: 1 },
  )
}

export const importProgressRoutes: readonly Route[] = [
  staffRoute({ path: paths.import.progress(':id'), who: ['coordinator'], get: goOn, post: goOn }),
]
