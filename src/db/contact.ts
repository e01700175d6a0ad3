import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ContactTable } from '#db/tables.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import type { Actor } from '#domain/member/actor.ts'

export type ContactRow = Selectable<ContactTable>

/** Contacts of the trajectories this actor may see: a contact is never seen where its trajectory isn't. */
export const visibleContacts = (db: Db, actor: Actor) =>
  visibleTrajectories(db, actor).innerJoin('contact', (join) =>
    join
      .onRef('contact.org_id', '=', 'trajectory.org_id')
      .onRef('contact.trajectory_id', '=', 'trajectory.id'),
  )

export const findContact = (db: Db, actor: Actor, id: string): Promise<ContactRow | undefined> =>
  visibleContacts(db, actor).selectAll('contact').where('contact.id', '=', id).executeTakeFirst()

/** All contacts of one trajectory that the caller found through `visibleTrajectories`. */
export const listContacts = (db: Db, orgId: string, trajectoryId: string): Promise<ContactRow[]> =>
  db
    .selectFrom('contact')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('number')
    .execute()

/** What a worker still has to do: the planned contacts of the women she is matched with now. */
export const listPlannedForWorker = (db: Db, actor: Actor, workerId: string) =>
  visibleContacts(db, actor)
    .innerJoin('person', (join) =>
      join.onRef('person.org_id', '=', 'trajectory.org_id').onRef('person.id', '=', 'trajectory.person_id'),
    )
    .select([
      'contact.id',
      'contact.trajectory_id',
      'contact.number',
      'contact.state',
      'contact.mode',
      'contact.due_from',
      'contact.due_until',
      'contact.planned_on',
      'contact.planned_at',
      'contact.done_on',
      'trajectory.person_id',
      'trajectory.last_contact_on',
      'trajectory.contacts_done',
      'person.name_sealed',
    ])
    .where('trajectory.worker_id', '=', workerId)
    .where('contact.state', '=', 'planned')
    .orderBy('contact.due_from')
    .execute()

export async function insertContacts(tx: Tx, rows: readonly Insertable<ContactTable>[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('contact')
    .values([...rows])
    // Planned twice is planned once: the number within a trajectory is what makes a contact the same one.
    .onConflict((conflict) => conflict.columns(['org_id', 'trajectory_id', 'number']).doNothing())
    .execute()
}

/**
 * Writes a contact and counts its version up. The caller holds the trajectory's lock, which guards all its contacts.
 */
export async function saveContact(tx: Tx, row: ContactRow, changed: Updateable<ContactTable>): Promise<void> {
  await tx
    .updateTable('contact')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Sets all still planned contacts of a trajectory at once; gives how many there were. */
export async function savePlannedContacts(
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  changed: Pick<Updateable<ContactTable>, 'state' | 'worker_id'>,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('contact')
    .set((e) => ({ ...changed, version: e('version', '+', 1) }))
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('state', '=', 'planned')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Leaves out the contacts of the plan that nobody agreed a day for. */
export async function skipUnagreedContacts(tx: Tx, orgId: string, trajectoryId: string): Promise<void> {
  await tx
    .updateTable('contact')
    .set((e) => ({ state: 'skipped', version: e('version', '+', 1) }))
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('state', '=', 'planned')
    .where('planned_on', 'is', null)
    .execute()
}
