import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Sourced } from '#domain/programme/provenance.ts'
import { Heading, Link, Summary, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { NotFound } from '#usecases/failure.ts'
import { listProgrammes } from '#usecases/programme/list-programmes.ts'

const readers = ['coordinator', 'programme_manager', 'administrator', 'safeguarding_lead', 'worker'] as const

/** Where a parameter comes from, in words: the source by name, and how sure it is. */
const sourceOf = (t: T, { sources }: ProgrammeDefinition, { prov, ref }: Sourced): string => {
  const name = ref && sources[ref]?.[t.language]
  return name ? `${t(`programme.prov.${prov}`)}: ${name}` : t(`programme.prov.${prov}`)
}
const labelOf = (t: T, programme: ProgrammeDefinition): string =>
  [programme.label[t.language], programme.variantLabel?.[t.language]].filter(Boolean).join(', ')

/** The programmes as data, for anybody who works with them: what is prescribed, and on whose word. */
export const programmeRoutes: readonly Route[] = [
  staffRoute({
    path: paths.programme.list(),
    who: readers,
    get: async ({ t, context, actor }) =>
      page(
        t('programme.title'),
        <>
          <Heading level={1}>{t('programme.title')}</Heading>
          <Text lead>{t('programme.lead')}</Text>
          <ul class="naast-plain-list">
            {(await listProgrammes(context, actor, {})).map((programme) => (
              <li key={programme.id}>
                <Link href={paths.programme.one(programme.id)}>{labelOf(t, programme)}</Link>
                <Text quiet>{programme.summary[t.language]}</Text>
              </li>
            ))}
          </ul>
        </>,
      ),
  }),
  staffRoute({
    path: paths.programme.one(':programme'),
    who: readers,
    async get({ t, context, actor, params }) {
      const offered = await listProgrammes(context, actor, {})
      const programme = offered.find(({ id }) => id === params.programme)
      if (!programme) throw new NotFound()
      return page(labelOf(t, programme), <OneProgramme t={t} programme={programme} />, {
        place: paths.programme.list(),
      })
    },
  }),
]

interface Props {
  t: T
  programme: ProgrammeDefinition
}

const OneProgramme = ({ t, programme }: Props) => (
  <>
    <Heading level={1}>{labelOf(t, programme)}</Heading>
    <Text lead>{programme.summary[t.language]}</Text>
    <Text quiet>{t('programme.version', { version: programme.version, owner: programme.owner })}</Text>
    <Rules t={t} programme={programme} />
    <Agreements t={t} programme={programme} />
    <Heading>{t('programme.gates')}</Heading>
    <Summary
      rows={programme.worker.gates.map((gate) => [gate.label[t.language], sourceOf(t, programme, gate)])}
    />
    <Heading>{t('programme.phases')}</Heading>
    <Summary rows={programme.phases.map((phase) => [phase.label[t.language], phase.goal[t.language]])} />
    <Sheets t={t} programme={programme} />
  </>
)

const Rules = ({ t, programme }: Props) => (
  <Table
    caption={t('programme.rules')}
    rows={programme.eligibility}
    empty=""
    columns={[
      {
        heading: t('programme.rule'),
        cell: (rule) => (
          <>
            {rule.label[t.language]}
            {rule.exception && (
              <div class="naast-under">
                {t('programme.exception', { exception: rule.exception.label[t.language] })}
              </div>
            )}
          </>
        ),
      },
      { heading: t('programme.source'), cell: (rule) => sourceOf(t, programme, rule) },
    ]}
  />
)

const Agreements = ({ t, programme }: Props) => {
  const { referral, contacts, worker, safety } = programme
  const range = (min: number | null, max: number | null) =>
    t('programme.range', { min: min ?? '?', max: max ?? '?' })
  const rows: { what: string; value: string; source: Sourced }[] = [
    {
      what: t('programme.number.first-contact'),
      value: t('programme.working-days', { count: referral.firstContactWorkingDays.value }),
      source: referral.firstContactWorkingDays,
    },
    {
      what: t('programme.number.intake'),
      value: t('programme.days', { count: referral.intakeDays.value }),
      source: referral.intakeDays,
    },
    ...(contacts
      ? [
          {
            what: t('programme.number.contacts'),
            value: range(contacts.min.value, contacts.max.value),
            source: contacts.min,
          },
          {
            what: t('programme.number.cadence'),
            value: t('programme.days-and-grace', {
              days: contacts.cadenceDays.value,
              grace: contacts.graceDays.value,
            }),
            source: contacts.cadenceDays,
          },
          {
            what: t('programme.number.minutes'),
            value: t('programme.minutes', { ...contacts.minutes.value }),
            source: contacts.minutes,
          },
        ]
      : []),
    ...(worker.caseloadMax
      ? [
          {
            what: t('programme.number.caseload'),
            value: t('programme.at-most', { max: worker.caseloadMax.value }),
            source: worker.caseloadMax,
          },
        ]
      : []),
    {
      what: t('programme.number.reconfirm'),
      value: t('programme.days', { count: safety.reconfirmSafeContactDays.value }),
      source: safety.reconfirmSafeContactDays,
    },
  ]
  return (
    <Table
      caption={t('programme.numbers')}
      rows={rows}
      empty=""
      columns={[
        { heading: t('programme.what'), cell: (row) => row.what },
        { heading: t('programme.value'), cell: (row) => row.value },
        { heading: t('programme.source'), cell: (row) => sourceOf(t, programme, row.source) },
      ]}
    />
  )
}

const Sheets = ({ t, programme }: Props) =>
  programme.talkSheets.length === 0 ? null : (
    <details class="naast-more">
      <summary>{t('programme.sheets', { count: programme.talkSheets.length })}</summary>
      <Table
        caption={t('programme.sheet')}
        rows={programme.talkSheets}
        empty=""
        columns={[
          { heading: t('programme.sheet'), cell: (sheet) => sheet.title[t.language] },
          {
            heading: t('programme.sheet-months'),
            cell: (sheet) =>
              `${sheet.fromMonths}${sheet.untilMonths === null ? '+' : `–${sheet.untilMonths}`}`,
          },
          { heading: t('programme.source'), cell: (sheet) => sourceOf(t, programme, sheet) },
        ]}
      />
    </details>
  )
