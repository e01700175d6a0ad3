import { type ExpressionBuilder, type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { Tables, WebhookDeliveryTable } from '#db/tables.ts'
import { mayAsk } from '#db/webhook.ts'
import type { Day } from '#domain/day.ts'

export type DeliveryRow = Selectable<WebhookDeliveryTable>

/** Queues them; one that would say what another that waits says already is left out. */
export async function insertDeliveries(
  tx: Tx,
  rows: readonly Insertable<WebhookDeliveryTable>[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('webhook_delivery')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The latest of each of these webhooks, newest first. */
export const listDeliveries = (
  db: Db,
  orgId: string,
  webhookId: string,
  limit: number,
): Promise<DeliveryRow[]> =>
  db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('webhook_id', '=', webhookId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** The last that was tried of each webhook: how it fares. */
export async function findLastTried(
  db: Db,
  orgId: string,
): Promise<Map<string, Pick<DeliveryRow, 'state' | 'last_tried_at'>>> {
  const rows = await db
    .selectFrom('webhook_delivery')
    .distinctOn('webhook_id')
    .select(['webhook_id', 'state', 'last_tried_at'])
    .where('org_id', '=', orgId)
    .where('last_tried_at', 'is not', null)
    .orderBy('webhook_id')
    .orderBy('last_tried_at', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.webhook_id, row]))
}

/** Live webhooks, not paused, for which something is due now. */
export async function findDueWebhookIds(db: Db, orgId: string, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('webhook_delivery')
    .innerJoin('webhook', (join) =>
      join
        .onRef('webhook.org_id', '=', 'webhook_delivery.org_id')
        .onRef('webhook.id', '=', 'webhook_delivery.webhook_id'),
    )
    .select('webhook.id')
    .distinct()
    .where('webhook_delivery.org_id', '=', orgId)
    .where('webhook.ended_at', 'is', null)
    .where('webhook.paused_at', 'is', null)
    .where((e) => due(e, now))
    .execute()
  return rows.map(({ id }) => id)
}

const due = (e: ExpressionBuilder<Tables, 'webhook_delivery'>, now: Temporal.Instant) =>
  e.or([
    e.and([e('webhook_delivery.state', '=', 'pending'), e('webhook_delivery.not_before', '<=', now)]),
    e.and([e('webhook_delivery.state', '=', 'handing_over'), e('webhook_delivery.lease_until', '<=', now)]),
  ])

/** A delivery, and whether what it is about may still be asked by the system that sent it. A test may always leave. */
export interface DueDelivery extends DeliveryRow {
  may_leave: boolean
}

/** The next that is due of one webhook, held; what another process holds is left to it. */
export const lockDueDelivery = (
  tx: Tx,
  orgId: string,
  webhookId: string,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Day },
): Promise<DueDelivery | undefined> =>
  tx
    .selectFrom('webhook_delivery')
    .selectAll('webhook_delivery')
    .select((e) =>
      e
        .or([
          e('webhook_delivery.referral_id', 'is', null),
          e.exists(
            e
              .selectFrom('referral')
              .innerJoin('service', (join) =>
                join
                  .onRef('service.org_id', '=', 'referral.org_id')
                  .onRef('service.id', '=', 'referral.service_id'),
              )
              .select(sql`1`.as('one'))
              .whereRef('referral.org_id', '=', 'webhook_delivery.org_id')
              .whereRef('referral.id', '=', 'webhook_delivery.referral_id')
              .where((inner) => mayAsk(inner, today)),
          ),
        ])
        .$castTo<boolean>()
        .as('may_leave'),
    )
    .where('webhook_delivery.org_id', '=', orgId)
    .where('webhook_delivery.webhook_id', '=', webhookId)
    .where((e) => due(e, now))
    .orderBy('webhook_delivery.not_before')
    .orderBy('webhook_delivery.id')
    .limit(1)
    .forUpdate('webhook_delivery')
    .skipLocked()
    .executeTakeFirst()

export const findDelivery = (db: Db, orgId: string, id: string): Promise<DeliveryRow | undefined> =>
  db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst()

export const lockDelivery = (tx: Tx, orgId: string, id: string): Promise<DeliveryRow | undefined> =>
  tx
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function saveDelivery(
  tx: Tx,
  row: DeliveryRow,
  changed: Updateable<WebhookDeliveryTable>,
): Promise<void> {
  await tx
    .updateTable('webhook_delivery')
    .set(changed)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Nothing that waits for a webhook that ended ever leaves. */
export async function refuseWaiting(
  tx: Tx,
  orgId: string,
  webhookId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('webhook_delivery')
    .set({ state: 'refused', settled_at: at, lease_until: null })
    .where('org_id', '=', orgId)
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'pending')
    .execute()
}
