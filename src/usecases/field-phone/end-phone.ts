import { z } from 'zod'
import { endPhone as end, findPhone } from '#db/field-phone.ts'
import { fieldPhonePolicy } from '#domain/field-phone/field-phone-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Wipes a phone: it carries nothing any more from the next moment it reaches us, and what it wrote still gets in. */
export const endPhone = command({
  name: 'end-phone',
  action: 'update',
  may: fieldPhonePolicy.list,
  input: z.strictObject({ id: z.uuid() }),
  async run({ tx, orgId, actor, now }, { id }) {
    const by = actorId(actor)
    if (!by) throw new Forbidden()
    const phone = await findPhone(tx, orgId, id)
    if (!phone || (phone.member_id !== by && !fieldPhonePolicy.all(actor))) throw new NotFound()
    await end(tx, orgId, id, { ended_at: now, ended_by: by })
    return {}
  },
})
