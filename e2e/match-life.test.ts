import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/** What may happen to a match that runs: it rests, goes on, winds down to a last visit, or passes to somebody else. */
let browser: Browser
let site: Site
const how = { viewport: phone, javaScript: true, pictures: false }
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite()]
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function as(who: string, work: (person: Person) => Promise<void>): Promise<void> {
  const person = await signedIn(browser, site, how, who)
  await work(person)
  await person.leave()
}
const running = async (): Promise<{ id: string; trajectory_id: string }> =>
  (
    await site.owner.query(
      `select match.id, match.trajectory_id from match join trajectory t on t.org_id = match.org_id and t.id = match.trajectory_id
       where match.org_id = $1 and match.state = 'active' and t.state = 'active' and t.quiet_since is null and t.programme_id like 'mim%' order by match.id limit 1`,
      [site.orgId],
    )
  ).rows[0]

test('a coordinator lets visits rest, goes on, and plans the ending with a last visit', async () => {
  const { id, trajectory_id: trajectory } = await running()
  await as('Marjan', async (person) => {
    await person.open(`/matches/${id}`)
    await person.look('match-running')
    await person.unfold('Laat de bezoeken even stil zijn')
    await person.choose('Wie gesteund wordt, is weg')
    await person.fill('Tot en met welke dag, naar verwachting?', '1-12-2026')
    await person.press('Laat de bezoeken even stil zijn')
    await person.sees('De bezoeken zijn even stil')
    await person.look('match-paused')
    await person.open(`/trajectories/${trajectory}`)
    await person.sees('naar verwachting tot en met')
    await person.look('trajectory-paused')
    await person.follow('Bekijk de koppeling')
    await person.press('Ga weer verder')
    await person.sees('Het gaat weer verder')
    await person.unfold('Plan samen het einde')
    await person.press('Plan samen het einde')
    await person.sees('Het laatste bezoek is op')
    await person.look('match-tapering')
    await person.open(`/trajectories/${trajectory}/matches`)
    await person.choose('Alleen het plan en de afspraken')
    await person.press('Bewaar de keuze')
    await person.sees('Die geldt meteen')
    await person.look('matches-of')
    await person.open(`/matches/${id}/pass-on`)
    await person.look('match-pass-on')
  })
  expect(site.troubles).toEqual([])
})
