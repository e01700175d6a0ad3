import { z } from 'zod'
import { updateOrganisation } from '#db/organisation.ts'
import { onCallPolicy } from '#domain/on-call/on-call-policy.ts'
import { phoneInput } from '#domain/person/person.ts'
import { command } from '#usecases/use-case.ts'

/** The number of who is on call: on the card of whoever goes somewhere alone, for when there is no connection. */
export const setOnCallNumber = command({
  name: 'set-on-call-number',
  action: 'update',
  may: onCallPolicy.change,
  input: z.strictObject({ phone: phoneInput.nullable() }),
  async run({ tx, orgId }, { phone: number }) {
    await updateOrganisation(tx, orgId, { on_call_phone: number })
    return {}
  },
})
