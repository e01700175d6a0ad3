import { roles } from '#domain/member/role.ts'
import { Link, Table, Tag, type Tone } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { AccessLine } from '#usecases/audit/access-line.ts'

const tones: Record<Exclude<AccessLine['outcome'], 'success'>, Tone> = {
  denied: 'attention',
  refused: 'neutral',
  failed: 'attention',
}

/** What was done, in words; a use case without words yet shows its own name rather than nothing. */
export const eventWords = (t: T, event: string): string => {
  const key = `event.${event}`
  return t.has(key) ? t(key) : event
}
/** Who did it, in words. */
export const actorWords = (t: T, line: AccessLine): string => {
  const kind = `audit.actor.${line.actorKind}`
  return line.actorName ?? (t.has(kind) ? t(kind) : line.actorKind)
}
export const roleWords = (t: T, line: AccessLine): string =>
  line.actorRoles
    .flatMap((role) => {
      const known = roles.find((one) => one === role)
      return known ? [t(`member.role.${known}`)] : []
    })
    .join(', ')
export const basisWords = (t: T, basis: string): string => {
  const key = `audit.basis.${basis}`
  return t.has(key) ? t(key) : basis
}
/** Stands for a person without saying who she is: the last eight characters of her number. */
export const personNumber = (id: string): string => id.slice(-8).toUpperCase()
export const momentWords = (t: T, line: Pick<AccessLine, 'at'>, today: Temporal.PlainDate): string =>
  `${t.day(line.at.toPlainDate(), today)} ${line.at.toPlainTime().toString({ smallestUnit: 'minute' })}`

export const AccessTable = ({
  t,
  lines,
  today,
  caption,
  empty,
  people,
}: {
  t: T
  lines: readonly AccessLine[]
  today: Temporal.PlainDate
  caption: string
  empty: string
  /** Also whom it concerned, each a way to see only her lines. */
  people: boolean
}) => (
  <Table
    caption={caption}
    rows={lines}
    empty={<p>{empty}</p>}
    columns={[
      { heading: t('audit.column.at'), cell: (line) => momentWords(t, line, today) },
      {
        heading: t('audit.column.who'),
        cell: (line) => {
          const as = roleWords(t, line)
          return as ? `${actorWords(t, line)} (${as})` : actorWords(t, line)
        },
      },
      { heading: t('audit.column.what'), cell: (line) => eventWords(t, line.event) },
      {
        heading: t('audit.column.outcome'),
        // Only what stands out gets a mark: nearly every line says that it was done.
        cell: (line) =>
          line.outcome === 'success' ? (
            t('audit.outcome.success')
          ) : (
            <Tag tone={tones[line.outcome]}>{t(`audit.outcome.${line.outcome}`)}</Tag>
          ),
      },
      { heading: t('audit.column.basis'), cell: (line) => basisWords(t, line.basis) },
      ...(people
        ? [
            {
              heading: t('audit.column.about'),
              cell: (line: AccessLine) => <Concerned t={t} ids={line.personIds} />,
            },
          ]
        : []),
    ]}
  />
)

const shown = 2
const Concerned = ({ t, ids }: { t: T; ids: readonly string[] }) =>
  ids.length === 0 ? null : (
    <div>
      {ids.slice(0, shown).map((id) => (
        <div key={id} class="naast-reference">
          <Link href={`${paths.audit.list()}?person=${id}`}>{personNumber(id)}</Link>
        </div>
      ))}
      {ids.length > shown && t('audit.and-more', { count: ids.length - shown })}
    </div>
  )
