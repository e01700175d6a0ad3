import { z } from 'zod'
import { insertAround, listAround } from '#db/person-around.ts'
import { aroundPolicy } from '#domain/around/around-policy.ts'
import { aroundInput, mostAround } from '#domain/around/person-around.ts'
import { withoutBsn } from '#domain/bsn.ts'
import { sealAround } from '#usecases/around/around-fields.ts'
import { herTrajectory } from '#usecases/around/held-around.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { isHerNumber } from '#usecases/message/her-address.ts'
import { command } from '#usecases/use-case.ts'

/** Writes down somebody around her as she tells of him. He is held against everybody here soon after, never now. */
export const recordAround = command({
  name: 'record-around',
  action: 'create',
  may: aroundPolicy.change,
  input: z.strictObject({ trajectoryId: z.uuid(), told: aroundInput }),
  async run(work, { trajectoryId, told }) {
    const { tx, orgId, actor, today, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const { person_id: personId } = await herTrajectory(work, trajectoryId)
    if ((await listAround(tx, orgId, [personId])).length >= mostAround) throw new Refused('around-too-many')
    const id = work.newId()
    await insertAround(tx, {
      org_id: orgId,
      id,
      person_id: personId,
      told_sealed: sealAround(work, personId, id, {
        ...told,
        words: told.words && withoutBsn(told.words).text,
      }),
      from_day: today,
      recorded_by: actor.memberId,
      recorded_at: now,
    })
    return { aroundId: id, sameNumber: await isHerNumber(work, personId, told.phone) }
  },
})
