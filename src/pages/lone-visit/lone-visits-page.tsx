import type { Day } from '#domain/day.ts'
import { isOpen } from '#domain/lone-visit/lone-alert.ts'
import { clockTime } from '#pages/concern/clock-time.ts'
import { Card, Empty, Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { type LoneVisitsPage, listLoneVisits } from '#usecases/lone-visit/list-lone-visits.ts'

/** Who is alone on the way: who must be called first, then who is inside until when. Never where. */
async function show({ context, actor, t, today }: StaffRequest) {
  const { inside, alerts, unannounced } = await listLoneVisits(context, actor, {})
  return page(
    t('lone.list'),
    <>
      <Heading level={1}>{t('lone.list')}</Heading>
      <Text lead>{t('lone.list-lead')}</Text>
      <Heading>{t('lone.alerts')}</Heading>
      {alerts.length === 0 && <Empty title={t('lone.alerts-none')} />}
      {alerts.map((alert) => (
        <Alert key={alert.id} t={t} alert={alert} />
      ))}
      <Heading>{t('lone.inside')}</Heading>
      <Table
        caption={t('lone.inside')}
        alone
        rows={inside}
        empty={<Empty title={t('lone.inside-none')} />}
        columns={[
          { heading: t('lone.who'), cell: ({ name }) => name },
          { heading: t('lone.until'), cell: ({ expectedAt }) => clockTime(expectedAt) },
          {
            heading: t('lone.how'),
            cell: ({ standing }) => (
              <Tag tone={standing === 'inside' ? 'info' : 'attention'}>{t(`lone.standing.${standing}`)}</Tag>
            ),
          },
        ]}
      />
      <Unannounced t={t} today={today} lines={unannounced} />
      <Link href={paths.onCall.list()}>{t('on-call.title')}</Link>
    </>,
    { place: paths.today() },
  )
}

const Alert = ({ t, alert }: { t: T; alert: LoneVisitsPage['alerts'][number] }) => (
  <Card
    level={3}
    title={t(isOpen(alert.state) ? 'lone.alert-about' : 'lone.alert-was-about', { name: alert.name })}
    href={paths.loneVisit.alert(alert.id)}
    tag={
      <Tag tone={alert.state === 'raised' ? 'danger' : alert.state === 'taken_up' ? 'attention' : 'done'}>
        {t(`lone.state.${alert.state}`)}
      </Tag>
    }
  >
    <Text>{`${clockTime(alert.raisedAt)}: ${t(`lone.because.${alert.because}`)}`}</Text>
  </Card>
)

interface UnannouncedProps {
  readonly t: T
  readonly today: Day
  readonly lines: LoneVisitsPage['unannounced']
}
const Unannounced = ({ t, today, lines }: UnannouncedProps) => (
  <section>
    <Heading>{t('lone.unannounced')}</Heading>
    <Text quiet>{t('lone.unannounced-text')}</Text>
    <Table
      caption={t('lone.unannounced')}
      alone
      rows={lines}
      empty={<Empty title={t('lone.unannounced-none')} />}
      columns={[
        { heading: t('lone.who'), cell: ({ name }) => name },
        { heading: t('lone.visits'), cell: ({ visits }) => String(visits) },
        { heading: t('lone.last'), cell: ({ last }) => t.day(last, today) },
      ]}
    />
  </section>
)

export const loneVisitsRoutes: readonly Route[] = [
  staffRoute({ path: paths.loneVisit.list(), who: ['coordinator', 'safeguarding_lead'], get: show }),
]
