import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { enterOrganisation } from '#db/connection.ts'
import { OrganisationKeys } from '#server/keys/organisation-keys.ts'
import type { Naast } from '#server/naast.ts'
import { listCast } from '#usecases/member/list-cast.ts'
import { openFloor } from './floor.ts'
import type { Asked, Opening, Told } from './served.ts'
import { openIn } from './world.ts'

/**
 * The process that is measured: Naast as `npm start` opens it, and the floor on the same HTTP stack beside it. What
 * it is to open, and what it uses, goes over the channel to the process that measures.
 */
process.on('message', (asked: Asked) => {
  if (asked.ask === 'open') void open(asked.opening)
  else tell({ tell: 'memory', bytes: process.memoryUsage.rss() })
})
process.on('disconnect', () => process.exit(0))

const tell = (told: Told): void => {
  process.send?.(told)
}

async function open({ login, auth, rootKey, authSecret, orgId, memberId, port }: Opening): Promise<void> {
  const root = { id: rootKey.id, key: Buffer.from(rootKey.key, 'hex') }
  const system = { kind: 'system', orgId, job: 'bench' } as const
  const naast: Naast = openIn({ login, auth, rootKey, authSecret }, `http://localhost:${port}`, {
    cast: () => listCast(naast.context(), system, {}),
  })
  await naast.warm()
  const { db } = naast.context()
  const organisationKey = await db.transaction().execute(async (tx) => {
    await enterOrganisation(tx, orgId)
    return new OrganisationKeys(root).of(tx, orgId)
  })
  const floor = openFloor({ pool: new pg.Pool(login), orgId, memberId, organisationKey })
  const beside = new Hono()
  beside.get('/floor/caseload', async (c) => c.html(await floor.caseload()))
  beside.get('/floor/trajectory/:id', async (c) => c.html(await floor.trajectory(c.req.param('id'))))
  const fetch: typeof naast.app.fetch = (request, env) =>
    request.url.includes('/floor/') ? beside.fetch(request, env) : naast.app.fetch(request, env)
  serve({ fetch, port, hostname: 'localhost' }, () => tell({ tell: 'open' }))
}
