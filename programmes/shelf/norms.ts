import type { Norm } from '#domain/outcome/expected-return.ts'

/**
 * What is known of a score among people in general, by `instrument.score`: to say how much of a change comes by itself.
 * Both numbers of the K10 are those of the worked example in instruments.md 6, not read in a study by us; pages say so.
 */
export const norms: Readonly<Record<string, Norm>> = {
  'k10-nl.total': { mean: 15.5, repeats: 0.7, source: 'instruments.md 6' },
}
