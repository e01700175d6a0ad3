import { changesPage } from '#pages/matching-meeting/changes-page.tsx'
import { endedPage } from '#pages/matching-meeting/ended-page.tsx'
import { mapPage } from '#pages/matching-meeting/map-page.tsx'
import { notesPage } from '#pages/matching-meeting/notes-page.tsx'
import { weightsPage } from '#pages/matching-meeting/weights-page.tsx'
import { womanPage } from '#pages/matching-meeting/woman-page.tsx'
import { womenPage } from '#pages/matching-meeting/women-page.tsx'
import { workersPage } from '#pages/matching-meeting/workers-page.tsx'
import type { PageAnswer, StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { Problem } from '#pages/problem.ts'
import type { OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'
import { rankForWoman } from '#usecases/matching-meeting/rank-for-woman.ts'
import { readMatchingMeeting } from '#usecases/matching-meeting/read-matching-meeting.ts'

type View = (
  request: StaffRequest,
  meeting: OpenMeeting,
  problem?: Problem,
) => PageAnswer | Promise<PageAnswer>

export const idOf = (request: StaffRequest): string => request.params.id ?? ''

/** The meeting of this address in one of its views; once it is over there is one page left of it. */
export async function meetingIn(request: StaffRequest, view: View, problem?: Problem): Promise<PageAnswer> {
  const { context, actor } = request
  const meeting = await readMatchingMeeting(context, actor, { id: idOf(request) })
  return meeting.state === 'open' ? view(request, meeting, problem) : endedPage(request, meeting, problem)
}

export const womanView =
  (trajectoryId: string): View =>
  async (request, meeting, problem) => {
    const { context, actor } = request
    const ranking = await rankForWoman(context, actor, { id: meeting.meetingId, trajectoryId })
    return womanPage(request, meeting, ranking, problem)
  }

/** The page of this meeting that a form was on, as it said itself; the first one for anything else. */
export function backTo(request: StaffRequest): { readonly address: string; readonly view: View } {
  const id = idOf(request)
  const [path = '', search = ''] = request.form.text('back').split('?')
  const views = new Map<string, View>([
    [paths.meeting.one(id), womenPage],
    [paths.meeting.workers(id), workersPage],
    [paths.meeting.map(id), mapPage],
    [paths.meeting.weights(id), weightsPage],
    [paths.meeting.changes(id), changesPage],
    [paths.meeting.notes(id), notesPage],
  ])
  const woman = /\/women\/([0-9a-f-]{36})$/.exec(path)?.[1]
  const view = woman && path === paths.meeting.woman(id, woman) ? womanView(woman) : views.get(path)
  if (!view) return { address: paths.meeting.one(id), view: womenPage }
  const query = new URLSearchParams(search)
  query.delete('said')
  const address = query.size > 0 ? `${path}?${query}` : path
  // Shown again as it was: the same address, the same choice of who is shown.
  return { address, view: (asked, meeting, problem) => view({ ...asked, path, query }, meeting, problem) }
}
