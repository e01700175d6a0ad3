import { formOf } from '#pages/form-data.ts'
import { ErrorSummary } from '#pages/look/form.tsx'
import { Empty, Heading, Link, Table, Text } from '#pages/look/parts.tsx'
import { matchStateWord } from '#pages/match/waiting-list.tsx'
import { ChangeLine } from '#pages/matching-meeting/changes-page.tsx'
import { Notes } from '#pages/matching-meeting/notes-page.tsx'
import { type PageAnswer, page, type StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { EndedMeeting } from '#usecases/matching-meeting/meeting-view.ts'

/** What came of a meeting, and how those proposals stand today. */
export function endedPage(
  request: StaffRequest,
  meeting: EndedMeeting,
  problem: Problem = noProblem,
): PageAnswer {
  const { t, today, host } = request
  const title = t('matching.title', { day: t.day(meeting.openedOn, today) })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <ErrorSummary state={{ t, form: formOf(null), problem }} />
      <Text lead>
        {t(meeting.state === 'published' ? 'matching.published-on' : 'matching.dropped-on', {
          day: t.day(meeting.endedOn, today),
          by: meeting.endedBy ?? '—',
        })}
      </Text>
      {meeting.state === 'published' && (
        <Table
          caption={t('matching.proposed-pairs', { count: meeting.pairs.length })}
          rows={meeting.pairs}
          empty={<Empty title={t('matching.nothing-to-publish')} />}
          columns={[
            { heading: t('match.column.name'), cell: ({ woman }) => woman.name },
            { heading: t('matching.column.with'), cell: ({ worker }) => worker.name },
            {
              heading: t('match.column.now'),
              cell: ({ matchId, matchState }) => (
                <Link href={paths.match.proposal(matchId)}>{matchStateWord(t, matchState)}</Link>
              ),
            },
          ]}
        />
      )}
      <Heading>{t('matching.tab-changes')}</Heading>
      {meeting.changes.length === 0 ? (
        <Text quiet>{t('matching.no-changes')}</Text>
      ) : (
        <ol class="naast-plain-list">
          {meeting.changes.map((change) => (
            <li key={change.changeId} class="naast-card">
              <ChangeLine t={t} change={change} zone={host.zone} />
            </li>
          ))}
        </ol>
      )}
      <Heading>{t('matching.tab-notes')}</Heading>
      <Notes t={t} notes={meeting.notes} zone={host.zone} />
      <Link href={paths.meeting.list()}>{t('matching.all-meetings')}</Link>
    </>,
    { place: paths.match.waiting() },
  )
}
