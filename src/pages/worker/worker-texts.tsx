import { readTypedDay } from '#domain/typed-day.ts'
import { type TextKind, textKinds } from '#domain/worker/worker-text.ts'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  SubmitButton,
  TextArea,
} from '#pages/look/form.tsx'
import { Heading, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { listWorkerTexts } from '#usecases/worker/list-worker-texts.ts'
import { publishWorkerText } from '#usecases/worker/publish-worker-text.ts'
import { signWorkerText } from '#usecases/worker/sign-worker-text.ts'

type Version = Awaited<ReturnType<typeof listWorkerTexts>>[number]['versions'][number]

const stateOf = ({ t, form }: StaffRequest, problem: Problem, scope?: string): FormState => ({
  t,
  form: problem === noProblem ? filledForm({}) : form,
  problem,
  scope,
})

/** What the organisation lets its workers sign, in every version, and the form for a new one. */
async function showAll(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const texts = await listWorkerTexts(context, actor, {})
  const state = stateOf(request, problem)
  return page(
    t('worker-text.title'),
    <>
      <Heading level={1}>{t('worker-text.title')}</Heading>
      <Text lead>{t('worker-text.lead')}</Text>
      {texts.map(({ kind, versions }) => (
        <section key={kind}>
          <Heading>{t(`worker-text.kind.${kind}`)}</Heading>
          {versions.length === 0 && <Text quiet>{t('worker-text.none')}</Text>}
          {versions.map((version) => (
            <details class="naast-more" key={version.textId} open={version.until === null}>
              <summary>{versionWords(t, version)}</summary>
              <Text quiet>{t('worker-text.signed', { count: version.signed })}</Text>
              <Words words={version.words} />
            </details>
          ))}
        </section>
      ))}
      {actor.roles.includes('programme_manager') && (
        <section>
          <Heading>{t('worker-text.new')}</Heading>
          <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
            <Radios
              state={state}
              name="kind"
              label={t('worker-text.which')}
              options={textKinds.map((value) => ({ value, label: t(`worker-text.kind.${value}`) }))}
            />
            <TextArea state={state} name="words" label={t('worker-text.words')} rows={12} />
            <DayField
              state={state}
              name="signBy"
              label={t('worker-text.sign-by')}
              hint={t('worker-text.sign-by-hint')}
              optional
            />
            <Buttons>
              <SubmitButton>{t('worker-text.publish')}</SubmitButton>
            </Buttons>
          </PostForm>
        </section>
      )}
    </>,
    { place: paths.worker.list() },
  )
}

const versionWords = (t: StaffRequest['t'], { number, from, until, signBy }: Version): string =>
  [
    t('worker-text.version', { number, day: t.longDay(from) }),
    until && t('worker-text.until', { day: t.longDay(until) }),
    !until && signBy && t('worker-text.again-by', { day: t.longDay(signBy) }),
  ]
    .filter(Boolean)
    .join(' ')

/** As the organisation wrote it: a line of its own for every line. */
const Words = ({ words }: { words: string }) => (
  <>
    {words.split(/\n{2,}/).map((paragraph) => (
      <Text key={paragraph}>{paragraph}</Text>
    ))}
  </>
)

/** What she signs, one after the other; a name and a day instead of ink. */
async function showOwn(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const texts = await listWorkerTexts(context, actor, {})
  const tried = problem === noProblem ? null : request.form.text('textId')
  return page(
    t('worker-text.sign-title'),
    <>
      <Heading level={1}>{t('worker-text.sign-title')}</Heading>
      {texts.every(({ versions }) => versions.length === 0) && <Text>{t('worker-text.none')}</Text>}
      {texts.flatMap(({ kind, versions }) =>
        versions.map((version) => (
          <section key={version.textId}>
            <Heading>{t(`worker-text.kind.${kind}`)}</Heading>
            <Words words={version.words} />
            {version.signedByMe ? (
              <Notice
                tone="done"
                title={t('worker-text.signed-by-me', { day: t.longDay(version.signedByMe) })}
              />
            ) : (
              <SignForm
                state={stateOf(request, tried === version.textId ? problem : noProblem, version.textId)}
                kind={kind}
                textId={version.textId}
                submissionKey={request.newKey()}
              />
            )}
          </section>
        )),
      )}
    </>,
    { place: paths.worker.sign() },
  )
}

const SignForm = ({
  state,
  kind,
  textId,
  submissionKey,
}: {
  state: FormState
  kind: TextKind
  textId: string
  submissionKey: string
}) => (
  <PostForm state={state} submissionKey={submissionKey}>
    <input type="hidden" name="textId" value={textId} />
    <Checkboxes
      state={state}
      name="agreed"
      label={state.t('worker-text.agree')}
      options={[{ value: 'yes', label: state.t('worker-text.agree-yes') }]}
    />
    <Buttons>
      <SubmitButton>{state.t(`worker-text.sign.${kind}`)}</SubmitButton>
    </Buttons>
  </PostForm>
)

const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

async function publish(request: StaffRequest) {
  const { context, actor, form, today } = request
  const kind = textKinds.find((one) => one === form.text('kind'))
  if (!kind) throw new Invalid({ kind: 'choose-one' })
  const typed = form.text('signBy')
  const signBy = typed === '' ? null : (readTypedDay(typed, { today }) ?? typed)
  await publishWorkerText(context, actor, { kind, words: form.text('words'), signBy }, keyOf(request))
  return seeOther(paths.worker.texts(), 'worker-text.said.published')
}

async function sign(request: StaffRequest) {
  const { context, actor, form } = request
  if (!form.checked('agreed')) throw new Invalid({ agreed: 'agreement-needed' })
  await signWorkerText(context, actor, { textId: form.text('textId'), agreed: true }, keyOf(request))
  return seeOther(paths.worker.sign(), 'worker-text.said.signed')
}

export const workerTextRoutes: readonly Route[] = [
  staffRoute({
    path: paths.worker.texts(),
    who: ['programme_manager', 'coordinator'],
    get: (request) => showAll(request),
    post: (request) =>
      attempt(
        () => publish(request),
        (problem) => showAll(request, problem),
      ),
  }),
  staffRoute({
    path: paths.worker.sign(),
    who: ['worker'],
    get: (request) => showOwn(request),
    post: (request) =>
      attempt(
        () => sign(request),
        (problem) => showOwn(request, problem),
      ),
  }),
]
