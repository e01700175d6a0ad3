import { z } from 'zod'
import { findOrganisation, updateOrganisation } from '#db/organisation.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { organisationPolicy } from '#domain/organisation/organisation-settings.ts'
import { noticeDays } from '#domain/sign-in/passkey-rule.ts'
import { Invalid } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * From which day whoever holds a weighty role comes in with a passkey; no day asks it of nobody. The day lies far enough
 * ahead that everybody hears of it first.
 */
export const askPasskeys = command({
  name: 'ask-passkeys',
  action: 'update',
  may: organisationPolicy.settings,
  fresh: true,
  input: z.strictObject({ from: dayInput.nullable() }),
  async run({ tx, orgId, today, about }, { from }) {
    const { passkeys_from: was } = await findOrganisation(tx, orgId)
    const same = from !== null && was !== null && from.equals(was)
    if (from && !same && isBefore(from, today.add({ days: noticeDays })))
      throw new Invalid({ from: 'passkeys-too-soon' })
    about({ detail: { from: from?.toString() ?? 'never' } })
    await updateOrganisation(tx, orgId, { passkeys_from: from })
    return {}
  },
})
