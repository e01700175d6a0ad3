import { Table } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { MeetingChoice } from '#usecases/matching-meeting/meeting-view.ts'

/** How many stand side by side. */
const compared = 3

/** Criterion by criterion: whom the plan proposes beside the next best. */
export const Compare = ({ t, choices }: { t: T; choices: readonly MeetingChoice[] }) => {
  const now = choices.filter((one) => one.now)
  const best = [...now, ...choices.filter((one) => !one.now)].slice(0, compared)
  const rows = best[0]?.criteria.filter(({ weight }) => weight > 0) ?? []
  return (
    <Table
      caption={t('matching.compare')}
      rows={rows}
      empty={null}
      columns={[
        {
          heading: t('matching.column.criterion'),
          cell: ({ criterion, weight }) =>
            `${t(`match.criterion.${criterion}`)} (${t('match.weight', { percent: Math.round(weight * 100) })})`,
        },
        ...best.map((choice) => ({
          heading: choice.worker.name,
          numeric: true,
          cell: ({ criterion }: (typeof rows)[number]) => {
            const its = choice.criteria.find((one) => one.criterion === criterion)
            return its && its.code !== 'unknown' ? `${Math.round(its.score * 100)} %` : t('matching.unknown')
          },
        })),
      ]}
    />
  )
}
