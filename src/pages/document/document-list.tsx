import { ButtonLink, Card, Empty, Heading, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import type { ShownDocument } from '#usecases/document/document-fields.ts'
import { listDocuments } from '#usecases/document/list-documents.ts'

/** Papers in her file, and what is said of them here: that they go to nobody by themselves. */
async function show(request: StaffRequest) {
  const { context, actor, t, today } = request
  const { trajectoryId, name, seesAll, mayAdd, documents } = await listDocuments(context, actor, {
    trajectoryId: request.params.id ?? '',
  })
  return page(
    t('document.title'),
    <>
      <Heading level={1}>{t('document.title')}</Heading>
      <Text lead>{name}</Text>
      <TrajectoryTabs t={t} id={trajectoryId} actor={actor} current={paths.document.list(trajectoryId)} />
      <Text>{t(seesAll ? 'document.lead' : 'document.lead-own')}</Text>
      <Text quiet>{t('document.not-shared')}</Text>
      {mayAdd && (
        <p class="naast-actions">
          <ButtonLink href={paths.document.add(trajectoryId)}>{t('document.add')}</ButtonLink>
        </p>
      )}
      {documents.length === 0 ? (
        <Empty title={t('document.none')} />
      ) : (
        documents.map((one) => <DocumentCard key={one.id} t={t} today={today} one={one} />)
      )}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

/** One of them in a list. Of one that was taken out it says that, by whom and why. */
export const DocumentCard = ({
  t,
  today,
  one,
  level = 2,
}: {
  t: T
  today: Temporal.PlainDate
  one: ShownDocument
  level?: 2 | 3
}) => (
  <Card
    level={level}
    title={t(`document.kind.${one.kind}`)}
    href={one.state === 'removed' ? undefined : paths.document.one(one.id)}
    tag={one.state !== 'kept' && <Tag tone="attention">{t(`document.state.${one.state}`)}</Tag>}
  >
    {one.name && <Text>{one.name}</Text>}
    <Text quiet>
      {t('document.added', { name: one.addedBy ?? '—', day: t.day(one.addedOn, today) })},{' '}
      {t(`document.type.${one.type}`)}, {sizeWords(t, one.size)}
    </Text>
    {one.state === 'removed' && one.removedOn && (
      <Text quiet>
        {t('document.removed', {
          name: one.removedBy ?? '—',
          day: t.day(one.removedOn, today),
          reason: one.removalReason ? t(`document.reason.${one.removalReason}`) : '—',
        })}
      </Text>
    )}
  </Card>
)

export const sizeWords = (t: T, bytes: number): string =>
  bytes < 1_000_000
    ? t('document.kilobytes', { size: Math.max(1, Math.round(bytes / 1000)) })
    : t('document.megabytes', { size: Math.round(bytes / 1_000_000) })

export const documentListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.document.list(':id'),
    who: ['coordinator', 'safeguarding_lead', 'worker'],
    get: show,
  }),
]
