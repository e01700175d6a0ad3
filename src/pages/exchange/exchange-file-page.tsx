import { largestFile } from '#domain/exchange/exchange-file.ts'
import { FileField } from '#pages/look/file-field.tsx'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Text } from '#pages/look/parts.tsx'
import { type FileAnswer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { exportExchange } from '#usecases/exchange/export-exchange.ts'
import { importExchange } from '#usecases/exchange/import-exchange.ts'
import { readExchange } from '#usecases/exchange/read-exchange.ts'
import { Invalid } from '#usecases/failure.ts'

const who = ['safeguarding_lead'] as const
/** Room for the form around the file itself. */
const formAround = 64 * 1024

/** Both files: ours to take along, theirs to take in. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form, params } = request
  const found = await readExchange(context, actor, { id: params.id ?? '' })
  return page(
    t('exchange.files'),
    <>
      <Heading level={1}>{t('exchange.files')}</Heading>
      <Text lead>{t('exchange.files-lead', { name: found.organisation })}</Text>
      {found.may.carry && (
        <>
          <Heading>{t('exchange.own-file')}</Heading>
          {found.laid.on ? (
            <>
              <Text>{t('exchange.own-file-text', { day: t.longDay(found.laid.on) })}</Text>
              <ButtonLink href={paths.exchange.ownFile(found.id)}>{t('exchange.do-export')}</ButtonLink>
            </>
          ) : (
            <Text>{t('refusal.exchange-not-laid')}</Text>
          )}
          <Heading>{t('exchange.their-file')}</Heading>
          <PostForm state={{ t, form, problem }} submissionKey={request.newKey()} multipart>
            <input type="hidden" name="version" value={found.version} />
            <FileField
              state={{ t, form, problem }}
              name="file"
              label={t('exchange.file')}
              hint={t('exchange.file-hint', { name: found.organisation })}
              accept=".txt,text/plain"
            />
            <Buttons>
              <SubmitButton>{t('exchange.do-import')}</SubmitButton>
            </Buttons>
          </PostForm>
        </>
      )}
      <Link href={paths.exchange.one(found.id)}>{t('exchange.to-one')}</Link>
    </>,
    { place: paths.exchange.list() },
  )
}

async function download({ context, actor, t, today, params }: StaffRequest): Promise<FileAnswer> {
  const { text } = await exportExchange(context, actor, { id: params.id ?? '' })
  return {
    kind: 'file',
    name: `${t('exchange.file-name')}-${today}.txt`,
    type: 'text/plain; charset=utf-8',
    body: text,
  }
}

export const exchangeFileRoutes: readonly Route[] = [
  staffRoute({
    path: paths.exchange.file(':id'),
    who,
    bodyLimit: largestFile + formAround,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, params } = request
          const file = form.file('file')
          if (!file) throw new Invalid({ file: 'exchange-no-file' })
          const id = params.id ?? ''
          await importExchange(
            context,
            actor,
            { id, version: Number(form.text('version')), text: await file.text() },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.exchange.one(id), 'exchange.said-import')
        },
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.exchange.ownFile(':id'),
    who,
    get: (request) =>
      attempt(
        () => download(request),
        (problem) => show(request, problem),
      ),
  }),
]
