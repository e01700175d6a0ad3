import { againstKinds } from '#domain/file-lock/lock-effects.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, PostForm, Select, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { rolesInWords } from '#pages/member/role-words.ts'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { type LockChoices, readLockChoices } from '#usecases/file-lock/read-lock-choices.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { type LockWeighing, weighFileLock } from '#usecases/file-lock/weigh-file-lock.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''
/** The same pages for a referral at the desk, where there is no trajectory yet. */
const atDesk = ({ path }: StaffRequest) => path.startsWith(paths.desk.list())
const listOf = (request: StaffRequest) =>
  atDesk(request) ? paths.fileLock.ofReferral(idOf(request)) : paths.fileLock.of(idOf(request))
const setOf = (request: StaffRequest) =>
  atDesk(request) ? paths.fileLock.setOnReferral(idOf(request)) : paths.fileLock.set(idOf(request))
const placeOf = (request: StaffRequest) => ({
  place: atDesk(request) ? paths.desk.list() : paths.trajectory.caseload(),
})

/** Everybody in one list, colleagues first: whoever asks it at an intake has a name, and seldom more. */
const options = (t: T, { members, workers, organisations }: LockChoices) => [
  ...members.map(({ id, name, roles }) => ({
    value: `member:${id}`,
    label: `${name} (${rolesInWords(t, roles).toLocaleLowerCase(t.language)})`,
  })),
  ...workers.map(({ id, name }) => ({
    value: `worker:${id}`,
    label: `${name} (${t('file-lock.without-account')})`,
  })),
  ...organisations.map(({ id, name }) => ({
    value: `organisation:${id}`,
    label: t('file-lock.organisation', { name }),
  })),
]

/** First whom it is against and why; nothing is set yet. */
async function choose(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form } = request
  const choices = await readLockChoices(context, actor, { fileId: idOf(request) })
  const state = { t, form, problem }
  const title = t('file-lock.set-title', { name: choices.name })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text lead>{t('file-lock.ask')}</Text>
      <PostForm state={state} submissionKey={form.key ?? request.newKey()}>
        <input type="hidden" name="step" value="weigh" />
        <Select
          state={state}
          name="against"
          label={t('file-lock.against')}
          hint={t('file-lock.against-hint')}
          empty=""
          options={options(t, choices)}
        />
        <Text quiet>{t('file-lock.not-in-list')}</Text>
        <TextArea
          state={state}
          name="words"
          label={t('file-lock.words')}
          hint={t('file-lock.words-hint')}
          rows={3}
        />
        <Buttons>
          <SubmitButton>{t('file-lock.do-weigh')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={listOf(request)}>{t('file-lock.back')}</Link>
    </>,
    placeOf(request),
  )
}

function typedAgainst({ form }: StaffRequest) {
  const [kind, id] = form.text('against').split(':')
  const known = againstKinds.find((one) => one === kind)
  const problems = {
    ...(known && id ? {} : { against: 'choose-one' }),
    ...(form.text('words').trim() === '' ? { words: 'required' } : {}),
  }
  if (!known || !id || Object.keys(problems).length > 0) throw new Invalid(problems)
  return { kind: known, id }
}

/** Then what it does, all of it, before it is done. */
async function weigh(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form } = request
  const against = typedAgainst(request)
  const weighed = await weighFileLock(context, actor, { fileId: idOf(request), against })
  // Why not, on the form where it was asked: what she wrote is still there, for somebody else or another day.
  if (weighed.stops) {
    const refused = { code: weighed.stops, detail: {} }
    return { ...(await choose(request, { fields: {}, refused })), status: 409 as const }
  }
  const state = { t, form, problem }
  return page(
    t('file-lock.weigh-title'),
    <>
      <Heading level={1}>{t('file-lock.weigh-title')}</Heading>
      <PostForm state={state} submissionKey={request.newKey()}>
        <input type="hidden" name="step" value="set" />
        <input type="hidden" name="against" value={form.text('against')} />
        <input type="hidden" name="words" value={form.text('words')} />
        <Effects t={t} weighed={weighed} />
        {weighed.coordinators && (
          <Select
            state={state}
            name="coordinatorId"
            label={t('file-lock.takes-over')}
            empty=""
            options={weighed.coordinators.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Text quiet>{t('file-lock.lifting-takes-two')}</Text>
        <Buttons>
          <SubmitButton>{t('file-lock.do-confirm')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={setOf(request)}>{t('file-lock.back')}</Link>
    </>,
    placeOf(request),
  )
}

const Effects = ({ t, weighed }: { t: T; weighed: LockWeighing }) => {
  const { against, accounts, systems, beside, tasks, messages, coordinators } = weighed
  const { name } = against
  return (
    <>
      <ul class="naast-list">
        <li>{t('file-lock.hidden-from', { name })}</li>
        <li>{t('file-lock.hidden-too', { name })}</li>
        {against.kind === 'organisation' && <li>{t('file-lock.accounts', { count: accounts })}</li>}
        {systems > 0 && <li>{t('file-lock.systems', { count: systems })}</li>}
        {beside && <li>{t(`file-lock.beside.${beside}`, { name })}</li>}
        {tasks > 0 && <li>{t('file-lock.tasks', { count: tasks })}</li>}
        {messages > 0 && <li>{t('file-lock.messages', { count: messages })}</li>}
        {coordinators && <li>{t('file-lock.coordinates', { name })}</li>}
      </ul>
      <Notice tone="attention">
        <Text>{t('file-lock.tell-nobody', { name })}</Text>
      </Notice>
    </>
  )
}

async function set(request: StaffRequest) {
  const { context, actor, form } = request
  await setFileLock(
    context,
    actor,
    {
      fileId: idOf(request),
      against: typedAgainst(request),
      words: form.text('words'),
      coordinatorId: form.optional('coordinatorId'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(listOf(request), 'file-lock.said.set')
}

const setRoute = (path: string): Route =>
  staffRoute({
    path,
    who: ['coordinator', 'safeguarding_lead', 'privacy_officer'],
    get: (request) => choose({ ...request, form: formOf(null) }),
    post: (request) =>
      request.form.text('step') === 'set'
        ? attempt(
            () => set(request),
            (problem) => weigh(request, problem),
          )
        : attempt(
            () => weigh(request),
            (problem) => choose(request, problem),
          ),
  })

export const setLockRoutes: readonly Route[] = [
  setRoute(paths.fileLock.set(':id')),
  setRoute(paths.fileLock.setOnReferral(':id')),
]
