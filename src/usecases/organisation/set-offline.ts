import { z } from 'zod'
import { updateOrganisation } from '#db/organisation.ts'
import { offlineRules } from '#domain/field-phone/offline-rule.ts'
import { organisationPolicy } from '#domain/organisation/organisation-settings.ts'
import { command } from '#usecases/use-case.ts'

/** Whether phones may carry visits where there is no signal: what that gives away stands in decision 28. */
export const setOffline = command({
  name: 'set-offline',
  action: 'update',
  may: organisationPolicy.settings,
  fresh: true,
  input: z.strictObject({ rule: z.enum(offlineRules) }),
  async run({ tx, orgId, about }, { rule }) {
    about({ detail: { rule } })
    await updateOrganisation(tx, orgId, { offline: rule })
    return {}
  },
})
