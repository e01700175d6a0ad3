import type { Day } from '#domain/day.ts'
import { ButtonLink, Link, Notice, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { GroupPage } from '#usecases/group/read-group.ts'

interface Props {
  readonly t: T
  readonly today: Day
  readonly groupId: string
  readonly sessions: GroupPage['leadersAway']
  readonly mayChange: boolean
}

/** Days on which somebody who leads is away: the group is planned all the same, and somebody is asked to stand in. */
export const LeadersAway = ({ t, today, groupId, sessions, mayChange }: Props) =>
  sessions.length === 0 ? null : (
    <Notice
      tone={sessions.some(({ missing }) => missing > 0) ? 'attention' : undefined}
      title={t('group.leader-away')}
    >
      <ul class="naast-list">
        {sessions.map(({ sessionId, number, on, away, missing }) => (
          <li key={sessionId}>
            <Link href={paths.group.session(sessionId)}>
              {t('group.leader-away-at', { number, day: t.day(on, today), who: away.join(', ') })}
            </Link>{' '}
            {missing > 0 ? t('group.leader-away-ask', { count: missing }) : t('group.leader-away-enough')}
          </li>
        ))}
      </ul>
      {mayChange && (
        <Text>
          <ButtonLink href={paths.group.change(groupId)} kind="secondary">
            {t('group.leader-away-change')}
          </ButtonLink>
        </Text>
      )}
    </Notice>
  )
