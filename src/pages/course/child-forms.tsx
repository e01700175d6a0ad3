import { takeBackReasons } from '#domain/pregnancy/pregnancy.ts'
import { chosen, courseForm, neededDay } from '#pages/course/course-form.tsx'
import type { Form } from '#pages/form-data.ts'
import { DayField, type FormState, Pair, Radios, TextField } from '#pages/look/form.tsx'
import { Text } from '#pages/look/parts.tsx'
import { type Route, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { Invalid } from '#usecases/failure.ts'
import { mostChildren } from '#usecases/pregnancy/born-children.ts'
import { correctBirth } from '#usecases/pregnancy/correct-birth.ts'
import { recordBirth } from '#usecases/pregnancy/record-birth.ts'
import { recordDueDate } from '#usecases/pregnancy/record-due-date.ts'
import { takeBackBirth } from '#usecases/pregnancy/take-back-birth.ts'

const who = ['coordinator', 'worker'] as const

export const childFormRoutes: readonly Route[] = [
  courseForm({
    path: paths.course.due(':id'),
    who,
    open: ({ abilities }) => abilities.recordDue,
    title: 'course.due-title',
    button: 'course.save',
    known: ({ dueOn }, { t }) => ({ dueOn: dueOn && t.longDay(dueOn) }),
    body: (state) => (
      <>
        <Text>{state.t('course.due-lead')}</Text>
        <DayField state={state} name="dueOn" label={state.t('course.due-on')} />
      </>
    ),
    async save({ context, actor, form, today }, { submission, ...place }) {
      await recordDueDate(context, actor, { ...place, dueOn: neededDay(form, 'dueOn', today) }, submission)
      return seeOther(paths.course.one(place.trajectoryId), 'course.said.saved')
    },
  }),
  courseForm({
    path: paths.course.birth(':id'),
    who,
    open: ({ abilities }) => abilities.recordBirth || abilities.correctBirth,
    title: 'course.birth-title',
    button: 'course.save',
    known: ({ children }, { t }) =>
      Object.fromEntries(
        children.flatMap(({ childId, given, bornOn }, at) => [
          [field(at, 'childId'), childId],
          [field(at, 'given'), given],
          [field(at, 'bornOn'), t.longDay(bornOn)],
        ]),
      ),
    body: (state, { children }) => {
      const known = Math.max(1, children.length)
      const more = Array.from({ length: mostChildren - known }, (_, at) => known + at)
      return (
        <>
          <Text>{state.t('course.birth-lead')}</Text>
          {Array.from({ length: known }, (_, at) => (
            <ChildFields key={at} state={state} at={at} />
          ))}
          {more.length > 0 && (
            <details open={more.some((at) => isFilled(state.form, at))}>
              <summary>{state.t('course.more-children')}</summary>
              {more.map((at) => (
                <ChildFields key={at} state={state} at={at} />
              ))}
            </details>
          )}
        </>
      )
    },
    async save({ context, actor, form, today }, { submission, ...place }) {
      const rows = Array.from({ length: mostChildren }, (_, at) => at).filter((at) => isFilled(form, at))
      if (rows.length === 0) throw new Invalid({ [field(0, 'bornOn')]: 'required' })
      const children = rows.map((at) => ({
        childId: form.optional(field(at, 'childId')),
        given: form.optional(field(at, 'given')),
        bornOn: neededDay(form, field(at, 'bornOn'), today),
      }))
      if (children.some(({ childId }) => childId !== null))
        await correctBirth(context, actor, { ...place, children }, submission)
      else
        await recordBirth(
          context,
          actor,
          { ...place, children: children.map(({ given, bornOn }) => ({ given, bornOn })) },
          submission,
        )
      return seeOther(paths.course.one(place.trajectoryId), 'course.said.saved')
    },
  }),
  courseForm({
    path: paths.course.birthBack(':id'),
    who: ['coordinator'],
    open: ({ abilities }) => abilities.takeBackBirth,
    title: 'course.birth-back-title',
    button: 'course.birth-back-save',
    body: (state) => (
      <>
        <Text>{state.t('course.birth-back-lead')}</Text>
        <Radios
          state={state}
          name="reason"
          label={state.t('course.birth-back-why')}
          options={takeBackReasons.map((reason) => ({
            value: reason,
            label: state.t(`course.birth-back.${reason}`),
          }))}
        />
      </>
    ),
    async save({ context, actor, form }, { submission, ...place }) {
      const reason = chosen(form, 'reason', takeBackReasons)
      await takeBackBirth(context, actor, { ...place, reason }, submission)
      return seeOther(paths.course.one(place.trajectoryId), 'course.said.saved')
    },
  }),
]

const field = (at: number, name: 'childId' | 'given' | 'bornOn') => `children.${at}.${name}`
const isFilled = (form: Form, at: number): boolean =>
  (['childId', 'given', 'bornOn'] as const).some((name) => form.text(field(at, name)) !== '')

const ChildFields = ({ state, at }: { state: FormState; at: number }) => {
  const { t, form } = state
  const childId = form.text(field(at, 'childId'))
  return (
    <fieldset class="utrecht-form-fieldset naast-choices">
      <legend class="utrecht-form-label">{t('course.child-nth', { count: at + 1 })}</legend>
      {childId && <input type="hidden" name={field(at, 'childId')} value={childId} />}
      <Pair>
        <TextField state={state} name={field(at, 'given')} label={t('course.given')} optional />
        <DayField state={state} name={field(at, 'bornOn')} label={t('course.born-day')} />
      </Pair>
    </fieldset>
  )
}
