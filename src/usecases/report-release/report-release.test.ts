import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CountTable } from '#domain/disclosure/count-table.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { preparedRelease, someCounts } from '#testing/report-release.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { dropReportRelease } from './drop-report-release.ts'
import { listReportReleases } from './list-report-releases.ts'
import { readReportRelease } from './read-report-release.ts'
import { releaseReport } from './release-report.ts'

let world: World
let manager: MemberActor
let privacy: MemberActor
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world?.close()
})
beforeEach(async () => {
  await world.owner.query('delete from report_release')
  const provedAt = world.context.now()
  manager = { ...(await world.member(['programme_manager'])), provedAt }
  privacy = { ...(await world.member(['privacy_officer'])), provedAt }
})

const prepare = (tables: readonly CountTable[] = [someCounts()], by = manager) =>
  preparedRelease(world, by, { tables })
const code = (text: string) => ({ code: text })

describe('a pack', () => {
  test('hides what is small and waits for a second person, who sees what is hidden', async () => {
    const id = await prepare()
    const page = await readReportRelease(world.context, manager, { id })
    expect(page.pack.tables[0]?.cells.filter((n) => n === null)).toHaveLength(4)
    expect(page.hidden).toEqual([{ table: 'reach', cells: 9, hidden: 4 }])
    expect(page.may).toEqual({ release: false, drop: true })
    await expect(releaseReport(world.context, manager, { id, version: 1 })).rejects.toMatchObject(
      code('release-own'),
    )
    expect((await readReportRelease(world.context, privacy, { id })).may.release).toBe(true)
    expect(await releaseReport(world.context, privacy, { id, version: 1 })).toEqual({ id, number: 1 })
    await expect(releaseReport(world.context, privacy, { id, version: 2 })).rejects.toMatchObject(
      code('release-not-prepared'),
    )
    const [first] = await listReportReleases(world.context, privacy, {})
    expect(first).toMatchObject({ id, state: 'released', number: 1, recipient: 'municipality' })
  })
  test('is for nobody who may neither prepare nor release, and not for another organisation', async () => {
    const id = await prepare()
    for (const role of ['coordinator', 'worker', 'administrator', 'referrer'] as const) {
      const other = await world.member([role])
      await expect(readReportRelease(world.context, other, { id })).rejects.toThrow(Forbidden)
      await expect(releaseReport(world.context, other, { id, version: 1 })).rejects.toThrow(Forbidden)
    }
    await expect(prepare([someCounts()], privacy)).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['programme_manager'], world.otherOrgId)
    await expect(readReportRelease(world.context, elsewhere, { id })).rejects.toThrow(NotFound)
  })
  test('that was dropped never leaves, and nothing is held against it', async () => {
    const id = await prepare()
    await dropReportRelease(world.context, manager, { id, version: 1 })
    await expect(releaseReport(world.context, privacy, { id, version: 2 })).rejects.toMatchObject(
      code('release-not-prepared'),
    )
    const next = await prepare([someCounts(1)])
    const { pack } = await readReportRelease(world.context, manager, { id: next })
    expect(pack.tables[0]?.total).toBe(202)
  })
  test('of which a letter was changed is not shown and does not leave', async () => {
    const id = await prepare()
    await world.owner.query(`update report_release set pack = replace(pack, '201', '202') where id = $1`, [
      id,
    ])
    await expect(readReportRelease(world.context, manager, { id })).rejects.toMatchObject(
      code('release-damaged'),
    )
    await expect(releaseReport(world.context, privacy, { id, version: 1 })).rejects.toMatchObject(
      code('release-damaged'),
    )
  })
})

describe('after something left', () => {
  test('one woman more isn’t told of by taking the one pack off the other', async () => {
    const first = await prepare()
    await releaseReport(world.context, privacy, { id: first, version: 1 })
    const next = await prepare([someCounts(1)])
    const { pack } = await readReportRelease(world.context, manager, { id: next })
    expect(pack.tables[0]?.total).toBeNull()
    const same = await prepare()
    const { pack: again } = await readReportRelease(world.context, manager, { id: same })
    expect(again.tables).toEqual((await readReportRelease(world.context, manager, { id: first })).pack.tables)
  })
  test('what counts the same women has to be prepared anew, and what counts others does not', async () => {
    const [first, second] = [await prepare(), await prepare()]
    const other = await prepare([{ ...someCounts(), population: 'elsewhere' }])
    await releaseReport(world.context, privacy, { id: first, version: 1 })
    await expect(releaseReport(world.context, privacy, { id: second, version: 1 })).rejects.toMatchObject(
      code('release-overtaken'),
    )
    expect(await releaseReport(world.context, privacy, { id: other, version: 1 })).toMatchObject({
      number: 2,
    })
  })
  test('of two that are let go at the same moment one leaves', async () => {
    const both = [await prepare(), await prepare()]
    const outcomes = await Promise.allSettled(
      both.map((id) => releaseReport(world.context, privacy, { id, version: 1 })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'release-overtaken' },
    })
  })
  test('it is never written again, not by anybody who works with the database either', async () => {
    const id = await prepare()
    await releaseReport(world.context, privacy, { id, version: 1 })
    const written = await world.context.db.transaction().execute(async (tx) => {
      const { enterOrganisation } = await import('#db/connection.ts')
      await enterOrganisation(tx, world.orgId)
      return tx.updateTable('report_release').set({ pack: '{}' }).where('id', '=', id).executeTakeFirst()
    })
    expect(Number(written.numUpdatedRows)).toBe(0)
  })
})
