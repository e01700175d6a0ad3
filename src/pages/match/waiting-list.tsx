import type { Urgency } from '#domain/match/urgency.ts'
import { Empty, Heading, Link, Table, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listWaiting, type WaitingLine } from '#usecases/match/list-waiting.ts'

export const urgencyTone: Record<Urgency, Tone> = {
  time_running: 'attention',
  long_waiting: 'attention',
  normal: 'neutral',
}

async function show({ context, actor, t }: StaffRequest) {
  const waiting = await listWaiting(context, actor, {})
  return page(
    t('match.waiting'),
    <>
      <Heading level={1}>
        {waiting.length === 0 ? t('match.waiting') : t('match.waiting-heading', { count: waiting.length })}
      </Heading>
      {waiting.some((one) => !one.group && !one.match) && (
        <p class="utrecht-paragraph">
          <Link href={paths.meeting.list()}>{t('matching.to-meeting')}</Link>
        </p>
      )}
      <Table
        caption={t('match.waiting')}
        alone
        rows={waiting}
        empty={
          <Empty title={t('match.waiting-empty')}>
            <Text>{t('match.waiting-empty-hint')}</Text>
          </Empty>
        }
        columns={[
          {
            heading: t('match.column.name'),
            cell: (one) => (
              <Link href={one.group ? groupPath(one.group) : paths.match.one(one.id)}>{one.name}</Link>
            ),
          },
          {
            heading: t('match.column.days'),
            cell: (one) => t('match.days', { count: one.waitingDays }),
            numeric: true,
          },
          {
            heading: t('match.column.language'),
            cell: (one) => one.languages.map((code) => t.languageName(code)).join(', ') || '—',
          },
          {
            heading: t('match.column.urgency'),
            cell: ({ urgency }) => <Tag tone={urgencyTone[urgency]}>{t(`match.urgency.${urgency}`)}</Tag>,
          },
          { heading: t('match.column.where'), cell: (one) => one.area ?? '—' },
          {
            heading: t('match.column.now'),
            cell: ({ match, group }) =>
              group ? (
                <Link href={groupPath(group)}>
                  {group.place ? t(`group.place.${group.place.state}`) : t('group.looking')}
                </Link>
              ) : match ? (
                <Link href={paths.match.proposal(match.id)}>{matchStateWord(t, match.state)}</Link>
              ) : (
                t('match.looking')
              ),
          },
        ]}
      />
    </>,
  )
}

/** Who waits for a group is prepared on her place's page, once there is one. */
const groupPath = ({ place }: NonNullable<WaitingLine['group']>): string =>
  place ? paths.group.place(place.id) : paths.group.list()

export function matchStateWord(t: StaffRequest['t'], state: string): string {
  const key = `match.state.${state}`
  return t.has(key) ? t(key) : state
}

export const waitingListRoutes: readonly Route[] = [
  staffRoute({ path: paths.match.waiting(), who: ['coordinator'], get: show }),
]
