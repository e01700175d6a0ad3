import { formOf } from '#pages/form-data.ts'
import { SubmitButton, TextArea } from '#pages/look/form.tsx'
import { Empty, Text } from '#pages/look/parts.tsx'
import { momentWords } from '#pages/matching-meeting/change-words.ts'
import { Kept, meetingPage } from '#pages/matching-meeting/meeting-frame.tsx'
import type { PageAnswer, StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import type { MeetingNote, OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'

/** What was said in the meeting, by whom; about all of it or about one woman. */
export const notesPage = (request: StaffRequest, meeting: OpenMeeting, problem?: Problem): PageAnswer =>
  meetingPage({
    request,
    meeting,
    problem,
    tab: paths.meeting.notes(meeting.meetingId),
    title: request.t('matching.tab-notes'),
    children: (
      <>
        <NoteForm request={request} meeting={meeting} problem={problem} />
        <Notes t={request.t} notes={meeting.notes} zone={request.host.zone} />
      </>
    ),
  })

const NoteForm = ({
  request,
  meeting,
  problem = noProblem,
}: {
  request: StaffRequest
  meeting: OpenMeeting
  problem?: Problem
}) => {
  const { t } = request
  const state = { t, form: hasProblemIn(problem) ? request.form : formOf(null), problem }
  return (
    <form method="post" action={paths.meeting.notes(meeting.meetingId)} class="naast-form" noValidate>
      <Kept request={request} meeting={meeting} back={paths.meeting.notes(meeting.meetingId)} />
      <TextArea
        state={state}
        name="text"
        label={t('matching.note')}
        hint={t('matching.note-hint')}
        rows={3}
      />
      <div class="utrecht-form-field">
        <label class="utrecht-form-label" for="field-about">
          {t('matching.note-about')} <span class="naast-optional">{t('frame.optional')}</span>
        </label>
        <select class="utrecht-select utrecht-select--html-select" id="field-about" name="about">
          <option value="">{t('matching.note-about-all')}</option>
          {meeting.women.map(({ trajectoryId, name }) => (
            <option
              key={trajectoryId}
              value={trajectoryId}
              selected={state.form.text('about') === trajectoryId}
            >
              {name}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton>{t('matching.save-note')}</SubmitButton>
    </form>
  )
}

const hasProblemIn = ({ fields, refused }: Problem): boolean =>
  refused !== null || Object.keys(fields).length > 0

export const Notes = ({ t, notes, zone }: { t: T; notes: readonly MeetingNote[]; zone: string }) =>
  notes.length === 0 ? (
    <Empty title={t('matching.no-notes')} />
  ) : (
    <div>
      {notes.map((note) => (
        <article key={note.noteId} class="naast-card">
          {note.about && <strong>{note.about.name}</strong>}
          <p class="utrecht-paragraph naast-note">{note.text ?? t('matching.note-erased')}</p>
          <Text quiet>{t('matching.by-at', { by: note.by ?? '—', at: momentWords(t, note.at, zone) })}</Text>
        </article>
      ))}
    </div>
  )
