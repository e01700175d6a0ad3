import type { MessageState } from '#domain/message/message.ts'
import { Empty, Heading, Link, Notice, Table, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listMessages } from '#usecases/message/list-messages.ts'

export const tones: Record<MessageState, Tone> = {
  pending: 'info',
  handing_over: 'info',
  sent: 'done',
  failed: 'attention',
  expired: 'attention',
  unknown: 'attention',
  refused: 'neutral',
  withdrawn: 'neutral',
}

export const messageRoutes: readonly Route[] = [
  staffRoute({
    path: paths.message.list(),
    who: ['coordinator'],
    async get({ context, actor, t, today }) {
      const messages = await listMessages(context, actor, {})
      return page(
        t('message.title'),
        <>
          <Heading level={1}>{t('message.title')}</Heading>
          <Text lead>{t('message.lead')}</Text>
          {!context.mailReady && (
            <Notice tone="attention">
              <Text>{t('message.no-server')}</Text>
            </Notice>
          )}
          <Table
            caption={t('message.title')}
            alone
            rows={messages}
            empty={
              <Empty title={t('message.none')}>
                <Text>{t('message.none-hint')}</Text>
              </Empty>
            }
            columns={[
              {
                heading: t('message.column.about'),
                cell: (row) =>
                  row.trajectoryId ? (
                    <Link href={paths.trajectory.one(row.trajectoryId)}>{row.name}</Link>
                  ) : (
                    row.name
                  ),
              },
              {
                heading: t('message.column.kind'),
                cell: (row) => {
                  const words = row.kind ? t(`message.kind.${row.kind}`) : '—'
                  return row.channel === 'letter' ? (
                    <Link href={paths.message.letter(row.id)}>{t('message.by-letter', { kind: words })}</Link>
                  ) : (
                    words
                  )
                },
              },
              {
                heading: t('message.column.state'),
                cell: (row) => <Tag tone={tones[row.state]}>{t(`message.state.${row.state}`)}</Tag>,
              },
              {
                heading: t('message.column.at'),
                cell: (row) =>
                  `${t.day(row.at.toPlainDate(), today)} ${row.at.toPlainTime().toString({ smallestUnit: 'minute' })}`,
              },
              {
                heading: t('message.column.why'),
                cell: (row) => {
                  const reason = `task.reason.${row.reasonCode}`
                  return t.has(reason) ? t(reason) : ''
                },
              },
            ]}
          />
        </>,
      )
    },
  }),
]
