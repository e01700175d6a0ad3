import { declineReasons, fieldOf, measureModes } from '#domain/measure/answers.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { filledForm, formOf } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
} from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { QuestionField } from '#pages/measure/question-field.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { declineMeasure } from '#usecases/measure/decline-measure.ts'
import { listMeasures } from '#usecases/measure/list-measures.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'

const placeOf = ({ params }: StaffRequest) => ({
  trajectoryId: params.id ?? '',
  moment: params.moment ?? '',
})

async function read(request: StaffRequest) {
  const { trajectoryId, moment } = placeOf(request)
  const list = await listMeasures(request.context, request.actor, { trajectoryId })
  const found = list.moments.find((one) => one.moment === moment)
  if (!found) throw new NotFound()
  const due = found.measures.filter(({ state }) => state === 'due').map(({ instrument }) => instrument)
  return { list, found, due }
}

/** The questions of one moment: read out, or handed over. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { today } = request
  const { list, found, due } = await read(request)
  const t = request.t.of(list.people)
  // A refusal that came back from the form shows on it; nothing left to ask and no form is a refusal of its own.
  if (due.length === 0 && problem === noProblem) throw new Refused('measure-not-due')
  const declining = request.form.text('what') === 'decline'
  const asked = due.flatMap((instrument) => instrument.items.map((item) => fieldOf(instrument, item)))
  const carried = Object.fromEntries(
    Object.entries(list.carried?.answers ?? {}).filter(([name]) => asked.includes(name)),
  )
  const again: FormState = { t, form: request.form, problem }
  const first: FormState = {
    t,
    form: filledForm({ ...carried, takenOn: t.longDay(today), mode: 'together' }),
    problem: noProblem,
  }
  const taking = problem === noProblem || declining ? first : again
  const submissionKey = request.form.key ?? request.newKey()
  return page(
    t('measure.take-title', { moment: found.label[t.language] }),
    <>
      <Heading level={1}>{t('measure.take-title', { moment: found.label[t.language] })}</Heading>
      <Text lead>{list.name}</Text>
      <Text>{t('measure.take-lead')}</Text>
      {list.carried && Object.keys(carried).length > 0 && (
        <Notice>
          <Text>{t('measure.carried', { day: t.day(list.carried.on, today) })}</Text>
        </Notice>
      )}
      <PostForm state={taking} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="take" />
        {!list.agreed && (
          <Checkboxes
            state={taking}
            name="agreed"
            label={t('measure.agree')}
            options={[{ value: 'yes', label: t('measure.agree-yes') }]}
          />
        )}
        {due.map((instrument) => (
          <section key={instrument.id}>
            {instrument.introduction && <Text quiet>{instrument.introduction[t.language]}</Text>}
            {instrument.items.map((item) => (
              <QuestionField key={item.id} state={taking} instrument={instrument} item={item} />
            ))}
          </section>
        ))}
        <DayField state={taking} name="takenOn" label={t('measure.taken-on')} />
        <Radios
          state={taking}
          name="mode"
          label={t('measure.mode')}
          options={measureModes.map((mode) => ({ value: mode, label: t(`measure.mode.${mode}`) }))}
        />
        <Buttons>
          <SubmitButton>{t('measure.save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Heading>{t('measure.decline-title')}</Heading>
      <Text>{t('measure.decline-lead')}</Text>
      <PostForm
        state={declining ? again : { t, form: formOf(null), problem: noProblem }}
        submissionKey={submissionKey}
      >
        <input type="hidden" name="what" value="decline" />
        <Select
          state={declining ? again : { t, form: formOf(null), problem: noProblem }}
          name="reason"
          label={t('measure.decline-reason')}
          empty=""
          options={declineReasons.map((reason) => ({
            value: reason,
            label: t(`measure.declined.${reason}`),
          }))}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('measure.decline')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.measure.list(list.trajectoryId)}>{t('measure.back')}</Link>
    </>,
  )
}

async function take(request: StaffRequest) {
  const { context, actor, form, t, today } = request
  const place = placeOf(request)
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === 'decline') {
    const reason = declineReasons.find((one) => one === form.text('reason'))
    if (!reason) throw new Invalid({ reason: 'choose-one' })
    await declineMeasure(context, actor, { ...place, reason }, submission)
    return seeOther(paths.measure.list(place.trajectoryId), 'measure.said.declined')
  }
  const { found } = await read(request)
  const takenOn = readTypedDay(form.text('takenOn'), { today })
  const mode = measureModes.find((one) => one === form.text('mode'))
  if (!takenOn || !mode)
    throw new Invalid({
      ...(takenOn ? {} : { takenOn: 'not-a-day' }),
      ...(mode ? {} : { mode: 'choose-one' }),
    })
  const names = found.measures.flatMap(({ instrument }) =>
    instrument.items.map((item) => fieldOf(instrument, item)),
  )
  await takeMeasure(
    context,
    actor,
    {
      ...place,
      takenOn: takenOn.toString(),
      mode,
      language: t.language,
      answers: Object.fromEntries(names.map((name) => [name, form.text(name)])),
      agreed: form.checked('agreed'),
    },
    submission,
  )
  return seeOther(paths.measure.list(place.trajectoryId), 'measure.said.taken')
}

export const takeMeasureRoutes: readonly Route[] = [
  staffRoute({
    path: paths.measure.take(':id', ':moment'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => take(request),
        (problem) => show(request, problem),
      ),
  }),
]
