import type { ScoreRule } from '#domain/instrument/scoring-rules.ts'

/**
 * A score as FHIRPath, for SDC's calculatedExpression. It is guarded by how many answers have a weight: unguarded, one
 * that is missing counts silently as nought (instruments.md 8, measured). Two answers to one question count as none. Empty
 * where our own code gives no score.
 */
export function scoreExpression(questionnaireId: string, rule: ScoreRule): string {
  const names = rule.items.map((id) => `'${id}'`).join('|')
  const weights = `%resource.item.where(linkId='${questionnaireId}').item.where(linkId in (${names}) and answer.count()=1).answer.value.weight()`
  const [given, sum] = [`${weights}.count()`, `${weights}.sum()`]
  return `iif(${guardOf(rule, given, sum)}, ${totalOf(rule, given, sum)}, {})`
}

function guardOf({ items, missing: { most, rule } }: ScoreRule, given: string, sum: string): string {
  const whole = `${given}=${items.length}`
  const least = Math.max(items.length - most, 1)
  switch (rule) {
    case 'none':
      return whole
    case 'prorate':
    case 'counted':
      return least === items.length ? whole : `${given}>=${least} and ${given}<=${items.length}`
    case 'if_any':
      return `${whole} or (${given}>=${least} and ${given}<=${items.length} and ${sum}>0)`
  }
}

function totalOf({ op, items, times, plus, missing }: ScoreRule, given: string, sum: string): string {
  const filledIn = missing.rule === 'prorate' ? `*${items.length}/${given}` : ''
  const divided = op === 'mean' ? `/${items.length}` : ''
  const scaled = `${sum}${filledIn}${divided}${times === 1 ? '' : `*${times}`}`
  const moved = plus === 0 ? scaled : `${scaled}${plus > 0 ? '+' : '-'}${Math.abs(plus)}`
  return filledIn || divided ? `(${moved}).round(6)` : moved
}
