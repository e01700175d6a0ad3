import type { ComponentChildren } from 'preact'
import type { Role } from '#domain/member/role.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { WordKey } from '#pages/words/words.ts'
import { type Course, readCourse } from '#usecases/course/read-course.ts'
import { Invalid } from '#usecases/failure.ts'

/** One change in the course of a trajectory: a page with a form, the same on each of them. */
export interface CourseForm {
  readonly path: string
  readonly who: readonly Role[]
  /** Is there anything to change here now? If not, the page says so above its form. */
  readonly open: (course: Course) => boolean
  readonly title: WordKey
  readonly button: WordKey
  /** Filled the first time with what is known. */
  readonly known?: (course: Course, request: StaffRequest) => Parameters<typeof filledForm>[0]
  readonly body: (state: FormState, course: Course) => ComponentChildren
  readonly save: (request: StaffRequest, place: Place) => Promise<Answer>
}
interface Place {
  readonly trajectoryId: string
  readonly version: number
  /** Of the form as it was sent. */
  readonly submission: { key: string } | undefined
}

export const courseForm = (form: CourseForm): Route =>
  staffRoute({
    path: form.path,
    who: form.who,
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

async function show(form: CourseForm, request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, params } = request
  const course = await readCourse(context, actor, { trajectoryId: params.id ?? '' })
  const first = problem === noProblem
  const closed = first && !form.open(course)
  const state: FormState = {
    t,
    form: first ? filledForm(form.known?.(course, request) ?? {}) : request.form,
    problem: closed ? notNow : problem,
  }
  return page(
    t(form.title),
    <>
      <Heading level={1}>{t(form.title)}</Heading>
      <Text lead>{course.name}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={course.version} />
        {form.body(state, course)}
        <Buttons>
          <SubmitButton>{t(form.button)}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.course.one(course.trajectoryId)}>{t('course.to-course')}</Link>
    </>,
    { place: paths.trajectory.caseload(), ...(closed ? { status: 409 as const } : {}) },
  )
}

/** Said above a form that someone opens too late or too early; sending it would say the same. */
const notNow: Problem = { fields: {}, refused: { code: 'not-from-this-state', detail: {} } }

/** A day as it was typed; text that is no day is a problem of its field, an empty field is none. */
export function typedDay(form: Form, name: string, today: Temporal.PlainDate): string | null {
  const text = form.text(name)
  if (text === '') return null
  const day = readTypedDay(text, { today })
  if (!day) throw new Invalid({ [name]: 'not-a-day' })
  return day.toString()
}
export function neededDay(form: Form, name: string, today: Temporal.PlainDate): string {
  const day = typedDay(form, name, today)
  if (day === null) throw new Invalid({ [name]: 'required' })
  return day
}
export function chosen<const Value extends string>(
  form: Form,
  name: string,
  values: readonly Value[],
): Value {
  const found = values.find((value) => value === form.text(name))
  if (!found) throw new Invalid({ [name]: 'choose-one' })
  return found
}
