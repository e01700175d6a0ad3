import type { Day } from '#domain/day.ts'
import { Heading, Notice, Text } from '#pages/look/parts.tsx'
import { whenWords } from '#pages/supervision/supervision-list.tsx'
import type { T } from '#pages/words/words.ts'
import type { MySupervision } from '#usecases/supervision/list-my-supervision.ts'

/** On her own page: that it is time again, what is planned with her, and what was agreed. */
export const OwnSupervision = ({ t, today, mine }: { t: T; today: Day; mine: MySupervision }) => {
  const { planned, agreed, obligation } = mine
  if (planned.length === 0 && !agreed && !obligation) return null
  return (
    <section>
      <Heading>{t('supervision.title')}</Heading>
      {obligation?.pressing && planned.length === 0 && (
        <Notice tone="attention" title={t('supervision.own-late')}>
          <Text>{t('supervision.own-late-text', { day: t.day(obligation.by, today) })}</Text>
        </Notice>
      )}
      {obligation && !obligation.pressing && (
        <Text>{t('supervision.own-by', { day: t.day(obligation.by, today) })}</Text>
      )}
      {planned.length > 0 && (
        <>
          <Text>{t('supervision.own')}</Text>
          <ul class="naast-list">
            {planned.map(({ id, kind, on, at, place, ledBy }) => (
              <li key={id}>
                {[
                  t('supervision.own-line', {
                    what: t(`supervision.kind.${kind}`),
                    when: whenWords(t, { on, at }, today),
                  }),
                  place,
                  ledBy,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {agreed && (
        <details>
          <summary>{t('supervision.own-agreed')}</summary>
          <Text>{agreed.words}</Text>
        </details>
      )}
    </section>
  )
}
