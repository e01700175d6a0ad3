import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Facts, factsIn, isTrue } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'

interface Bounds {
  readonly count: { readonly least: number; readonly most: number }
  readonly domains: { readonly least: number; readonly most: number }
}

/**
 * The counts of a grid of adversities. Three in two domains are enough for "at least 3 over 2" however many more there
 * are, so the counts are given as soon as no answer that is still open can change what a rule says; then they are
 * what is known so far. Until then they aren't known, and not known is not none.
 */
export function adversityFacts(definition: ProgrammeDefinition, facts: Facts): Facts {
  if (!definition.adversityGrid) return {}
  const { count, domains } = boundsOf(definition, facts)
  const rules = definition.eligibility
    .map(({ when }) => ruleOf(when))
    .filter((rule) =>
      factsIn(rule).some((name) => name === 'adversityCount' || name === 'lifeDomainsAffected'),
    )
  const known = { adversityCount: count.least, lifeDomainsAffected: domains.least }
  const settled = rules.every((rule) => {
    const answer = isTrue(rule, { ...facts, ...known })
    for (let many = count.least; many <= count.most; many += 1)
      for (let over = domains.least; over <= domains.most; over += 1)
        if (isTrue(rule, { ...facts, adversityCount: many, lifeDomainsAffected: over }) !== answer)
          return false
    return true
  })
  return settled ? known : { adversityCount: null, lifeDomainsAffected: null }
}

function boundsOf({ adversityGrid, facts: asked }: ProgrammeDefinition, facts: Facts): Bounds {
  let [least, most, leastDomains, mostDomains] = [0, 0, 0, 0]
  for (const { fact } of adversityGrid?.domains ?? []) {
    const value = Object.hasOwn(facts, fact) ? facts[fact] : null
    const type = asked.find(({ name }) => name === fact)?.type
    if (typeof value === 'number') {
      least += value
      most += value
      leastDomains += value > 0 ? 1 : 0
      mostDomains += value > 0 ? 1 : 0
    } else {
      most += type?.kind === 'number' ? type.max : 0
      mostDomains += 1
    }
  }
  return {
    count: { least, most: Math.min(most, 1000) },
    domains: { least: leastDomains, most: mostDomains },
  }
}

/** Instead of a count, the questions it is counted from that have no answer yet. */
export function questionsBehind(
  definition: ProgrammeDefinition,
  names: readonly string[],
  facts: Facts,
): readonly string[] {
  const grid = definition.adversityGrid?.domains.map(({ fact }) => fact) ?? []
  const open = grid.filter((name) => typeof facts[name] !== 'number')
  const counted = names.some((name) => name === 'adversityCount' || name === 'lifeDomainsAffected')
  const rest = names.filter((name) => name !== 'adversityCount' && name !== 'lifeDomainsAffected')
  return counted ? [...rest, ...open] : names
}
