import type { CheckInRhythm } from '#domain/programme/check-in-rhythm.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Sourced, Words } from '#domain/programme/provenance.ts'
import { Heading, Summary, Table, Text } from '#pages/look/parts.tsx'
import { BesideVisits } from '#pages/programme/beside-visits.tsx'
import { sayProvenance } from '#pages/programme/say-definition.ts'
import type { T } from '#pages/words/words.ts'

export const programmeLabel = (
  t: T,
  programme: { readonly label: Words; readonly variantLabel?: Words | null | undefined },
): string => [programme.label[t.language], programme.variantLabel?.[t.language]].filter(Boolean).join(', ')

interface Props {
  t: T
  programme: ProgrammeDefinition
}

/** What one version prescribes, and on whose word. */
export const OneProgramme = ({ t, programme }: Props) => (
  <>
    <Text lead>{programme.summary[t.language]}</Text>
    <Text quiet>{t('programme.version', { version: programme.version, owner: programme.owner })}</Text>
    <Rules t={t} programme={programme} />
    <Agreements t={t} programme={programme} />
    <Heading>{t('programme.gates', { worker: programme.worker.label[t.language] })}</Heading>
    <Summary
      rows={programme.worker.gates.map((gate) => [gate.label[t.language], sayProvenance(t, programme, gate)])}
    />
    {programme.phases.length > 0 && (
      <>
        <Heading>{t('programme.phases')}</Heading>
        <Summary rows={programme.phases.map((phase) => [phase.label[t.language], phase.goal[t.language]])} />
      </>
    )}
    <BesideVisits t={t} programme={programme} />
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
      { heading: t('programme.source'), cell: (rule) => sayProvenance(t, programme, rule) },
    ]}
  />
)

const Agreements = ({ t, programme }: Props) => {
  const { referral, contacts, worker, safety, matching } = programme
  const range = (min: number | null, max: number | null) =>
    min === null && max === null
      ? t('programme.no-fixed-number')
      : t('programme.range', { min: min ?? '?', max: max ?? '?' })
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
            what: t('programme.number.caseload', { worker: worker.label[t.language] }),
            value: t('programme.at-most', { max: worker.caseloadMax.value }),
            source: worker.caseloadMax,
          },
        ]
      : []),
    ...(matching?.checkIns
      ? [
          {
            what: t('programme.number.check-ins'),
            value: checkInWeeks(t, matching.checkIns),
            source: matching.checkIns.weeks,
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
        { heading: t('programme.source'), cell: (row) => sayProvenance(t, programme, row.source) },
      ]}
    />
  )
}

function checkInWeeks(t: T, { weeks, everyWeeks }: CheckInRhythm): string {
  const named = weeks.value.join(', ')
  return everyWeeks
    ? t('programme.after-weeks-then', { weeks: named, every: everyWeeks.value })
    : t('programme.after-weeks', { weeks: named })
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
          { heading: t('programme.source'), cell: (sheet) => sayProvenance(t, programme, sheet) },
        ]}
      />
    </details>
  )
