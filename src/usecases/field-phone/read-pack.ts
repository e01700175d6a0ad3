import { z } from 'zod'
import { listContacts, listPlannedForWorker } from '#db/contact.ts'
import { findEarlierWords } from '#db/earlier-words.ts'
import { markWiped, seePhone } from '#db/field-phone.ts'
import { findOrganisation } from '#db/organisation.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { isAddressShown } from '#domain/contact/address-shown.ts'
import { inOrder } from '#domain/contact/contact-facts.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { fieldPhonePolicy } from '#domain/field-phone/field-phone-policy.ts'
import { carriedDays, mayBeCarried, offlineRuleOf } from '#domain/field-phone/offline-rule.ts'
import { minutesAhead } from '#domain/field-phone/written-at.ts'
import { unasked } from '#domain/match/earlier-words.ts'
import { openNotes } from '#usecases/contact/contact-fields.ts'
import { contactOf, modeOf } from '#usecases/contact/contact-row.ts'
import { topicsFor } from '#usecases/contact/topics-for.ts'
import type { Work } from '#usecases/context.ts'
import { ownPhone } from '#usecases/field-phone/own-phone.ts'
import { phoneMadeId } from '#usecases/field-phone/phone-fields.ts'
import { childInSight } from '#usecases/match/child-of.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * What a phone may carry: of her own women the visits of today and the week after it, with a first name, the time, where
 * as far as she may know that today, subjects, and what was agreed last. No number, no surname, nothing of danger. A
 * phone that was ended, or an organisation that switched it off, hears only that: then the phone lets go of everything.
 */
export const readPack = command({
  name: 'read-pack',
  action: 'update',
  drafts: true,
  may: fieldPhonePolicy.carry,
  input: z.strictObject({ phoneId: phoneMadeId, phoneNow: z.number() }),
  async run(work, { phoneId, phoneNow }) {
    const phone = await ownPhone(work, phoneId)
    const rule = offlineRuleOf((await findOrganisation(work.tx, work.orgId)).offline)
    await seePhone(work.tx, phone, { seen_at: work.now, minutes_ahead: minutesAhead(phoneNow, work.now) })
    if (phone.ended_at) await markWiped(work.tx, work.orgId, phone.id, work.now)
    if (phone.ended_at || rule === 'off') return { carries: false as const }
    const until = work.today.add({ days: carriedDays })
    const workerId = work.actor.kind === 'member' ? work.actor.workerId : null
    const planned = workerId ? await listPlannedForWorker(work.tx, work.actor, workerId) : []
    const soon = planned.filter(
      ({ planned_on: on }) =>
        on && Temporal.PlainDate.compare(on, work.today) >= 0 && Temporal.PlainDate.compare(on, until) <= 0,
    )
    const visits = []
    for (const row of soon.sort(sooner)) {
      const visit = await visitOf(work, row, rule)
      if (visit) visits.push(visit)
    }
    return { carries: true as const, visits }
  },
})

/** The next one first; on one day those without a time last. */
const sooner = (a: Planned, b: Planned): number => (momentOf(a) < momentOf(b) ? -1 : 1)
const momentOf = (row: Planned): string => `${row.planned_on} ${row.planned_at ?? 'later'} ${row.id}`

type Planned = Awaited<ReturnType<typeof listPlannedForWorker>>[number]

async function visitOf(work: Work, row: Planned, rule: ReturnType<typeof offlineRuleOf>) {
  const { tx, actor, orgId, today } = work
  const trajectory = await findTrajectory(tx, actor, row.trajectory_id)
  const definition = trajectory && definitionOf(work, trajectory)
  if (!trajectory || !definition || !mayBeCarried(rule, definition.safety.class.value)) return null
  work.about({ trajectory: trajectory.id, person: trajectory.person_id, basis: 'match' })
  const child = childInSight(trajectory)
  const people = await readPeople(work, [trajectory.person_id, child ?? trajectory.person_id])
  const mother = people.get(trajectory.person_id)
  if (!mother) return null
  const neverAtHome = (await readSafeContact(work, trajectory.person_id))?.neverAtHome ?? false
  const mode = modeOf(row.mode)
  const shown = mode === 'home' && isAddressShown(row.planned_on, today) && !neverAtHome
  const { street, houseNumber, place } = mother.address ?? {}
  return {
    id: row.id,
    trajectoryId: trajectory.id,
    name: mother.name.given,
    on: row.planned_on?.toString() ?? '',
    at: row.planned_at?.slice(0, 5) ?? null,
    mode,
    where: shown ? [street, houseNumber, place].filter(Boolean).join(' ') || null : null,
    agreed: await lastAgreed(work, orgId, trajectory),
    modes: definition.contacts?.modes.value ?? [],
    minutes: definition.contacts?.minutes.value ?? null,
    sheets: trajectory.quiet_since
      ? []
      : topicsFor(definition, people.get(child ?? '')?.birthDay ?? null, row.planned_on ?? today).map(
          ({ id, title }) => ({ id, title }),
        ),
  }
}

/** What they agreed last, if she may read it: her own words, or an earlier worker's that she was given. */
async function lastAgreed(
  work: Work,
  orgId: string,
  trajectory: { id: string; person_id: string },
): Promise<string | null> {
  const rows = await listContacts(work.tx, orgId, trajectory.id)
  const last = inOrder(rows.map(contactOf)).findLast(({ state }) => state === 'done')
  const row = rows.find(({ id }) => id === last?.id)
  if (!row) return null
  const earlier = (await findEarlierWords(work.tx, orgId, trajectory.id))?.shown ?? unasked
  if (!contactPolicy.readNotes(work.actor, { workerId: row.worker_id, earlier }, 'agreements')) return null
  return openNotes(work, trajectory.person_id, row).next
}
