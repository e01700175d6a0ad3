import { materialSteps } from '#domain/programme/materials-now.ts'
import { phaseReasons } from '#domain/trajectory/phase-reason.ts'
import { chosen, courseForm, neededDay } from '#pages/course/course-form.tsx'
import { Checkboxes, DayField, Radios, Select } from '#pages/look/form.tsx'
import { Text } from '#pages/look/parts.tsx'
import { type Route, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { extendTrajectory } from '#usecases/course/extend-trajectory.ts'
import { Invalid } from '#usecases/failure.ts'
import { noteMaterial } from '#usecases/material/note-material.ts'
import { movePhases } from '#usecases/phase/move-phases.ts'

export const phaseFormRoutes: readonly Route[] = [
  courseForm({
    path: paths.course.phases(':id'),
    who: ['coordinator', 'worker'],
    open: ({ abilities }) => abilities.movePhases,
    title: 'course.phases-title',
    button: 'course.save',
    known: ({ live }) => ({ phases: live }),
    body: (state, { movable }) => {
      const { t } = state
      return (
        <>
          <Text>{t('course.phases-lead')}</Text>
          <Checkboxes
            state={state}
            name="phases"
            label={t('course.phases-now')}
            options={movable.map(({ id, label, goal, cadenceDays }) => ({
              value: id,
              label: label[t.language],
              hint: [goal[t.language], cadenceDays && t('course.phase-rhythm', { count: cadenceDays })]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
          <Radios
            state={state}
            name="reason"
            label={t('course.reason')}
            options={phaseReasons.map((reason) => ({
              value: reason,
              label: t(`course.phase-reason.${reason}`),
            }))}
          />
        </>
      )
    },
    async save({ context, actor, form }, { submission, ...place }) {
      const reason = chosen(form, 'reason', phaseReasons)
      await movePhases(context, actor, { ...place, phases: [...form.all('phases')], reason }, submission)
      return seeOther(paths.course.one(place.trajectoryId), 'course.said.saved')
    },
  }),
  courseForm({
    path: paths.course.materials(':id'),
    who: ['coordinator', 'worker'],
    open: ({ abilities, materials }) => abilities.noteMaterial && materials.length > 0,
    title: 'course.material-title',
    button: 'course.save',
    known: ({ materials }, { t, today }) => ({
      material: materials.length === 1 ? (materials[0]?.id ?? '') : '',
      onDay: t.longDay(today),
    }),
    body: (state, { materials }) => {
      const { t } = state
      return (
        <>
          <Radios
            state={state}
            name="material"
            label={t('course.material')}
            options={materials.map(({ id, label }) => ({ value: id, label: label[t.language] }))}
          />
          <Radios
            state={state}
            name="step"
            label={t('course.material-step')}
            options={materialSteps.map((step) => ({ value: step, label: t(`course.material-step.${step}`) }))}
          />
          <DayField state={state} name="onDay" label={t('course.material-on')} />
        </>
      )
    },
    async save({ context, actor, form, today }, { trajectoryId, submission }) {
      const materialId = form.text('material')
      if (!materialId) throw new Invalid({ material: 'choose-one' })
      const step = chosen(form, 'step', materialSteps)
      const onDay = neededDay(form, 'onDay', today)
      await noteMaterial(context, actor, { trajectoryId, materialId, step, onDay }, submission)
      return seeOther(paths.course.one(trajectoryId), 'course.said.noted')
    },
  }),
  courseForm({
    path: paths.course.extend(':id'),
    who: ['coordinator'],
    open: ({ abilities }) => abilities.extend,
    title: 'course.extend-title',
    button: 'course.save',
    body: (state, { endsByRule, extensionReasons }) => {
      const { t } = state
      return (
        <>
          {endsByRule && <Text>{t('course.extend-lead', { day: t.longDay(endsByRule) })}</Text>}
          <Select
            state={state}
            name="reason"
            label={t('course.reason')}
            empty=""
            options={extensionReasons.map(({ id, label }) => ({ value: id, label: label[t.language] }))}
          />
          <DayField state={state} name="until" label={t('course.until')} />
          <DayField state={state} name="reviewOn" label={t('course.review-on')} />
        </>
      )
    },
    async save({ context, actor, form, today }, { submission, ...place }) {
      const reason = form.text('reason')
      if (!reason) throw new Invalid({ reason: 'choose-one' })
      const until = neededDay(form, 'until', today)
      const reviewOn = neededDay(form, 'reviewOn', today)
      await extendTrajectory(context, actor, { ...place, reason, until, reviewOn }, submission)
      return seeOther(paths.course.one(place.trajectoryId), 'course.said.saved')
    },
  }),
]
