import { ButtonLink, Card, Empty, Heading, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { type IncidentRegister, listIncidents } from '#usecases/incident/list-incidents.ts'

/** The register, without a word of what happened, and the figures of this year. */
async function show({ context, actor, t, today }: StaffRequest) {
  const { lines, mayRecord, counts } = await listIncidents(context, actor, {})
  return page(
    t('incident.title'),
    <>
      <Heading level={1}>{t('incident.title')}</Heading>
      <Text lead>{t('incident.lead')}</Text>
      {mayRecord && (
        <p class="naast-actions">
          <ButtonLink href={paths.incident.record()}>{t('incident.do-record')}</ButtonLink>
        </p>
      )}
      {lines.length === 0 && <Empty title={t('incident.empty')} />}
      {lines.map((line) => (
        <Card
          key={line.id}
          title={`${t(`incident.weight.${line.weight}`)}: ${t(`incident.kind.${line.kind}`)}`}
          href={paths.incident.one(line.id)}
          tag={
            <Tag tone={line.state === 'closed' ? 'neutral' : line.late ? 'danger' : 'attention'}>
              {t(`incident.state.${line.state}`)}
            </Tag>
          }
        >
          <Text>
            {t.day(line.on, today)}
            {line.toTell > 0 && line.state === 'open'
              ? `. ${t('incident.to-tell')}: ${
                  line.tellBy
                    ? t('incident.to-tell-by', { count: line.toTell, day: t.day(line.tellBy, today) })
                    : line.toTell
                }`
              : ''}
          </Text>
        </Card>
      ))}
      <Figures t={t} counts={counts} />
    </>,
    { place: paths.today() },
  )
}

const Figures = ({ t, counts }: { t: T; counts: IncidentRegister['counts'] }) => {
  const many = (count: number | null) => (count === null ? t('incident.count.few') : String(count))
  const rows: (readonly [string, number | null])[] = [
    ...counts.concerns.map(
      ({ level, count }) =>
        [t('incident.count.concern', { level: t(`concern.level.${level}`) }), count] as const,
    ),
    ...counts.incidents.map(
      ({ weight, kind, count }) =>
        [`${t(`incident.weight.${weight}`)}: ${t(`incident.kind.${kind}`)}`, count] as const,
    ),
    ...counts.aftercare.map(
      ({ state, count }) =>
        [t('incident.count.aftercare', { state: t(`aftercare.state.${state}`) }), count] as const,
    ),
    ...(counts.meldcodes
      ? ([
          [t('incident.count.meldcodes'), counts.meldcodes.opened],
          [t('incident.count.advice'), counts.meldcodes.advice],
          [t('incident.count.reports'), counts.meldcodes.reports],
        ] as const)
      : []),
  ]
  return (
    <section>
      <Heading>{t('incident.counts', { year: counts.year })}</Heading>
      <Text quiet>{t('incident.counts-text')}</Text>
      {rows.length === 0 ? (
        <Empty title={t('incident.empty')} />
      ) : (
        <Summary rows={rows.map(([what, count]) => [what, many(count)] as const)} />
      )}
    </section>
  )
}

export const incidentListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.incident.list(),
    who: ['coordinator', 'safeguarding_lead', 'programme_manager'],
    get: (request) => show(request),
  }),
]
