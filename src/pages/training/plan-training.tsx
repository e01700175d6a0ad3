import { certifiedKinds } from '#domain/training/training.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { readTypedTime } from '#domain/typed-time.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  DayField,
  type FormState,
  Pair,
  PostForm,
  Radios,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { planTraining } from '#usecases/training/plan-training.ts'

/** More days than this one plans as two trainings. */
const rows = [0, 1, 2, 3, 4, 5, 6, 7] as const
/** The rest stand folded away. */
const shown = 3

const show = async (request: StaffRequest, problem: Problem = noProblem) => {
  const { t } = request
  const state: FormState = {
    t,
    form: problem === noProblem ? filledForm({ gateKind: 'training' }) : request.form,
    problem,
  }
  return page(
    t('training.plan'),
    <>
      <Heading level={1}>{t('training.plan')}</Heading>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <TextField state={state} name="title" label={t('training.name')} />
        <TextField state={state} name="place" label={t('training.place')} optional />
        <Radios
          state={state}
          name="gateKind"
          label={t('training.opens')}
          options={[...certifiedKinds, 'none' as const].map((value) => ({
            value,
            label: t(`training.opens.${value}`),
          }))}
        />
        <Pair>
          <TextField
            state={state}
            name="validMonths"
            label={t('training.valid-months')}
            hint={t('training.valid-months-hint')}
            inputMode="numeric"
            width={4}
            optional
          />
          <TextField
            state={state}
            name="seats"
            label={t('training.seats')}
            inputMode="numeric"
            width={4}
            optional
          />
        </Pair>
        <Heading>{t('training.days')}</Heading>
        <Text quiet>{t('training.days-hint')}</Text>
        {rows.slice(0, shown).map((at) => (
          <DayRow key={at} state={state} at={at} />
        ))}
        <details class="naast-more" open={problem !== noProblem}>
          <summary>{t('training.more-days')}</summary>
          {rows.slice(shown).map((at) => (
            <DayRow key={at} state={state} at={at} />
          ))}
        </details>
        <Buttons>
          <SubmitButton>{t('training.save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.training.list() },
  )
}

const DayRow = ({ state, at }: { state: FormState; at: number }) => {
  const { t } = state
  return (
    <>
      <Heading level={3}>{t('training.day-nth', { count: at + 1 })}</Heading>
      <Pair>
        <DayField state={state} name={`sessions.${at}.on`} label={t('training.on')} optional={at > 0} />
        <TextField state={state} name={`sessions.${at}.at`} label={t('training.at')} width={10} optional />
      </Pair>
      <TextField
        state={state}
        name={`sessions.${at}.halfDays`}
        label={t('training.half-days-asked')}
        inputMode="numeric"
        width={4}
        optional
      />
    </>
  )
}

const number = (text: string): number | null =>
  text === '' ? null : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN

function trainingIn(form: Form, today: Temporal.PlainDate) {
  const chosen = form.text('gateKind')
  const gateKind = certifiedKinds.find((kind) => kind === chosen) ?? null
  if (!gateKind && chosen !== 'none') throw new Invalid({ gateKind: 'choose-one' })
  return {
    title: form.text('title'),
    place: form.optional('place'),
    gateKind,
    validMonths: number(form.text('validMonths')),
    seats: number(form.text('seats')),
    sessions: rows.flatMap((at) => {
      const on = form.text(`sessions.${at}.on`)
      const time = form.text(`sessions.${at}.at`)
      if (on === '') return []
      return [
        {
          on: readTypedDay(on, { today }) ?? on,
          at: time === '' ? null : (readTypedTime(time) ?? time),
          halfDays: number(form.text(`sessions.${at}.halfDays`)) ?? 1,
        },
      ]
    }),
  }
}

/** Field names as this form has them; that there is no day at all is said at the first. */
const inFormTerms = (error: unknown): unknown =>
  error instanceof Invalid
    ? new Invalid(
        Object.fromEntries(
          Object.entries(error.fields).map(([name, code]) => [
            name.replace(/^training\./, '').replace(/^sessions$/, 'sessions.0.on'),
            code,
          ]),
        ),
      )
    : error

export const planTrainingRoutes: readonly Route[] = [
  staffRoute({
    path: paths.training.plan(),
    who: ['coordinator', 'programme_manager'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, today } = request
          const { trainingId } = await planTraining(
            context,
            actor,
            { training: trainingIn(form, today) },
            form.key ? { key: form.key } : undefined,
          ).catch((error: unknown) => {
            throw inFormTerms(error)
          })
          return seeOther(paths.training.one(trainingId), 'training.said.planned')
        },
        (problem) => show(request, problem),
      ),
  }),
]
