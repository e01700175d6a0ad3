import type { DefinitionProblem } from '#domain/programme/check-definition.ts'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  type FormState,
  Pair,
  PostForm,
  Radios,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { draftMakers } from '#pages/programme/draft-makers.ts'
import { Problems } from '#pages/programme/problems.tsx'
import { Invalid } from '#usecases/failure.ts'
import { beginProgramme } from '#usecases/programme/begin-programme.ts'
import { importProgramme } from '#usecases/programme/import-programme.ts'
import { readProgramme } from '#usecases/programme/read-programme.ts'

/** Which programme to begin with: `?from=…&version=…`, or none. */
async function original({ context, actor, query, form }: StaffRequest) {
  const programmeId = form.optional('from') ?? query.get('from')
  if (!programmeId) return null
  const { definition } = await readProgramme(context, actor, {
    programmeId: programmeId.slice(0, 60),
    version: (form.optional('fromVersion') ?? query.get('version'))?.slice(0, 20) ?? null,
  })
  return definition
}

async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { t } = request
  const from = await original(request)
  const state: FormState = {
    t,
    form: problem === noProblem ? filledForm({ as: from ? 'version' : 'new' }) : request.form,
    problem,
  }
  const name = from?.label[t.language]
  const title = name ? t('builder.begin-from', { name }) : t('builder.begin')
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text lead>{t(from ? 'builder.begin-from-lead' : 'builder.begin-lead')}</Text>
      <PostForm
        state={state}
        submissionKey={request.form.key ?? request.newKey()}
        action={paths.programmeDraft.begin()}
      >
        {from && (
          <>
            <input type="hidden" name="from" value={from.id} />
            <input type="hidden" name="fromVersion" value={from.version} />
            <Radios
              state={state}
              name="as"
              label={t('builder.begin-as')}
              options={[
                { value: 'version', label: t('builder.as.version'), hint: t('builder.as.version-hint') },
                { value: 'variant', label: t('builder.as.variant'), hint: t('builder.as.variant-hint') },
              ]}
            />
          </>
        )}
        <Pair>
          <TextField
            state={state}
            name="name.nl"
            label={t(from ? 'builder.variant-name' : 'builder.name')}
            optional={from !== null}
          />
          <TextField state={state} name="name.en" label={t('builder.in-english')} optional />
        </Pair>
        <Buttons>
          <SubmitButton>{t('builder.begin-button')}</SubmitButton>
        </Buttons>
      </PostForm>
      {!from && (
        <Text>
          <Link href={paths.programmeDraft.import()}>{t('builder.import')}</Link>
        </Text>
      )}
    </>,
    { place: paths.programme.list() },
  )
}

async function begin(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const [programmeId, version] = [form.text('from'), form.text('fromVersion')]
  const { draftId } = await beginProgramme(
    context,
    actor,
    {
      from: programmeId === '' ? null : { programmeId, version },
      as: programmeId === '' ? 'new' : form.text('as') === 'variant' ? 'variant' : 'version',
      name: { nl: form.optional('name.nl'), en: form.optional('name.en') },
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.programmeDraft.one(draftId), 'builder.said.begun')
}

async function showImport(
  request: StaffRequest,
  problem: Problem = noProblem,
  wrong: readonly DefinitionProblem[] = [],
): Promise<Answer> {
  const { t } = request
  const state: FormState = { t, form: request.form, problem }
  return page(
    t('builder.import'),
    <>
      <Heading level={1}>{t('builder.import')}</Heading>
      <Text lead>{t('builder.import-lead')}</Text>
      <Problems t={t} definition={null} problems={wrong} />
      <PostForm
        state={state}
        submissionKey={request.form.key ?? request.newKey()}
        action={paths.programmeDraft.import()}
        multipart
      >
        <div class="utrecht-form-field">
          <label class="utrecht-form-label" for="field-file">
            {t('builder.import-file')}
          </label>
          <input type="file" id="field-file" name="file" accept=".json,application/json" />
        </div>
        <Buttons>
          <SubmitButton>{t('builder.import-button')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.programme.list(), ...(wrong.length > 0 ? { status: 422 as const } : {}) },
  )
}

async function take(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const file = form.file('file')
  if (!file) throw new Invalid({ file: 'required' })
  const { draftId, problems, conflicts } = await importProgramme(
    context,
    actor,
    { text: await file.text() },
    form.key ? { key: form.key } : undefined,
  )
  if (draftId === null) return showImport(request, noProblem, problems)
  return conflicts > 0
    ? seeOther(paths.programmeDraft.difference(draftId), 'builder.said.conflicts')
    : seeOther(paths.programmeDraft.one(draftId), 'builder.said.imported')
}

/** Where a programme begins: from nothing, from another, or from a file. */
export const beginProgrammeRoutes: readonly Route[] = [
  staffRoute({
    path: paths.programmeDraft.begin(),
    who: draftMakers,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => begin(request),
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.programmeDraft.import(),
    who: draftMakers,
    bodyLimit: 2 * 1024 * 1024,
    get: (request) => showImport(request),
    post: (request) =>
      attempt(
        () => take(request),
        (problem) => showImport(request, problem),
      ),
  }),
]
