import { z } from 'zod'
import { findVisitsDue } from '#db/lone-visit.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { question } from '#usecases/use-case.ts'

/** At which of those who are inside somewhere the clock must look. */
export const findLoneVisitsDue = question({
  name: 'find-lone-visits-due',
  may: loneVisitPolicy.clock,
  input: z.strictObject({}),
  async run({ tx, orgId, now }) {
    return { ids: (await findVisitsDue(tx, orgId, now)).map(({ id }) => id) }
  },
})
