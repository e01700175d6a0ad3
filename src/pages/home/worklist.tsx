import type { Pressure, WorkItem } from '#pages/home/work-item.ts'
import { ButtonLink, Card, Empty, Heading, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

const tones: Record<Pressure, Tone> = { urgent: 'attention', due: 'info', waiting: 'neutral' }

/** A heading that counts, then cards in order of danger; what can wait stands folded beneath. */
export const Worklist = ({
  t,
  today,
  items,
}: {
  t: T
  today: Temporal.PlainDate
  items: readonly WorkItem[]
}) => {
  const now = items.filter((item) => item.pressure !== 'waiting')
  const later = items.filter((item) => item.pressure === 'waiting')
  const urgent = items.filter((item) => item.pressure === 'urgent').length
  const cards = (some: readonly WorkItem[]) =>
    some.map((item) => <Item key={item.key} t={t} today={today} item={item} />)
  return (
    <>
      <Heading level={1}>
        {now.length > 0 ? t('home.heading', { count: now.length }) : t('home.heading-none')}
      </Heading>
      {urgent > 0 && <Text lead>{t('home.urgent', { count: urgent })}</Text>}
      {now.length === 0 && (
        <Empty title={t('home.none')}>
          {items.length === 0 && (
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

const Item = ({ t, today, item }: { t: T; today: Temporal.PlainDate; item: WorkItem }) => (
  <Card
    title={item.who === '' ? item.what : `${item.who}: ${item.what.toLowerCase()}`}
    tag={<Tag tone={tones[item.pressure]}>{t(`home.pressure.${item.pressure}`)}</Tag>}
    action={
      <ButtonLink href={item.href} kind="secondary">
        {item.action}
      </ButtonLink>
    }
  >
    <Text>
      {item.why} {item.by && <span class="naast-quiet">{t('home.by', { day: t.day(item.by, today) })}</span>}
    </Text>
  </Card>
)
