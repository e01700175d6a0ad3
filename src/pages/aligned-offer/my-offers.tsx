import { Card, Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listMyAlignedOffers } from '#usecases/aligned-offer/list-my-aligned-offers.ts'

/** What somebody leads for men or children: when and where, and nothing of what it stands beside. */
async function show({ context, actor, t, today }: StaffRequest) {
  const offers = await listMyAlignedOffers(context, actor, {})
  return page(
    t('aligned.mine'),
    <>
      <Heading level={1}>{t('aligned.mine')}</Heading>
      {offers.length === 0 && (
        <Empty title={t('aligned.mine-none')}>
          <Text>{t('aligned.mine-hint')}</Text>
        </Empty>
      )}
      {offers.map((offer) => (
        <Card key={offer.id} title={offer.title}>
          {offer.location && <Text>{offer.location}</Text>}
          <ul class="naast-list">
            {offer.meetings.map(({ number, on, at }) => (
              <li key={number}>
                {t.day(on, today)} {at}
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <Link href={paths.group.list()}>{t('group.title')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

export const myOffersRoutes: readonly Route[] = [
  staffRoute({ path: paths.aligned.mine(), who: ['worker'], get: show }),
]
