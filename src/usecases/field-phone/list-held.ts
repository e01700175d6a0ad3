import { z } from 'zod'
import { listHeld as findHeld } from '#db/phone-entry.ts'
import { fieldPhonePolicy } from '#domain/field-phone/field-phone-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { heldFor } from '#usecases/field-phone/held-place.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/**
 * What phones sent and could not go in: a coordinator's, of the women she sees; a writer's own. Of a woman who is hers no
 * more the writer hears that it is safe and waits for the coordinator, and no word of it.
 */
export const listHeld = question({
  name: 'list-held',
  may: fieldPhonePolicy.settle,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, zone } = work
    const all = fieldPhonePolicy.settleAll(actor)
    const rows = await findHeld(tx, orgId, all ? null : actorId(actor))
    const shown = []
    let elsewhere = 0
    await work.vault.load(rows.map(({ owner_id }) => owner_id))
    for (const row of rows) {
      // What was held of a file that was erased can be read by nobody any more, and waits for nobody.
      if (work.vault.isDestroyed(row.owner_id)) continue
      const held = await heldFor(work, row)
      if (held) shown.push({ row, trajectory: held.trajectory })
      else if (row.member_id === actorId(actor)) elsewhere += 1
    }
    work.about({
      trajectory: shown.map(({ trajectory }) => trajectory.id),
      person: shown.map(({ trajectory }) => trajectory.person_id),
    })
    const people = await readPeople(
      work,
      shown.map(({ trajectory }) => trajectory.person_id),
    )
    const names = await whoDid(
      work,
      shown.map(({ row }) => row.member_id),
    )
    return {
      held: shown.map(({ row, trajectory }) => ({
        id: row.id,
        name: people.get(trajectory.person_id)?.name.given ?? '—',
        writer: names.get(row.member_id) ?? '—',
        because: row.held_because ?? 'refused',
        writtenAt: row.written_at.toZonedDateTimeISO(zone).toPlainDateTime(),
      })),
      /** Her own, of women who aren't hers any more: her coordinator settles them. */
      elsewhere,
    }
  },
})
