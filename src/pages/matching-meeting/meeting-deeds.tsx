import type { Form } from '#pages/form-data.ts'
import { typedChange, typedWhatIf } from '#pages/matching-meeting/change-form.tsx'
import { changesPage } from '#pages/matching-meeting/changes-page.tsx'
import { backTo, idOf, meetingIn } from '#pages/matching-meeting/meeting-at.tsx'
import { notesPage } from '#pages/matching-meeting/notes-page.tsx'
import { publishPage, tickedPairs } from '#pages/matching-meeting/publish-page.tsx'
import { whatIfPage } from '#pages/matching-meeting/what-if-page.tsx'
import { type Answer, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, type Problem } from '#pages/problem.ts'
import type { WordKey } from '#pages/words/words.ts'
import { askWhatIf } from '#usecases/matching-meeting/ask-what-if.ts'
import { changeMatchingMeeting } from '#usecases/matching-meeting/change-matching-meeting.ts'
import { dropMatchingMeeting } from '#usecases/matching-meeting/drop-matching-meeting.ts'
import { publishMatchingMeeting } from '#usecases/matching-meeting/publish-matching-meeting.ts'
import { replanMatchingMeeting } from '#usecases/matching-meeting/replan-matching-meeting.ts'
import { undoMeetingChange } from '#usecases/matching-meeting/undo-meeting-change.ts'
import { writeMeetingNote } from '#usecases/matching-meeting/write-meeting-note.ts'

const who = ['coordinator'] as const

/** Which meeting, as it was when its form was drawn. */
const held = ({ params, form }: StaffRequest) => ({
  id: params.id ?? '',
  version: /^\d{1,9}$/.test(form.text('version')) ? Number(form.text('version')) : 0,
})
const once = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

/** Straight to an address that only takes forms: back to the meeting. */
const toMeeting = async (request: StaffRequest): Promise<Answer> => seeOther(paths.meeting.one(idOf(request)))

/** Does it and goes back to the page that the form was on; what stands in the way is said there too. */
const deed =
  (doIt: (request: StaffRequest) => Promise<unknown>, said: WordKey) =>
  (request: StaffRequest): Promise<Answer> => {
    const { address, view } = backTo(request)
    return attempt(
      async () => {
        await doIt(request)
        return seeOther(address, said)
      },
      (problem) => meetingIn(request, view, atItsField(request, problem)),
    )
  }

/** The fields of a change carry in their ids whom they are about, because a page holds many of them. */
function atItsField({ form }: StaffRequest, problem: Problem): Problem {
  const fields = Object.entries(problem.fields).map(([name, code]) => [
    `${name.replace('change.', '')}-${placeOf(form)}`,
    code,
  ])
  return { ...problem, fields: Object.fromEntries(fields) }
}

function placeOf(form: Form): string {
  const kind = form.text('kind')
  if (kind === 'leave-out') return `leave-${form.text('trajectoryId')}`
  if (kind === 'capacity') return form.text('workerId')
  if (kind !== 'weight') return `${form.text('trajectoryId')}-${form.text('workerId')}`
  return ['programmeId', 'programmeVersion', 'criterion']
    .map((name) => form.text(name))
    .join('-')
    .replaceAll('.', '-')
}

const change = deed(
  (request) =>
    changeMatchingMeeting(
      request.context,
      request.actor,
      { ...held(request), change: typedChange(request.form) },
      once(request),
    ),
  'matching.said.changed',
)
const undo = deed(
  (request) =>
    undoMeetingChange(
      request.context,
      request.actor,
      { ...held(request), changeId: request.form.text('changeId') },
      once(request),
    ),
  'matching.said.undone',
)
const replan = deed(
  (request) => replanMatchingMeeting(request.context, request.actor, held(request), once(request)),
  'matching.said.replanned',
)

const whatIf = (request: StaffRequest): Promise<Answer> => {
  const { address, view } = backTo(request)
  return attempt(
    async () => {
      const { context, actor, form } = request
      const change = typedWhatIf(form)
      const answer = await askWhatIf(context, actor, { id: idOf(request), change })
      return meetingIn(request, (asked, meeting) => whatIfPage(asked, meeting, change, answer, address))
    },
    (problem) => meetingIn(request, view, atItsField(request, problem)),
  )
}

const note = (request: StaffRequest): Promise<Answer> =>
  attempt(
    async () => {
      const { context, actor, form } = request
      await writeMeetingNote(
        context,
        actor,
        { id: idOf(request), text: form.text('text'), trajectoryId: form.optional('about') },
        once(request),
      )
      return seeOther(paths.meeting.notes(idOf(request)), 'matching.said.noted')
    },
    (problem) => meetingIn(request, notesPage, problem),
  )

const publish = (request: StaffRequest): Promise<Answer> =>
  attempt(
    async () => {
      const { context, actor, form } = request
      const answer = await publishMatchingMeeting(
        context,
        actor,
        { ...held(request), pairs: tickedPairs(form.all('pair')) },
        once(request),
      )
      if (answer.published) return seeOther(paths.meeting.one(answer.meetingId), 'matching.said.published')
      return meetingIn(request, (asked, meeting) => publishPage(asked, meeting, undefined, answer.impossible))
    },
    (problem) => meetingIn(request, publishPage, problem),
  )

const drop = (request: StaffRequest): Promise<Answer> =>
  attempt(
    async () => {
      const { context, actor } = request
      await dropMatchingMeeting(context, actor, held(request), once(request))
      return seeOther(paths.meeting.one(idOf(request)), 'matching.said.dropped')
    },
    (problem) => meetingIn(request, publishPage, problem),
  )

export const meetingDeedRoutes: readonly Route[] = [
  staffRoute({
    path: paths.meeting.changes(':id'),
    who,
    get: (request) => meetingIn(request, changesPage),
    post: change,
  }),
  staffRoute({ path: paths.meeting.whatIf(':id'), who, get: toMeeting, post: whatIf }),
  staffRoute({ path: paths.meeting.undo(':id'), who, get: toMeeting, post: undo }),
  staffRoute({ path: paths.meeting.replan(':id'), who, get: toMeeting, post: replan }),
  staffRoute({
    path: paths.meeting.notes(':id'),
    who,
    get: (request) => meetingIn(request, notesPage),
    post: note,
  }),
  staffRoute({
    path: paths.meeting.publish(':id'),
    who,
    get: (request) => meetingIn(request, publishPage),
    post: publish,
  }),
  staffRoute({ path: paths.meeting.drop(':id'), who, get: toMeeting, post: drop }),
]
