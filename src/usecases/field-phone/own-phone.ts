import { type FieldPhoneRow, findPhone } from '#db/field-phone.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'

/** A phone of who asks; somebody else's isn't there. One that was ended is: what it still holds must get in. */
export async function ownPhone(work: Work, id: string): Promise<FieldPhoneRow> {
  const phone = await findPhone(work.tx, work.orgId, id)
  if (!phone || phone.member_id !== actorId(work.actor)) throw new NotFound()
  return phone
}
