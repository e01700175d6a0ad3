import { z } from 'zod'
import { updateOrganisation } from '#db/organisation.ts'
import { organisationPolicy } from '#domain/organisation/organisation-settings.ts'
import { ownDeviceRules } from '#domain/own-device/own-device-rule.ts'
import { command } from '#usecases/use-case.ts'

/** Whether women may answer questions on their own device: what that gives away stands in decision 42. */
export const setOwnDevice = command({
  name: 'set-own-device',
  action: 'update',
  may: organisationPolicy.settings,
  fresh: true,
  input: z.strictObject({ rule: z.enum(ownDeviceRules) }),
  async run({ tx, orgId, about }, { rule }) {
    about({ detail: { rule } })
    await updateOrganisation(tx, orgId, { own_device: rule })
    return {}
  },
})
