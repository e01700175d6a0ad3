import type { MapArea, MapPair } from '#pages/matching-meeting/map-layout.ts'
import { meetingPage } from '#pages/matching-meeting/meeting-frame.tsx'
import { MeetingMap } from '#pages/matching-meeting/meeting-map.tsx'
import type { PageAnswer, StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { MeetingSpot, OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'

/** How far apart they live who would come together. */
export function mapPage(request: StaffRequest, meeting: OpenMeeting): PageAnswer {
  const { t } = request
  return meetingPage({
    request,
    meeting,
    tab: paths.meeting.map(meeting.meetingId),
    title: t('matching.tab-map'),
    children: <MeetingMap t={t} {...mapOf(meeting)} />,
  })
}

/** Women and workers by postcode area; who has none, or may have none, is only counted. */
export function mapOf({ women, workers }: Pick<OpenMeeting, 'women' | 'workers'>): {
  areas: MapArea[]
  pairs: MapPair[]
  nowhere: number
} {
  const areas = new Map<string, { -readonly [Key in keyof MapArea]: MapArea[Key] }>()
  const at = (spot: MeetingSpot) => {
    const area = areas.get(spot.area) ?? { ...spot, women: 0, without: 0, workers: 0 }
    areas.set(spot.area, area)
    return area
  }
  for (const { spot, proposed } of women) {
    if (!spot) continue
    const area = at(spot)
    area.women += 1
    if (!proposed) area.without += 1
  }
  for (const { spot } of workers) if (spot) at(spot).workers += 1
  const whereIs = new Map(workers.map(({ workerId, spot }) => [workerId, spot]))
  const pairs = women.flatMap(({ spot, proposed }) => {
    const to = proposed && whereIs.get(proposed.worker.workerId)
    return spot && to ? [{ from: spot.area, to: to.area }] : []
  })
  return {
    areas: [...areas.values()],
    pairs,
    nowhere: [...women, ...workers].filter(({ spot }) => spot === null).length,
  }
}
