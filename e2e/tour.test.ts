import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '#pages/routes.ts'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn, visitor } from './journey.ts'
import { openSite, type Site } from './site.ts'
import { type Stop, tours } from './tour-stops.ts'

/** Every page of the demo's world, as each role sees it, at both widths: sound for axe, light, kept as a picture. */
/** Where somebody was, by path. */
const seen = new Set<string>()

const publicStops: readonly Stop[] = [
  { name: 'sign-in', path: '/sign-in' },
  {
    name: 'sign-in-with-problems',
    path: '/sign-in',
    act: async (person) => {
      await person.fill('E-mailadres', 'marjan@example.nl')
      await person.fill('Wachtwoord', 'niet het goede')
      await person.press(/^Log in$/)
    },
  },
  { name: 'signed-out', path: '/signed-out' },
  { name: 'refer', path: '/refer/waterrijk' },
  { name: 'refer-with-problems', path: '/refer/waterrijk', act: (person) => person.press('Meld haar aan') },
  { name: 'own-form', path: '/s/waterrijk' },
  { name: 'own-form-with-problems', path: '/s/waterrijk', act: (person) => person.press('Verder') },
  {
    name: 'api-guide',
    path: '/api/docs',
    // The first of each sort: all of it is longer than a picture can be.
    act: (person) =>
      person.page.evaluate(() => {
        for (const next of document.querySelectorAll('main article ~ article, main dl > div ~ div ~ div'))
          next.remove()
      }),
  },
  { name: 'join', path: '/join/waterrijk' },
  { name: 'join-with-problems', path: '/join/waterrijk', act: (person) => person.press('Verstuur') },
  { name: 'not-found', path: '/s/nergens' },
]

for (const viewport of [phone, desktop])
  describe(`at ${viewport.width} pixels`, () => {
    let browser: Browser
    let site: Site
    beforeAll(async () => {
      ;[browser, site] = [await openBrowser(), await openSite()]
    })
    afterAll(async () => {
      await browser.close()
      await site.close()
    })
    const how = { viewport, javaScript: true, pictures: true }
    test('the public pages', async () => {
      await walk(site, await visitor(browser, site, how), publicStops)
    })
    for (const [who, stops] of Object.entries(tours))
      test(`the pages of ${who}`, async () => {
        await walk(site, await signedIn(browser, site, how, who), stops)
      }, 900_000)
    test('nothing went wrong that nobody expected', () => {
      expect(site.troubles).toEqual([])
    })
  })

