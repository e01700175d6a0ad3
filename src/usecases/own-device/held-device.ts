import { listConcernsOf } from '#db/concern.ts'
import { findBarred } from '#db/lock-reach.ts'
import { findAuthority } from '#db/member.ts'
import { findOrganisation } from '#db/organisation.ts'
import type { OwnDeviceRow } from '#db/own-device.ts'
import { listRedFlags } from '#db/red-flag.ts'
import { standingOf } from '#domain/contact-policy/safe-contact-policy.ts'
import { ownDeviceRuleOf } from '#domain/own-device/own-device-rule.ts'
import { type DeviceRefusal, goesToHer, whyNotOnHerDevice } from '#domain/own-device/why-not-on-her-device.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { readLicences } from '#usecases/instrument/permissions.ts'
import type { HeldMoment } from '#usecases/measure/held-moment.ts'
import { askable } from '#usecases/on-call/whom-to-ask.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'

type Due = HeldMoment['due']

export interface DeviceMoment {
  /** Why nothing may be asked this way now; `null` if it may. */
  readonly why: DeviceRefusal | null
  /** What of the moment may be put on her device. */
  readonly goes: Due
  /** What is left to staff, and stays due. */
  readonly stays: Due
}

/** Her device is nobody's who signed in: what it may do stands in its code, and Naast looks for it. */
export const asNaast = (work: Work): Work => ({
  ...work,
  actor: { kind: 'system', orgId: work.orgId, job: 'own-device' },
})

/** What of this moment may be asked on her own device from now until then, and whether anything may. */
export async function deviceMoment(
  work: Work,
  { trajectory, definition, due }: HeldMoment,
  until: Temporal.Instant,
): Promise<DeviceMoment> {
  const { tx, orgId, now, zone } = work
  const { id, person_id: personId } = trajectory
  const naast = asNaast(work).actor
  const policy = await readSafeContact(work, personId)
  const at = now.toZonedDateTimeISO(zone)
  const concerns = await listConcernsOf(tx, naast, id)
  const flags = await listRedFlags(tx, orgId, id)
  const why = whyNotOnHerDevice({
    rule: ownDeviceRuleOf((await findOrganisation(tx, orgId)).own_device),
    safetyClass: definition.safety.class.value,
    goesOn: trajectory.state !== 'closed',
    agreed: (await givenConsents(work, personId, id)).has('C-7'),
    standing: standingOf(policy, at),
    policy,
    at,
    worry: concerns.some(({ state }) => state !== 'closed') || flags.some((flag) => flag.review_id === null),
    onCall: await isOnCall(work, [personId, id], until),
  })
  const licence = await readLicences(work)
  const isHers = ({ shelf }: Due[number]) => goesToHer(shelf, shelf ? licence(shelf) : 'none')
  return { why, goes: due.filter(isHers), stays: due.filter((one) => !isHers(one)) }
}

/** Today, and on the day on which it ends where that is another. */
async function isOnCall(work: Work, about: readonly string[], until: Temporal.Instant): Promise<boolean> {
  const lastDay = until.toZonedDateTimeISO(work.zone).toPlainDate()
  const days = lastDay.equals(work.today) ? [work.today] : [work.today, lastDay]
  for (const today of days)
    if ((await askable({ ...work, today }, { about, knows: null })).chain.length === 0) return false
  return true
}

/** Whoever gave the code may still see her: a lock set since, or a role taken away, ends it. */
export async function givenByWhoMay(work: Work, row: OwnDeviceRow): Promise<void> {
  const { tx, orgId, today } = work
  const authority = await findAuthority(tx, orgId, row.opened_by, today)
  const barred = await findBarred(tx, orgId, [row.opened_by], [row.person_id, row.trajectory_id])
  if (!authority?.roles.includes('coordinator') || barred.has(row.opened_by)) throw new NotFound()
}
