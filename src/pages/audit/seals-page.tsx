import { momentWords } from '#pages/audit/access-table.tsx'
import { formOf } from '#pages/form-data.ts'
import { type FormState, PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { ButtonLink, Empty, Heading, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { type FileAnswer, page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { checkSeals } from '#usecases/audit/check-seals.ts'
import { readLastAnchor } from '#usecases/audit/read-last-anchor.ts'
import { NotFound } from '#usecases/failure.ts'

type Found = Awaited<ReturnType<typeof checkSeals>>

async function show(request: StaffRequest, problem: Problem = noProblem, found: Found | null = null) {
  const { context, actor, t, form, newKey, today } = request
  const last = await readLastAnchor(context, actor, {})
  const state: FormState = { t, form: form ?? formOf(null), problem }
  return page(
    t('audit.seals-title'),
    <>
      <Heading level={1}>{t('audit.seals-title')}</Heading>
      <Text lead>{t('audit.seals-lead')}</Text>
      {found && <Result request={request} found={found} />}
      {last ? (
        <>
          <Summary
            rows={[
              [t('audit.seals-last'), t('audit.seal-number', { number: last.number })],
              [t('audit.seals-at'), momentWords(t, { at: last.sealedAt }, today)],
            ]}
          />
          <ButtonLink href={paths.audit.anchor()} kind="secondary">
            {t('audit.anchor-keep')}
          </ButtonLink>
          <Text quiet>{t('audit.anchor-why')}</Text>
        </>
      ) : (
        <Empty title={t('audit.seals-none')}>
          <Text>{t('audit.seals-none-hint')}</Text>
        </Empty>
      )}
      <Heading>{t('audit.check-title')}</Heading>
      <PostForm state={state} submissionKey={newKey()}>
        <input type="hidden" name="after" value={String(found?.next ?? 0)} />
        <TextField
          state={state}
          name="anchor"
          label={t('audit.anchor')}
          hint={t('audit.anchor-hint')}
          optional
        />
        <SubmitButton>{found?.next ? t('audit.check-on') : t('audit.check')}</SubmitButton>
      </PostForm>
    </>,
    { place: paths.audit.list() },
  )
}

const Result = ({ request: { t }, found }: { request: StaffRequest; found: Found }) => {
  const seen = t('audit.checked', { seals: found.seals, lines: found.lines })
  if (found.flaws.length === 0)
    return (
      <Notice title={t(found.next ? 'audit.whole-so-far' : 'audit.whole')}>
        <Text>{seen}</Text>
      </Notice>
    )
  return (
    <Notice title={t('audit.not-whole')} tone="danger">
      <ul class="utrecht-unordered-list">
        {found.flaws.map(({ number, flaw }) => (
          <li key={`${number}${flaw}`}>
            {number > 0 && `${t('audit.seal-number', { number })}: `}
            {t(`audit.flaw.${flaw}`)}
          </li>
        ))}
      </ul>
      <Text>{seen}</Text>
      <Text>{t('audit.not-whole-what')}</Text>
    </Notice>
  )
}

async function keep({ context, actor, t }: StaffRequest): Promise<FileAnswer> {
  const last = await readLastAnchor(context, actor, {})
  if (!last) throw new NotFound()
  return {
    kind: 'file',
    name: `${t('audit.anchor-file')}-${last.number}.txt`,
    type: 'text/plain; charset=utf-8',
    body: `${last.text}\n`,
  }
}

export const sealRoutes: readonly Route[] = [
  staffRoute({
    path: paths.audit.seals(),
    who: ['privacy_officer'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const after = Number(form.text('after'))
          const found = await checkSeals(context, actor, {
            after: Number.isInteger(after) && after > 0 ? after : 0,
            anchor: form.text('anchor') || null,
          })
          return show(request, noProblem, found)
        },
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({ path: paths.audit.anchor(), who: ['privacy_officer'], get: keep }),
]
