import { meetingCancelReasons } from '#domain/activity/activity.ts'
import { Count, ListOfSignUps, Unnamed } from '#pages/activity/meeting-forms.tsx'
import {
  countWords,
  crecheCount,
  MeetingTag,
  meetingMoment,
  seatsWords,
} from '#pages/activity/meeting-words.tsx'
import { filledForm } from '#pages/form-data.ts'
import { ReasonForm } from '#pages/group/reason-form.tsx'
import { ErrorSummary, type FormState } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { refuseFiles } from '#pages/text-only.ts'
import { cancelActivityMeeting } from '#usecases/activity/cancel-activity-meeting.ts'
import { cancelSignUp } from '#usecases/activity/cancel-sign-up.ts'
import { holdActivityMeeting } from '#usecases/activity/hold-activity-meeting.ts'
import { readActivityMeeting } from '#usecases/activity/read-activity-meeting.ts'
import { signUpForActivity } from '#usecases/activity/sign-up-for-activity.ts'
import { Invalid } from '#usecases/failure.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** One meeting: how full it is; for who runs it the list, the head count, and seats without a name. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const meeting = await readActivityMeeting(context, actor, { id: idOf(request) })
  const { activity } = meeting
  const sent = problem === noProblem ? '' : request.form.text('what')
  const stateOf = (what: string, known: Parameters<typeof filledForm>[0] = {}): FormState =>
    sent === what
      ? { t, form: request.form, problem, scope: what }
      : { t, form: filledForm(known), problem: noProblem, scope: what }
  const submissionKey = request.form.key ?? request.newKey()
  const forms = { t, meeting, submissionKey, newKey: request.newKey, stateOf }
  const cancel = stateOf('cancel')
  return page(
    t('activity.meeting'),
    <>
      <Heading level={1}>{activity.title}</Heading>
      {sent === 'leave' && <ErrorSummary state={stateOf('leave')} />}
      <Summary
        rows={[
          [t('activity.kind'), t(`activity.kind.${activity.kind}`)],
          [t('group.session-column.when'), meetingMoment(t, today, meeting)],
          activity.theme ? [t('activity.theme'), activity.theme[t.language]] : null,
          activity.place ? [t('activity.place'), activity.place] : null,
          [t('group.session-column.state'), <MeetingTag t={t} state={meeting.state} />],
          [t('activity.seats'), seatsWords(t, activity, meeting)],
          [t('activity.creche'), crecheCount(t, activity, meeting)],
          meeting.counted ? [t('activity.who-came'), countWords(t, meeting.counted)] : null,
        ]}
      />
      {meeting.mayHold && <Count {...forms} />}
      {meeting.runs && meeting.state === 'planned' && meeting.toCome && (
        <Notice>
          <Text>{t('activity.count-later')}</Text>
        </Notice>
      )}
      {meeting.runs && <ListOfSignUps {...forms} />}
      {meeting.runs && meeting.state === 'planned' && !meeting.over && <Unnamed {...forms} />}
      {meeting.mayCancel && (
        <details open={cancel.problem !== noProblem}>
          <summary>{t('group.cancel')}</summary>
          <Text>{t('activity.cancel-lead')}</Text>
          <ReasonForm
            state={cancel}
            submissionKey={submissionKey}
            version={meeting.version}
            hidden={['what', 'cancel']}
            label={t('group.cancel-reason')}
            options={meetingCancelReasons.map((reason) => ({
              value: reason,
              label: t(`activity.cancel.${reason}`),
            }))}
            words={t('group.cancel-save')}
          />
        </details>
      )}
      <p class="naast-actions">
        <Link href={paths.activity.one(activity.id)}>{t('activity.meetings')}</Link>{' '}
        <Link href={paths.activity.list()}>{t('activity.title')}</Link>
      </p>
    </>,
    { place: paths.group.list() },
  )
}

const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)
const back = (id: string, said: string) => seeOther(paths.activity.meeting(id), said)

/** Leading away from a list by what was pressed in it. */
async function act(request: StaffRequest) {
  const { context, actor, form } = request
  refuseFiles(form)
  const id = idOf(request)
  const version = Number(form.text('version'))
  const number = (name: string) => Number(form.text(name) || Number.NaN)
  switch (form.text('what')) {
    case 'count': {
      const input = {
        id,
        version,
        adults: number('adults'),
        children: number('children'),
        minutes: number('minutes'),
        present: [...form.all('present')],
      }
      await holdActivityMeeting(context, actor, input, keyOf(request))
      return back(id, 'activity.said.counted')
    }
    case 'unnamed': {
      const children = form.text('children') === '' ? 0 : number('children')
      const input = { meetingId: id, trajectoryId: null, children }
      const { state } = await signUpForActivity(context, actor, input, keyOf(request))
      return back(id, state === 'seat' ? 'activity.said.seat' : 'activity.said.waiting')
    }
    case 'leave':
      await cancelSignUp(context, actor, { id: form.text('signUpId') }, keyOf(request))
      return back(id, 'activity.said.left')
    case 'cancel': {
      const reason = meetingCancelReasons.find((one) => one === form.text('reason'))
      if (!reason) throw new Invalid({ reason: 'choose-one' })
      await cancelActivityMeeting(context, actor, { id, version, reason }, keyOf(request))
      return back(id, 'activity.said.cancelled')
    }
    default:
      throw new Invalid({ what: 'choose-one' })
  }
}

export const activityMeetingRoutes: readonly Route[] = [
  staffRoute({
    path: paths.activity.meeting(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
