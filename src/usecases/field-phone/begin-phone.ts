import { z } from 'zod'
import { findPhone, insertPhone } from '#db/field-phone.ts'
import { findOrganisation } from '#db/organisation.ts'
import { fieldPhonePolicy } from '#domain/field-phone/field-phone-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { phoneFields, phoneMadeId } from '#usecases/field-phone/phone-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * From here on this phone may carry her coming visits. Its id and the secret it proves itself with were made on it; asked
 * once more with the same, the answer is the same.
 */
export const beginPhone = command({
  name: 'begin-phone',
  action: 'create',
  may: fieldPhonePolicy.carry,
  input: z.strictObject({ id: phoneMadeId, secret: z.string().regex(/^[\w-]{43}$/) }),
  async run({ tx, orgId, actor, now, vault, boxes, digest }, { id, secret }) {
    const memberId = actorId(actor)
    if (!memberId) throw new Forbidden()
    if ((await findOrganisation(tx, orgId)).offline === 'off') throw new Refused('offline-off')
    const { boxKey, secret: boxSecret } = boxes.make()
    await vault.load([memberId])
    const added = await insertPhone(tx, {
      org_id: orgId,
      id,
      member_id: memberId,
      secret_hash: digest(secret),
      box_key: boxKey,
      box_sealed: phoneFields.seal(vault, memberId, id, 'box_sealed', boxSecret),
      since: now,
      seen_at: now,
    })
    if (added) return { boxKey }
    const known = await findPhone(tx, orgId, id)
    if (known?.member_id !== memberId || known.ended_at || !known.secret_hash.equals(digest(secret)))
      throw new NotFound()
    return { boxKey: known.box_key }
  },
})
