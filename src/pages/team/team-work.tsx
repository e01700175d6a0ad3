import { Empty, Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listTeamWork } from '#usecases/team/list-team-work.ts'

/** For a coach: who is with her team, and who stands beside whom. A file opens only for her own women. */
export const teamWorkRoutes: readonly Route[] = [
  staffRoute({
    path: paths.team.work(),
    who: ['worker'],
    async get({ context, actor, t, today }) {
      const work = await listTeamWork(context, actor, {})
      return page(
        t('team.work'),
        <>
          <Heading level={1}>{t('team.work')}</Heading>
          <Text lead>{t('team.work-lead')}</Text>
          <Table
            caption={t('team.work')}
            alone
            rows={work}
            empty={
              <Empty title={t('team.work-empty')}>
                <Text>{t('team.work-empty-hint')}</Text>
              </Empty>
            }
            columns={[
              {
                heading: t('desk.column.name'),
                cell: (row) =>
                  row.mine ? <Link href={paths.trajectory.one(row.id)}>{row.name}</Link> : row.name,
              },
              { heading: t('team.one'), cell: (row) => row.team },
              {
                heading: t('team.beside-her'),
                cell: (row) => (row.mine ? <Tag tone="info">{t('team.mine')}</Tag> : (row.worker ?? '—')),
              },
              {
                heading: t('team.last-seen'),
                cell: (row) => (row.lastContactOn ? t.day(row.lastContactOn, today) : '—'),
              },
              {
                heading: t('team.next'),
                cell: (row) => (row.nextContactOn ? t.day(row.nextContactOn, today) : '—'),
              },
            ]}
          />
        </>,
        { place: paths.contact.mine() },
      )
    },
  }),
]
