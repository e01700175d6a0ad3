import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { MemberActor } from '#domain/member/actor.ts'
import { programmes } from '#programmes/registry.ts'
import { region } from '#seeds/region.ts'
import { builtAssets } from '#server/assets.ts'
import { openDatabase } from '#server/database.ts'
import { openNaast } from '#server/naast.ts'
import { simulateRegion } from '#simulation/region.ts'
import type { Context } from '#usecases/context.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { createOrganisation } from '#usecases/organisation/create-organisation.ts'
import type { Opening } from './served.ts'

export interface Size {
  readonly trajectories: number
  /** Women in all, of whom most were only ever referred. */
  readonly women: number
}

/** A region in a PostgreSQL of its own, made with the settings that production has: durable. */
export interface BenchWorld {
  readonly opening: Opening
  readonly context: Context
  readonly coordinator: MemberActor
  readonly postgres: string
  /** As the owner, to look at what the app may not. */
  readonly owner: pg.Client
  close(): Promise<void>
}

export async function makeWorld({ trajectories, women }: Size, port: number): Promise<BenchWorld> {
  const folder = mkdtempSync(path.join(tmpdir(), 'naast-bench-'))
  chmodSync(folder, 0o755)
  const key = randomBytes(32)
  const rootKey = { id: createHash('sha256').update(key).digest('hex').slice(0, 12), key }
  const authSecret = randomBytes(32).toString('base64url')
  const database = await openDatabase({ databaseUrl: null, dataFolder: folder, rootKey: key, fresh: false })
  const naast = openNaast({
    ...database,
    rootKey,
    authSecret,
    url: `http://localhost:${port}`,
    demo: null,
    firstRunCode: null,
    assets: builtAssets('dist/public'),
    mailer: null,
    trustedProxies: 0,
    now: () => Temporal.Now.instant(),
    trouble: (_requestId, error) => console.error(error),
  })
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
  await simulateRegion(context, orgId, {
    seed: 1,
    programmeId: programmes[0]?.id ?? '',
    workers: Math.ceil(trajectories / 3),
    trajectories,
    referralsOnly: women - trajectories,
    areas: region.map(({ postcode }) => postcode),
  })
  const owner = new pg.Client(database.owner)
  await owner.connect()
  // What autovacuum would have done on a quiet evening.
  await owner.query('vacuum analyze')
  const { rows } = await owner.query<{ server_version: string }>('show server_version')
  return {
    opening: {
      login: database.login,
      auth: database.auth,
      rootKey: { id: rootKey.id, key: key.toString('hex') },
      authSecret,
      orgId,
      memberId,
      port,
    },
    context,
    coordinator: { kind: 'member', orgId, memberId, roles: ['coordinator'], workerId: null },
    postgres: rows[0]?.server_version ?? '',
    owner,
    async close() {
      await owner.end()
      await naast.close()
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
