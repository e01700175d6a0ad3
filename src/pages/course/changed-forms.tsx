import { lossKinds, resumeReasons, tellers, waysOn } from '#domain/pregnancy/pregnancy.ts'
import { chosen, courseForm, typedDay } from '#pages/course/course-form.tsx'
import { DayField, Radios } from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { type Route, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { chooseWayOn } from '#usecases/pregnancy/choose-way-on.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { unquietTrajectory } from '#usecases/pregnancy/unquiet-trajectory.ts'

/**
 * A loss, what she wants after it, and taking it back. Titles, paths and what is said afterwards tell nothing: a
 * screen, a history and a log are read by others too.
 */
export const changedFormRoutes: readonly Route[] = [
  courseForm({
    path: paths.course.changed(':id'),
    who: ['coordinator', 'worker'],
    open: ({ abilities }) => abilities.tellChange,
    title: 'course.changed-title',
    button: 'course.changed-save',
    body: (state, { visitsByChild }) => {
      const { t } = state
      return (
        <>
          <Text>{t('course.changed-lead')}</Text>
          <Radios
            state={state}
            name="loss"
            label={t('course.loss')}
            options={lossKinds.map((loss) => ({ value: loss, label: t(`course.loss.${loss}`) }))}
          />
          <DayField
            state={state}
            name="on"
            label={t('course.loss-on')}
            hint={t('course.loss-on-hint')}
            optional
          />
          <Heading level={3}>{t('course.changed-stops')}</Heading>
          <ul class="naast-list">
            <li>{t('course.changed-stops.pages')}</li>
            <li>{t('course.changed-stops.sheets')}</li>
            <li>{t('course.changed-stops.measures')}</li>
            <li>{t('course.changed-stops.messages')}</li>
            {visitsByChild && <li>{t('course.changed-stops.visits')}</li>}
          </ul>
          <Text>{t('course.changed-stays')}</Text>
        </>
      )
    },
    async save({ context, actor, form, today }, { trajectoryId, submission }) {
      const loss = chosen(form, 'loss', lossKinds)
      await quietTrajectory(
        context,
        actor,
        { trajectoryId, loss, on: typedDay(form, 'on', today) },
        submission,
      )
      return seeOther(paths.course.one(trajectoryId), 'course.said.changed')
    },
  }),
  courseForm({
    path: paths.course.wayOn(':id'),
    who: ['coordinator'],
    open: ({ abilities }) => abilities.chooseWayOn,
    title: 'course.way-title',
    button: 'course.save',
    body: (state, { running }) => {
      const { t } = state
      return (
        <>
          <Text>{t('course.way-lead')}</Text>
          <Radios
            state={state}
            name="way"
            label={t('course.way')}
            options={waysOn
              .filter((way) => running || way !== 'pause')
              .map((way) => ({ value: way, label: t(`course.way.${way}`) }))}
          />
          {running && (
            <DayField
              state={state}
              name="until"
              label={t('course.way-until')}
              hint={t('course.way-until-hint')}
              optional
            />
          )}
          <Radios
            state={state}
            name="teller"
            label={t('course.teller')}
            options={tellers.map((teller) => ({ value: teller, label: t(`course.teller.${teller}`) }))}
          />
        </>
      )
    },
    async save({ context, actor, form, today }, { submission, ...place }) {
      const way = chosen(form, 'way', waysOn)
      const teller = chosen(form, 'teller', tellers)
      const until = typedDay(form, 'until', today)
      await chooseWayOn(context, actor, { ...place, way, teller, until }, submission)
      return way === 'close'
        ? seeOther(paths.closing(place.trajectoryId))
        : seeOther(paths.course.one(place.trajectoryId), 'course.said.changed')
    },
  }),
  courseForm({
    path: paths.course.back(':id'),
    who: ['coordinator'],
    open: ({ abilities }) => abilities.unquiet,
    title: 'course.back-title',
    button: 'course.resume-save',
    body: (state) => {
      const { t } = state
      return (
        <>
          <Text>{t('course.back-lead')}</Text>
          <Radios
            state={state}
            name="reason"
            label={t('course.resume')}
            options={resumeReasons.map((reason) => ({ value: reason, label: t(`course.resume.${reason}`) }))}
          />
        </>
      )
    },
    async save({ context, actor, form }, { submission, ...place }) {
      const reason = chosen(form, 'reason', resumeReasons)
      await unquietTrajectory(context, actor, { ...place, reason }, submission)
      return seeOther(paths.course.one(place.trajectoryId), 'course.said.saved')
    },
  }),
]
