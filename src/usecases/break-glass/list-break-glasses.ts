import { z } from 'zod'
import { listGlasses } from '#db/break-glass.ts'
import { findOrganisation } from '#db/organisation.ts'
import { breakGlassPolicy } from '#domain/break-glass/break-glass-policy.ts'
import { glassLines } from '#usecases/break-glass/glass-view.ts'
import { question } from '#usecases/use-case.ts'

const shown = 100

/** Every time a file was opened in an emergency, what is to be judged first; and how often one may. */
export const listBreakGlasses = question({
  name: 'list-break-glasses',
  may: breakGlassPolicy.review,
  traced: true,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId } = work
    return {
      lines: await glassLines(work, await listGlasses(tx, orgId, shown)),
      perWeek: (await findOrganisation(tx, orgId)).glass_per_week,
    }
  },
})
