import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { letterRoutes } from '#pages/message/letter-page.tsx'
import { messageRoutes } from '#pages/message/messages-page.tsx'
import { toHerRoutes } from '#pages/message/to-her-page.tsx'
import { paths } from '#pages/paths.ts'
import { safeContactRoutes } from '#pages/safe-contact/safe-contact-page.tsx'
import { visit } from '#testing/public-site.ts'
import { formIn, staffSite } from '#testing/staff-site.ts'
import { agreeVisit, herNumber, type WomanToWrite, womanToWrite } from '#testing/woman-to-write.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { recordAround } from '#usecases/around/record-around.ts'

let world: World
let coordinator: MemberActor
let her: WomanToWrite
const routes = [...toHerRoutes, ...letterRoutes, ...messageRoutes, ...safeContactRoutes]
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  her = await womanToWrite(world, coordinator)
})
afterAll(() => world.close())

const siteOf = (actor: MemberActor, language: 'nl' | 'en' = 'nl') => staffSite(routes, world, actor, language)
const filled = (form: URLSearchParams, changed: Record<string, string>) => {
  for (const [name, value] of Object.entries(changed)) form.set(name, value)
  return form
}
/** Nothing that tells where she is reached. */
const bare = (html: string) => !/612345678|6 12 34 56 78|selam@example/.test(html)

test('her worker switches reminders on with the words before them, and off again', async () => {
  await agreeVisit(world, her, '2026-11-11')
  const site = siteOf(her.worker)
  const [page, reminders] = [paths.message.toHer(her.trajectoryId), paths.message.reminders(her.trajectoryId)]
  const { html } = await visit(site, page)
  expect(html).toContain('Tot woensdag 10.00 uur. Komt het niet uit? Laat het even weten.')
  expect(bare(html)).toBe(true)
  const again = await visit(site, reminders, filled(formIn(html, reminders), { channel: 'email' }))
  expect(again.status).toBe(422)
  expect(again.html).toContain('#field-reminders-together')
  expect(again.html).toMatch(/value="email"[^>]*checked|checked[^>]*value="email"/)
  const sent = await visit(site, reminders, filled(formIn(again.html, reminders), { together: 'yes' }))
  expect(sent.status).toBe(303)
  const { html: on } = await visit(site, page)
  expect(on).toContain('Staat aan sinds')
  expect(on).toContain('Wacht')
  const off = await visit(site, reminders, filled(formIn(on, reminders), { off: 'yes' }))
  expect(off.status).toBe(303)
  expect((await visit(site, page)).html).toContain('Ingetrokken')
  // In the other language too.
  expect((await visit(siteOf(her.worker, 'en'), page)).html).toContain('Switch the reminder on')
})

test('her worker asks her to call by letter; a coordinator prints and posts it', async () => {
  const [page, ask] = [paths.message.toHer(her.trajectoryId), paths.message.callBack(her.trajectoryId)]
  const site = siteOf(her.worker)
  const { html } = await visit(site, page)
  expect(html).toContain('Wil je mij bellen als het jou uitkomt? Er is geen haast bij.')
  expect((await visit(site, ask, formIn(html, ask))).status).toBe(422)
  const sent = await visit(site, ask, filled(formIn(html, ask), { channel: 'letter' }))
  expect(sent.status).toBe(303)
  const { rows } = await world.owner.query(`select id from message where trajectory_id = $1`, [
    her.trajectoryId,
  ])
  const id = String(rows[0]?.id)
  const office = siteOf(coordinator)
  expect((await visit(office, paths.message.list())).html).toContain(paths.message.letter(id))
  const letter = await visit(office, paths.message.letter(id))
  // Where it goes stands behind how she may be reached, and what it says nowhere.
  expect(letter.html.search('Lindelaan')).toBeGreaterThan(letter.html.search('data-contact-rule'))
  expect(letter.html).not.toContain('Wil je mij bellen')
  const [print, posted] = [paths.message.letterPrint(id), paths.message.letterPosted(id)]
  const printed = await visit(office, print, formIn(letter.html, print))
  expect(printed.status).toBe(303)
  const paper = await visit(office, paths.message.letterPaper(id))
  expect(paper.html).toContain('Wil je mij bellen als het jou uitkomt?')
  expect(paper.html).not.toMatch(/Waterrijk|Lindelaan|Semira|moeder/)
  const waits = await visit(office, paths.message.letter(id))
  const why = await visit(office, print, filled(formIn(waits.html, print), { again: 'yes' }))
  expect(why.status).toBe(422)
  expect(why.html).toContain('#field-why')
  const nothing = await visit(office, posted, formIn(why.html, posted))
  expect(nothing.status).toBe(422)
  const said = await visit(office, posted, filled(formIn(nothing.html, posted), { posted: 'yes' }))
  expect(said.status).toBe(303)
  const done = await visit(office, paths.message.letter(id))
  expect(done.html).toContain('Gepost')
  expect(done.html).not.toContain('Lindelaan')
  expect((await visit(site, page)).html).toContain('Verstuurd')
})

test('says why nothing may be sent, and offers no button for it', async () => {
  await her.agree({ language: 'ti' }, her.policyId)
  const { html } = await visit(siteOf(her.worker), paths.message.toHer(her.trajectoryId))
  expect(html).toContain('Het bericht was niet in de eigen taal')
  expect(html).not.toContain('Stuur haar dit')
  expect(html).not.toContain('Zet de herinnering aan')
})

test('a number that stands with another too is asked after on the form, and only there', async () => {
  await recordAround(world.context, coordinator, {
    trajectoryId: her.trajectoryId,
    told: { relation: 'partner', names: ['Iemand Anders'], phone: herNumber },
  })
  const rule = paths.safeContact(her.personId)
  const { html } = await visit(siteOf(coordinator), rule)
  expect(html).toContain('Dit nummer staat ook bij iemand om haar heen')
  const form = formIn(html, rule)
  const again = await visit(siteOf(coordinator), rule, form)
  expect(again.status).toBe(422)
  expect(again.html).toContain('#field-phoneOf')
  const kept = await visit(
    siteOf(coordinator),
    rule,
    filled(formIn(again.html, rule), { aloneAllTheSame: 'yes' }),
  )
  expect(kept.status).toBe(303)
  expect((await visit(siteOf(her.worker), rule)).html).not.toContain('iemand om haar heen')
})
