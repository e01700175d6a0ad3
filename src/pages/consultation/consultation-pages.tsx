import { sharingParties } from '#domain/consent/consent.ts'
import { consultationDrops, consultationTellings } from '#domain/consultation/consultation.ts'
import { ConsultationCard, expertWords } from '#pages/consultation/consultation-card.tsx'
import { AskFields, StepFields } from '#pages/consultation/consultation-fields.tsx'
import { chosen, neededDay, typedDay } from '#pages/course/course-form.tsx'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import { askConsultation } from '#usecases/consultation/ask-consultation.ts'
import { listConsultations } from '#usecases/consultation/list-consultations.ts'
import { stepConsultationOn } from '#usecases/consultation/step-consultation.ts'
import { NotFound } from '#usecases/failure.ts'

const read = ({ context, actor, params }: StaffRequest) =>
  listConsultations(context, actor, { trajectoryId: params.id ?? '' })
const submissionOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

/** What was asked so far and answered; below it, asking somebody. */
async function showList(request: StaffRequest, problem: Problem = noProblem) {
  const { t, actor, today } = request
  const list = await read(request)
  const first = problem === noProblem
  const form = first ? filledForm({ askedOn: t.longDay(today), telling: 'anonymous' }) : request.form
  const here = paths.consultation.list(list.trajectoryId)
  return page(
    t('consultation.title'),
    <>
      <Heading level={1}>{t('consultation.title')}</Heading>
      <Text lead>{list.name}</Text>
      <TrajectoryTabs t={t} id={list.trajectoryId} actor={actor} works={list.works} current={here} />
      <Text>{t('consultation.lead')}</Text>
      {list.consultations.length === 0 && <Empty title={t('consultation.none')} />}
      {list.consultations.map((one) => (
        <ConsultationCard key={one.id} t={t} id={list.trajectoryId} one={one} />
      ))}
      {list.mayWrite && (
        <>
          <Heading>{t('consultation.ask-title')}</Heading>
          <PostForm state={{ t, form, problem }} submissionKey={request.form.key ?? request.newKey()}>
            <AskFields state={{ t, form, problem }} list={list} />
            <Buttons>
              <SubmitButton>{t('consultation.save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </>
      )}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

async function ask(request: StaffRequest) {
  const { context, actor, form, today, params } = request
  const trajectoryId = params.id ?? ''
  const said = form.text('telling')
  await askConsultation(
    context,
    actor,
    {
      trajectoryId,
      kind: form.text('kind'),
      networkOrganisationId: form.optional('organisation'),
      party: form.text('party'),
      question: form.text('question'),
      telling: said === '' ? 'anonymous' : chosen(form, 'telling', consultationTellings),
      recipient: sharingParties.find((party) => party === form.text('recipient')) ?? null,
      askedOn: neededDay(form, 'askedOn', today),
    },
    submissionOf(request),
  )
  return seeOther(paths.consultation.list(trajectoryId), 'consultation.said.saved')
}

/** Whether there is an answer, and what was advised. */
async function showOne(request: StaffRequest, problem: Problem = noProblem) {
  const { t, today } = request
  const list = await read(request)
  const one = list.consultations.find(({ id }) => id === request.params.consultation)
  if (!one) throw new NotFound()
  const first = problem === noProblem
  const form = first ? filledForm({ onDay: t.longDay(today) }) : request.form
  const state: FormState = { t, form, problem }
  return page(
    t('consultation.one-title'),
    <>
      <Heading level={1}>{t('consultation.one-title')}</Heading>
      <Text lead>{list.name}</Text>
      <Text>
        {one.label[t.language]}: {expertWords(t, one)}
      </Text>
      {one.question && <Text>{one.question}</Text>}
      {one.steps.length === 0 && <Text>{t('consultation.nothing')}</Text>}
      {(one.steps.length > 0 || !first) && (
        <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
          <input type="hidden" name="version" value={one.version} />
          <StepFields state={state} />
          <Buttons>
            <SubmitButton>{t('consultation.save')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
      <Link href={paths.consultation.list(list.trajectoryId)}>{t('consultation.back')}</Link>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

const whats = ['answer', 'wait', ...consultationDrops] as const

async function step(request: StaffRequest) {
  const { context, actor, form, params, today } = request
  const trajectoryId = params.id ?? ''
  const what = chosen(form, 'what', whats)
  await stepConsultationOn(
    context,
    actor,
    {
      trajectoryId,
      id: params.consultation ?? '',
      version: Number(form.text('version')) || 0,
      step: what === 'answer' || what === 'wait' ? what : 'drop',
      reason: consultationDrops.find((one) => one === what) ?? null,
      onDay: neededDay(form, 'onDay', today),
      advice: form.text('advice'),
      againOn: typedDay(form, 'againOn', today),
    },
    submissionOf(request),
  )
  return seeOther(paths.consultation.list(trajectoryId), 'consultation.said.saved')
}

export const consultationRoutes: readonly Route[] = [
  staffRoute({
    path: paths.consultation.list(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => showList(request),
    post: (request) =>
      attempt(
        () => ask(request),
        (problem) => showList(request, problem),
      ),
  }),
  staffRoute({
    path: paths.consultation.one(':id', ':consultation'),
    who: ['coordinator', 'worker'],
    get: (request) => showOne(request),
    post: (request) =>
      attempt(
        () => step(request),
        (problem) => showOne(request, problem),
      ),
  }),
]
