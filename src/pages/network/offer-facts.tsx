import { Summary, Tag, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { OfferView } from '#usecases/network/offer-view.ts'

/** What somebody at the desk must know before she sends a woman there: for whom, where, how long, and since when we know. */
export const OfferFacts = ({ t, today, offer }: { t: T; today: Temporal.PlainDate; offer: OfferView }) => (
  <>
    {offer.words && <Text>{offer.words}</Text>}
    <Summary
      rows={[
        [t('network.target'), t(`help.target.${offer.target}`)],
        [
          t('network.languages'),
          offer.languages.map((code) => t.languageName(code)).join(', ') || t('network.not-known'),
        ],
        [t('network.areas'), offer.reach.join(', ') || t('network.everywhere')],
        [
          t('network.waiting'),
          offer.waitingWeeks === null || offer.waitingAskedOn === null
            ? t('network.not-known')
            : t(offer.waitingWeeks === 0 ? 'network.no-waiting' : 'network.weeks', {
                count: offer.waitingWeeks,
                day: t.day(offer.waitingAskedOn, today),
              }),
        ],
        [
          t('network.confirmed'),
          <>
            {t.day(offer.confirmedOn, today)}{' '}
            {offer.stale && <Tag tone="attention">{t('network.stale')}</Tag>}
          </>,
        ],
      ]}
    />
  </>
)
