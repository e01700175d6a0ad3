import { rhythmNames, rhythms } from '#domain/activity/activity.ts'
import type { HeadCount } from '#domain/activity/head-count.ts'
import { Tag, type Tone } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { ActivityLine, MeetingLine } from '#usecases/activity/activity-lines.ts'

const tones: Record<MeetingLine['state'], Tone> = { planned: 'neutral', held: 'done', cancelled: 'neutral' }
export const MeetingTag = ({ t, state }: { t: T; state: MeetingLine['state'] }) => (
  <Tag tone={tones[state]}>{t(`activity.state.${state}`)}</Tag>
)

export const meetingMoment = (
  t: T,
  today: Temporal.PlainDate,
  { on, at }: { readonly on: Temporal.PlainDate; readonly at: string | null },
): string => (at ? t('group.session-at', { day: t.day(on, today), time: at }) : t.day(on, today))

/** How full it is; without a limit everybody is welcome. */
export const seatsWords = (
  t: T,
  { seats }: Pick<ActivityLine, 'seats'>,
  { taken, waiting }: Pick<MeetingLine, 'taken' | 'waiting'>,
): string =>
  [
    seats === null ? t('activity.signed-up', { count: taken }) : t('activity.seats-of', { taken, seats }),
    waiting > 0 ? t('activity.waiting', { count: waiting }) : '',
  ]
    .filter(Boolean)
    .join(', ')

export const crecheWords = (
  t: T,
  { crechePlaces }: Pick<ActivityLine, 'crechePlaces'>,
  { crecheTaken }: Pick<MeetingLine, 'crecheTaken'>,
): string =>
  crechePlaces === null
    ? t('activity.creche-none')
    : t('activity.creche-of', { taken: crecheTaken, places: crechePlaces })

/** The same where 'crèche' stands beside it already. */
export const crecheCount = (
  t: T,
  { crechePlaces }: Pick<ActivityLine, 'crechePlaces'>,
  { crecheTaken }: Pick<MeetingLine, 'crecheTaken'>,
): string =>
  crechePlaces === null
    ? t('activity.creche-none')
    : t('activity.creche-count', { taken: crecheTaken, places: crechePlaces })

export const countWords = (t: T, { named, others, children, total }: HeadCount): string =>
  t('activity.counted', { named, others, children, total })

export const rhythmWords = (t: T, { cadenceDays }: Pick<ActivityLine, 'cadenceDays'>): string => {
  const known = rhythmNames.find((name) => rhythms[name] === cadenceDays)
  return known ? t(`activity.rhythm.${known}`) : t('group.cadence-days', { count: cadenceDays ?? 0 })
}
