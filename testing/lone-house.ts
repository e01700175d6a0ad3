import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { beginLoneVisit } from '#usecases/lone-visit/begin-lone-visit.ts'
import { openLoneAddress } from '#usecases/lone-visit/open-lone-address.ts'
import { takeUpLoneAlert } from '#usecases/lone-visit/take-up-lone-alert.ts'
import { turnLoneVisit } from '#usecases/lone-visit/turn-lone-visit.ts'
import { within } from './cast.ts'
import type { World } from './world-on.ts'

export interface LoneHouse {
  /** The worker's, past the time she gave; and that others were called, of whom one looked where she is. */
  readonly visit: string
  readonly alert: string
}

/** A worker who is inside somewhere past her time. */
export async function loneOf(
  world: World,
  orgId: string,
  members: Readonly<Record<Role, MemberActor>>,
  contactId: string,
): Promise<LoneHouse> {
  const { context } = world
  const { id: visit } = await beginLoneVisit(context, members.worker, {
    contactId,
    minutes: 30,
    place: 'home',
    where: 'Achterom bij Winterkoning',
  })
  // Her time is over; the clock itself stays where it is.
  await within(
    world,
    async ({ tx, now }) => {
      await tx
        .updateTable('lone_visit')
        .set({ began_at: now.subtract({ hours: 3 }), expected_at: now.subtract({ hours: 1 }), next_at: now })
        .where('org_id', '=', orgId)
        .where('id', '=', visit)
        .execute()
      return {}
    },
    orgId,
  )
  await turnLoneVisit(context, { kind: 'system', orgId, job: 'test' }, { id: visit })
  const alert = await within(
    world,
    async ({ tx }) => {
      const { id } = await tx
        .selectFrom('lone_alert')
        .select('id')
        .where('org_id', '=', orgId)
        .where('lone_visit_id', '=', visit)
        .executeTakeFirstOrThrow()
      return { id }
    },
    orgId,
  )
  await takeUpLoneAlert(context, members.safeguarding_lead, { id: alert.id })
  await openLoneAddress(context, members.safeguarding_lead, { id: alert.id, because: 'someone_goes_there' })
  return { visit, alert: alert.id }
}
