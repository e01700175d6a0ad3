import { SessionTag, sessionMoment } from '#pages/group/group-state.tsx'
import { Link, Table } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { SessionLine } from '#usecases/group/session-line.ts'

interface Props {
  readonly t: T
  readonly today: Temporal.PlainDate
  readonly sessions: readonly SessionLine[]
}

/** The sessions one by one: first as a row of shapes, then the same in words. */
export const SessionsView = ({ t, today, sessions }: Props) => (
  <section>
    <ol class="naast-sessions" aria-hidden="true">
      {sessions.map((one) => (
        <li key={one.id} class={`naast-sessions__one naast-sessions__one--${one.state}`}>
          {one.number}
        </li>
      ))}
    </ol>
    <Table
      caption={t('group.sessions')}
      rows={sessions}
      empty={null}
      columns={[
        {
          heading: t('group.session-column.what'),
          cell: (one) => (
            <Link href={paths.group.session(one.id)}>
              {one.number}. {one.theme?.[t.language] ?? t('group.session')}
            </Link>
          ),
        },
        { heading: t('group.session-column.when'), cell: (one) => sessionMoment(t, today, one) },
        { heading: t('group.session-column.state'), cell: (one) => <SessionTag t={t} state={one.state} /> },
        {
          heading: t('group.session-column.there'),
          cell: (one) =>
            one.state === 'held'
              ? t('group.session-there', {
                  present: one.present,
                  all: one.present + one.absentNotified + one.absentUnnotified,
                })
              : '—',
        },
      ]}
    />
  </section>
)
