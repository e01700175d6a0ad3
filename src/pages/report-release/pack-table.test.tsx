import { renderToString as render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type PackTable, PackTableView, rowsOfTable } from '#pages/report-release/pack-table.tsx'
import { wordsIn } from '#pages/words/words.ts'

const t = wordsIn('nl')
const names = { programmes: [], reasons: new Map(), maps: new Map() }
const table: PackTable = {
  id: 'closed.result',
  population: 'closed:all:2025',
  dimensions: [{ id: 'result', categories: [['completed'], ['ended_early'], ['not_started']] }],
  cells: [61, null, null],
  rowTotals: [],
  columnTotals: [],
  total: 122,
  collapsed: [],
  refused: null,
}
const refused: PackTable = { ...table, cells: [], refused: 'cannot-be-made-safe' }

test('what is hidden is called that, however large it may be', () => {
  expect(rowsOfTable(t, table, names).slice(1, 5)).toEqual([
    ['Afgerond', '61'],
    ['Eerder gestopt', 'verborgen'],
    ['Niet begonnen', 'verborgen'],
    ['Samen', '122'],
  ])
})

test('of a table that can’t be told a file says what the page says: why, and how many they are together', () => {
  for (const total of [122, null]) {
    const said = rowsOfTable(t, { ...refused, total }, names)[0]?.[1] ?? ''
    expect(said.includes('Samen: 122.')).toBe(total === 122)
    expect(render(<PackTableView t={t} table={{ ...refused, total }} names={names} />)).toContain(said)
  }
})
