import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { findProgramme, programmes } from '#programmes/registry.ts'
import { region as areas } from '#seeds/region.ts'
import { openDatabase } from '#server/database.ts'
import { simulateRegion } from '#simulation/region.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { createOrganisation } from '#usecases/organisation/create-organisation.ts'
import { seatInGroups } from './seat-in-groups.ts'
import { openIn } from './world.ts'

/** How much of it there is. */
export interface RegionSize {
  readonly trajectories: number
  /** Women in all, of whom most were only ever referred. */
  readonly women: number
  /** Every trajectory runs. */
  readonly running?: boolean
  /** Shared out evenly over these; otherwise all are of the programme that a form offers first. */
  readonly programmeIds?: readonly string[]
}

/** A region that was made: where its database is, and what opens it. Plain data, so that it can be kept in a file. */
export interface Region {
  readonly login: pg.PoolConfig
  readonly auth: pg.PoolConfig
  readonly owner: pg.ClientConfig
  readonly rootKey: { readonly id: string; readonly key: string }
  readonly authSecret: string
  readonly orgId: string
  readonly memberId: string
  readonly postgres: string
}

/** Makes a region in a PostgreSQL of its own, with the settings that production has: durable. `stop` removes it. */
export async function makeRegion({
  trajectories,
  women,
  running = false,
  programmeIds = [programmes[0]?.id ?? ''],
}: RegionSize): Promise<{ region: Region; stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'naast-bench-'))
  chmodSync(folder, 0o755)
  const key = randomBytes(32)
  const { login, auth, owner, stop } = await openDatabase({
    databaseUrl: null,
    dataFolder: folder,
    rootKey: key,
    fresh: false,
  })
  const secrets = {
    rootKey: { id: createHash('sha256').update(key).digest('hex').slice(0, 12), key: key.toString('hex') },
    authSecret: randomBytes(32).toString('base64url'),
  }
  const naast = openIn({ login, auth, ...secrets }, 'http://localhost')
  const context = naast.context()
  const orgId = context.newId()
  await createOrganisation(
    context,
    { orgId, name: 'Stichting Grote Regio', slug: 'grote-regio' },
    { only: true, administrator: null },
  )
  const { memberId } = await addMember(
    context,
    { kind: 'system', orgId, job: 'bench' },
    {
      userId: 'bench-coordinator',
      name: 'Marjan de Wit',
      roles: ['coordinator'],
      workerId: null,
      language: 'nl',
    },
  )
  const groupProgrammes = programmeIds.filter((id) => findProgramme(id)?.shape.value === 'closed_group')
  const share = (all: number) => Math.ceil(all / programmeIds.length)
  for (const [at, programmeId] of programmeIds.entries())
    await simulateRegion(context, orgId, {
      seed: 1 + at * 1_000_000,
      programmeId,
      workers: share(trajectories / 3),
      trajectories: share(trajectories),
      referralsOnly: share(women - trajectories),
      running,
      areas: areas.map(({ postcode }) => postcode),
    })
  await naast.close()
  return {
    region: { login, auth, owner, ...secrets, orgId, memberId, postgres: await tidy(owner, groupProgrammes) },
    async stop() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Gives places in groups, and does what autovacuum would have done on a quiet evening; tells PostgreSQL's version. */
async function tidy(owner: pg.ClientConfig, inGroups: readonly string[]): Promise<string> {
  const client = new pg.Client(owner)
  await client.connect()
  for (const programmeId of inGroups) await seatInGroups(client, programmeId)
  await client.query('vacuum analyze')
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  await client.end()
  return rows[0]?.server_version ?? ''
}
