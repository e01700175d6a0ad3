import pg from 'pg'
import type { MemberActor } from '#domain/member/actor.ts'
import { builtAssets } from '#server/assets.ts'
import { type Naast, openNaast } from '#server/naast.ts'
import type { Context } from '#usecases/context.ts'
import type { Region } from './region.ts'
import type { Opening } from './served.ts'

/** A region, opened in this process too: what is not measured through pages is measured here. */
export interface BenchWorld {
  readonly opening: Opening
  readonly context: Context
  readonly coordinator: MemberActor
  /** As the owner, to look at what the app may not. */
  readonly owner: pg.Client
  close(): Promise<void>
}

export async function openWorld(region: Region, port: number): Promise<BenchWorld> {
  const naast = openIn(region, `http://localhost:${port}`)
  const owner = new pg.Client(region.owner)
  await owner.connect()
  const { login, auth, rootKey, authSecret, orgId, memberId } = region
  return {
    opening: { login, auth, rootKey, authSecret, orgId, memberId, port },
    context: naast.context(),
    coordinator: { kind: 'member', orgId, memberId, roles: ['coordinator'], workerId: null },
    owner,
    async close() {
      await owner.end()
      await naast.close()
    },
  }
}

type Doors = Pick<Region, 'login' | 'auth' | 'rootKey' | 'authSecret'>
/** Naast over this region; in demo mode anybody can be somebody of the cast. */
export const openIn = (
  { login, auth, rootKey, authSecret }: Doors,
  url: string,
  demo: Parameters<typeof openNaast>[0]['demo'] = null,
): Naast =>
  openNaast({
    login,
    auth,
    rootKey: { id: rootKey.id, key: Buffer.from(rootKey.key, 'hex') },
    authSecret,
    url,
    demo,
    firstRunCode: null,
    assets: builtAssets('dist/public'),
    mailer: null,
    trustedProxies: 0,
    now: () => Temporal.Now.instant(),
    trouble: (_requestId, error) => console.error(error),
  })
