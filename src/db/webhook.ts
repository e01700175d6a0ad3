import type { ExpressionBuilder, Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { notBarred } from '#db/lock-reach.ts'
import type { Tables, WebhookTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import type { WebhookKind } from '#domain/webhook/webhook.ts'

export type WebhookRow = Selectable<WebhookTable>

/** All of them, also those that ended: who was told things, and until when, must stay to be seen. Live ones first. */
export const listWebhooks = (db: Db, orgId: string) =>
  db
    .selectFrom('webhook')
    .leftJoin('service', (join) =>
      join.onRef('service.org_id', '=', 'webhook.org_id').onRef('service.id', '=', 'webhook.service_id'),
    )
    .selectAll('webhook')
    .select('service.name as service_name')
    .where('webhook.org_id', '=', orgId)
    .orderBy('webhook.ended_at', (order) => order.desc().nullsFirst())
    .orderBy('webhook.id')
    .execute()

export async function countLiveWebhooks(db: Db, orgId: string): Promise<number> {
  const { count } = await db
    .selectFrom('webhook')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('org_id', '=', orgId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Held against others who change it; what is queued for it meanwhile doesn't wait. */
export const lockWebhook = (tx: Tx, orgId: string, id: string): Promise<WebhookRow | undefined> =>
  tx
    .selectFrom('webhook')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()

export async function insertWebhook(tx: Tx, row: Insertable<WebhookTable>): Promise<void> {
  await tx.insertInto('webhook').values(row).execute()
}

export async function saveWebhook(tx: Tx, row: WebhookRow, changed: Updateable<WebhookTable>): Promise<void> {
  await tx
    .updateTable('webhook')
    .set(changed)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/**
 * Is the system that sent this referral one that may ask what became of it? Only what may be asked is told. For a
 * query with `service` and `referral` in it.
 */
export const mayAsk = (e: ExpressionBuilder<Tables, 'service'>, today: Day) =>
  e.and([
    e('service.ended_at', 'is', null),
    e.or([e('service.until_day', 'is', null), e('service.until_day', '>=', today)]),
    e(e.val('referral.read'), '=', e.fn.any('service.scopes')),
    notBarred,
  ])

/** Which webhooks are told of this about these referrals: live ones of this kind, of all systems or of the sender. */
export const findWebhooksTold = (
  db: Db,
  orgId: string,
  about: { readonly kind: WebhookKind; readonly referralIds: readonly string[]; readonly today: Day },
): Promise<{ webhook_id: string; referral_id: string }[]> =>
  db
    .selectFrom('referral')
    .innerJoin('service', (join) =>
      join.onRef('service.org_id', '=', 'referral.org_id').onRef('service.id', '=', 'referral.service_id'),
    )
    .innerJoin('webhook', (join) =>
      join
        .onRef('webhook.org_id', '=', 'referral.org_id')
        .on((e) =>
          e.or([
            e('webhook.service_id', 'is', null),
            e('webhook.service_id', '=', e.ref('referral.service_id')),
          ]),
        ),
    )
    .select(['webhook.id as webhook_id', 'referral.id as referral_id'])
    .where('referral.org_id', '=', orgId)
    .where('referral.id', 'in', [...about.referralIds])
    .where((e) => mayAsk(e, about.today))
    .where('webhook.ended_at', 'is', null)
    .where((e) => e(e.val(about.kind), '=', e.fn.any('webhook.kinds')))
    .execute()
