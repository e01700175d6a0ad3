import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { keyAgainRoutes } from '#pages/measure/key-again.tsx'
import { measuresRoutes } from '#pages/measure/measures-page.tsx'
import { paperQuestionsRoutes } from '#pages/measure/paper-questions.tsx'
import { takeMeasureRoutes } from '#pages/measure/take-measure.tsx'
import { paths } from '#pages/paths.ts'
import { memosa } from '#programmes/memosa.ts'
import { castWoman } from '#testing/cast.ts'
import { fieldsOn } from '#testing/html.ts'
import { visit } from '#testing/public-site.ts'
import { agreeSafeContact } from '#testing/referred-woman.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'

let world: World
let coordinator: MemberActor
let site: ReturnType<typeof staffSite>
let colleague: ReturnType<typeof staffSite>
const routes = [...measuresRoutes, ...takeMeasureRoutes, ...paperQuestionsRoutes, ...keyAgainRoutes]
beforeAll(async () => {
  world = await openWorld([memosa])
  coordinator = await world.member(['coordinator'])
  site = staffSite(routes, world, coordinator)
  colleague = staffSite(routes, world, await world.member(['coordinator']))
})
afterAll(() => world.close())

async function asked(): Promise<string> {
  const { trajectoryId, personId } = await castWoman(
    world,
    { given: 'Elif', family: 'Zonnebloem' },
    { programmeId: memosa.id, state: 'active' },
  )
  for (const id of ['k10-nl', 'hark-nl'])
    await world.owner.query(
      `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state, due_on)
       values ($1, $2, $3, 'T0', $4, '1', 'due', '2026-11-03')`,
      [world.orgId, world.context.newId(), trajectoryId, id],
    )
  await agreeSafeContact(world, coordinator, personId)
  return trajectoryId
}
const formOn = (html: string) => fieldsOn(html.slice(html.indexOf('<main')))
const filled = (html: string, changed: Record<string, string>) => {
  const form = formOn(html)
  for (const [name, value] of Object.entries(changed)) form.set(name, value)
  return form
}
const all = (value: string) =>
  Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`k10-nl.k${at + 1}`, value]))
const onPaper = { mode: 'on_paper', agreed: 'yes' }

test('one question at a time is the same form, and what comes back from it keeps what was answered', async () => {
  const id = await asked()
  const { html } = await visit(site, `${paths.measure.take(id, 'T0')}?one=1`)
  const places = [...html.matchAll(/id="(step-[^"]+)"/g)].map(([, place]) => place)
  const ways = [...html.matchAll(/href="#(step-[^"]+)"/g)].map(([, place]) => place)
  expect(ways.length).toBeGreaterThan(10)
  expect(ways.filter((way) => !places.includes(way))).toEqual([])
  // Questions about violence stand behind the question whether she is alone, and nothing leads past it.
  expect(ways.indexOf('step-alone')).toBeGreaterThan(0)
  const form = filled(html, { ...all('3'), takenOn: 'gisterenochtend', agreed: 'yes' })
  const again = await visit(site, `${paths.measure.take(id, 'T0')}?one=1`, form)
  expect(again.status).toBe(422)
  expect(formOn(again.html).get('k10-nl.k7')).toBe('3')
  expect(again.html).toContain('naast-step')
})

describe('paper', () => {
  test('is offered where she is asked, and tells neither her name nor what must not be told', async () => {
    const id = await asked()
    expect((await visit(site, paths.measure.take(id, 'T0'))).html).toContain(paths.measure.print(id, 'T0'))
    const { html, status } = await visit(site, paths.measure.print(id, 'T0'))
    expect(status).toBe(200)
    expect(html).not.toMatch(/Elif|Zonnebloem|Waterrijk|geweld|partner/i)
    expect(html.match(/naast-paper-question__box/g)?.length).toBeGreaterThan(40)
  })
  test('is keyed in twice: the second time blind, and what differs is settled', async () => {
    const id = await asked()
    const take = await visit(site, paths.measure.take(id, 'T0'))
    const kept = await visit(
      site,
      paths.measure.take(id, 'T0'),
      filled(take.html, { ...all('3'), ...onPaper }),
    )
    expect(kept.status).toBe(303)
    expect((await visit(site, paths.measure.keyAgain(id, 'T0'))).html).toContain(
      'Jij voerde dit papier zelf in',
    )
    const blind = await visit(colleague, paths.measure.keyAgain(id, 'T0'))
    expect(blind.html).not.toContain('checked')
    const differs = await visit(
      colleague,
      paths.measure.keyAgain(id, 'T0'),
      filled(blind.html, { ...all('3'), 'k10-nl.k2': '5' }),
    )
    expect(differs.status).toBe(409)
    expect(differs.html).toContain('Op 1 vragen')
    expect(differs.html).toMatch(/Eerst ingevoerd: .+ Nu ingevoerd: /)
    const done = await visit(
      colleague,
      paths.measure.keyAgain(id, 'T0'),
      filled(differs.html, { 'decided.k10-nl.k2': '5' }),
    )
    expect(done.status).toBe(303)
  })
  test('keyed in by two at once loses nothing: the second is offered as the second time', async () => {
    const id = await asked()
    const [mine, hers] = await Promise.all([
      visit(site, paths.measure.take(id, 'T0')),
      visit(colleague, paths.measure.take(id, 'T0')),
    ])
    await visit(site, paths.measure.take(id, 'T0'), filled(mine.html, { ...all('3'), ...onPaper }))
    const late = await visit(
      colleague,
      paths.measure.take(id, 'T0'),
      filled(hers.html, { ...all('3'), ...onPaper }),
    )
    expect(late.status).toBe(409)
    expect(late.html).toContain('Een collega was je net voor')
    expect(formOn(late.html).get('k10-nl.k7')).toBe('3')
    const done = await visit(colleague, paths.measure.keyAgain(id, 'T0'), formOn(late.html))
    expect(done.status).toBe(303)
  })
})
