import type { Handed } from '#domain/end-report/hand-over.ts'
import type { LetterLanguage } from '#domain/end-report/letter-words.ts'
import type { Placed } from '#domain/fhir/said.ts'
import { systems } from '#domain/fhir/systems.ts'

/** Who is around her: kinds of help, and organisations by name. Nobody in person. */
export const careTeamOf = (around: Handed['around'], subject: Placed, language: LetterLanguage) => ({
  resourceType: 'CareTeam' as const,
  status: 'active' as const,
  subject,
  participant: around.map(({ role, organisation }) => ({
    role: [{ text: role[language] }],
    ...(organisation && { member: { type: 'Organization' as const, display: organisation } }),
  })),
})

const countAt = (when: 'first' | 'last', count: number | null) => ({
  code: { coding: [{ system: 'urn:naast:adversity-count', code: when }] },
  ...(count === null
    ? { dataAbsentReason: { coding: [{ system: systems.dataAbsentReason, code: 'unknown' }] } }
    : { valueInteger: count }),
})
/** How many adversities there were in one domain of her life, the first time and the last; the days are not said. */
export const countOf = (
  { about, first, last }: Handed['grid'][number],
  subject: Placed,
  language: LetterLanguage,
) => ({
  resourceType: 'Observation' as const,
  status: 'final' as const,
  category: [{ coding: [{ system: systems.observationCategory, code: 'social-history' }] }],
  code: { text: about[language] },
  subject,
  component: [countAt('first', first), countAt('last', last)],
})
