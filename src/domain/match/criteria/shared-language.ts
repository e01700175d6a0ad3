import { inCommon, type Weighed } from '#domain/match/criterion.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'

/** Do they share a language, and is it her own? (same language as far as possible, domain.md 1.2) */
export function sharedLanguage(woman: WaitingWoman, worker: Candidate): Weighed {
  const shared = inCommon(woman.languages, worker.languages)
  const [own] = woman.languages
  if (shared.length === 0)
    return woman.interpreter
      ? { score: 0.3, code: 'interpreter', values: { languages: [woman.interpreter] } }
      : { score: 0, code: 'none', values: {} }
  return own !== undefined && shared.includes(own)
    ? { score: 1, code: 'own', values: { languages: [own] } }
    : { score: 0.6, code: 'other', values: { languages: shared } }
}
