import type { CountTable, PopulationRelation } from '#domain/disclosure/count-table.ts'
import {
  type CaseSet,
  type OpenTallyId,
  setOf,
  type Tally,
  type TallyId,
  unknown,
} from '#domain/figures/figures.ts'
import { columnsElsewhere, rowsElsewhere } from '#domain/figures/hanging-together.ts'
import { type Period, readPeriod } from '#domain/figures/period.ts'

/**
 * What goes outside is fixed: nobody chooses rows, places or days, so that two packs can't be taken off each other
 * (security design 3.11). Districts stay inside: who has those and the municipalities knows more than either tells. So do
 * programmes beside each other: one programme is a pack of its own, held against the pack of all.
 */
export const packTemplates = {
  /** How far who was referred came, who was reached, how it ended. */
  year: {
    version: 1,
    tallies: [
      'received.reached',
      'received.referrer',
      'started.municipality',
      'started.language',
      'closed.result',
      'closed.reason',
    ],
  },
  /** What a coalition asks: who refers, and how far they come. */
  'young-start': { version: 1, tallies: ['received.reached', 'received.referrer', 'started.municipality'] },
  /** What changed, by the number that the programme laid down beforehand; of one programme, in a whole year. */
  outcomes: { version: 1, tallies: ['closed.result'] },
} as const satisfies Record<string, { version: number; tallies: readonly OpenTallyId[] }>
export type PackTemplate = keyof typeof packTemplates
export const packTemplateIds = Object.keys(packTemplates) as [PackTemplate, ...PackTemplate[]]

/** To whom counts go; which municipality or insurer, their agreement says. */
export const packRecipients = [
  'municipality',
  'health-insurer',
  'foundation',
  'coalition',
  'national-registration',
] as const

/** Why somebody stopped can tell of violence: that all of them did, or none, is hidden as well. */
const sensitive: readonly TallyId[] = ['closed.reason', 'received.reached']

const every = 'all'
export const populationOfSet = (set: CaseSet, programme: string, period: string): string =>
  `${set}:${programme || every}:${period}`
const populationOf = (id: TallyId, programme: string, period: string): string =>
  populationOfSet(setOf(id), programme, period)

/** A tally as the table of counts that it is outside. */
export function countTableOf(tally: Tally, programme: string, period: Period): CountTable {
  const [, sorted = tally.id] = tally.id.split('.')
  const single = tally.columns.length <= 1
  const none = tally.rows.length === 0
  return {
    id: tally.id,
    population: populationOf(tally.id, programme, period.code),
    dimensions: [
      {
        id: sorted,
        categories: none ? [unknown] : tally.rows.map(({ code }) => code),
        elsewhere: rowsElsewhere[tally.id] ?? {},
      },
      ...(single
        ? []
        : [
            {
              id: `${sorted}-column`,
              categories: tally.columns,
              elsewhere: columnsElsewhere[tally.id] ?? {},
            },
          ]),
    ],
    counts: none ? [0] : tally.rows.flatMap(({ counts }) => counts),
    sensitive: sensitive.includes(tally.id),
  }
}

/** Which wholes a period of a programme lies in: all programmes together, and the year of a quarter, as far as that is over. */
export function wholesOf(
  programme: string,
  { code }: Period,
  isOver: (period: Period) => boolean,
): readonly { readonly programme: string; readonly period: Period }[] {
  const [year = code] = code.split('-Q')
  return [...new Set([code, year])].flatMap((span) => {
    const period = readPeriod(span)
    if (!period || !isOver(period)) return []
    return [...new Set([programme, ''])]
      .filter((one) => one !== programme || span !== code)
      .map((one) => ({ programme: one, period }))
  })
}

/** How these populations lie in others that may have been told of: programmes in all, quarters in their year. */
export function relationsOf(
  tallies: readonly TallyId[],
  programmes: readonly string[],
  { code }: Period,
): readonly PopulationRelation[] {
  const [year = code] = code.split('-Q')
  const spans = [year, ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)]
  const [whole = year, ...quarters] = spans
  const firsts = [...new Map(tallies.map((id) => [setOf(id), id])).values()]
  return firsts.flatMap((id) => [
    ...spans.map((span) => ({
      whole: populationOf(id, '', span),
      parts: programmes.map((programme) => populationOf(id, programme, span)),
      complete: true,
    })),
    ...['', ...programmes].map((programme) => ({
      whole: populationOf(id, programme, whole),
      parts: quarters.map((quarter) => populationOf(id, programme, quarter)),
      complete: true,
    })),
  ])
}
