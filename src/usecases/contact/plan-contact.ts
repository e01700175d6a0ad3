import { z } from 'zod'
import { saveContact } from '#db/contact.ts'
import { mayTake } from '#domain/contact/contact.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { outsideReasons, planOn } from '#domain/contact/outside-window.ts'
import { dayInput, laterOf } from '#domain/day.ts'
import { contactModes } from '#domain/programme/definition.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { timeInput } from '#usecases/contact/contact-log.ts'
import { contactOf, windowOf } from '#usecases/contact/contact-row.ts'
import { holdContact } from '#usecases/contact/held-contact.ts'
import { settleContacts } from '#usecases/contact/settle-contacts.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { stopIfBlocked } from '#usecases/signal/stop-if-blocked.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'
import { refuseIfAway } from '#usecases/worker/refuse-if-away.ts'
import { refuseVisitIfClosed } from '#usecases/worker/refuse-if-gates-closed.ts'

/** Sets the day, the time and the way of meeting that was agreed; outside the window only with a reason. */
export const planContact = command({
  name: 'plan-contact',
  action: 'update',
  may: contactPolicy.plan,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    on: dayInput,
    at: timeInput.nullish().transform((at) => at ?? null),
    mode: z.enum(contactModes),
    reason: z
      .enum(outsideReasons)
      .nullish()
      .transform((reason) => reason ?? null),
  }),
  async run(work, { id, version, on, at, mode, reason }) {
    const { row, trajectory } = await holdContact(work, { id, version })
    if (!mayTake(contactOf(row).state, 'plan')) throw new Refused('not-from-this-state')
    const definition = definitionOf(work, trajectory)
    if (!definition.contacts?.modes.value.includes(mode)) throw new Invalid({ mode: 'not-valid' })
    // She said that nobody comes to her door; no agreement with a worker goes over that.
    if (mode === 'home' && (await readSafeContact(work, trajectory.person_id))?.neverAtHome)
      throw new Refused('contact-not-at-home')
    await stopIfBlocked(work, trajectory, 'visit')
    await refuseVisitIfClosed(work, definition, trajectory.worker_id, laterOf(on, work.today))
    await refuseIfAway(work, trajectory.worker_id, on, mode)
    const planned = planOn(windowOf(row), on, { today: work.today, reason })
    if (isRefusal(planned)) throw new Refused(planned.refused)
    await saveContact(work.tx, row, {
      planned_on: planned.plannedOn,
      planned_at: at,
      outside_reason: planned.outsideReason,
      mode,
    })
    await settleContacts(work, trajectory)
    return { contactId: id, trajectoryId: trajectory.id }
  },
})
