import { isMemberWith } from '#domain/member/actor.ts'
import { differences } from '#domain/programme/definition-difference.ts'
import { settledFields } from '#domain/programme/definition-parts.ts'
import { formOf } from '#pages/form-data.ts'
import { ErrorSummary } from '#pages/look/form.tsx'
import { Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem, refusalWords } from '#pages/problem.ts'
import { DifferenceTable } from '#pages/programme/difference-table.tsx'
import { programmeLabel } from '#pages/programme/one-programme.tsx'
import { listVersionMoves } from '#usecases/programme/list-version-moves.ts'
import { moveToVersion } from '#usecases/programme/move-to-version.ts'
import { readProgramme } from '#usecases/programme/read-programme.ts'

const readers = ['coordinator', 'programme_manager', 'administrator', 'safeguarding_lead', 'worker'] as const

async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t, params, query } = request
  const programmeId = (params.programme ?? '').slice(0, 60)
  const { definition: to, versions, offered } = await readProgramme(context, actor, { programmeId })
  const others = versions.filter(({ version }) => version !== to.version)
  const chosen = others.find(({ version }) => version === query.get('from')) ?? others[0]
  const from =
    chosen && (await readProgramme(context, actor, { programmeId, version: chosen.version })).definition
  const found = from ? differences(from, to).filter(({ at }) => !settledFields.includes(at[0] ?? '')) : []
  const moves =
    offered && isMemberWith(actor, 'coordinator')
      ? await listVersionMoves(context, actor, { programmeId })
      : null
  return page(
    t('builder.versions-title', { name: programmeLabel(t, to) }),
    <>
      <Heading level={1}>{t('builder.versions-title', { name: programmeLabel(t, to) })}</Heading>
      <Text>
        <Link href={paths.programme.one(programmeId)}>{t('builder.back')}</Link>
      </Text>
      <ErrorSummary state={{ t, form: formOf(null), problem }} />
      <ul class="naast-plain-list">
        {versions.map(({ version }) => (
          <li key={version}>
            {version === to.version ? (
              <strong>{t('builder.version', { version })}</strong>
            ) : (
              <Link href={`${paths.programme.versions(programmeId)}?from=${version}`}>
                {t('builder.version', { version })}
              </Link>
            )}{' '}
            {offered?.version === version && <Tag tone="done">{t('builder.is-offered')}</Tag>}
          </li>
        ))}
      </ul>
      {from && (
        <>
          <Heading>{t('builder.between', { from: from.version, to: to.version })}</Heading>
          {found.length === 0 ? (
            <Text>{t('builder.difference-none')}</Text>
          ) : (
            <DifferenceTable
              t={t}
              from={from}
              to={to}
              differences={found}
              headings={[
                t('builder.version', { version: from.version }),
                t('builder.version', { version: to.version }),
              ]}
            />
          )}
        </>
      )}
      {moves && <Moves request={request} programmeId={programmeId} moves={moves} />}
    </>,
    { place: paths.programme.list() },
  )
}

const Moves = ({
  request: { t, newKey },
  programmeId,
  moves: { to, trajectories },
}: {
  request: StaffRequest
  programmeId: string
  moves: Awaited<ReturnType<typeof listVersionMoves>>
}) => (
  <>
    <Heading>{t('builder.moves')}</Heading>
    <Text>{t('builder.moves-lead', { version: to })}</Text>
    <Table
      caption={t('builder.moves')}
      rows={trajectories}
      empty={<Text>{t('builder.moves-none')}</Text>}
      columns={[
        {
          heading: t('builder.move-who'),
          cell: ({ name, trajectoryId }) => <Link href={paths.trajectory.one(trajectoryId)}>{name}</Link>,
        },
        { heading: t('builder.move-from'), cell: ({ from }) => t('builder.version', { version: from }) },
        {
          heading: t('builder.move-act'),
          cell: ({ trajectoryId, version, refused }) =>
            refused ? (
              refusalWords(t, { code: refused, detail: {} })
            ) : (
              <form method="post" action={paths.programme.versions(programmeId)}>
                <input type="hidden" name="key" value={newKey()} />
                <input type="hidden" name="trajectory" value={trajectoryId} />
                <input type="hidden" name="version" value={String(version)} />
                <input type="hidden" name="to" value={to} />
                <button type="submit" class="utrecht-button utrecht-button--secondary-action">
                  {t('builder.move', { version: to })}
                </button>
              </form>
            ),
        },
      ]}
    />
  </>
)

async function move({ context, actor, form, params }: StaffRequest): Promise<Answer> {
  await moveToVersion(
    context,
    actor,
    {
      trajectoryId: form.text('trajectory'),
      version: Number(form.text('version')) || 0,
      to: form.text('to').slice(0, 20),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.programme.versions((params.programme ?? '').slice(0, 60)), 'builder.said.moved')
}

/** What differs from one version to the next, in words, and who could go on under the newest. */
export const versionsRoutes: readonly Route[] = [
  staffRoute({
    path: paths.programme.versions(':programme'),
    who: readers,
    get: (request) => show(request),
  }),
  staffRoute({
    path: paths.programme.versions(':programme'),
    who: ['coordinator'],
    post: (request) =>
      attempt(
        () => move(request),
        (problem) => show(request, problem),
      ),
  }),
]
