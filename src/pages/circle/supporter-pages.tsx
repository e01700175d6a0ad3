import { calledAs, whatToHer } from '#pages/circle/circle-picture.tsx'
import {
  filledSupporterForm,
  newSupporterForm,
  onSupporterForm,
  readSupporterForm,
  SupporterFields,
} from '#pages/circle/supporter-form.tsx'
import { Buttons, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Summary, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { addSupporter } from '#usecases/circle/add-supporter.ts'
import { changeSupporter } from '#usecases/circle/change-supporter.ts'
import { endSupporter } from '#usecases/circle/end-supporter.ts'
import { type Circle, readCircle } from '#usecases/circle/read-circle.ts'
import { NotFound } from '#usecases/failure.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''
const whichOf = ({ params, form }: StaffRequest) => ({
  trajectoryId: params.id ?? '',
  supporterId: params.supporter ?? '',
  version: Number(form.text('version')) || 0,
})
const submissionOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)
const read = (request: StaffRequest) =>
  readCircle(request.context, request.actor, { trajectoryId: idOf(request) })

/** One after the other, until everybody whom she can think of is in it. */
async function showAdd(request: StaffRequest, problem: Problem = noProblem) {
  const circle = await read(request)
  const t = request.t.of(circle.people)
  const form = problem === noProblem ? newSupporterForm() : request.form
  const state: FormState = { t, form, problem: onSupporterForm(problem) }
  return page(
    t('circle.add-title'),
    <>
      <Heading level={1}>{t('circle.add-title')}</Heading>
      <Text lead>{circle.name}</Text>
      <Text>{t('circle.add-lead')}</Text>
      {circle.now.length > 0 && (
        <Text quiet>
          {t('circle.so-far', { people: circle.now.map(({ told }) => calledAs(t, told)).join(', ') })}
        </Text>
      )}
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <SupporterFields state={state} kinds={circle.kinds} roles={circle.roles} />
        <Buttons>
          <SubmitButton name="then" value="next">
            {t('circle.save-next')}
          </SubmitButton>
          <SubmitButton name="then" value="back" kind="secondary">
            {t('circle.save')}
          </SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.circle.one(circle.trajectoryId)}>{t('circle.back')}</Link>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

async function add(request: StaffRequest) {
  const { context, actor, form, today } = request
  const told = readSupporterForm(form, today)
  await addSupporter(context, actor, { trajectoryId: idOf(request), told }, submissionOf(request))
  return form.text('then') === 'next'
    ? seeOther(paths.circle.add(idOf(request)), 'circle.said.next')
    : seeOther(paths.circle.one(idOf(request)), 'circle.said.saved')
}

/** One of them: what she says now, what she said before, or that they are in it no more. */
async function showOne(request: StaffRequest, problem: Problem = noProblem) {
  const circle = await read(request)
  const t = request.t.of(circle.people)
  const one = circle.now.find(({ id }) => id === request.params.supporter)
  if (!one) throw new NotFound()
  const conflict = problem.refused?.code === 'changed-meanwhile'
  const again = problem !== noProblem
  const form = again && request.form.text('kind') !== '' ? request.form : filledSupporterForm(one.told)
  const state: FormState = { t, form, problem: onSupporterForm(problem) }
  const version = again && !conflict ? Number(request.form.text('version')) : one.version
  return page(
    t('circle.one-title'),
    <>
      <Heading level={1}>{calledAs(t, one.told)}</Heading>
      <Text lead>{circle.name}</Text>
      {conflict && (
        <Notice tone="attention" title={t('circle.meanwhile')}>
          <Summary
            rows={[
              [t('circle.column.who'), calledAs(t, one.told)],
              [t('circle.column.what'), whatToHer(t, one.told)],
              [t('circle.column.now'), t(`circle.ring.${one.told.ring}`)],
              [t('circle.column.helps'), one.told.helpsWith],
            ]}
          />
        </Notice>
      )}
      <PostForm
        state={state}
        submissionKey={conflict ? request.newKey() : (request.form.key ?? request.newKey())}
        action={paths.circle.supporter(circle.trajectoryId, one.id)}
      >
        <input type="hidden" name="version" value={version} />
        <SupporterFields state={state} kinds={circle.kinds} roles={circle.roles} />
        <Buttons>
          <SubmitButton>{t('circle.save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <History t={t} circle={circle} id={one.id} />
      <Heading>{t('circle.end')}</Heading>
      <Text>{t('circle.end-text')}</Text>
      <form method="post" action={paths.circle.end(circle.trajectoryId, one.id)} class="naast-inline-form">
        <input type="hidden" name="key" value={request.newKey()} />
        <input type="hidden" name="version" value={one.version} />
        <Buttons>
          <SubmitButton kind="secondary">{t('circle.do-end')}</SubmitButton>
        </Buttons>
      </form>
      <Link href={paths.circle.one(circle.trajectoryId)}>{t('circle.back')}</Link>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

/** Every time that something else was said, the oldest first. */
const History = ({ t, circle, id }: { t: T; circle: Circle; id: string }) => {
  const versions = circle.versions.filter((one) => one.id === id).toSorted((a, b) => a.number - b.number)
  if (versions.length < 2) return null
  return (
    <Table
      caption={t('circle.history')}
      rows={versions}
      empty={null}
      columns={[
        { heading: t('circle.history-day'), cell: ({ on }) => t.longDay(on) },
        {
          heading: t('circle.column.who'),
          cell: ({ told }) => (told ? calledAs(t, told) : t('circle.ended')),
        },
        { heading: t('circle.column.what'), cell: ({ told }) => (told ? whatToHer(t, told) : '—') },
        { heading: t('circle.column.now'), cell: ({ told }) => (told ? t(`circle.ring.${told.ring}`) : '—') },
        { heading: t('circle.column.helps'), cell: ({ told }) => told?.helpsWith ?? '—' },
      ]}
    />
  )
}

async function change(request: StaffRequest) {
  const { context, actor, form, today } = request
  const told = readSupporterForm(form, today)
  await changeSupporter(context, actor, { ...whichOf(request), told }, submissionOf(request))
  return seeOther(paths.circle.one(idOf(request)), 'circle.said.saved')
}

async function end(request: StaffRequest) {
  await endSupporter(request.context, request.actor, whichOf(request), submissionOf(request))
  return seeOther(paths.circle.one(idOf(request)), 'circle.said.ended')
}

const writers = ['coordinator', 'worker'] as const
export const supporterRoutes: readonly Route[] = [
  staffRoute({
    path: paths.circle.add(':id'),
    who: writers,
    get: (request) => showAdd(request),
    post: (request) =>
      attempt(
        () => add(request),
        (problem) => showAdd(request, problem),
      ),
  }),
  staffRoute({
    path: paths.circle.supporter(':id', ':supporter'),
    who: writers,
    get: (request) => showOne(request),
    post: (request) =>
      attempt(
        () => change(request),
        (problem) => showOne(request, problem),
      ),
  }),
  staffRoute({
    path: paths.circle.end(':id', ':supporter'),
    who: writers,
    post: (request) =>
      attempt(
        () => end(request),
        (problem) => showOne(request, problem),
      ),
  }),
]
