import { Empty, Text } from '#pages/look/parts.tsx'
import { changeWords, momentWords, reasonWords } from '#pages/matching-meeting/change-words.ts'
import { meetingPage, sentence, UndoForm } from '#pages/matching-meeting/meeting-frame.tsx'
import type { PageAnswer, StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import type { MeetingChangeLine, OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'

/** All that people changed in this meeting, the newest first, each to be undone for itself. */
export const changesPage = (request: StaffRequest, meeting: OpenMeeting, problem?: Problem): PageAnswer =>
  meetingPage({
    request,
    meeting,
    problem,
    tab: paths.meeting.changes(meeting.meetingId),
    title: request.t('matching.tab-changes'),
    children:
      meeting.changes.length === 0 ? (
        <Empty title={request.t('matching.no-changes')}>
          <Text>{request.t('matching.no-changes-hint')}</Text>
        </Empty>
      ) : (
        <ol class="naast-plain-list">
          {meeting.changes.map((change) => (
            <li key={change.changeId} class="naast-card">
              <ChangeLine t={request.t} change={change} zone={request.host.zone} />
              {!change.undone && (
                <UndoForm
                  request={request}
                  meeting={meeting}
                  changeId={change.changeId}
                  back={paths.meeting.changes(meeting.meetingId)}
                />
              )}
            </li>
          ))}
        </ol>
      ),
  })

/** What, why, who and when; undone ones say by whom. */
export const ChangeLine = ({ t, change, zone }: { t: T; change: MeetingChangeLine; zone: string }) => {
  const why = reasonWords(t, change)
  return (
    <>
      <Text>
        {sentence(changeWords(t, change))} {why && t('matching.because-of', { reason: why })}
      </Text>
      <Text quiet>
        {t('matching.by-at', { by: change.by ?? '—', at: momentWords(t, change.at, zone) })}{' '}
        {change.undone &&
          t('matching.undone-by', {
            by: change.undone.by ?? '—',
            at: momentWords(t, change.undone.at, zone),
          })}
      </Text>
    </>
  )
}
