import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { addContactRoutes } from '#pages/contact/add-contact.tsx'
import { logContactRoutes } from '#pages/contact/log-contact.tsx'
import { myContactsRoutes } from '#pages/contact/my-contacts.tsx'
import { oneContactRoutes } from '#pages/contact/one-contact.tsx'
import { planContactRoutes } from '#pages/contact/plan-contact.tsx'
import { trajectoryContactsRoutes } from '#pages/contact/trajectory-contacts.tsx'
import { paths } from '#pages/paths.ts'
import { caseloadRoutes } from '#pages/trajectory/caseload.tsx'
import { trajectoryRoutes } from '#pages/trajectory/trajectory.tsx'
import { visit } from '../../../testing/public-site.ts'
import { type RunningTrajectory, runningTrajectory } from '../../../testing/running-trajectory.ts'
import { formIn, staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
const routes = [
  ...caseloadRoutes,
  ...trajectoryRoutes,
  ...trajectoryContactsRoutes,
  ...addContactRoutes,
  ...myContactsRoutes,
  ...oneContactRoutes,
  ...planContactRoutes,
  ...logContactRoutes,
]
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const siteOf = (actor: MemberActor, language: 'nl' | 'en' = 'nl') => staffSite(routes, world, actor, language)
const firstOf = async ({ trajectoryId }: RunningTrajectory): Promise<string> => {
  const { rows } = await world.owner.query(
    `select id from contact where trajectory_id = $1 and state = 'planned' order by number`,
    [trajectoryId],
  )
  return String(rows[0]?.id)
}
const filled = (form: URLSearchParams, changed: Record<string, string>) => {
  for (const [name, value] of Object.entries(changed)) form.set(name, value)
  return form
}

describe('without script', () => {
  test('a visit is logged from her list in one form, and the list goes on to the next', async () => {
    const one = await runningTrajectory(world)
    const site = siteOf(one.worker)
    const id = await firstOf(one)
    expect((await visit(site, paths.contact.mine())).html).toContain(paths.contact.one(id))
    const log = paths.contact.log(id)
    const { html } = await visit(site, log)
    const sent = await visit(
      site,
      log,
      filled(formIn(html, log), { what: 'done', minutes: '75', feeling: 'good', next: 'Boekjes', do: 'log' }),
    )
    expect(sent).toMatchObject({ status: 303 })
    const { html: done } = await visit(site, paths.contact.one(id))
    expect(done).toContain('75 minuten')
    expect(done).toContain('Boekjes')
    expect((await visit(site, paths.contact.mine())).html).not.toContain(paths.contact.one(id))
  })
  test('a form that is not complete comes back filled and says what is missing', async () => {
    const one = await runningTrajectory(world)
    const site = siteOf(one.worker)
    const log = paths.contact.log(await firstOf(one))
    const { html } = await visit(site, log)
    const again = await visit(site, log, filled(formIn(html, log), { went: 'Lang verhaal', do: 'log' }))
    expect(again.status).toBe(422)
    expect(again.html).toContain('Lang verhaal')
    expect(again.html).toContain('#field-what')
    const noMinutes = await visit(
      site,
      log,
      filled(formIn(again.html, log), { what: 'done', on: 'other', onTyped: '32-13-2026', do: 'log' }),
    )
    expect(noMinutes.html).toContain('32-13-2026')
    expect(noMinutes.html).toContain('#field-on')
  })
  test('a day outside the rhythm asks for a reason only then', async () => {
    const one = await runningTrajectory(world)
    const site = siteOf(one.worker)
    const log = paths.contact.log(await firstOf(one))
    const { html } = await visit(site, log)
    expect(html).not.toContain('name="nextReason"')
    const answers = { what: 'done', minutes: '60', nextOn: 'other', nextOnTyped: '1 maart 2027', do: 'log' }
    const again = await visit(site, log, filled(formIn(html, log), answers))
    expect(again.status).toBe(409)
    const sent = await visit(site, log, filled(formIn(again.html, log), { nextReason: 'holiday', do: 'log' }))
    expect(sent.status).toBe(303)
  })
  test('the draft is kept by its own button and stands in the form when she comes back', async () => {
    const one = await runningTrajectory(world)
    const site = siteOf(one.worker)
    const log = paths.contact.log(await firstOf(one))
    const { html } = await visit(site, log)
    const kept = await visit(site, log, filled(formIn(html, log), { went: 'Half een zin', do: 'draft' }))
    expect(kept.status).toBe(303)
    const back = await visit(site, log)
    expect(back.html).toContain('Half een zin')
    expect(back.html).toContain('om 09:00')
    await visit(site, log, filled(formIn(back.html, log), { do: 'drop' }))
    expect((await visit(site, log)).html).not.toContain('Half een zin')
  })
  test('somebody else was first: both stand there, and nothing typed is lost', async () => {
    const one = await runningTrajectory(world)
    const [hers, his] = [siteOf(one.worker), siteOf(coordinator)]
    const log = paths.contact.log(await firstOf(one))
    const mine = formIn((await visit(hers, log)).html, log)
    const theirs = formIn((await visit(his, log)).html, log)
    await visit(his, log, filled(theirs, { what: 'cancelled-mother', went: 'Zij belde', do: 'log' }))
    const clash = await visit(
      hers,
      log,
      filled(mine, { what: 'done', minutes: '60', went: 'Mijn tekst', do: 'log' }),
    )
    expect(clash.status).toBe(409)
    expect(clash.html).toContain('Mijn tekst')
    expect(clash.html).toContain('Zij zegde af')
  })
  test('a visit called off by her partner says so to her, and stands on the trajectory’s page first', async () => {
    const one = await runningTrajectory(world)
    const log = paths.contact.log(await firstOf(one))
    const { html } = await visit(siteOf(one.worker), log)
    await visit(siteOf(one.worker), log, filled(formIn(html, log), { what: 'cancelled-partner', do: 'log' }))
    const page = await visit(siteOf(coordinator), paths.trajectory.one(one.trajectoryId))
    expect(page.html).toContain('Haar partner zegde een bezoek af')
  })
  test('a day is planned, and an extra contact is written down', async () => {
    const one = await runningTrajectory(world)
    const site = siteOf(one.worker)
    const id = await firstOf(one)
    const plan = paths.contact.plan(id)
    const asked = await visit(
      site,
      plan,
      filled(formIn((await visit(site, plan)).html, plan), { on: 'morgen' }),
    )
    expect(asked.html).toContain('morgen')
    const sent = filled(formIn(asked.html, plan), { on: '4-11-2026', at: '10u30', reason: 'her_wish' })
    expect((await visit(site, plan, sent)).status).toBe(303)
    expect((await visit(site, paths.contact.one(id))).html).toContain('wo 4 november om 10:30')
    const extra = paths.trajectory.addContact(one.trajectoryId)
    const more = filled(formIn((await visit(site, extra)).html, extra), {
      minutes: '60',
      mode: 'phone',
      do: 'log',
    })
    expect((await visit(site, extra, more)).status).toBe(303)
    expect((await visit(site, paths.trajectory.contacts(one.trajectoryId))).html).toContain('Extra')
  })
})

describe('every page', () => {
  test.each(['nl', 'en'] as const)(
    'speaks %s, and is not there for whoever may not see it',
    async (language) => {
      const one = await runningTrajectory(world)
      const other = await runningTrajectory(world)
      const id = await firstOf(one)
      const shared = [
        paths.trajectory.one(one.trajectoryId),
        paths.trajectory.contacts(one.trajectoryId),
        paths.trajectory.addContact(one.trajectoryId),
        paths.contact.one(id),
        paths.contact.plan(id),
        paths.contact.log(id),
      ]
      for (const path of shared) {
        for (const actor of [coordinator, one.worker])
          expect((await visit(siteOf(actor, language), path)).status, path).toBe(200)
        expect((await visit(siteOf(other.worker, language), path)).status, path).toBe(404)
      }
      for (const show of ['open', 'active', 'waiting', 'unvisited', 'closed', 'nonsense'])
        expect(
          (await visit(siteOf(coordinator, language), `${paths.trajectory.caseload()}?show=${show}&after=x`))
            .status,
        ).toBe(200)
      expect((await visit(siteOf(one.worker, language), paths.trajectory.caseload())).status).toBe(404)
    },
  )
  test('says nothing of her address but on the day', async () => {
    const one = await runningTrajectory(world)
    const site = siteOf(one.worker)
    for (const path of [
      paths.contact.mine(),
      paths.contact.one(await firstOf(one)),
      paths.trajectory.one(one.trajectoryId),
    ])
      expect((await visit(site, path)).html).not.toMatch(/Lindelaan|Achternaam/)
  })
})
