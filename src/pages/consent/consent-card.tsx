import { consentWays } from '#domain/consent/consent.ts'
import type { Day } from '#domain/day.ts'
import { sharedItems } from '#domain/sharing/sharing.ts'
import { ButtonLink, Card, Link, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { Answer, RegisterEntry } from '#usecases/consent/list-consents.ts'

const tones: Record<Answer['state'], Tone> = {
  given: 'done',
  refused: 'neutral',
  withdrawn: 'attention',
  expired: 'attention',
}

const itemWords = (t: T, items: readonly string[]): string =>
  sharedItems
    .filter((item) => items.includes(item))
    .map((item) => t(`sharing.item.${item}`))
    .join(', ')

const said = (t: T, today: Day, answer: Answer): string => {
  const way = consentWays.find((one) => one === answer.how)
  const purpose = `sharing.purpose.${answer.purpose}`
  return [
    answer.organisation ?? (answer.party && t(`consent.party.${answer.party}`)),
    answer.purpose && t.has(purpose) && t(purpose),
    answer.items.length > 0 && t('consent.items', { items: itemWords(t, answer.items) }),
    t('consent.on', {
      state: t(`consent.state.${answer.state}`),
      day: t.day(answer.onDay, today),
      how: way ? t(`consent.how.${way}`) : answer.how,
    }),
    answer.interpreter && t('consent.interpreted', { language: t.languageName(answer.interpreter) }),
    answer.untilDay && t('consent.until-day', { day: t.day(answer.untilDay, today) }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** The way to the paper that she signed, if it is in her file. */
const Paper = ({ t, answer }: { t: T; answer: Answer }) =>
  answer.documentId ? <Link href={paths.document.one(answer.documentId)}>{t('document.in-file')}</Link> : null

/** One consent: what counts now in a word, since when, and everything she answered before. */
export const ConsentCard = ({
  t,
  today,
  entry,
  changeAt,
}: {
  t: T
  today: Day
  entry: RegisterEntry
  changeAt: string
}) => {
  const live = entry.answers.filter((answer) => answer.live)
  const earlier = entry.answers.filter((answer) => !answer.live)
  const [now] = live
  return (
    <Card
      title={t(`consent.${entry.code}`)}
      tag={
        now ? (
          <Tag tone={tones[now.state]}>{t(`consent.state.${now.state}`)}</Tag>
        ) : (
          <Tag tone={entry.need === 'required' ? 'attention' : 'neutral'}>{t('consent.none')}</Tag>
        )
      }
      action={
        entry.mayBecome.length > 0 && (
          <ButtonLink href={changeAt} kind="secondary">
            {t('consent.change')}
            <span class="naast-visually-hidden">: {t(`consent.${entry.code}`)}</span>
          </ButtonLink>
        )
      }
    >
      <Text quiet>{t(`consent.need.${entry.need}`)}</Text>
      {live.map((answer) => (
        <Text key={answer.id}>
          {said(t, today, answer)} <Paper t={t} answer={answer} />
        </Text>
      ))}
      {earlier.length > 0 && (
        <details>
          <summary>{t('consent.history')}</summary>
          <ul>
            {earlier.map((answer) => (
              <li key={answer.id}>
                {said(t, today, answer)} ({t('consent.text-version', { version: answer.textVersion })}){' '}
                <Paper t={t} answer={answer} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}
