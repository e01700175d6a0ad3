import type { CommitmentState } from '#domain/commitment/commitment.ts'
import { Empty, Heading, Table, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { type Commitments, readCommitments } from '#usecases/commitment/read-commitments.ts'

type Party = Commitments['parties'][number]
type Shown = Party['commitments'][number]

const tones: Record<CommitmentState, Tone> = {
  open: 'info',
  late: 'attention',
  helped: 'done',
  over: 'neutral',
}
export const CommitmentTag = ({ t, state }: { t: T; state: CommitmentState }) => (
  <Tag tone={tones[state]}>{t(`commitment.state.${state}`)}</Tag>
)

/** The days it took, or has taken so far. */
export function commitmentDays(t: T, { days, state }: Pick<Shown, 'days' | 'state'>): string {
  if (days === null) return state === 'over' ? '—' : t('commitment.unknown')
  const words = t('commitment.count', { count: days })
  return state === 'helped' ? words : t('commitment.so-far', { days: words })
}

/** By party: what it took upon itself for her, since when, by when, and whether help is there. */
async function show({ context, actor, t, params, today }: StaffRequest) {
  const found = await readCommitments(context, actor, { trajectoryId: params.id ?? '' })
  const here = paths.commitment.ofTrajectory(found.trajectoryId)
  return page(
    t('commitment.title'),
    <>
      <Heading level={1}>{t('commitment.title')}</Heading>
      <Text lead>{found.name}</Text>
      <TrajectoryTabs t={t} id={found.trajectoryId} actor={actor} works={found.works} current={here} />
      <Text>{t('commitment.lead')}</Text>
      {found.parties.length === 0 && (
        <Empty title={t('commitment.none')}>
          <Text>{t('commitment.none-hint')}</Text>
        </Empty>
      )}
      {found.parties.map((party) => (
        <OfParty key={party.name} t={t} party={party} today={today} id={found.trajectoryId} />
      ))}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

/** Where each kind is followed. */
const pageOf = {
  action: paths.plan.one,
  arrangement: paths.arrangement.list,
  consultation: paths.consultation.list,
  handover: paths.handover.list,
} as const satisfies Record<Shown['kind'], (id: string) => string>

const OfParty = ({ t, party, id, today }: { t: T; party: Party; id: string; today: Temporal.PlainDate }) => (
  <Table
    caption={party.name || t('commitment.erased')}
    rows={party.commitments}
    empty={null}
    columns={[
      {
        heading: t('commitment.what'),
        cell: ({ kind, label, words }) => (
          <>
            <a class="utrecht-link utrecht-link--html-a" href={pageOf[kind](id)}>
              {label ? label[t.language] : t(`commitment.kind.${kind}`)}
            </a>
            {words && <div class="naast-under">{words}</div>}
          </>
        ),
      },
      { heading: t('commitment.since'), cell: ({ since }) => t.day(since, today) },
      {
        heading: t('commitment.by'),
        cell: ({ by, state }) => (by && state !== 'helped' && state !== 'over' ? t.day(by, today) : '—'),
      },
      { heading: t('commitment.days'), cell: (one) => commitmentDays(t, one) },
      { heading: t('commitment.state'), cell: ({ state }) => <CommitmentTag t={t} state={state} /> },
    ]}
  />
)

export const commitmentRoutes: readonly Route[] = [
  staffRoute({
    path: paths.commitment.ofTrajectory(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: show,
  }),
]
