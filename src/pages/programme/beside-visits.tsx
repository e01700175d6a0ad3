import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Sourced } from '#domain/programme/provenance.ts'
import { Table } from '#pages/look/parts.tsx'
import { sayProvenance } from '#pages/programme/say-definition.ts'
import type { T } from '#pages/words/words.ts'

interface Props {
  readonly t: T
  readonly programme: ProgrammeDefinition
}
interface Line {
  readonly what: string
  readonly value: string
  readonly source: Sourced
}

/** What one version prescribes beside its visits: the group, the care around her, its materials, who pays. */
export const BesideVisits = ({ t, programme }: Props) => {
  const { language } = t
  const care: Line[] = programme.parallelCare.map(({ label, required, during }) => ({
    what: label[language],
    value: t(required.value ? `programme.care.${during}` : 'programme.care.optional'),
    source: required,
  }))
  const materials: Line[] = programme.materials.map((material) => ({
    what: material.label[language],
    value: materialInWords(t, programme, material),
    source: material,
  }))
  const funders: Line[] = programme.funders.map((funder) => ({
    what: funder.label[language],
    value: t('programme.funder.aggregates'),
    source: funder,
  }))
  return (
    <>
      <Lines t={t} programme={programme} caption={t('programme.group')} lines={groupLines(t, programme)} />
      <Sessions t={t} programme={programme} />
      <Lines t={t} programme={programme} caption={t('programme.care')} lines={care} />
      <Lines t={t} programme={programme} caption={t('programme.materials')} lines={materials} />
      <Lines t={t} programme={programme} caption={t('programme.funders')} lines={funders} />
    </>
  )
}

const Lines = ({ t, programme, caption, lines }: Props & { caption: string; lines: readonly Line[] }) =>
  lines.length === 0 ? null : (
    <Table
      caption={caption}
      rows={lines}
      empty=""
      columns={[
        { heading: t('programme.what'), cell: (line) => line.what },
        { heading: t('programme.value'), cell: (line) => line.value },
        { heading: t('programme.source'), cell: (line) => sayProvenance(t, programme, line.source) },
      ]}
    />
  )

function groupLines(t: T, { group }: ProgrammeDefinition): Line[] {
  if (!group) return []
  const { sizeMin, sizeMax, sessions, sessionMinutes, cadenceDays, facilitators } = group
  return [
    {
      what: t('programme.group.size'),
      value: t('programme.range', { min: sizeMin.value, max: sizeMax.value }),
      source: sizeMin,
    },
    {
      what: t('programme.group.sessions'),
      value: sessions.value === null ? t('programme.no-fixed-number') : String(sessions.value),
      source: sessions,
    },
    {
      what: t('programme.group.minutes'),
      value: t('programme.group.minutes-each', { count: sessionMinutes.value }),
      source: sessionMinutes,
    },
    {
      what: t('programme.group.rhythm'),
      value: t('programme.every-days', { count: cadenceDays.value }),
      source: cadenceDays,
    },
    { what: t('programme.group.facilitators'), value: String(facilitators.value), source: facilitators },
    ...(group.minAttendance
      ? [
          {
            what: t('programme.group.attendance'),
            value: t('programme.group.attendance-least', { count: group.minAttendance.value }),
            source: group.minAttendance,
          },
        ]
      : []),
  ]
}

const Sessions = ({ t, programme }: Props) =>
  !programme.group || programme.group.sessionPlan.length === 0 ? null : (
    <details class="naast-more">
      <summary>{t('programme.group.plan', { count: programme.group.sessionPlan.length })}</summary>
      <Table
        caption={t('programme.group.subjects')}
        rows={programme.group.sessionPlan}
        empty=""
        columns={[
          { heading: t('programme.sheet'), cell: (session) => session.label[t.language] },
          { heading: t('programme.source'), cell: (session) => sayProvenance(t, programme, session) },
        ]}
      />
    </details>
  )

function materialInWords(
  t: T,
  { phases }: ProgrammeDefinition,
  { select, everyDays }: ProgrammeDefinition['materials'][number],
): string {
  const phase = select.by === 'phase' ? phases.find(({ id }) => id === select.phase) : undefined
  const when = phase
    ? phase.label[t.language]
    : select.by === 'pregnancy_weeks'
      ? t('programme.material.pregnancy')
      : select.by === 'child_months'
        ? t(select.until === null ? 'programme.material.months-from' : 'programme.material.months', {
            from: select.from,
            until: select.until ?? 0,
          })
        : t('programme.material.always')
  return everyDays ? `${when}, ${t('programme.every-days', { count: everyDays.value })}` : when
}
