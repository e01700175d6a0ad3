import { z } from 'zod'
import type { Criterion, CriterionName } from '#domain/match/criterion.ts'
import { type ProgrammeDefinition, softCriteria } from '#domain/programme/definition.ts'

const names: readonly CriterionName[] = ['shared_language', ...softCriteria]
const values = z.record(z.string(), z.union([z.number(), z.array(z.string())]))
const kept = z.object({
  programme: z.string(),
  version: z.string(),
  criteria: z.array(
    z.object({
      criterion: z.string().transform((name, context) => {
        const known = names.find((one) => one === name)
        if (known) return known
        context.addIssue({ code: 'custom', message: 'not-valid' })
        return z.NEVER
      }),
      weight: z.number(),
      score: z.number(),
      code: z.string(),
      values,
    }),
  ),
})

/** Stays beside the proposal, unsealed: how much was shared, never which background, interest or situation. */
const openValues = ['km', 'minutes', 'mode', 'count', 'languages']

export const explanationFor = (
  definition: Pick<ProgrammeDefinition, 'id' | 'version'>,
  criteria: readonly Criterion[],
): z.input<typeof kept> => ({
  programme: definition.id,
  version: definition.version,
  criteria: criteria.map((one) => ({
    ...one,
    values: Object.fromEntries(
      Object.entries(one.values).flatMap(([name, value]) =>
        openValues.includes(name)
          ? [[name, typeof value === 'number' ? value : [...value]]]
          : typeof value === 'number'
            ? []
            : [['count', value.length]],
      ),
    ),
  })),
})

/** The explanation as it was given when the pair was proposed; empty if a later version can't read it. */
export function readExplanation(stored: unknown): readonly Criterion[] {
  const parsed = kept.safeParse(stored)
  return parsed.success ? parsed.data.criteria : []
}
