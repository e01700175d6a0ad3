import { unknown, type Weighed } from '#domain/match/criterion.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'
import type { Avoided } from '#domain/worker/own-file.ts'

/** What the worker would rather not meet, by what is known of the woman's home. */
export function atHome(woman: WaitingWoman, worker: Candidate): { there: Avoided[]; unknown: Avoided[] } {
  const { homeHas = [], homeHasNot = [] } = woman.wishes
  const avoids = worker.avoids ?? []
  return {
    there: avoids.filter((one) => homeHas.includes(one)),
    unknown: avoids.filter((one) => !homeHas.includes(one) && !homeHasNot.includes(one)),
  }
}

/** Pets, smoking, stairs: an allergy, a bad knee, or her own reasons. Of who named none nothing is known. */
export function homeFit(woman: WaitingWoman, worker: Candidate): Weighed {
  if ((worker.avoids ?? []).length === 0) return unknown
  const found = atHome(woman, worker)
  if (found.there.length > 0) return { score: 0, code: 'there', values: { avoided: found.there } }
  if (found.unknown.length > 0) return unknown
  return { score: 1, code: 'none', values: {} }
}
