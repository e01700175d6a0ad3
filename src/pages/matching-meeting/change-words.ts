import type { MeetingChange } from '#domain/matching-meeting/meeting-change.ts'
import type { T } from '#pages/words/words.ts'
import type {
  MeetingBlockCount,
  MeetingChangeLine,
  MeetingRanking,
  MeetingSpot,
  OpenMeeting,
} from '#usecases/matching-meeting/meeting-view.ts'

type SaidChange = Pick<MeetingChangeLine, 'kind' | 'woman' | 'worker' | 'programme' | 'criterion' | 'number'>

/** A change as one sentence, without who and when. */
export function changeWords(t: T, change: SaidChange): string {
  return t(`matching.change.${change.kind}`, {
    woman: change.woman?.name ?? '',
    worker: change.worker?.name ?? '',
    programme: change.programme?.[t.language] ?? '',
    criterion: change.criterion ? t(`match.criterion.${change.criterion}`) : '',
    count: change.number ?? 0,
  })
}

/** A change that nobody has made yet, with the names that the meeting knows. */
export function unmade(meeting: OpenMeeting, change: MeetingChange): SaidChange {
  const { trajectoryId, workerId, programmeId, version }: Partial<Record<string, unknown>> = change
  return {
    kind: change.kind,
    woman: meeting.women.find((one) => one.trajectoryId === trajectoryId) ?? null,
    worker: meeting.workers.find((one) => one.workerId === workerId) ?? null,
    programme:
      meeting.programmes.find((one) => one.programmeId === programmeId && one.version === version)?.label ??
      null,
    criterion: change.kind === 'weight' ? change.criterion : null,
    number: change.kind === 'weight' ? change.percent : change.kind === 'capacity' ? change.places : null,
  }
}

/** Why, in words; a weight is its own reason. */
export const reasonWords = (t: T, { kind, reason }: Pick<MeetingChangeLine, 'kind' | 'reason'>): string =>
  reason === null ? '' : reasonLabel(t, kind === 'capacity' || kind === 'leave-out' ? kind : 'choice', reason)

/** A reason that is a criterion says that it counted for more than its weight. */
export function reasonLabel(t: T, kind: 'choice' | 'capacity' | 'leave-out', reason: string): string {
  const key = `matching.reason.${kind}.${reason}`
  if (t.has(key)) return t(key)
  const criterion = `match.criterion.${reason}`
  return t.has(criterion) ? t('matching.reason.criterion', { criterion: t(criterion) }) : reason
}

/** The change that was made or undone last. */
export function lastDeed({ changes }: Pick<OpenMeeting, 'changes'>): MeetingChangeLine | null {
  const when = ({ at, undone }: MeetingChangeLine) => (undone?.at ?? at).epochMilliseconds
  return changes.reduce<MeetingChangeLine | null>(
    (last, one) => (last === null || when(one) > when(last) ? one : last),
    null,
  )
}

export const changeOf = (
  { changes }: Pick<OpenMeeting, 'changes'>,
  changeId: string | null,
): MeetingChangeLine | null => changes.find((one) => one.changeId === changeId) ?? null

type Because = MeetingRanking['others'][number]['because'] | MeetingBlockCount['code']

/** Why it can't be, in a few words. What a sealed rule is about is said nowhere. */
export const becauseWords = (t: T, because: Because): string => {
  const key = `match.block.${because}`
  return t.has(key) ? t(key) : t(`matching.because.${because as OwnBecause}`)
}
type OwnBecause =
  | 'forbidden-by-hand'
  | 'not-near'
  | 'no-place-left'
  | 'left-out'
  | 'gate-missing'
  | 'gate-expired'

/** When something was written down, in the organisation's own time. */
export const momentWords = (t: T, at: Temporal.Instant, zone: string): string => {
  const local = at.toZonedDateTimeISO(zone)
  return `${t.day(local.toPlainDate())} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** A postcode area with its place; of a home that nobody may find, only the region. */
export const spotWords = (spot: MeetingSpot | null): string =>
  spot ? [spot.area, spot.place].filter(Boolean).join(' ') : ''
