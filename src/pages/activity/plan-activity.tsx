import { activityKinds, type Rhythm, rhythmNames } from '#domain/activity/activity.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { readTypedTime } from '#domain/typed-time.ts'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  DayField,
  type FormState,
  Pair,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { refuseFiles } from '#pages/text-only.ts'
import { planActivity } from '#usecases/activity/plan-activity.ts'
import { readActivityTerms } from '#usecases/activity/read-activity-terms.ts'
import { Invalid } from '#usecases/failure.ts'

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const terms = await readActivityTerms(context, actor, {})
  const [first] = terms.programmes
  const known = { programmeId: first?.id, kind: 'open_meeting', rhythm: 'weekly' satisfies Rhythm }
  const state: FormState = { t, form: problem === noProblem ? filledForm(known) : request.form, problem }
  const themes = terms.programmes.flatMap((one) => one.themes)
  return page(
    t('activity.plan'),
    <>
      <Heading level={1}>{t('activity.plan')}</Heading>
      {first ? (
        <>
          <Text lead>{t('activity.plan-lead')}</Text>
          <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
            <Select
              state={state}
              name="programmeId"
              label={t('group.programme')}
              options={terms.programmes.map(({ id, label }) => ({ value: id, label: label[t.language] }))}
            />
            <Radios
              state={state}
              name="kind"
              label={t('activity.kind')}
              options={activityKinds.map((kind) => ({ value: kind, label: t(`activity.kind.${kind}`) }))}
            />
            <TextField state={state} name="title" label={t('activity.name')} hint={t('activity.name-hint')} />
            <Select
              state={state}
              name="theme"
              label={t('activity.theme')}
              empty={t('activity.theme-none')}
              options={themes.map(({ id, label }) => ({ value: id, label: label[t.language] }))}
              optional
            />
            <TextField state={state} name="place" label={t('activity.place')} optional />
            <Pair>
              <DayField state={state} name="firstOn" label={t('activity.first-on')} />
              <TextField state={state} name="at" label={t('group.at')} width={4} />
            </Pair>
            <Radios
              state={state}
              name="rhythm"
              label={t('group.cadence')}
              options={rhythmNames.map((one) => ({ value: one, label: t(`activity.rhythm.${one}`) }))}
            />
            <Pair>
              <TextField
                state={state}
                name="seats"
                label={t('activity.seats')}
                hint={t('activity.seats-hint')}
                width={4}
                inputMode="numeric"
                optional
              />
              <TextField
                state={state}
                name="crechePlaces"
                label={t('group.creche-places')}
                hint={t('group.creche-hint')}
                width={4}
                inputMode="numeric"
                optional
              />
            </Pair>
            <Select
              state={state}
              name="leaderId"
              label={t('activity.leader')}
              hint={t('activity.leader-hint')}
              empty={t('activity.leader-none')}
              options={terms.workers.map(({ workerId, name }) => ({ value: workerId, label: name }))}
              optional
            />
            <Buttons>
              <SubmitButton>{t('activity.plan-save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </>
      ) : (
        <Empty title={t('activity.no-programme')} />
      )}
      <Link href={paths.activity.list()}>{t('activity.title')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

async function plan({ context, actor, form, today }: StaffRequest) {
  refuseFiles(form)
  const number = (name: string) => (form.text(name) === '' ? null : Number(form.text(name)))
  const kind = activityKinds.find((one) => one === form.text('kind'))
  const rhythm = rhythmNames.find((one) => one === form.text('rhythm'))
  if (!kind || !rhythm)
    throw new Invalid({
      ...(kind ? {} : { kind: 'choose-one' }),
      ...(rhythm ? {} : { rhythm: 'choose-one' }),
    })
  const { activityId } = await planActivity(
    context,
    actor,
    {
      programmeId: form.text('programmeId'),
      kind,
      theme: form.optional('theme'),
      title: form.text('title'),
      place: form.optional('place'),
      firstOn: readTypedDay(form.text('firstOn'), { today }) ?? form.text('firstOn'),
      at: readTypedTime(form.text('at')) ?? form.text('at'),
      rhythm,
      seats: number('seats'),
      crechePlaces: number('crechePlaces'),
      leaderId: form.optional('leaderId'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.activity.one(activityId), 'activity.said.planned')
}

export const planActivityRoutes: readonly Route[] = [
  staffRoute({
    path: paths.activity.plan(),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => plan(request),
        (problem) => show(request, problem),
      ),
  }),
]
