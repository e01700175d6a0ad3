import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { LoneAlertStepTable, LoneAlertTable } from '#db/tables.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type LoneAlertRow = Selectable<LoneAlertTable>
export type LoneAlertStepRow = Selectable<LoneAlertStepTable>

/** Alerts about others: nobody ever sees one about herself, whatever her roles are. */
const visibleAlerts = (db: Db, actor: Actor) =>
  db
    .selectFrom('lone_alert')
    .where('lone_alert.org_id', '=', actor.orgId)
    .where((e) => {
      if (actor.kind === 'system') return e.lit(true)
      if (actor.kind !== 'member') return e.lit(false)
      const others = actor.workerId ? e('lone_alert.worker_id', '<>', actor.workerId) : e.lit(true)
      if (isMemberWith(actor, 'coordinator', 'safeguarding_lead')) return others
      return isMemberWith(actor, 'privacy_officer')
        ? e.and([others, e('lone_alert.opened_at', 'is not', null)])
        : e.lit(false)
    })

export const findLoneAlert = (db: Db, actor: Actor, id: string): Promise<LoneAlertRow | undefined> =>
  visibleAlerts(db, actor).selectAll('lone_alert').where('lone_alert.id', '=', id).executeTakeFirst()

export const lockLoneAlert = (tx: Tx, actor: Actor, id: string): Promise<LoneAlertRow | undefined> =>
  visibleAlerts(tx, actor)
    .selectAll('lone_alert')
    .where('lone_alert.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const lockAlertOf = (tx: Tx, actor: Actor, visitId: string): Promise<LoneAlertRow | undefined> =>
  visibleAlerts(tx, actor)
    .selectAll('lone_alert')
    .where('lone_visit_id', '=', visitId)
    .forUpdate()
    .executeTakeFirst()

/** What isn't closed, and what was stood down since: a colleague who was asked sees that it is over. */
export const listLoneAlerts = (
  db: Db,
  actor: Actor,
  { since, limit }: { since: Temporal.Instant; limit: number },
): Promise<LoneAlertRow[]> =>
  visibleAlerts(db, actor)
    .selectAll('lone_alert')
    .where((e) => e.or([e('state', 'in', ['raised', 'taken_up']), e('ended_at', '>=', since)]))
    .orderBy((e) => e('state', 'not in', ['raised', 'taken_up']))
    .orderBy('raised_at')
    .orderBy('id')
    .limit(limit)
    .execute()

export const listOpenAlerts = (db: Db, actor: Actor, limit: number): Promise<LoneAlertRow[]> =>
  visibleAlerts(db, actor)
    .selectAll('lone_alert')
    .where('state', 'in', ['raised', 'taken_up'])
    .orderBy('raised_at')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Of which somebody opened where she is, and nobody has looked at that yet. */
export const listUnreviewedOpenings = (db: Db, actor: Actor, limit: number): Promise<LoneAlertRow[]> =>
  visibleAlerts(db, actor)
    .selectAll('lone_alert')
    .where('opened_at', 'is not', null)
    .where('reviewed_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .limit(limit)
    .execute()

export async function insertLoneAlert(tx: Tx, row: Insertable<LoneAlertTable>): Promise<void> {
  await tx.insertInto('lone_alert').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveLoneAlert(
  tx: Tx,
  row: Pick<LoneAlertRow, 'org_id' | 'id' | 'version'>,
  changed: Updateable<LoneAlertTable>,
): Promise<void> {
  await tx
    .updateTable('lone_alert')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertAlertStep(tx: Tx, row: Insertable<LoneAlertStepTable>): Promise<void> {
  await tx.insertInto('lone_alert_step').values(row).execute()
}

/** All that happened with this alert, in order, with how far each message to a colleague came. */
export const listAlertSteps = (db: Db, orgId: string, alertId: string) =>
  db
    .selectFrom('lone_alert_step')
    .leftJoin('message', (join) =>
      join
        .onRef('message.org_id', '=', 'lone_alert_step.org_id')
        .onRef('message.id', '=', 'lone_alert_step.message_id'),
    )
    .selectAll('lone_alert_step')
    .select('message.state as message_state')
    .where('lone_alert_step.org_id', '=', orgId)
    .where('lone_alert_id', '=', alertId)
    .orderBy('taken_at')
    .orderBy('lone_alert_step.id')
    .execute()
