import { Heading, Text } from '#pages/look/parts.tsx'
import { totalsWords } from '#pages/matching-meeting/delta-words.ts'
import { type PageAnswer, page, type StaffRequest } from '#pages/page.ts'
import type { OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'

/**
 * To lie on the table: names, days and a line to write on. No languages, no districts, no reasons; nothing that
 * a sheet left behind would tell about anybody.
 */
export function paperPage({ t, today }: StaffRequest, meeting: OpenMeeting): PageAnswer {
  const title = t('matching.paper-title', { day: t.longDay(today) })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text>{totalsWords(t, meeting.totals)}</Text>
      <Text quiet>{t('matching.paper-hint')}</Text>
      <ol class="naast-list">
        {meeting.women.map((woman) => (
          <li key={woman.trajectoryId}>
            {shortName(woman.name)} ({t('match.days', { count: woman.waitingDays })}):{' '}
            <strong>{woman.proposed ? shortName(woman.proposed.worker.name) : t('matching.nobody')}</strong>
            <hr />
          </li>
        ))}
      </ol>
    </>,
    { frame: 'paper' },
  )
}

/** A first name and a letter: enough for who sits at the table. */
const shortName = (name: string): string => {
  const [first = '', ...rest] = name.split(/\s+/)
  const last = rest.at(-1)
  return last ? `${first} ${last.charAt(0)}.` : first
}
