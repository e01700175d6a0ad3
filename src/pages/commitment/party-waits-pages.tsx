import { leastForSpread } from '#domain/commitment/commitment.ts'
import { readPeriod } from '#domain/figures/period.ts'
import { CommitmentTag, commitmentDays } from '#pages/commitment/commitments-page.tsx'
import { ChoosePeriod } from '#pages/figures/choose-period.tsx'
import { periodWords } from '#pages/figures/figure-words.ts'
import { Empty, Heading, Link, Notice, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listPartyCases } from '#usecases/commitment/list-party-cases.ts'
import { type PartyWaits, readPartyWaits } from '#usecases/commitment/read-party-waits.ts'
import { NotFound } from '#usecases/failure.ts'

const periodOf = ({ query, today }: StaffRequest) =>
  readPeriod(query.get('period') ?? '') ?? readPeriod(`${today.year}`)

/** By party how long it takes from need to help, over a period. */
async function show(request: StaffRequest) {
  const { context, actor, t, query } = request
  const asked = periodOf(request)
  if (!asked) throw new NotFound()
  const programme = query.get('programme') ?? ''
  const waits = await readPartyWaits(context, actor, { period: asked.code, programme })
  return page(
    t('waits.title'),
    <>
      <Heading level={1}>{t('waits.title')}</Heading>
      <Text lead>{t('waits.lead')}</Text>
      <ChoosePeriod
        request={request}
        period={waits.period}
        programmes={waits.programmes}
        programme={waits.programme}
      />
      {waits.running && (
        <Notice>
          <Text>{t('waits.running')}</Text>
        </Notice>
      )}
      <Parties request={request} waits={waits} />
      <Text quiet>{t('waits.how', { least: leastForSpread })}</Text>
      <Text>{t('waits.inside')}</Text>
      <Link href={paths.figures.list()}>{t('figures.title')}</Link>
    </>,
    { place: paths.today() },
  )
}

const Parties = ({ request: { t }, waits }: { request: StaffRequest; waits: PartyWaits }) => {
  const { period, programme } = waits
  return (
    <Table
      caption={t('waits.title')}
      alone
      rows={waits.parties}
      empty={<Empty title={t('waits.none')} />}
      columns={[
        {
          heading: t('waits.party'),
          cell: ({ party, name }) => (
            <Link
              href={`${paths.commitment.ofParty(party ?? 'other')}?${new URLSearchParams({ period: period.code, programme })}`}
            >
              {party === null ? t('waits.other') : (name ?? '—')}
            </Link>
          ),
        },
        { heading: t('waits.asked'), numeric: true, cell: ({ asked }) => asked },
        { heading: t('waits.helped'), numeric: true, cell: ({ helped }) => helped },
        { heading: t('waits.waiting'), numeric: true, cell: ({ waiting }) => waiting },
        { heading: t('waits.over'), numeric: true, cell: ({ over }) => over },
        {
          heading: t('waits.median'),
          numeric: true,
          cell: ({ days }) =>
            days ? t('commitment.count', { count: Math.round(days.median) }) : t('waits.few'),
        },
        {
          heading: t('waits.range'),
          numeric: true,
          cell: ({ days }) =>
            days ? t('waits.range-of', { least: days.least ?? 0, most: days.most ?? 0 }) : '—',
        },
      ]}
    />
  )
}

/** The women behind one party's row. */
async function showParty(request: StaffRequest) {
  const { context, actor, t, params, query, today } = request
  const asked = periodOf(request)
  if (!asked || !/^(?:other|[\da-f-]{36})$/.test(params.party ?? '')) throw new NotFound()
  const found = await listPartyCases(context, actor, {
    party: params.party === 'other' ? null : (params.party ?? ''),
    period: asked.code,
    programme: query.get('programme') ?? '',
  })
  const party = found.name ?? t('waits.other')
  return page(
    t('waits.title'),
    <>
      <Heading level={1}>{t('waits.title')}</Heading>
      <Text lead>{t('waits.cases-lead', { party, period: periodWords(t, asked) })}</Text>
      <Table
        caption={t('waits.title')}
        alone
        rows={found.cases}
        empty={<Empty title={t('waits.none')} />}
        columns={[
          {
            heading: t('waits.who'),
            cell: ({ trajectoryId, name }) => (
              <Link href={paths.commitment.ofTrajectory(trajectoryId)}>{name}</Link>
            ),
          },
          { heading: t('commitment.what'), cell: ({ kind }) => t(`commitment.kind.${kind}`) },
          { heading: t('commitment.since'), cell: ({ since }) => t.day(since, today) },
          {
            heading: t('waits.helped-on'),
            cell: ({ helpOn }) => (helpOn ? t.day(helpOn, today) : '—'),
          },
          { heading: t('commitment.days'), cell: (one) => commitmentDays(t, one) },
          { heading: t('commitment.state'), cell: ({ state }) => <CommitmentTag t={t} state={state} /> },
        ]}
      />
      <Link href={paths.commitment.waits()}>{t('waits.back')}</Link>
    </>,
    { place: paths.today() },
  )
}

export const partyWaitsRoutes: readonly Route[] = [
  staffRoute({ path: paths.commitment.waits(), who: ['coordinator', 'safeguarding_lead'], get: show }),
  staffRoute({
    path: paths.commitment.ofParty(':party'),
    who: ['coordinator', 'safeguarding_lead'],
    get: showParty,
  }),
]
