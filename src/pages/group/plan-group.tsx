import { readTypedDay } from '#domain/typed-day.ts'
import { readTypedTime } from '#domain/typed-time.ts'
import { DoorFields, typedDoor } from '#pages/aligned-offer/offer-form.tsx'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { changeGroup } from '#usecases/group/change-group.ts'
import { planGroup } from '#usecases/group/plan-group.ts'
import { readGroupTerms } from '#usecases/group/read-group-terms.ts'

type Terms = Awaited<ReturnType<typeof readGroupTerms>>
const idOf = (request: StaffRequest) => request.params.id ?? ''

const cadenceWords = (t: T, days: number): string =>
  days === 7
    ? t('group.cadence-weekly')
    : days === 14
      ? t('group.cadence-fortnightly')
      : days === 28
        ? t('group.cadence-monthly')
        : t('group.cadence-days', { count: days })

/** What may be changed at any time: its name, where it meets, who leads it. */
const Fields = ({ state, terms }: { state: FormState; terms: Terms }) => {
  const { t } = state
  return (
    <>
      <TextField state={state} name="title" label={t('group.name')} hint={t('group.name-hint')} />
      <TextField
        state={state}
        name="location"
        label={t('group.location')}
        hint={t('group.location-hint')}
        optional
      />
      <DoorFields state={state} />
      {terms.workers.length === 0 ? (
        <Text quiet>{t('group.nobody-ready')}</Text>
      ) : (
        <Checkboxes
          state={state}
          name="facilitatorIds"
          label={t('group.facilitators')}
          hint={t('group.facilitators-hint')}
          options={terms.workers.map(({ workerId, name }) => ({ value: workerId, label: name }))}
          optional
        />
      )}
    </>
  )
}

async function showPlan(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const terms = await readGroupTerms(context, actor, { groupId: null })
  const [first] = terms.programmes
  const cadences = [...new Set(terms.programmes.flatMap((one) => one.cadences))]
  const form =
    problem === noProblem
      ? filledForm({ programmeId: first?.id, cadenceDays: first && String(first.cadences[0]) })
      : request.form
  const state: FormState = { t, form, problem }
  return page(
    t('group.plan'),
    <>
      <Heading level={1}>{t('group.plan')}</Heading>
      {first ? (
        <>
          <Text lead>{t('group.plan-lead')}</Text>
          <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
            <Select
              state={state}
              name="programmeId"
              label={t('group.programme')}
              options={terms.programmes.map(({ id, label }) => ({ value: id, label: label[t.language] }))}
            />
            <DayField state={state} name="firstOn" label={t('group.first-on')} />
            <TextField state={state} name="at" label={t('group.at')} width={4} />
            <Select
              state={state}
              name="cadenceDays"
              label={t('group.cadence')}
              options={cadences.map((days) => ({ value: String(days), label: cadenceWords(t, days) }))}
            />
            <Fields state={state} terms={terms} />
            <Buttons>
              <SubmitButton>{t('group.plan-save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </>
      ) : (
        <Empty title={t('group.no-programme')} />
      )}
      <Link href={paths.group.list()}>{t('group.title')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

async function plan({ context, actor, form, today }: StaffRequest) {
  const { groupId } = await planGroup(
    context,
    actor,
    {
      programmeId: form.text('programmeId'),
      title: form.text('title'),
      location: form.optional('location'),
      door: typedDoor(form),
      facilitatorIds: [...form.all('facilitatorIds')],
      firstOn: readTypedDay(form.text('firstOn'), { today }) ?? form.text('firstOn'),
      at: readTypedTime(form.text('at')) ?? form.text('at'),
      cadenceDays: form.text('cadenceDays') === '' ? null : Number(form.text('cadenceDays')),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.group.one(groupId), 'group.said.planned')
}

async function showChange(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const terms = await readGroupTerms(context, actor, { groupId: idOf(request) })
  const known = terms.group
  const form =
    problem === noProblem && known
      ? filledForm({ title: known.title, location: known.location, facilitatorIds: known.facilitatorIds })
      : request.form
  const state: FormState = { t, form, problem }
  return page(
    t('group.change'),
    <>
      <Heading level={1}>{t('group.change')}</Heading>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={request.form.text('version') || known?.version} />
        <Fields state={state} terms={terms} />
        <Buttons>
          <SubmitButton>{t('group.change-save')}</SubmitButton>
          <Link href={paths.group.one(idOf(request))}>{t('group.back')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.group.list() },
  )
}

async function change(request: StaffRequest) {
  const { context, actor, form } = request
  await changeGroup(
    context,
    actor,
    {
      id: idOf(request),
      version: Number(form.text('version')),
      title: form.text('title'),
      location: form.optional('location'),
      door: typedDoor(form),
      facilitatorIds: [...form.all('facilitatorIds')],
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.group.one(idOf(request)), 'group.said.changed')
}

export const planGroupRoutes: readonly Route[] = [
  staffRoute({
    path: paths.group.plan(),
    who: ['coordinator'],
    get: (request) => showPlan(request),
    post: (request) =>
      attempt(
        () => plan(request),
        (problem) => showPlan(request, problem),
      ),
  }),
  staffRoute({
    path: paths.group.change(':id'),
    who: ['coordinator'],
    get: (request) => showChange(request),
    post: (request) =>
      attempt(
        () => change(request),
        (problem) => showChange(request, problem),
      ),
  }),
]
