import { factUnitOf } from '#domain/figures/figures.ts'
import { readPeriod } from '#domain/figures/period.ts'
import { ChoosePeriod } from '#pages/figures/choose-period.tsx'
import { factWords, howOfFacts, periodWords } from '#pages/figures/figure-words.ts'
import { Heading, Link, Summary, Table, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { programmeLabel } from '#pages/programme/one-programme.tsx'
import type { T } from '#pages/words/words.ts'
import { type Accreditation, readAccreditation } from '#usecases/accreditation/read-accreditation.ts'
import { NotFound } from '#usecases/failure.ts'

interface Props {
  readonly t: T
  readonly pack: Accreditation
}

/** What a visitor asks for who judges this location, in three chapters: to show, or to print. */
async function show({ context, actor, t, today, query }: StaffRequest): Promise<Answer> {
  const asked = readPeriod(query.get('period') ?? `${today.year}`)
  if (!asked) throw new NotFound()
  const pack = await readAccreditation(context, actor, { period: asked.code })
  return page(
    t('accreditation.title'),
    <>
      <Heading level={1}>{t('accreditation.title')}</Heading>
      <Text lead>{t('accreditation.lead', { day: t.longDay(today) })}</Text>
      <ChoosePeriod request={{ t, today }} period={pack.period} />
      <OfOrganisation t={t} pack={pack} />
      <OfCoordinators t={t} pack={pack} />
      <OfWorkers t={t} pack={pack} />
      <Heading>{t('accreditation.not-kept')}</Heading>
      <Text>{t('accreditation.not-kept-what')}</Text>
    </>,
    { place: paths.today() },
  )
}

const OfOrganisation = ({ t, pack: { organisation } }: Props) => (
  <section>
    <Heading>{t('accreditation.organisation')}</Heading>
    <Table
      caption={t('accreditation.programmes')}
      rows={organisation.programmes}
      empty={t('accreditation.no-programmes')}
      columns={[
        {
          heading: t('figures.programme'),
          cell: (one) => <Link href={paths.programme.one(one.id)}>{programmeLabel(t, one)}</Link>,
        },
        { heading: t('accreditation.version'), cell: ({ version }) => version },
        { heading: t('accreditation.to-confirm'), numeric: true, cell: ({ toConfirm }) => toConfirm },
      ]}
    />
    <Text quiet>{t('accreditation.to-confirm-how')}</Text>
    <Summary
      rows={[
        [t('accreditation.managers'), organisation.managers],
        [t('accreditation.leads'), organisation.leads],
        [t('accreditation.privacy-officers'), organisation.privacyOfficers],
        [
          t('accreditation.uncovered'),
          t('accreditation.uncovered-of', { count: organisation.uncovered, days: organisation.rotaDays }),
        ],
      ]}
    />
  </section>
)

const OfCoordinators = ({ t, pack: { coordinators } }: Props) => (
  <section>
    <Heading>{t('accreditation.coordinators')}</Heading>
    <Summary
      rows={[
        [t('accreditation.coordinators-now'), coordinators.now],
        [t('accreditation.workers-each'), spread(t, coordinators.workersEach)],
        [t('accreditation.workers-of-nobody'), coordinators.workersOfNobody],
        [t('accreditation.stand-ins'), coordinators.standIns],
      ]}
    />
  </section>
)

const spread = (t: T, loads: { readonly least: number; readonly most: number } | null) => {
  if (!loads) return '—'
  return loads.least === loads.most ? loads.most : t('accreditation.spread', loads)
}

const OfWorkers = ({ t, pack: { workers, period } }: Props) => (
  <section>
    <Heading>{t('accreditation.workers')}</Heading>
    <Table
      caption={t('accreditation.gates')}
      rows={workers.gates}
      empty={t('accreditation.no-gates')}
      columns={[
        { heading: t('accreditation.gate'), cell: ({ label }) => label[t.language] },
        { heading: t('accreditation.asked'), numeric: true, cell: ({ asked }) => asked },
        { heading: t('accreditation.in-order'), numeric: true, cell: ({ inOrder }) => inOrder },
        { heading: t('accreditation.ends-soon'), numeric: true, cell: ({ endsSoon }) => endsSoon },
        { heading: t('accreditation.exempt'), numeric: true, cell: ({ exempt }) => exempt },
        { heading: t('accreditation.lacking'), numeric: true, cell: ({ lacking }) => lacking },
      ]}
    />
    <Text quiet>{t('accreditation.gates-how')}</Text>
    <Text>
      <Link href={paths.worker.list()}>{t('accreditation.who')}</Link>
    </Text>
    {workers.consultation.asked > 0 && (
      <Summary
        rows={[
          [t('accreditation.consultation-asked'), workers.consultation.asked],
          [t('accreditation.consultation-late'), workers.consultation.late],
        ]}
      />
    )}
    <Heading level={3}>{periodWords(t, period)}</Heading>
    <Summary
      rows={workers.facts.map(({ id, value }) => [
        t(`figures.fact.${id}`),
        factWords(t, factUnitOf[id], value),
      ])}
    />
    {howOfFacts(
      t,
      workers.facts.map(({ id }) => id),
    ).map((how) => (
      <Text key={how} quiet>
        {how}
      </Text>
    ))}
  </section>
)

export const accreditationRoutes: readonly Route[] = [
  staffRoute({ path: paths.accreditation(), who: ['coordinator', 'programme_manager'], get: show }),
]