/** Walks on after a page that isn't sound, so that one run tells of all of them. */
async function walk(site: Site, person: Person, stops: readonly Stop[]): Promise<void> {
  const wrong: string[] = []
  for (const stop of stops)
    try {
      await stopAt(site, person, stop)
      seen.add(new URL(person.page.url()).pathname)
    } catch (error) {
      wrong.push(`${stop.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  // What a page does a moment later counts as well.
  await person.page.waitForTimeout(200)
  await person.leave()
  expect(wrong).toEqual([])
  expect(person.refusedByPolicy()).toEqual([])
}

async function stopAt(site: Site, person: Person, { name, path, follow, act }: Stop): Promise<void> {
  await person.open(path)
  for (const words of follow ?? []) {
    // What is folded away is unfolded first, as somebody would who looks for these words.
    await person.page.evaluate(() => {
      for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details')) folded.open = true
    })
    await person.follow(words)
  }
  await act?.(person, site)
  await person.look(name)
}

/** Pages that answer with a file or a redirect, and those of somebody who comes in for the first time. */
const elsewhere: readonly string[] = [
  // Only for a programme for which somebody pays; `funding.test.ts` walks them.
  '/subsidies/:programme/split',
  '/subsidies/:programme/hours/:month',
  '/',
  // The way out: `exit.test.ts`.
  '/leave',
  '/leave/:org',
  '/access-log/file',
  '/payouts/:id/bank',
  '/payouts/:id/table',
  // Of what a second person released: `src/usecases/report-release/release-pages.test.ts`.
  '/releases/:id/table',
  '/releases/:id/spreadsheet',
  // What stands on the page, as files: `src/usecases/figures`.
  '/figures/steering/table',
  '/figures/steering/spreadsheet',
  // Her own device: `own-device.test.ts`.
  '/v',
  // A calendar that a phone reads: `week.test.ts`.
  '/c/:token',
  // There is nothing to keep until something came to rest: `src/usecases/audit/seals.test.ts`.
  '/access-log/anchor',
  '/programmes/:programme/file',
  '/questionnaires/:name/fhir',
  '/programme-drafts/:id/file',
  '/imports/:id/leftovers',
  // Only seen while a long list is read in: `src/usecases/import/import-pages.test.ts`.
  '/imports/:id/progress',
  // Shown again where a form with its own address was wrong, or gone on from.
  '/trajectories/:id/intake/contact',
  '/workers/:id/gates',
  '/workers/:id/step',
  // There is no draft in the demo: `sixth-programme.test.ts` makes one, and walks these.
  '/programme-drafts/:id',
  '/programme-drafts/:id/parts/:at',
  '/programme-drafts/:id/effect',
  '/programme-drafts/:id/difference',
  '/programme-drafts/:id/decide',
  // Nor a group with this organisation: `group.test.ts` and `visits-and-group.test.ts` walk these.
  '/groups/plan',
  '/groups/:id',
  '/groups/:id/change',
  '/groups/:id/candidates',
  '/groups/:id/end',
  '/group-places/:id',
  '/group-sessions/:id',
  '/group-sessions/:id/sheet',
  // There is none of these in the demo: the tests of their pages walk them.
  '/trajectories/:id/documents/new',
  '/my-expenses/:id/receipt',
  '/expense-receipts/:id',
  '/child-files/:id/documents',
  '/documents/:id',
  '/documents/:id/file',
  '/removals/:id',
  '/exchanges/:id',
  '/exchanges/:id/file',
  '/exchanges/:id/file/own',
  '/requests/:id',
  '/requests/:id/copy',
  '/requests/:id/copy.json',
  '/requests/:id/:step',
  '/retention/:id',
  // Shown again where what was sent to it was wrong.
  '/my-file/away',
  '/my-file/back',
  '/my-file/avoid',
  '/my-file/avoid/end',
  '/trainings/:id/places',
  '/trainings/:id/leave',
  '/trainings/:id/seats',
  '/trainings/:id/attendance',
  '/trainings/:id/certificates',
  '/trainings/:id/cancel',
  '/workers/:id/talks',
  '/workers/:id/talks/settle',
  '/workers/:id/waiver',
  '/workers/:id/waiver/end',
  '/groups/:id/small-start',
  '/trajectories/:id/concerns',
  // `taken-care-of.test.ts` walks these.
  '/trajectories/:id/confidential',
  '/talks/:id',
  // Each begins with something that somebody did, and is walked where that is done: see the tests of its use cases.
  '/around/:id',
  '/child-files/:id',
  '/child-files/:id/:step',
  '/messages/:id/letter',
  '/papers/letters/:id',
  '/papers/post/:id',
  '/papers/sheets/:id',
  '/papers/:id',
  '/trajectories/:id/shared/notices/:notice',
  '/emergency/:id',
  '/emergency-reviews/:id',
  '/erasures/:id',
  '/likenesses/:id',
  '/locks/:id',
  '/referrals/:id/locks',
  '/referrals/:id/locks/new',
  '/papers/answer',
  '/people/:id/access',
  '/access-log/outliers',
  // Signing in with an organisation's own provider, which the demo has none of: `src/server/sign-in/`.
  '/account/providers',
  '/account/providers/:id/link',
  '/identity-providers',
  '/sign-in/back',
  '/sign-in/with/:orgId/:id',
  '/sign-out/at/:orgId/:id',
  // Only from the day on which a passkey is asked: `src/server/sign-in/passkey-rule.test.ts`.
  '/sign-in/show-passkey',
  // Shown again where what was sent to it was wrong.
  '/my-file/home',
  // Where a programme asks for it: `mentor-mother.test.ts` walks these.
  '/trajectories/:id/safety/flags',
  '/trajectories/:id/safety/children',
  '/trajectories/:id/safety/plan',
  '/cards/:id',
  // Likewise `neighbourhood-coach.test.ts`.
  '/trajectories/:id/grid',
  '/trajectories/:id/grid/fill',
  '/trajectories/:id/plan',
  '/trajectories/:id/plan/goals',
  '/trajectories/:id/plan/goals/:goal',
  '/trajectories/:id/plan/goals/:goal/actions',
  '/trajectories/:id/plan/actions/:action',
  '/trajectories/:id/plan/review',
  '/trajectories/:id/plan/decide',
  '/trajectories/:id/plan/share',
  '/shared-files/:id',
  // Likewise, and opened in `house/bad-input.test.ts`, which sends their forms all that can be wrong.
  '/trajectories/:id/handovers',
  '/trajectories/:id/handovers/:handover',
  // Where there is a plan: `neighbourhood-coach.test.ts`, and its paper and handing on `src/usecases/end-report`.
  '/trajectories/:id/end-report',
  '/trajectories/:id/end-report/write',
  '/trajectories/:id/end-report/decide',
  '/trajectories/:id/end-report/share',
  '/papers/end-reports/:id',
  // A paper that was keyed in once: `src/usecases/measure/paper-pages.test.ts`.
  '/trajectories/:id/measures/:moment/again',
  // Where her agreement lets it: `src/usecases/circle/circle-pages.test.ts`.
  '/papers/circles/:id',
  '/trajectories/:id/arrangements',
  '/trajectories/:id/arrangements/:arrangement',
  '/trajectories/:id/parties',
  '/trajectories/:id/consultations',
  '/trajectories/:id/consultations/:consultation',
  '/trajectories/:id/course/materials',
  '/exceptions/:id',
  '/trajectories/:id/intake/exception',
  // Open meetings are of a programme of its own: `visits-and-group.test.ts`.
  '/activities/:id',
  '/activity-meetings/:id',
  '/trajectories/:id/activities',
  // What a phone wrote and could not bring in, and no phone is in the seeds: `house/bad-input.test.ts` opens one.
  '/held-visits/:id',
  // A smaller start is asked for in `src/usecases/group/small-start-pages.test.ts`.
  '/small-starts/:id',
  // Likewise `src/usecases/group-composition/composition-pages.test.ts`.
  '/compositions/:id',
  '/compositions/:id/women/:womanId',
  '/groups/:id/offer',
  '/groups/:id/beside',
  '/groups/:id/beside/:offerId',
  '/my-offers',
  // For who is pregnant, in phases that people set, or after a loss: `neighbourhood-coach.test.ts` and
  // `src/usecases/course/course-pages.test.ts`.
  '/trajectories/:id/course/due',
  '/trajectories/:id/course/phases',
  '/trajectories/:id/course/longer',
  '/trajectories/:id/course/next',
  '/trajectories/:id/course/back',
  // Take forms and lead back to the meeting.
  '/matching/:id/what-if',
  '/matching/:id/undo',
  '/matching/:id/replan',
  '/matching/:id/drop',
  // `first-run.test.ts` walks these.
  '/first-run',
  '/invitation/:token',
  '/sign-in/code',
  '/sign-in/phone',
  '/sign-in/recovery-code',
]

test('no page was left out', () => {
  const left = routes
    .filter((route) => route.get && !elsewhere.includes(route.path))
    .filter(({ path }) => {
      const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
      return ![...seen].some((one) => pattern.test(one))
    })
  expect(left.map(({ path }) => path)).toEqual([])
})
