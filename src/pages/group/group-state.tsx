import type { GateToMend } from '#domain/group/enrolment-gates.ts'
import type { GroupState } from '#domain/group/group.ts'
import type { PlaceState } from '#domain/group/group-place.ts'
import type { SessionState } from '#domain/group/session.ts'
import { Tag, type Tone } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'

const groupTones: Record<GroupState, Tone> = {
  planned: 'neutral',
  recruiting: 'info',
  confirmed: 'info',
  running: 'info',
  completed: 'done',
  stopped: 'neutral',
}
export const GroupTag = ({ t, state }: { t: T; state: GroupState }) => (
  <Tag tone={groupTones[state]}>{t(`group.state.${state}`)}</Tag>
)

const placeTones: Record<PlaceState, Tone> = {
  candidate: 'attention',
  enrolled: 'info',
  active: 'info',
  completed: 'done',
  left: 'neutral',
  withdrawn: 'neutral',
}
export const PlaceTag = ({ t, state }: { t: T; state: PlaceState }) => (
  <Tag tone={placeTones[state]}>{t(`group.place.${state}`)}</Tag>
)

const sessionTones: Record<SessionState, Tone> = { planned: 'neutral', held: 'done', cancelled: 'neutral' }
export const SessionTag = ({ t, state }: { t: T; state: SessionState }) => (
  <Tag tone={sessionTones[state]}>{t(`group.session-state.${state}`)}</Tag>
)

/** What stands in the way, and who mends it. */
export const Gates = ({ t, gates }: { t: T; gates: readonly GateToMend[] }) => (
  <ul class="naast-list">
    {gates.map(({ gate, care, mend }) => (
      <li key={`${gate}${care?.nl ?? ''}`}>
        {t(`group.gate.${gate}`, { care: care?.[t.language] ?? '' })}{' '}
        <span class="naast-quiet">{t(`group.mend.${mend}`)}</span>
      </li>
    ))}
  </ul>
)

export const sessionMoment = (
  t: T,
  today: Temporal.PlainDate,
  { on, at }: { readonly on: Temporal.PlainDate; readonly at: string | null },
): string => (at ? t('group.session-at', { day: t.day(on, today), time: at }) : t.day(on, today))
