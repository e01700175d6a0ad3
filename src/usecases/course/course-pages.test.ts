import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { changedFormRoutes } from '#pages/course/changed-forms.tsx'
import { childFormRoutes } from '#pages/course/child-forms.tsx'
import { courseRoutes } from '#pages/course/course.tsx'
import { phaseFormRoutes } from '#pages/course/phase-forms.tsx'
import { paths } from '#pages/paths.ts'
import { taskRoutes } from '#pages/task/task-page.tsx'
import { trajectoryRoutes } from '#pages/trajectory/trajectory.tsx'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting } from '../../../testing/expecting.ts'
import { fieldsOn } from '../../../testing/html.ts'
import { visit } from '../../../testing/public-site.ts'
import { staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let site: ReturnType<typeof staffSite>
const routes = [
  ...trajectoryRoutes,
  ...courseRoutes,
  ...childFormRoutes,
  ...phaseFormRoutes,
  ...changedFormRoutes,
  ...taskRoutes,
]
beforeAll(async () => {
  world = await openWorld([mim, mvr])
  coordinator = await world.member(['coordinator'])
  site = staffSite(routes, world, coordinator)
})
afterAll(() => world.close())

const filled = (html: string, changed: Record<string, string>) => {
  const form = fieldsOn(html.slice(html.indexOf('<main')))
  for (const [name, value] of Object.entries(changed)) form.set(name, value)
  return form
}
const send = async (path: string, changed: Record<string, string>, to = site) =>
  visit(to, path, filled((await visit(to, path)).html, changed))
const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1] ?? ''

describe('the course of a trajectory', () => {
  test('shows the weeks and the day, and says exactly what is wrong with another', async () => {
    const { trajectoryId: id } = await expecting(world)
    expect((await visit(site, paths.course.one(id))).html).toContain(
      '15 januari 2027: nu 29 weken en 4 dagen',
    )
    for (const [typed, said] of [
      ['15-1-1926', 'meer dan 60 dagen geleden'],
      ['15-1-2126', 'meer dan 300 dagen ver'],
      ['ooit', 'geen datum die bestaat'],
      ['', 'Vul dit in'],
    ] as const) {
      const wrong = await send(paths.course.due(id), { dueOn: typed })
      expect(wrong.status).toBe(422)
      expect(wrong.html).toContain(said)
      expect(fieldsOn(wrong.html.slice(wrong.html.indexOf('<main'))).get('dueOn')).toBe(typed)
    }
    expect((await send(paths.course.due(id), { dueOn: '1 februari 2027' })).status).toBe(303)
    expect((await visit(site, paths.trajectory.one(id))).html).toContain('uitgerekend')
  })
  test('takes twins in one form, and gives them back to be put right', async () => {
    const { trajectoryId: id, worker } = await expecting(world, { dueOn: '2026-11-10' })
    const hers = staffSite(routes, world, worker)
    const wrong = await send(
      paths.course.birth(id),
      { 'children.0.bornOn': '1-11-2026', 'children.1.given': 'Noor' },
      hers,
    )
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('id="error-children.1.bornOn"')
    const twins = {
      'children.0.bornOn': '1-11-2026',
      'children.1.given': 'Noor',
      'children.1.bornOn': '2-11-2026',
    }
    expect((await send(paths.course.birth(id), twins, hers)).status).toBe(303)
    const { html } = await visit(hers, paths.course.one(id))
    expect(html).toContain('Kind 1')
    expect(html).toContain('Noor')
    const again = await send(paths.course.birth(id), { 'children.1.given': 'Nora' })
    expect(again.status).toBe(303)
    expect((await visit(hers, paths.course.one(id))).html).toContain('Nora')
    expect((await visit(site, paths.trajectory.one(id))).html).toContain('2 kinderen')
  })
  test('moves phases and lets it last longer, each with a reason', async () => {
    const { trajectoryId: id, worker } = await expecting(world)
    const none = await send(paths.course.phases(id), { phases: 'child' })
    expect(none.status).toBe(422)
    const moved = await send(paths.course.phases(id), { phases: 'child', reason: 'goal_reached' })
    expect(moved.status).toBe(303)
    expect((await visit(site, paths.course.one(id))).html).toContain('Het doel is bereikt')
    const longer = { reason: 'relapse_risk', until: '1-6-2029', reviewOn: '1-7-2029' }
    const wrong = await send(paths.course.extend(id), longer)
    expect(wrong.html).toContain('niet later dan de laatste dag')
    expect((await send(paths.course.extend(id), { ...longer, reviewOn: '1-3-2029' })).status).toBe(303)
    expect((await visit(site, paths.course.one(id))).html).toContain('Anders valt ze terug')
    expect((await visit(staffSite(routes, world, worker), paths.course.extend(id))).status).toBe(404)
  })
})

describe('when something changed', () => {
  const telling = /miskraam|doodgeboren|overleden|zwanger|baby|weken|maand/i

  test('it is said once; titles, paths and what others see tell nothing', async () => {
    const { trajectoryId: id, worker } = await expecting(world)
    const hers = staffSite(routes, world, worker)
    const form = await visit(hers, paths.course.changed(id))
    expect(form.html).toContain('Dit stopt meteen')
    expect(form.html.slice(form.html.indexOf('<main'))).not.toContain('<svg')
    expect(titleOf(form.html)).not.toMatch(telling)
    expect(paths.course.changed(id)).not.toMatch(/loss|birth|preg/)
    const open = await send(paths.course.changed(id), {}, hers)
    expect(open.status).toBe(422)
    const done = await send(paths.course.changed(id), { loss: 'miscarriage' }, hers)
    expect(done.status).toBe(303)
    expect(done.headers.get('location')).not.toMatch(telling)
    for (const [who, path] of [
      [site, paths.trajectory.one(id)],
      [hers, paths.trajectory.one(id)],
      [hers, paths.course.one(id)],
      [site, paths.course.one(id)],
    ] as const) {
      const { html, status } = await visit(who, path)
      expect(status).toBe(200)
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main'))
      expect(main.replaceAll(/<svg.*?<\/svg>/gs, '')).not.toMatch(telling)
    }
    const { rows } = await world.owner.query(
      `select id from task where trajectory_id = $1 and reason_code = 'ask-how-on'`,
      [id],
    )
    const task = await visit(site, paths.task.one(rows[0].id))
    expect(task.html).toContain('Vraag wat nu goed is')
    expect(task.html).toContain(paths.course.one(id))
    expect(task.html.slice(task.html.indexOf('<main'))).not.toMatch(telling)
  })
  test('the coordinator writes down what she wants, and may take it all back', async () => {
    const { trajectoryId: id } = await expecting(world)
    await send(paths.course.changed(id), { loss: 'not_said' })
    const without = await send(paths.course.wayOn(id), { way: 'visits', teller: 'mother' })
    expect(without.status).toBe(422)
    const closes = await send(paths.course.wayOn(id), { way: 'close', teller: 'mother' })
    expect(closes.headers.get('location')).toBe(paths.closing(id))
    const on = await send(paths.course.wayOn(id), { way: 'visits', teller: 'mother', until: '1-2-2027' })
    expect(on.status).toBe(303)
    expect((await visit(site, paths.course.one(id))).html).toContain('Doorgaan met bezoeken')
    expect((await send(paths.course.back(id), { reason: 'mistake' })).status).toBe(303)
    expect((await visit(site, paths.course.one(id))).html).toContain('15 januari 2027')
    expect((await visit(site, paths.course.back(id))).status).toBe(409)
  })
})
