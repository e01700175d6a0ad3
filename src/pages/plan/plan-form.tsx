import type { ComponentChildren } from 'preact'
import type { Role } from '#domain/member/role.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { WordKey } from '#pages/words/words.ts'
import { NotFound } from '#usecases/failure.ts'
import { type PlanPage, readPlan } from '#usecases/plan/read-plan.ts'

interface Place {
  readonly trajectoryId: string
  /** Of the plan as the page had it. */
  readonly version: number
  readonly submission: { key: string } | undefined
}
export interface PlanForm<Subject> {
  readonly path: string
  readonly who?: readonly Role[]
  readonly title: WordKey
  readonly button: WordKey
  /** What of the plan it is about; `undefined` if that isn't there. */
  readonly subject: (page: PlanPage, request: StaffRequest) => Subject | undefined
  /** May it be done now? If not, the page says so above its form. */
  readonly open: (page: PlanPage, subject: Subject) => boolean
  readonly known?: (subject: Subject, request: StaffRequest) => Parameters<typeof filledForm>[0]
  readonly body: (state: FormState, page: PlanPage, subject: Subject) => ComponentChildren
  readonly save: (request: StaffRequest, place: Place) => Promise<Answer>
}

/** One thing that is written in a plan: a page with a form, the same on each of them. */
export const planForm = <Subject,>(form: PlanForm<Subject>): Route =>
  staffRoute({
    path: form.path,
    who: form.who ?? ['coordinator', 'worker'],
    get: (request) => show(form, request),
    post: (request) =>
      attempt(
        () => form.save(request, placeOf(request)),
        (problem) => show(form, request, problem),
      ),
  })

const placeOf = ({ params, form }: StaffRequest): Place => ({
  trajectoryId: params.id ?? '',
  version: Number(form.text('version')) || 0,
  submission: form.key ? { key: form.key } : undefined,
})

async function show<Subject>(
  form: PlanForm<Subject>,
  request: StaffRequest,
  problem: Problem = noProblem,
): Promise<Answer> {
  const { context, actor, t, params } = request
  const plan = await readPlan(context, actor, { trajectoryId: params.id ?? '' })
  const subject = form.subject(plan, request)
  if (subject === undefined) throw new NotFound()
  const first = problem === noProblem
  const closed = first && !form.open(plan, subject)
  const state: FormState = {
    t,
    form: first ? filledForm(form.known?.(subject, request) ?? {}) : request.form,
    problem: closed ? notNow : problem,
  }
  return page(
    t(form.title),
    <>
      <Heading level={1}>{t(form.title)}</Heading>
      <Text lead>{plan.name}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        {plan.plan && <input type="hidden" name="version" value={plan.plan.version} />}
        {form.body(state, plan, subject)}
        <Buttons>
          <SubmitButton>{t(form.button)}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.plan.one(plan.trajectoryId)}>{t('plan.back')}</Link>
    </>,
    closed ? { status: 409 } : {},
  )
}

/** Said above a form that someone opens too late or too early; sending it would say the same. */
const notNow: Problem = { fields: {}, refused: { code: 'plan-not-from-this-state', detail: {} } }
