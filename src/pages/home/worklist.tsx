import type { Pressure, WorkLine, WorkSource } from '#domain/worklist/work-line.ts'
import { allOf, workItem } from '#pages/home/work-items.ts'
import { ButtonLink, Card, Empty, Heading, Link, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

const tones: Record<Pressure, Tone> = {
  danger: 'danger',
  urgent: 'attention',
  due: 'info',
  waiting: 'neutral',
}

interface Props {
  t: T
  today: Temporal.PlainDate
  lines: readonly WorkLine[]
  more: readonly WorkSource['from'][]
  /** She reads in lists: with nothing at all to do, that is where to begin. */
  imports: boolean
}

/** A heading that counts, then cards in order of danger; what can wait stands folded beneath. */
export const Worklist = ({ t, today, lines, more, imports }: Props) => {
  const now = lines.filter((line) => line.pressure !== 'waiting')
  const later = lines.filter((line) => line.pressure === 'waiting')
  const urgent = lines.filter(({ pressure }) => pressure === 'urgent' || pressure === 'danger').length
  const cards = (some: readonly WorkLine[]) =>
    some.map((line) => <Item key={`${line.source.from}-${line.id}`} t={t} today={today} line={line} />)
  return (
    <>
      <Heading level={1}>
        {now.length > 0 ? t('home.heading', { count: now.length }) : t('home.heading-none')}
      </Heading>
      {urgent > 0 && <Text lead>{t('home.urgent', { count: urgent })}</Text>}
      {more.length > 0 && <More t={t} more={more} />}
      {lines.filter(isUnmatched).length > 1 && (
        <p class="utrecht-paragraph">
          <Link href={paths.meeting.list()}>{t('matching.to-meeting')}</Link>
        </p>
      )}
      {now.length === 0 && (
        <Empty title={t('home.none')}>
          {imports && lines.length === 0 && (
            <>
              <Text>{t('home.first-step')}</Text>
              <ButtonLink href={paths.import.start()} kind="secondary">
                {t('home.import')}
              </ButtonLink>
            </>
          )}
        </Empty>
      )}
      {cards(now)}
      {later.length > 0 && (
        <details class="naast-more" open={now.length === 0}>
          <summary>{t('home.more', { count: later.length })}</summary>
          {cards(later)}
        </details>
      )}
    </>
  )
}

/** Waits for somebody, and nobody is proposed: two of those are looked at together. */
const isUnmatched = ({ source }: WorkLine): boolean => source.from === 'waiting' && source.match === null

/** Without its capital, unless it begins with letters that are always capitals, such as VOG. */
const inSentence = (words: string): string =>
  words.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase())

/** What this page doesn't show, and where it stands. */
const More = ({ t, more }: Pick<Props, 't' | 'more'>) => (
  <div>
    <Text>{t('home.others')}</Text>
    <ul class="naast-list">
      {more.map((from) => {
        const href = allOf[from]
        const words = t(`home.others.${from}`)
        return <li key={from}>{href ? <Link href={href}>{words}</Link> : words}</li>
      })}
    </ul>
  </div>
)

const Item = ({ t, today, line }: Pick<Props, 't' | 'today'> & { line: WorkLine }) => {
  const { what, why, href, action } = workItem(t, line)
  return (
    <Card
      title={line.name ? `${line.name}: ${inSentence(what)}` : what}
      {...(line.pressure === 'danger' ? { tone: 'danger' as const } : {})}
      tag={<Tag tone={tones[line.pressure]}>{t(`home.pressure.${line.pressure}`)}</Tag>}
      action={
        <ButtonLink href={href} kind="secondary">
          {action}
        </ButtonLink>
      }
    >
      <Text>
        {why} {line.by && <span class="naast-quiet">{t('home.by', { day: t.day(line.by, today) })}</span>}
      </Text>
    </Card>
  )
}
