import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { castWorker } from '#testing/cast.ts'
import { visit } from '#testing/public-site.ts'
import { formIn, staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { planTraining } from '#usecases/training/plan-training.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

test('a full training has a waiting list, on her own page and on the coordinator’s', async () => {
  const { trainingId } = await planTraining(world.context, coordinator, {
    training: {
      title: 'Basistraining',
      gateKind: 'training',
      seats: 1,
      sessions: [{ on: '2026-11-10', at: '10:00', halfDays: 2 }],
    },
  })
  const [first, second] = [
    await castWorker(world, { given: 'Ans', family: 'Eerst' }),
    await castWorker(world, { given: 'Bea', family: 'Tweede' }),
  ]
  const ans = staffSite(routes, world, await world.memberForWorker(first))
  const beaActor = await world.memberForWorker(second)
  const bea = staffSite(routes, world, beaActor)
  const english = staffSite(routes, world, beaActor, 'en')
  const planner = staffSite(routes, world, coordinator)
  const [list, one] = [paths.training.list(), paths.training.one(trainingId)]
  const enrol = paths.training.enrol(trainingId)
  const press = async (site: typeof ans, at: string, action: string, more: Record<string, string> = {}) => {
    const form = formIn((await visit(site, at)).html, action)
    for (const [name, value] of Object.entries(more)) form.set(name, value)
    return visit(site, action, form)
  }
  await press(ans, list, enrol)
  expect((await visit(bea, list)).html).toContain('Zet mij op de wachtlijst')
  expect((await visit(english, list)).html).toContain('Put me on the waiting list')
  await press(bea, list, enrol)
  const waits = (await visit(bea, list)).html
  expect(waits).toContain('Jij bent nummer 1 op de wachtlijst')
  expect(waits).toContain('Haal mij van de wachtlijst')
  // Only who plans reads who the others are.
  expect(waits).not.toContain('Eerst')
  expect((await visit(planner, one)).html).toMatch(/Wachtlijst[\s\S]*Bea Tweede/)

  // What was typed stays, with what is wrong with it; nobody loses a seat.
  const seats = paths.training.seats(trainingId)
  for (const wrong of ['veel', '0', '201']) {
    const { status, html } = await press(planner, one, seats, { seats: wrong })
    expect(status).toBe(422)
    expect(html).toContain('Er klopt iets niet')
    expect(html).toContain(`value="${wrong}"`)
  }
  await press(planner, one, seats, { seats: '2' })
  const moved = (await visit(planner, one)).html
  expect(moved).toContain('Schoof op van de wachtlijst')
  expect((await press(planner, one, seats, { seats: '1' })).html).toContain('Er doen al meer mensen mee.')
  expect((await visit(bea, list)).html).toContain('Er kwam een plek vrij. Jij doet mee sinds')
  expect((await visit(bea, paths.contact.mine())).html).toContain('Er kwam een plek vrij')
  expect((await visit(ans, paths.contact.mine())).html).not.toContain('Er kwam een plek vrij')
  const today = (await visit(planner, paths.today())).html
  expect(today).toContain('Bea Tweede: schoof op voor een training')
  const { rows } = await world.owner.query(`select id from task where reason_code = 'training-moved-up'`)
  const task = (await visit(planner, paths.task.one(rows[0].id))).html
  expect(task).toContain('Bea Tweede')
  expect(task).toContain(list)
  expect(task).not.toContain('/safe-contact')
})
