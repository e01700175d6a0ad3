import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'

/**
 * What an organisation calls all who stand beside somebody, by the programmes it offers: of two programmes both words;
 * `null` where one has no such word or there are more than two, so that nobody goes by a name that isn't hers.
 */
export function workersWords(offered: readonly Pick<ProgrammeDefinition, 'terms'>[]): Words | null {
  const words = new Map<string, Words>()
  for (const { terms } of offered) {
    if (!terms.workers) return null
    words.set(terms.workers.nl, terms.workers)
  }
  const [first, second, ...more] = [...words.values()]
  if (!first || more.length > 0) return null
  return second ? { nl: `${first.nl} en ${second.nl}`, en: `${first.en} and ${second.en}` } : first
}
