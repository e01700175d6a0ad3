import type { Day } from '#domain/day.ts'
import type { MeldcodeEntryKind } from '#domain/meldcode/meldcode.ts'
import { weighingQuestions } from '#domain/meldcode/weighing.ts'
import { Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { MeldcodeEntryLine, MeldcodePage } from '#usecases/meldcode/read-meldcode.ts'

interface Props {
  readonly t: T
  readonly today: Day
  readonly entries: readonly MeldcodeEntryLine[]
}

/** What was written down, each with its day and who did it, and the words as they were said. */
export const EntryList = ({ t, today, entries }: Props) =>
  entries.length === 0 ? (
    <Text quiet>{t('meldcode.nothing-yet')}</Text>
  ) : (
    <ul class="naast-list">
      {entries.map((entry) => (
        <li key={entry.id}>
          {t('meldcode.entry', {
            day: t.day(entry.on, today),
            name: entry.by,
            what: entryWords(t, today, entry),
          })}
          {entry.words && <blockquote class="naast-quote">{entry.words}</blockquote>}
        </li>
      ))}
    </ul>
  )

/** Words of one kind of thing, of which each code has its own. */
const coded = ['signal', 'consulted', 'talked', 'told', 'decided_report', 'decided_help', 'heard', 'closed']

function entryWords(t: T, today: Day, { kind, code, reason, until, member }: MeldcodeEntryLine): string {
  const own = `meldcode.${kind}.${code}`
  const why = `meldcode.${reasonStem(kind)}.${reason}`
  return [
    coded.includes(kind) && t.has(own) ? t(own) : t(`meldcode.entry.${kind}`, { name: member ?? '—' }),
    reason && t.has(why) ? `(${t(why)})` : '',
    until ? t('meldcode.entry-until', { day: t.day(until, today) }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

const reasonStem = (kind: MeldcodeEntryKind): string =>
  kind === 'decided_report' || kind === 'decided_help' ? 'why' : 'silence'

/** The five questions with the answers that count now. */
export const WeighingAnswers = ({ t, meldcode }: { t: T; meldcode: MeldcodePage }) => (
  <>
    <ol class="naast-list">
      {weighingQuestions.map((question) => {
        const answer = meldcode.known.weighing[question]
        return (
          <li key={question}>
            {t(`meldcode.weigh.${question}`)}{' '}
            {answer ? (
              <strong>{t(`meldcode.answer.${answer}`)}</strong>
            ) : (
              <span class="naast-quiet">{t('meldcode.answer.none')}</span>
            )}
          </li>
        )
      })}
    </ol>
    {meldcode.leadsTo && <Text>{t(`meldcode.leads.${meldcode.leadsTo}`)}</Text>}
  </>
)
