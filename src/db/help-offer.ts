import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { HelpOfferTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import type { NetworkKind } from '#domain/network/network-organisation.ts'

export type HelpOfferRow = Selectable<HelpOfferTable>
/** An offer beside the name and the areas of who gives it. */
export type HelpOfferOfRow = HelpOfferRow & {
  organisation: string
  organisation_kind: NetworkKind
  organisation_areas: string[]
}

const offers = (db: Db, orgId: string) =>
  db
    .selectFrom('help_offer')
    .innerJoin('network_organisation', (join) =>
      join
        .onRef('network_organisation.org_id', '=', 'help_offer.org_id')
        .onRef('network_organisation.id', '=', 'help_offer.network_organisation_id'),
    )
    .selectAll('help_offer')
    .select([
      'network_organisation.name as organisation',
      'network_organisation.kind as organisation_kind',
      'network_organisation.areas as organisation_areas',
    ])
    .where('help_offer.org_id', '=', orgId)

/** Everything that is offered now, of one organisation or of all. */
export const findHelpOffers = (
  db: Db,
  orgId: string,
  networkOrganisationId: string | null,
): Promise<HelpOfferOfRow[]> =>
  offers(db, orgId)
    .where('help_offer.until_day', 'is', null)
    .$if(networkOrganisationId !== null, (query) =>
      query.where('help_offer.network_organisation_id', '=', networkOrganisationId ?? ''),
    )
    .orderBy('network_organisation.name')
    .orderBy('help_offer.category')
    .execute()

export const findHelpOffer = (db: Db, orgId: string, id: string): Promise<HelpOfferOfRow | undefined> =>
  offers(db, orgId).where('help_offer.id', '=', id).executeTakeFirst()

export const lockHelpOffer = (tx: Tx, orgId: string, id: string): Promise<HelpOfferRow | undefined> =>
  tx
    .selectFrom('help_offer')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function insertHelpOffer(tx: Tx, row: Insertable<HelpOfferTable>): Promise<void> {
  await tx.insertInto('help_offer').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveHelpOffer(
  tx: Tx,
  row: HelpOfferRow,
  changed: Updateable<HelpOfferTable>,
): Promise<void> {
  await tx
    .updateTable('help_offer')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Ends what one organisation offers; the ids of what ended. */
export async function endHelpOffers(
  tx: Tx,
  orgId: string,
  networkOrganisationId: string,
  lastDay: Day,
): Promise<string[]> {
  const ended = await tx
    .updateTable('help_offer')
    .set((e) => ({ until_day: lastDay, version: e('version', '+', 1) }))
    .where('org_id', '=', orgId)
    .where('network_organisation_id', '=', networkOrganisationId)
    .where('until_day', 'is', null)
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}
