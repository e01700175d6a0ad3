import { z } from 'zod'
import { updateOrganisation } from '#db/organisation.ts'
import { mostPerWeek } from '#domain/break-glass/break-glass.ts'
import { breakGlassPolicy } from '#domain/break-glass/break-glass-policy.ts'
import { command } from '#usecases/use-case.ts'

/**
 * How often in a week one colleague may open a file in an emergency. Said by who judges it: an administrator may open one
 * herself.
 */
export const limitBreakGlass = command({
  name: 'limit-break-glass',
  action: 'update',
  may: breakGlassPolicy.review,
  input: z.strictObject({ perWeek: z.number('not-a-number').int().min(0).max(mostPerWeek) }),
  async run({ tx, orgId, about }, { perWeek }) {
    about({ detail: { perWeek } })
    await updateOrganisation(tx, orgId, { glass_per_week: perWeek })
    return {}
  },
})
