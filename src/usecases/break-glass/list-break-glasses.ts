import { z } from 'zod'
import { listGlasses } from '#db/break-glass.ts'
import { breakGlassPolicy } from '#domain/break-glass/break-glass-policy.ts'
import { glassLines } from '#usecases/break-glass/glass-view.ts'
import { question } from '#usecases/use-case.ts'

const shown = 100

/** Every time a file was opened in an emergency: what is to be judged first. */
export const listBreakGlasses = question({
  name: 'list-break-glasses',
  may: breakGlassPolicy.review,
  traced: true,
  input: z.strictObject({}),
  run: async (work) => glassLines(work, await listGlasses(work.tx, work.orgId, shown)),
})
