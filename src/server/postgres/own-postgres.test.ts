import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { passwords } from '../../../testing/cluster.ts'
import { openPlainOwner, run } from '../../../testing/plain-owner.ts'
import { selfCheck } from '../self-check.ts'
import { migrate } from './migrate.ts'
import { refuseFull } from './refuse-real.ts'

describe('a PostgreSQL of somebody else, reached by an owner that is no superuser', () => {
  let plain: Awaited<ReturnType<typeof openPlainOwner>>
  const owner = () => ({ ...plain.owners[0] })
  beforeAll(async () => {
    plain = await openPlainOwner()
  })
  afterAll(() => plain.close())

  const check = () =>
    selfCheck(
      { mode: 'demo', url: 'http://localhost:3000', host: 'localhost' },
      { owner: owner(), embedded: false, rootKeyId: 'any' },
    )

  test('is refused while who works for one organisation could choose another', async () => {
    await migrate(owner(), passwords)
    await expect(check()).rejects.toThrow(/naast_work may execute set_config.*docs\/deploy\.md/)
  })
  test('passes once that is mended, and migrates again', async () => {
    await plain.fixTenant()
    await migrate(owner(), passwords)
    await check()
  })
  test('gets no demo once there is somebody in it', async () => {
    await refuseFull(owner())
    await run(owner(), [
      `insert into organisation (id, name, slug, created_at) values (gen_random_uuid(), 'Echt', 'echt', now())`,
    ])
    await expect(refuseFull(owner())).rejects.toThrow(/not empty/)
  })
})
