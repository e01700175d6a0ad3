import { readTypedDay } from '#domain/typed-day.ts'
import { typed } from '#pages/contact/typed.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, DayField, PostForm, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { NotFound } from '#usecases/failure.ts'
import { readSafety } from '#usecases/safety/read-safety.ts'
import { readSafetyCard } from '#usecases/safety/read-safety-card.ts'
import { writeSafetyPlan } from '#usecases/safety/write-safety-plan.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''

/** The plan as it was, to write the next version of it together. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const { name, file, trajectoryId } = await readSafety(context, actor, { trajectoryId: idOf(request) })
  if (!file) throw new NotFound()
  const { plan } = file
  const again = problem !== noProblem
  const conflict = problem.refused?.code === 'changed-meanwhile'
  const form = again
    ? request.form
    : filledForm({ plan: plan?.words, card: plan?.card, reviewOn: typed(file.lastReviewDay) })
  const state = { t, form, problem }
  return page(
    t('safety.plan'),
    <>
      <Heading level={1}>{t('safety.plan-of', { name })}</Heading>
      <Text lead>{t('safety.plan-lead')}</Text>
      {conflict && plan && (
        <Notice tone="attention" title={t('safety.plan-meanwhile')}>
          <blockquote class="naast-quote">{plan.words}</blockquote>
        </Notice>
      )}
      <PostForm
        state={state}
        submissionKey={conflict ? request.newKey() : (request.form.key ?? request.newKey())}
        action={paths.safety.plan(trajectoryId)}
      >
        <input
          type="hidden"
          name="basedOn"
          value={again && !conflict ? request.form.text('basedOn') : (plan?.number ?? 0)}
        />
        <TextArea
          state={state}
          name="plan"
          label={t('safety.plan-words')}
          hint={t('safety.plan-words-hint')}
          rows={8}
        />
        <TextArea
          state={state}
          name="card"
          label={t('safety.card')}
          hint={t('safety.card-hint')}
          rows={4}
          optional
        />
        <DayField
          state={state}
          name="reviewOn"
          label={t('safety.plan-review')}
          hint={t('safety.plan-review-hint', { day: t.day(file.lastReviewDay, today) })}
        />
        <Buttons>
          <SubmitButton>{t('safety.plan-save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.safety.one(trajectoryId)}>{t('safety.to')}</Link>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

async function write(request: StaffRequest) {
  const { context, actor, form, today } = request
  await writeSafetyPlan(
    context,
    actor,
    {
      trajectoryId: idOf(request),
      basedOn: Number(form.text('basedOn')) || 0,
      plan: form.text('plan'),
      card: form.optional('card'),
      reviewOn: readTypedDay(form.text('reviewOn'), { today }) ?? form.text('reviewOn'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.safety.one(idOf(request)), 'safety.said.plan')
}

/** Her lines and nothing else: no name, no heading of ours, a title and an address that say nothing. */
async function card({ context, actor, t, params }: StaffRequest) {
  const { lines } = await readSafetyCard(context, actor, { id: params.id ?? '' })
  return page(
    t('safety.card-title'),
    lines.map((line, at) => <p key={at}>{line}</p>),
    { frame: 'paper' },
  )
}

export const safetyPlanRoutes: readonly Route[] = [
  staffRoute({
    path: paths.safety.plan(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => write(request),
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.safety.card(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    get: card,
  }),
]
