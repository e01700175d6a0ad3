import {
  countWords,
  crecheCount,
  MeetingTag,
  meetingMoment,
  rhythmWords,
  seatsWords,
} from '#pages/activity/meeting-words.tsx'
import { formOf } from '#pages/form-data.ts'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Summary, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { readActivity } from '#usecases/activity/read-activity.ts'
import { stopActivity } from '#usecases/activity/stop-activity.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** One activity: its meetings, how full they are, and what was counted of all of them together. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const activity = await readActivity(context, actor, { id: idOf(request) })
  const state = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return page(
    t('activity.one'),
    <>
      <Heading level={1}>{activity.title}</Heading>
      {activity.stoppedOn && (
        <Notice tone="done">{t('activity.stopped', { day: t.day(activity.stoppedOn, today) })}</Notice>
      )}
      <Summary
        rows={[
          [t('activity.kind'), t(`activity.kind.${activity.kind}`)],
          [t('group.programme'), activity.programme[t.language]],
          activity.theme ? [t('activity.theme'), activity.theme[t.language]] : null,
          activity.place ? [t('activity.place'), activity.place] : null,
          [t('group.cadence'), rhythmWords(t, activity)],
          [t('activity.seats'), activity.seats === null ? t('activity.seats-open') : String(activity.seats)],
          [
            t('group.creche-places'),
            activity.crechePlaces === null ? t('activity.creche-none') : String(activity.crechePlaces),
          ],
          [t('activity.leader'), activity.leader ?? t('activity.nobody-leads')],
          activity.held > 0 ? [t('activity.together'), countWords(t, activity.counted)] : null,
        ]}
      />
      <Table
        caption={t('activity.meetings')}
        rows={activity.meetings}
        empty={null}
        columns={[
          {
            heading: t('group.session-column.when'),
            cell: (one) => <Link href={paths.activity.meeting(one.id)}>{meetingMoment(t, today, one)}</Link>,
          },
          { heading: t('group.session-column.state'), cell: (one) => <MeetingTag t={t} state={one.state} /> },
          { heading: t('activity.seats'), cell: (one) => seatsWords(t, activity, one) },
          {
            heading: t('activity.creche'),
            cell: (one) => (activity.crechePlaces === null ? '—' : crecheCount(t, activity, one)),
          },
          {
            heading: t('activity.who-came'),
            cell: (one) => (one.counted ? countWords(t, one.counted) : '—'),
          },
        ]}
      />
      {activity.mayPlan && !activity.stoppedOn && (
        <details open={problem !== noProblem}>
          <summary>{t('activity.stop')}</summary>
          <Text>{t('activity.stop-lead')}</Text>
          <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
            <input type="hidden" name="version" value={activity.version} />
            <Buttons>
              <SubmitButton kind="danger">{t('activity.stop-save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </details>
      )}
      <Link href={paths.activity.list()}>{t('activity.title')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

async function stop(request: StaffRequest) {
  const { context, actor, form } = request
  const input = { id: idOf(request), version: Number(form.text('version')) }
  await stopActivity(context, actor, input, form.key ? { key: form.key } : undefined)
  return seeOther(paths.activity.one(idOf(request)), 'activity.said.stopped')
}

export const oneActivityRoutes: readonly Route[] = [
  staffRoute({
    path: paths.activity.one(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => show(request),
  }),
  staffRoute({
    path: paths.activity.one(':id'),
    who: ['coordinator'],
    post: (request) =>
      attempt(
        () => stop(request),
        (problem) => show(request, problem),
      ),
  }),
]
