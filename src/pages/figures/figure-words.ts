import type { FactId, FactUnit, TallyId } from '#domain/figures/figures.ts'
import type { Period } from '#domain/figures/period.ts'
import type { T } from '#pages/words/words.ts'
import type { Figures } from '#usecases/figures/read-figures.ts'
import type { MapOfCounts } from '#usecases/region/map-of-counts.ts'

/** What a period is called: `Heel 2026`, `3e kwartaal van 2026`. */
export function periodWords(t: T, { code }: Pick<Period, 'code'>): string {
  const [year = '', quarter] = code.split('-Q')
  return quarter ? t('figures.quarter', { year, quarter }) : t('figures.year', { year })
}

/** What a row of a tally is called. A place is called by its code, but where boundaries with its name were read in. */
export function rowWords(
  t: T,
  tally: TallyId,
  row: string,
  {
    programmes,
    reasons,
    maps,
  }: Pick<Figures, 'programmes' | 'reasons'> & { readonly maps?: ReadonlyMap<TallyId, MapOfCounts> },
): string {
  if (row === 'unknown') return t('figures.unknown')
  if (tally === 'started.programme') return programmes.find(({ id }) => id === row)?.label[t.language] ?? row
  if (tally === 'closed.reason') return reasons.get(row)?.[t.language] ?? row
  if (tally === 'started.language') return t.languageName(row)
  const place = maps?.get(tally)?.names.get(row)
  if (place !== undefined) return place
  const referrer = `referral.kind.${row}`
  if (tally.endsWith('.referrer') && t.has(referrer)) return t(referrer)
  const key = `figures.row.${row}`
  return t.has(key) ? t(key) : row
}

/**
 * A count that may be hidden. The same for nothing, for nine and for what is hidden only because it would give another
 * away: whoever reads it can't tell which, and a number of fifty is never said to be small.
 */
export const countWords = (t: T, count: number | null | undefined): string =>
  count === null || count === undefined ? t('release.hidden') : String(count)

/** A number with its unit, as it is read; a dash where there is nothing to count it from. */
export function factWords(t: T, unit: FactUnit, value: number | null): string {
  if (value === null) return '—'
  const whole = Math.round(value)
  switch (unit) {
    case 'days':
      return t('figures.unit.days', { count: whole })
    case 'hours':
      return t('figures.unit.hours', { count: whole })
    case 'percent':
      return `${whole} %`
    case 'money':
      return t.money(whole)
    case 'count':
      return String(whole)
  }
}

/** How a family of facts was counted. */
export function howOfFacts(t: T, facts: readonly FactId[]): readonly string[] {
  const families = [...new Set(facts.map((id) => id.slice(0, id.indexOf('.'))))]
  return families.flatMap((family) => {
    const key = `figures.how-fact.${family}`
    return t.has(key) ? [t(key)] : []
  })
}
