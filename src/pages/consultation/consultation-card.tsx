import { ButtonLink, Card, Summary, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { ShownConsultation } from '#usecases/consultation/list-consultations.ts'

const tones: Record<ShownConsultation['state'], Tone> = {
  asked: 'info',
  answered: 'done',
  dropped: 'neutral',
}

/** Who was asked: whoever is named, the organisation, or both. */
export const expertWords = (t: T, { person, party }: Pick<ShownConsultation, 'person' | 'party'>): string =>
  [person, party].filter(Boolean).join(', ') || t('consultation.erased')

/** One question to an expert: what was asked, of whom, and what was advised. */
export const ConsultationCard = ({ t, id, one }: { t: T; id: string; one: ShownConsultation }) => {
  const dropped = `consultation.drop.${one.droppedCode}`
  return (
    <Card
      title={one.label[t.language]}
      tag={<Tag tone={tones[one.state]}>{t(`consultation.state.${one.state}`)}</Tag>}
      {...(one.overdue ? { tone: 'attention' as const } : {})}
      action={
        one.steps.length > 0 && (
          <ButtonLink href={paths.consultation.one(id, one.id)} kind="secondary">
            {t('consultation.step')}
          </ButtonLink>
        )
      }
    >
      {one.overdue && (
        <Text>
          <Tag tone="attention">{t('consultation.overdue')}</Tag>
        </Text>
      )}
      <Summary
        rows={[
          [t('consultation.party'), expertWords(t, one)],
          [t('consultation.telling'), t(`consultation.telling.${one.telling}`)],
          [t('consultation.question'), one.question ?? t('consultation.erased')],
          [t('consultation.asked-on'), t.longDay(one.askedOn)],
          one.by && [t('consultation.by'), t.longDay(one.by)],
          one.checkOn && !(one.by && one.checkOn.equals(one.by))
            ? [t('consultation.check-on'), t.longDay(one.checkOn)]
            : null,
          one.answeredOn && [t('consultation.answered-on'), t.longDay(one.answeredOn)],
          one.answeredOn && [t('consultation.advice'), one.advice ?? t('consultation.erased')],
          one.days !== null ? [t('consultation.took'), t('consultation.days', { count: one.days })] : null,
          one.droppedCode && t.has(dropped) ? [t('consultation.dropped'), t(dropped)] : null,
        ]}
      />
    </Card>
  )
}
