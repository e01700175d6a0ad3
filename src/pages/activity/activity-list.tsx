import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { crecheWords, meetingMoment, seatsWords } from '#pages/activity/meeting-words.tsx'
import { ButtonLink, Card, Empty, Heading, Link, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listActivities } from '#usecases/activity/list-activities.ts'
import { readActivityTerms } from '#usecases/activity/read-activity-terms.ts'

/** What there is to do for families: what comes next first, what stopped at the end. */
async function show({ context, actor, t, today }: StaffRequest) {
  const all = await listActivities(context, actor, {})
  const { programmes } = activityPolicy.plan(actor)
    ? await readActivityTerms(context, actor, {})
    : { programmes: [] }
  const going = all.filter(({ stoppedOn, next, toCount }) => stoppedOn === null && (next || toCount > 0))
  const over = all.filter((one) => !going.includes(one))
  return page(
    t('activity.title'),
    <>
      <Heading level={1}>{t('activity.title')}</Heading>
      <Text lead>{t('activity.lead')}</Text>
      {programmes.length > 0 && (
        <p class="naast-actions">
          <ButtonLink href={paths.activity.plan()}>{t('activity.plan')}</ButtonLink>
        </p>
      )}
      {going.length === 0 && (
        <Empty title={t('activity.none')}>
          {activityPolicy.plan(actor) && programmes.length === 0 && <Text>{t('activity.no-programme')}</Text>}
        </Empty>
      )}
      {going.map((one) => (
        <Card
          key={one.id}
          title={one.title}
          href={paths.activity.one(one.id)}
          tag={<Tag>{t(`activity.kind.${one.kind}`)}</Tag>}
        >
          {one.next && (
            <Text>
              <Link href={paths.activity.meeting(one.next.id)}>{meetingMoment(t, today, one.next)}</Link>.{' '}
              {seatsWords(t, one, one.next)}. {crecheWords(t, one, one.next)}.
            </Text>
          )}
          {one.toCount > 0 && (
            <Text>
              <Tag tone="attention">{t('activity.to-count', { count: one.toCount })}</Tag>
            </Text>
          )}
          {!one.led && <Text quiet>{t('activity.nobody-leads')}</Text>}
        </Card>
      ))}
      {over.length > 0 && (
        <details class="naast-more">
          <summary>{t('activity.over', { count: over.length })}</summary>
          <ul class="naast-list">
            {over.map(({ id, title }) => (
              <li key={id}>
                <Link href={paths.activity.one(id)}>{title}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Link href={paths.group.list()}>{t('group.title')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

export const activityListRoutes: readonly Route[] = [
  staffRoute({ path: paths.activity.list(), who: ['coordinator', 'worker'], get: show }),
]
