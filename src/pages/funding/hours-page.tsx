import { readTypedHours } from '#domain/funding/funding-split.ts'
import { readMonth, writtenMonth } from '#domain/month.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { programmeIn } from '#pages/programme/programme-in-path.ts'
import { NotFound } from '#usecases/failure.ts'
import { keepCoordinatorHours } from '#usecases/funding/keep-coordinator-hours.ts'
import { readCoordinatorHours } from '#usecases/funding/read-coordinator-hours.ts'

const monthIn = ({ params }: StaffRequest) => {
  const month = readMonth(params.month ?? '')
  if (!month) throw new NotFound()
  return month
}
const clock = (minutes: number): string =>
  minutes % 60 === 0
    ? String(minutes / 60)
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** What coordinators worked for a programme in one month, all together. */
async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t, form } = request
  const month = monthIn(request)
  const found = await readCoordinatorHours(context, actor, {
    programmeId: programmeIn(request),
    month: writtenMonth(month),
  })
  const known = {
    minutes: found.minutes === null ? null : clock(found.minutes),
    people: found.people === null ? null : String(found.people),
  }
  const state = { t, form: problem === noProblem ? filledForm(known) : form, problem }
  const title = t('funding.line.coordination')
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text lead>
        {found.programme.label[t.language]}, {t.month(month)}
      </Text>
      <Text>{t('funding.hours-lead')}</Text>
      <PostForm state={state} submissionKey={state.form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={found.version} />
        <TextField
          state={state}
          name="minutes"
          label={t('funding.typed-hours')}
          hint={t('funding.typed-hours-hint')}
          width={10}
        />
        <TextField
          state={state}
          name="people"
          label={t('funding.people')}
          hint={t('funding.people-hint')}
          width={4}
          inputMode="numeric"
        />
        <Buttons>
          <SubmitButton>{t('funding.save-hours')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.subsidy.statement()}>{t('funding.title')}</Link>
    </>,
    { place: paths.today() },
  )
}

async function keep(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const month = monthIn(request)
  const programmeId = programmeIn(request)
  const people = form.text('people')
  const minutes = readTypedHours(form.text('minutes'))
  await keepCoordinatorHours(
    context,
    actor,
    {
      programmeId,
      month: writtenMonth(month),
      version: Number(form.text('version')),
      minutes: minutes ?? Number.NaN,
      people: /^\d{1,3}$/.test(people) ? Number(people) : Number.NaN,
    },
    form.key ? { key: form.key } : undefined,
  )
  const back = new URLSearchParams({ period: String(month.year), programme: programmeId })
  return seeOther(`${paths.subsidy.statement()}?${back}`, 'funding.said.hours')
}

export const coordinatorHoursRoutes: readonly Route[] = [
  staffRoute({
    path: paths.subsidy.hours(':programme', ':month'),
    who: ['programme_manager'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => keep(request),
        (problem) => show(request, problem),
      ),
  }),
]
