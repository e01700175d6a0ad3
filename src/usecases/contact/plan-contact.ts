import { z } from 'zod'
import { cancellers, mayTake } from '#domain/contact/contact.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { outsideReasons, planOn } from '#domain/contact/outside-window.ts'
import { dayInput, laterOf } from '#domain/day.ts'
import { contactModes } from '#domain/programme/definition.ts'
import { isRefusal } from '#domain/refusal.ts'
import { timeInput } from '#domain/typed-time.ts'
import { versionInput } from '#domain/version.ts'
import { contactOf, windowOf } from '#usecases/contact/contact-row.ts'
import { holdContact } from '#usecases/contact/held-contact.ts'
import { noteSafetyFact } from '#usecases/contact/note-safety-fact.ts'
import { settleContacts } from '#usecases/contact/settle-contacts.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { agreeDay } from '#usecases/planning/agree-day.ts'
import { clashAt } from '#usecases/planning/clash-at.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { stopIfBlocked } from '#usecases/signal/stop-if-blocked.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'
import { refuseIfAway } from '#usecases/worker/refuse-if-away.ts'
import { refuseVisitIfClosed } from '#usecases/worker/refuse-if-gates-closed.ts'

/**
 * Sets the day, the time and the way of meeting that was agreed; outside the window only with a reason. Where another day
 * stood it is moved, and then who asked for that is said: her partner is a safety fact, as when he calls off. `clash` says
 * that her worker has something else then, or can't be there in time: worth knowing, and hers to judge.
 */
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
    /** Who asked for another day than the one that stood. */
    askedBy: z
      .enum(cancellers)
      .nullish()
      .transform((by) => by ?? null),
  }),
  async run(work, { id, version, on, at, mode, reason, askedBy }) {
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
    if (row.planned_on && !row.planned_on.equals(on) && !askedBy) throw new Invalid({ askedBy: 'choose-one' })
    const clash = await clashAt(work, { trajectory, definition, contactId: id, on, at, mode })
    const moved = await agreeDay(work, row, {
      on: planned.plannedOn,
      at,
      reason: planned.outsideReason,
      mode,
      askedBy,
    })
    await settleContacts(work, trajectory)
    const safetyFact = moved && askedBy === 'partner'
    if (safetyFact) await noteSafetyFact(work, trajectory, 'moved-by-partner')
    return { contactId: id, trajectoryId: trajectory.id, clash, safetyFact }
  },
})
