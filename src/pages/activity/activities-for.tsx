import { consentPolicy } from '#domain/consent/consent-policy.ts'
import { crecheWords, meetingMoment, seatsWords } from '#pages/activity/meeting-words.tsx'
import { filledForm, formOf } from '#pages/form-data.ts'
import { Buttons, ErrorSummary, PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { ButtonLink, Card, Empty, Heading, Link, Notice, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { cancelSignUp } from '#usecases/activity/cancel-sign-up.ts'
import { listActivitiesFor } from '#usecases/activity/list-activities-for.ts'
import { signUpForActivity } from '#usecases/activity/sign-up-for-activity.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
type HerMeeting = Awaited<ReturnType<typeof listActivitiesFor>>['meetings'][number]

/** What one woman can come to, and where she signed up. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const hers = await listActivitiesFor(context, actor, { trajectoryId: idOf(request) })
  return page(
    t('activity.for'),
    <>
      <Heading level={1}>{t('activity.for')}</Heading>
      <ErrorSummary state={{ t, form: formOf(null), problem }} />
      {!hers.agreed && (
        <Notice>
          <Text>{t('activity.not-agreed')}</Text>
          {consentPolicy.read(actor) && (
            <ButtonLink href={`${paths.consent.list(hers.trajectoryId)}?code=C-12`} kind="secondary">
              {t('group.to-consents')}
            </ButtonLink>
          )}
        </Notice>
      )}
      {hers.meetings.length === 0 && <Empty title={t('activity.none')} />}
      {hers.meetings.map((meeting) => (
        <One key={meeting.id} request={request} meeting={meeting} maySign={hers.agreed && hers.open} />
      ))}
      <Link href={paths.trajectory.one(hers.trajectoryId)}>{t('closure.back')}</Link>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

const One = ({
  request: { t, today, newKey },
  meeting,
  maySign,
}: {
  request: StaffRequest
  meeting: HerMeeting
  maySign: boolean
}) => {
  const { activity, hers } = meeting
  if (!activity) return null
  const state = { t, form: filledForm({ children: '0' }), problem: noProblem, scope: meeting.id }
  const over = Temporal.PlainDate.compare(meeting.on, today) < 0 || meeting.state !== 'planned'
  return (
    <Card
      title={activity.title}
      href={paths.activity.meeting(meeting.id)}
      tag={
        hers && (
          <Tag tone={hers.state === 'seat' ? 'done' : 'attention'}>
            {t(hers.attended ? `activity.was.${hers.attended}` : `activity.sign-up.${hers.state}`)}
          </Tag>
        )
      }
    >
      <Text>
        {meetingMoment(t, today, meeting)}. {activity.place && `${activity.place}. `}
        {seatsWords(t, activity, meeting)}. {crecheWords(t, activity, meeting)}.
      </Text>
      {hers && hers.children > 0 && (
        <Text>
          {t('activity.with-children', { count: hers.children })} {t(`activity.creche.${hers.creche}`)}
        </Text>
      )}
      {!over && (hers || maySign) && (
        <PostForm state={state} submissionKey={newKey()}>
          {hers ? (
            <input type="hidden" name="signUpId" value={hers.id} />
          ) : (
            <>
              <input type="hidden" name="meetingId" value={meeting.id} />
              {activity.crechePlaces !== null && (
                <TextField
                  state={state}
                  name="children"
                  label={t('group.children-along')}
                  width={4}
                  inputMode="numeric"
                  optional
                />
              )}
            </>
          )}
          <Buttons>
            <SubmitButton kind="secondary">{t(hers ? 'activity.leave' : 'activity.sign-up')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
    </Card>
  )
}

async function act(request: StaffRequest) {
  const { context, actor, form } = request
  const trajectoryId = idOf(request)
  const submission = form.key ? { key: form.key } : undefined
  const back = (said: string) => seeOther(paths.activity.ofTrajectory(trajectoryId), said)
  if (form.text('signUpId')) {
    await cancelSignUp(context, actor, { id: form.text('signUpId') }, submission)
    return back('activity.said.left')
  }
  const children = form.text('children') === '' ? 0 : Number(form.text('children'))
  const input = { meetingId: form.text('meetingId'), trajectoryId, children }
  const { state } = await signUpForActivity(context, actor, input, submission)
  return back(state === 'seat' ? 'activity.said.seat' : 'activity.said.waiting')
}

export const activitiesForRoutes: readonly Route[] = [
  staffRoute({
    path: paths.activity.ofTrajectory(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
