import type { ComponentChildren } from 'preact'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Difference } from '#domain/programme/definition-difference.ts'
import { Table } from '#pages/look/parts.tsx'
import { sayPlace, sayValue, valueLabel } from '#pages/programme/say-definition.ts'
import type { T } from '#pages/words/words.ts'

/** Differences in words: where, what it was, what it is. */
export const DifferenceTable = ({
  t,
  from,
  to,
  differences,
  headings: [before, after],
  act,
}: {
  t: T
  from: ProgrammeDefinition
  to: ProgrammeDefinition
  differences: readonly Difference[]
  headings: readonly [string, string]
  /** What can be done with one, at the end of its row. */
  act?: (at: string) => ComponentChildren
}) => (
  <Table
    caption={t('builder.difference-caption')}
    rows={differences}
    empty=""
    columns={[
      {
        heading: t('builder.difference-where'),
        cell: ({ at, to: now, order }) => {
          const where = sayPlace(t, now === undefined ? from : to, at)
          return order ? `${where}: ${t('definition.order')}` : where
        },
      },
      { heading: before, cell: (one) => said(t, from, one, one.from) },
      { heading: after, cell: (one) => said(t, to, one, one.to) },
      ...(act
        ? [
            {
              heading: t('builder.difference-act'),
              cell: ({ at, order }: Difference) => !order && act(at.join('.')),
            },
          ]
        : []),
    ]}
  />
)

const said = (t: T, definition: ProgrammeDefinition, { at, order }: Difference, value: unknown): string =>
  order && Array.isArray(value)
    ? value
        .map(
          (key) =>
            sayPlace(t, definition, [...at, String(key)])
              .split(' › ')
              .at(-1) ?? valueLabel(t, String(key)),
        )
        .join(', ')
    : sayValue(t, definition, at, value)
