import { incidentKinds, incidentWeights } from '#domain/incident/incident.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, DayField, PostForm, Radios, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { Heading, Link } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { recordIncident } from '#usecases/incident/record-incident.ts'

function show(request: StaffRequest, problem: Problem = noProblem) {
  const { t, today, query } = request
  const form =
    problem === noProblem
      ? filledForm({ on: t.longDay(today), about: query.get('about') ?? '' })
      : request.form
  const state = { t, form, problem }
  return page(
    t('incident.one'),
    <>
      <Heading level={1}>{t('incident.do-record')}</Heading>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="about" value={form.text('about')} />
        <Radios
          state={state}
          name="weight"
          label={t('incident.weight')}
          hint={t('incident.weight-hint')}
          options={incidentWeights.map((value) => ({ value, label: t(`incident.weight.${value}`) }))}
        />
        <Radios
          state={state}
          name="kind"
          label={t('incident.kind')}
          options={incidentKinds.map((value) => ({ value, label: t(`incident.kind.${value}`) }))}
        />
        <DayField state={state} name="on" label={t('incident.on')} />
        <TextArea
          state={state}
          name="words"
          label={t('incident.words')}
          hint={t('incident.words-hint')}
          rows={5}
        />
        <Buttons>
          <SubmitButton>{t('incident.do-settle')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.incident.list()}>{t('incident.back')}</Link>
    </>,
    { place: paths.today() },
  )
}

async function record({ context, actor, form, today }: StaffRequest) {
  const weight = incidentWeights.find((one) => one === form.text('weight'))
  const kind = incidentKinds.find((one) => one === form.text('kind'))
  if (!weight || !kind)
    throw new Invalid({
      ...(weight ? {} : { weight: 'choose-one' }),
      ...(kind ? {} : { kind: 'choose-one' }),
    })
  const typed = form.text('on')
  const { incidentId } = await recordIncident(
    context,
    actor,
    {
      weight,
      kind,
      on: readTypedDay(typed, { today }) ?? typed,
      trajectoryId: form.optional('about'),
      words: form.text('words'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.incident.one(incidentId), 'incident.said.recorded')
}

export const recordIncidentRoutes: readonly Route[] = [
  staffRoute({
    path: paths.incident.record(),
    who: ['coordinator', 'safeguarding_lead'],
    get: async (request) => show(request),
    post: (request) =>
      attempt(
        () => record(request),
        async (problem) => show(request, problem),
      ),
  }),
]
