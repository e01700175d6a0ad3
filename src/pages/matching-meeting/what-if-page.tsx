import type { MeetingChange } from '#domain/matching-meeting/meeting-change.ts'
import { SubmitButton } from '#pages/look/form.tsx'
import { Link, Text } from '#pages/look/parts.tsx'
import { ReasonSelect } from '#pages/matching-meeting/change-form.tsx'
import { changeWords, unmade } from '#pages/matching-meeting/change-words.ts'
import { costWords } from '#pages/matching-meeting/delta-words.ts'
import { Kept, Moves, meetingPage, sentence } from '#pages/matching-meeting/meeting-frame.tsx'
import type { PageAnswer, StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, refusalWords } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { gateName } from '#pages/worker/gate-words.ts'
import type { MeetingWhatIf, OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'

/** What a change would do, before anything is kept: yes or back. With script the answer stands in the form itself. */
export function whatIfPage(
  request: StaffRequest,
  meeting: OpenMeeting,
  change: MeetingChange,
  answer: MeetingWhatIf,
  back: string,
): PageAnswer {
  const { t, form } = request
  const unsaid = change.kind !== 'weight' && form.text('reason') === ''
  const kept = form
    .entries()
    .filter(([name]) => !['key', 'version', 'back', unsaid && 'reason'].includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
  return meetingPage({
    request,
    meeting,
    alone: true,
    tab: paths.meeting.one(meeting.meetingId),
    title: t('matching.what-if-title'),
    children: (
      <>
        <Text lead>{sentence(changeWords(t, unmade(meeting, change)))}</Text>
        <div data-answer>
          <Answer t={t} answer={answer} />
        </div>
        {answer.possible && (
          <form method="post" action={paths.meeting.changes(meeting.meetingId)}>
            <Kept request={request} meeting={meeting} back={back} />
            {kept}
            {unsaid && (
              <ReasonSelect
                asked={{ request, meeting, problem: noProblem }}
                kind={change.kind === 'pin' || change.kind === 'forbid' ? 'choice' : change.kind}
                of="unsaid"
              />
            )}
            <div class="naast-actions">
              <SubmitButton>{t('matching.do-it')}</SubmitButton>
            </div>
          </form>
        )}
        <Link href={back}>{t('matching.back')}</Link>
      </>
    ),
  })
}

const Answer = ({ t, answer }: { t: T; answer: MeetingWhatIf }) =>
  answer.possible ? (
    <>
      <Text>
        <strong>{t('matching.would')}</strong> {sentence(costWords(t, answer.cost))}{' '}
        {answer.moves.length === 0 && t('matching.nothing-moves')}
      </Text>
      <Moves t={t} delta={answer} />
    </>
  ) : (
    <Text>
      {refusalWords(t, { code: answer.refusal, detail: {} })}
      {answer.gate && ` (${gateName(t, { kind: answer.gate })})`}
    </Text>
  )
