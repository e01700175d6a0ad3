import { choicesPage } from '#pages/matching-meeting/choices-page.tsx'
import { mapPage } from '#pages/matching-meeting/map-page.tsx'
import { meetingIn, womanView } from '#pages/matching-meeting/meeting-at.tsx'
import { meetingsPage } from '#pages/matching-meeting/meetings-page.tsx'
import { paperPage } from '#pages/matching-meeting/paper-page.tsx'
import { weightsPage } from '#pages/matching-meeting/weights-page.tsx'
import { womenPage } from '#pages/matching-meeting/women-page.tsx'
import { workersPage } from '#pages/matching-meeting/workers-page.tsx'
import { type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, type Problem } from '#pages/problem.ts'
import { countChoicesOtherwise } from '#usecases/matching-meeting/count-choices-otherwise.ts'
import { listMatchingMeetings } from '#usecases/matching-meeting/list-matching-meetings.ts'
import { openMatchingMeeting } from '#usecases/matching-meeting/open-matching-meeting.ts'

const who = ['coordinator'] as const

async function list(request: StaffRequest, problem?: Problem) {
  return meetingsPage(request, await listMatchingMeetings(request.context, request.actor, {}), problem)
}

const choices = async (request: StaffRequest) =>
  choicesPage(request, await countChoicesOtherwise(request.context, request.actor, {}))

export const meetingRoutes: readonly Route[] = [
  staffRoute({
    path: paths.meeting.list(),
    who,
    get: (request) => list(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const { meetingId } = await openMatchingMeeting(
            context,
            actor,
            {},
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.meeting.one(meetingId), 'matching.said.opened')
        },
        (problem) => list(request, problem),
      ),
  }),
  staffRoute({ path: paths.meeting.choices(), who: ['coordinator', 'programme_manager'], get: choices }),
  staffRoute({ path: paths.meeting.one(':id'), who, get: (request) => meetingIn(request, womenPage) }),
  staffRoute({
    path: paths.meeting.woman(':id', ':womanId'),
    who,
    get: (request) => meetingIn(request, womanView(request.params.womanId ?? '')),
  }),
  staffRoute({ path: paths.meeting.workers(':id'), who, get: (request) => meetingIn(request, workersPage) }),
  staffRoute({ path: paths.meeting.map(':id'), who, get: (request) => meetingIn(request, mapPage) }),
  staffRoute({ path: paths.meeting.weights(':id'), who, get: (request) => meetingIn(request, weightsPage) }),
  staffRoute({ path: paths.meeting.paper(':id'), who, get: (request) => meetingIn(request, paperPage) }),
]
