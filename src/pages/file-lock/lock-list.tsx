import { isMemberWith } from '#domain/member/actor.ts'
import { ButtonLink, Card, Heading, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { listFileLocks } from '#usecases/file-lock/list-file-locks.ts'
import { listFileLocksOf } from '#usecases/file-lock/list-file-locks-of.ts'
import type { LockLine } from '#usecases/file-lock/lock-lines.ts'

interface Props {
  readonly t: T
  readonly line: LockLine
  readonly whose?: string
}

/** Against whom, how it stands, and why it was set. */
const LockCard = ({ t, line, whose }: Props) => (
  <Card
    level={3}
    title={line.against.name}
    href={paths.fileLock.one(line.id)}
    tag={
      <Tag tone={line.state === 'lift_asked' ? 'attention' : 'neutral'}>
        {t(`file-lock.state.${line.state}`)}
      </Tag>
    }
  >
    {whose && <Text>{t('file-lock.whose', { name: whose })}</Text>}
    <Text>{line.steps[0]?.words ?? '—'}</Text>
  </Card>
)

/** From whom her file is kept, and was. */
async function ofFile(request: StaffRequest) {
  const { context, actor, t, params, path } = request
  const id = params.id ?? ''
  const atDesk = path.startsWith(paths.desk.list())
  const { name, standing, lifted } = await listFileLocksOf(context, actor, { fileId: id })
  const title = t('file-lock.of', { name })
  const inFile = isMemberWith(actor, 'coordinator', 'safeguarding_lead')
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      {inFile && !atDesk && <TrajectoryTabs t={t} id={id} actor={actor} current={paths.fileLock.of(id)} />}
      <Text lead>{t('file-lock.lead')}</Text>
      {standing.length === 0 ? (
        <Text quiet>{t('file-lock.none')}</Text>
      ) : (
        <section>
          <Heading>{t('file-lock.standing')}</Heading>
          {standing.map((line) => (
            <LockCard key={line.id} t={t} line={line} />
          ))}
        </section>
      )}
      <p class="naast-actions">
        <ButtonLink href={atDesk ? paths.fileLock.setOnReferral(id) : paths.fileLock.set(id)}>
          {t('file-lock.do-set')}
        </ButtonLink>
      </p>
      {lifted.length > 0 && (
        <section>
          <Heading>{t('file-lock.lifted')}</Heading>
          {lifted.map((line) => (
            <LockCard key={line.id} t={t} line={line} />
          ))}
        </section>
      )}
    </>,
    { place: atDesk ? paths.desk.list() : inFile ? paths.trajectory.caseload() : paths.fileLock.list() },
  )
}

/** All that stand; what waits for an answer first. */
async function all({ context, actor, t }: StaffRequest) {
  const { lines, more } = await listFileLocks(context, actor, {})
  return page(
    t('file-lock.all-title'),
    <>
      <Heading level={1}>{t('file-lock.all-title')}</Heading>
      {lines.length === 0 ? (
        <Text quiet>{t('file-lock.all-none')}</Text>
      ) : (
        <Text lead>{t('file-lock.all-lead')}</Text>
      )}
      {lines.map((line) => (
        <LockCard key={line.id} t={t} line={line} whose={line.name} />
      ))}
      {more && <Text quiet>{t('file-lock.all-more')}</Text>}
    </>,
    { place: paths.fileLock.list() },
  )
}

export const lockListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.fileLock.of(':id'),
    who: ['coordinator', 'safeguarding_lead', 'privacy_officer'],
    get: ofFile,
  }),
  staffRoute({
    path: paths.fileLock.ofReferral(':id'),
    who: ['coordinator', 'safeguarding_lead', 'privacy_officer'],
    get: ofFile,
  }),
  staffRoute({ path: paths.fileLock.list(), who: ['safeguarding_lead', 'privacy_officer'], get: all }),
]
