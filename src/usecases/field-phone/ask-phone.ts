import { z } from 'zod'
import { findPhone, markWiped } from '#db/field-phone.ts'
import { findOrganisation } from '#db/organisation.ts'
import { fieldPhonePolicy } from '#domain/field-phone/field-phone-policy.ts'
import { phoneMadeId } from '#usecases/field-phone/phone-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * A phone on its own, with nobody signed in, hears whether it may go on carrying what it carries. A phone that we don't
 * know, or that can't prove itself, hears the same as one that was wiped.
 */
export const askPhone = command({
  name: 'ask-phone',
  action: 'update',
  drafts: true,
  may: fieldPhonePolicy.ask,
  input: z.strictObject({ id: phoneMadeId, secret: z.string().max(100) }),
  async run({ tx, orgId, now, digest }, { id, secret }) {
    const phone = await findPhone(tx, orgId, id)
    if (!phone?.secret_hash.equals(digest(secret))) return { carries: false }
    if (phone.ended_at) await markWiped(tx, orgId, id, now)
    const { offline } = await findOrganisation(tx, orgId)
    return { carries: !phone.ended_at && offline !== 'off' }
  },
})
