import { ButtonLink, Card, Summary, Table, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { ShownArrangement } from '#usecases/arrangement/list-arrangements.ts'

const tones: Record<ShownArrangement['state'], Tone> = {
  asked: 'info',
  applied: 'info',
  granted: 'attention',
  refused: 'neutral',
  started: 'done',
  ended: 'neutral',
  dropped: 'neutral',
}

/** Of whom it was asked: whoever is named, the organisation, or both. */
export const partyWords = (t: T, { person, party }: Pick<ShownArrangement, 'person' | 'party'>): string =>
  [person, party].filter(Boolean).join(', ') || t('arrangement.erased')

/** One thing that was asked: where it stands, on which days, and how long each part took. */
export const ArrangementCard = ({ t, id, one }: { t: T; id: string; one: ShownArrangement }) => (
  <Card
    title={one.label[t.language]}
    tag={<Tag tone={tones[one.state]}>{t(`arrangement.state.${one.state}`)}</Tag>}
    {...(one.overdue ? { tone: 'attention' as const } : {})}
    action={
      one.steps.length > 0 && (
        <ButtonLink href={paths.arrangement.one(id, one.id)} kind="secondary">
          {t('arrangement.step')}
        </ButtonLink>
      )
    }
  >
    <ArrangementFacts t={t} one={one} />
    <Stretches t={t} one={one} />
  </Card>
)

const ArrangementFacts = ({ t, one }: { t: T; one: ShownArrangement }) => {
  const dropped = `arrangement.drop.${one.droppedCode}`
  const on = (key: 'needed' | 'asked' | 'applied' | 'started' | 'ended', day: typeof one.endedOn) =>
    [t(`arrangement.${key}-on`), day && t.longDay(day)] as const
  return (
    <>
      {one.overdue && (
        <Text>
          <Tag tone="attention">{t('arrangement.overdue')}</Tag>
        </Text>
      )}
      <Summary
        rows={[
          [t('arrangement.purpose'), one.purpose ?? t('arrangement.erased')],
          [t('arrangement.party'), partyWords(t, one)],
          on('needed', one.neededOn),
          on('asked', one.askedOn),
          on('applied', one.appliedOn),
          one.decidedOn && [
            t(one.state === 'refused' ? 'arrangement.refused-on' : 'arrangement.granted-on'),
            t.longDay(one.decidedOn),
          ],
          on('started', one.startedOn),
          on('ended', one.endedOn),
          one.by && [t('arrangement.by'), t.longDay(one.by)],
          one.checkOn && !(one.by && one.checkOn.equals(one.by))
            ? [t('arrangement.check-on'), t.longDay(one.checkOn)]
            : null,
          one.droppedCode && t.has(dropped) ? [t('arrangement.dropped'), t(dropped)] : null,
          one.daysToHelp !== null
            ? [t('arrangement.help-days'), t('arrangement.days', { count: one.daysToHelp })]
            : null,
        ]}
      />
    </>
  )
}

const Stretches = ({ t, one }: { t: T; one: ShownArrangement }) => (
  <Table
    caption={t('arrangement.stretches')}
    rows={one.stretches}
    empty={null}
    columns={[
      { heading: t('arrangement.stretch'), cell: ({ stretch }) => t(`arrangement.stretch.${stretch}`) },
      {
        heading: t('arrangement.took'),
        cell: ({ days, open }) => {
          const words = t('arrangement.days', { count: days })
          return open ? t('arrangement.so-far', { days: words }) : words
        },
      },
      {
        heading: t('arrangement.term'),
        cell: ({ term }) =>
          term === null ? t('arrangement.no-term') : t('arrangement.days', { count: term }),
      },
    ]}
  />
)
