import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Actor, MemberActor, PublicDoor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { mim, mim24 } from '#programmes/mim.ts'
import { contextOf } from '#server/context.ts'
import { openFileExaminer } from '#server/documents/file-examiner.ts'
import { newId } from '#server/ids.ts'
import { OrganisationKeys, type RootKey } from '#server/keys/organisation-keys.ts'
import { newKey } from '#server/keys/seal.ts'
import { signetOf } from '#server/keys/signet.ts'
import { openVaults } from '#server/keys/vault.ts'
import { memoryNameIndex } from '#server/name-index/memory-name-index.ts'
import { openDatabase, openPool } from '#server/postgres/pool.ts'
import { programmeShelves } from '#server/programme-shelves.ts'
import type { Context } from '#usecases/context.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { type Cluster, passwords, template } from './cluster.ts'
import { sameProcessDisclosureSolver } from './same-process-disclosure-solver.ts'
import { sameProcessGroupSolver } from './same-process-group-solver.ts'
import { sameProcessSolver } from './same-process-solver.ts'

/** The day on which tests play, unless they turn the clock: Tuesday 3 November 2026, nine in the morning. */
export const testMorning = '2026-11-03T09:00:00+01:00[Europe/Amsterdam]'

/**
 * A database of one's own, cloned from the migrated template, with two organisations in it: the one that is tested
 * and another one that must never be seen.
 */
export interface World {
  readonly orgId: string
  readonly otherOrgId: string
  readonly context: Context
  /** Superuser connection, to look behind the app's back. */
  readonly owner: pg.Pool
  /** Connection settings for the app's own login role. */
  readonly loginConfig: pg.ClientConfig
  /** Under which everything here is sealed: for a whole server over the same database. */
  readonly rootKey: RootKey
  /** A signed-up member with these roles. */
  member(roles: readonly Role[], orgId?: string): Promise<MemberActor>
  /** A member linked to a worker that already exists. */
  memberForWorker(workerId: string, orgId?: string): Promise<MemberActor>
  visitor(door: PublicDoor): Actor
  /** Moves the clock to a day (at nine in the morning) or an exact moment. */
  turnTo(moment: string): void
  close(): Promise<void>
}

/**
 * A world on this PostgreSQL. Both organisations offer the same: unless told otherwise, the two variants that most
 * tests are about.
 */
export async function openWorldOn(
  cluster: Cluster,
  offers: readonly ProgrammeDefinition[] = [mim, mim24],
): Promise<World> {
  const database = `naast_${randomBytes(6).toString('hex')}`
  const maintenance = new pg.Client({ ...cluster, database: 'postgres' })
  await maintenance.connect()
  await maintenance.query(`create database ${database} template ${template}`)
  const loginConfig = { ...cluster, user: 'naast_login', password: passwords.login, database }
  const pool = openPool({ ...loginConfig, max: 12 })
  const owner = new pg.Pool({ ...cluster, database, max: 2 })
  const db = openDatabase(pool)
  // Closing drops the database under connections that are still being put away.
  owner.on('error', () => undefined)
  let now = Temporal.ZonedDateTime.from(testMorning).toInstant()
  const clock = () => now
  const rootKey: RootKey = { id: 'test', key: newKey() }
  const parts = {
    db,
    vault: openVaults(new OrganisationKeys(rootKey), clock),
    names: memoryNameIndex(),
    programmes: programmeShelves(),
    files: openFileExaminer(),
    matchSolver: sameProcessSolver,
    groupSolver: sameProcessGroupSolver,
    disclosureSolver: sameProcessDisclosureSolver,
    signet: signetOf(rootKey),
    now: clock,
  }
  const context = contextOf(parts, 'test')
  const [orgId, otherOrgId] = [newId(now), newId(now)]
  for (const [id, slug] of [
    [orgId, 'waterrijk'],
    [otherOrgId, 'elders'],
  ])
    await owner.query(`insert into organisation (id, name, slug, created_at) values ($1, $2, $3, $4)`, [
      id,
      `Stichting ${slug}`,
      slug,
      now.toString(),
    ])
  for (const org of [orgId, otherOrgId])
    for (const programme of offers)
      await owner.query(
        `insert into programme_offer (org_id, id, programme_id, version, from_day, decided_at)
         values ($1, $2, $3, $4, '2020-01-01', $5)`,
        [org, newId(now), programme.id, programme.version, now.toString()],
      )

  const member = async (
    roles: readonly Role[],
    org = orgId,
    workerId: string | null = null,
  ): Promise<MemberActor> => {
    const { memberId } = await addMember(
      context,
      { kind: 'system', orgId: org, job: 'test' },
      { userId: randomUUID(), name: `Lid ${roles.join(' ')}`, roles: [...roles], workerId, language: 'nl' },
    )
    // As somebody who came in a moment ago, whatever the clock is turned to; who came in long ago says `provedAt: null`.
    return {
      kind: 'member',
      orgId: org,
      memberId,
      roles,
      workerId,
      get provedAt() {
        return now
      },
    }
  }
  return {
    orgId,
    otherOrgId,
    context,
    owner,
    loginConfig,
    rootKey,
    member,
    memberForWorker: (workerId, org) => member(['worker'], org, workerId),
    visitor: (door) => ({ kind: 'visitor', orgId, door }),
    turnTo: (moment) => {
      now = moment.includes('T')
        ? Temporal.ZonedDateTime.from(
            moment.includes('[') ? moment : `${moment}[Europe/Amsterdam]`,
          ).toInstant()
        : Temporal.PlainDate.from(moment)
            .toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '09:00' })
            .toInstant()
    },
    close: async () => {
      await db.destroy()
      await owner.end()
      await maintenance.query(`drop database ${database} with (force)`)
      await maintenance.end()
    },
  }
}
