import { z } from 'zod'
import { findContact } from '#db/contact.ts'
import { findWorker } from '#db/worker.ts'
import { aftercarePolicy } from '#domain/aftercare/aftercare.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { planAftercare } from '#usecases/aftercare/plan-aftercare.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** A worker asks to talk about what she went through, in one tap; or whoever watches over her plans it. */
export const askAftercare = command({
  name: 'ask-aftercare',
  action: 'create',
  may: aftercarePolicy.ask,
  input: z.strictObject({
    /** Of herself unless said. */
    workerId: z.uuid().nullish(),
    /** After which visit. */
    contactId: z.uuid().nullish(),
    on: dayInput.nullish(),
  }),
  async run(work, { workerId, contactId, on }) {
    const { tx, orgId, actor, today } = work
    const own = actor.kind === 'member' ? actor.workerId : null
    const id = workerId ?? own
    if (!id) throw new NotFound()
    // For a colleague only who watches over workers asks it; to anybody else she doesn't exist.
    if (id !== own && !isMemberWith(actor, 'coordinator', 'safeguarding_lead')) throw new NotFound()
    const worker = await findWorker(tx, { kind: 'system', orgId, job: 'aftercare' }, id)
    if (!worker) throw new NotFound()
    if (contactId && !(await findContact(tx, actor, contactId))) throw new NotFound()
    if (on && isBefore(on, today)) throw new Invalid({ on: 'day-passed' })
    if (on && isBefore(today.add({ days: 60 }), on)) throw new Invalid({ on: 'too-far-away' })
    work.about({ person: worker.person_id })
    const { aftercareId } = await planAftercare(work, {
      workerId: id,
      because: contactId ? 'heavy_contact' : 'asked',
      contactId: contactId ?? null,
      on: on ?? null,
    })
    return { aftercareId }
  },
})
