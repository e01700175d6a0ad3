import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { addressOf, meldcodeParts } from '#pages/meldcode/meldcode-parts.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { memosa } from '#programmes/memosa.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { formIn, staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'

let world: World
let lead: MemberActor
let woman: RunningTrajectory
let at: string
beforeAll(async () => {
  world = await openWorld([memosa])
  world.turnTo('2026-10-01')
  lead = await world.member(['safeguarding_lead'])
  await world.member(['coordinator'])
  world.turnTo('2026-11-03')
  woman = await runningTrajectory(world, { programmeId: memosa.id })
  const open = paths.meldcode.open(woman.trajectoryId)
  const response = await site().request(open, {
    method: 'POST',
    body: new URLSearchParams({ about: 'mother', key: world.context.newId() }),
  })
  at = (response.headers.get('location') ?? '').split('?')[0] ?? ''
})
afterAll(() => world.close())

const site = (actor = lead) => staffSite(routes, world, actor)
const html = async (path: string) => (await site().request(path)).text()
const title = (page: string) => /<title>([^<]*)/.exec(page)?.[1] ?? ''
const id = () => at.split('/').at(-1) ?? ''
const send = async (part: (typeof meldcodeParts)[number], fields: Record<string, string>) => {
  const path = paths.meldcode.part(id(), addressOf(part))
  const form = formIn(await html(path), path)
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return site().request(path, { method: 'POST', body: form })
}

describe('the pages of a meldcode', () => {
  test('say in no title and no address what they are', async () => {
    const pages = [at, paths.meldcode.list(), paths.meldcode.open(woman.trajectoryId)]
    for (const part of meldcodeParts) {
      const path = paths.meldcode.part(id(), addressOf(part))
      if ((await site().request(path)).status === 200) pages.push(path)
    }
    expect(pages.length).toBeGreaterThan(10)
    for (const path of pages) {
      expect(title(await html(path)), path).not.toMatch(/meldcode|veilig|geweld|zorg|semira/i)
      expect(path).not.toMatch(/meldcode|violence|report|agency/)
    }
  })
  test('go through all of it with plain forms: steps, two decisions, told, reported, heard, closed', async () => {
    expect((await send('signal', { code: 'seen', words: '' })).status).toBe(422)
    const typed = await send('signal', { words: 'Zij had een dikke lip.' })
    expect(typed.status).toBe(422)
    expect(await typed.text()).toContain('Zij had een dikke lip.')
    expect((await send('signal', { code: 'seen', words: 'Zij had een dikke lip.' })).status).toBe(303)
    expect(
      (await send('consulted', { code: 'agency_without_names', words: 'Meld het.', on: '2-11-2026' })).status,
    ).toBe(303)
    expect((await send('talked', { code: 'nobody' })).status).toBe(422)
    expect((await send('talked', { code: 'nobody', reason: 'unsafe_for_her' })).status).toBe(303)
    await send('weighed', { suspicion: 'yes', acute_or_structural_unsafety: 'yes' })
    expect(await html(at)).toContain('Dit leidt tot: melden')
    // Whom to call stands first as long as it leads there.
    expect((await html(at)).indexOf('tel:112')).toBeLessThan((await html(at)).indexOf('<h1'))
    expect((await send('report-decision', { reason: 'not_necessary:help_is_enough' })).status).toBe(409)
    expect((await send('report-decision', { reason: 'necessary:acute_unsafety' })).status).toBe(303)
    expect((await send('help-decision', { reason: 'possible:others_help' })).status).toBe(303)
    expect((await send('told', { code: 'not_told', reason: 'unsafe_for_her' })).status).toBe(303)
    expect((await send('reported', { words: 'Regio Rijnmond.' })).status).toBe(303)
    const waiting = await html(at)
    expect(waiting).toContain('binnen 5 werkdagen: uiterlijk di 10 november')
    expect(waiting).toContain('blijven wij letten op de veiligheid')
    expect(waiting).not.toContain(paths.meldcode.part(id(), addressOf('close')))
    expect((await send('heard', { said: 'hands_over' })).status).toBe(303)
    expect((await send('close', { code: 'agency_follows' })).status).toBe(303)
    expect(await html(at)).toContain('Afgesloten')
    const closed = await site().request(paths.meldcode.part(id(), addressOf('signal')))
    expect(closed.status).toBe(404)
  })
  test('are not there for a volunteer, nor a part that does not exist', async () => {
    for (const path of [at, paths.meldcode.part(id(), '1')])
      expect((await site(woman.worker).request(path)).status).toBe(404)
    expect((await site().request(paths.meldcode.part(id(), 'signal'))).status).toBe(404)
    const safety = await (await site(woman.worker).request(paths.safety.one(woman.trajectoryId))).text()
    expect(safety).not.toMatch(/meldcode|confidential/i)
    const tried = await site(woman.worker).request(paths.meldcode.open(woman.trajectoryId), {
      method: 'POST',
      body: new URLSearchParams({ about: 'mother' }),
    })
    expect(tried.status).toBe(403)
  })
})
