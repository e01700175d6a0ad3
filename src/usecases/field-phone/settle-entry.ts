import { z } from 'zod'
import { findContact } from '#db/contact.ts'
import { lockEntry, saveEntry } from '#db/phone-entry.ts'
import { mayTake } from '#domain/contact/contact.ts'
import { fieldPhonePolicy } from '#domain/field-phone/field-phone-policy.ts'
import { leadsTo, mayStep, putAwayReasons } from '#domain/field-phone/phone-entry.ts'
import { actorId } from '#domain/member/actor.ts'
import { versionInput } from '#domain/version.ts'
import { contactStateOf } from '#usecases/contact/contact-row.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { heldFor } from '#usecases/field-phone/held-place.ts'
import { writeDown } from '#usecases/field-phone/take-entry.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Somebody looked: it goes into the file, as the planned visit if that is still open and else as one of its own; or it is
 * put away with a reason. Its words stay either way.
 */
export const settleEntry = command({
  name: 'settle-entry',
  action: 'update',
  may: fieldPhonePolicy.settle,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    how: z.enum(['log', 'put-away']),
    because: z
      .enum(putAwayReasons)
      .nullish()
      .transform((because) => because ?? null),
  }),
  async run(work, { id, version, how, because }) {
    const { tx, orgId, actor, now } = work
    const row = await lockEntry(tx, orgId, id)
    const mine = row && (fieldPhonePolicy.settleAll(actor) || row.member_id === actorId(actor))
    const held = row && mine && row.words_sealed ? await heldFor(work, row) : null
    if (!row || !held) throw new NotFound()
    aboutTrajectory(work, held.trajectory)
    if (row.version !== version) throw new Refused('changed-meanwhile')
    if (!mayStep(row.state, how)) throw new Refused('not-from-this-state')
    const settled = { state: leadsTo(how), settled_by: actorId(actor), settled_at: now }
    if (how === 'put-away') {
      if (!because) throw new Invalid({ because: 'required' })
      await saveEntry(tx, row, { ...settled, put_away_because: because })
      return { contactId: null }
    }
    if (!held.said) throw new Refused('unreadable')
    const { said } = held
    const contact = said.form === 'contact-log' ? await findContact(tx, actor, said.subjectId) : null
    const open = contact && mayTake(contactStateOf(contact.state), 'log-done')
    if (!open && !(said.answers.what ?? 'done').startsWith('done')) throw new Refused('not-a-visit')
    const { contactId } = await writeDown(
      work,
      open ? said : { ...said, form: 'contact-extra', subjectId: held.trajectory.id },
      row.written_at,
    )
    await saveEntry(tx, row, { ...settled, contact_id: contactId })
    return { contactId }
  },
})
