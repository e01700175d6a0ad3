import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '#api/endpoints.ts'
import { type Role, roles } from '#domain/member/role.ts'
import { writeServiceKey } from '#domain/service/service-key.ts'
import type { Route } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { makeService } from '#usecases/service/give-key.ts'
import { type OneOfEach, oneOfEach } from '../testing/one-of-each.ts'
import { type Answered, type Asked, openWholeSite, type WholeSite } from '../testing/whole-site.ts'
import { openWorld, type World } from '../testing/world.ts'
import { addressIn } from './addresses.ts'

let world: World
let site: WholeSite
let here: OneOfEach
let elsewhere: OneOfEach
beforeAll(async () => {
  world = await openWorld()
  here = await oneOfEach(world)
  elsewhere = await oneOfEach(world, world.otherOrgId)
  site = await openWholeSite(world)
}, 300_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const letters: Record<Role, string> = {
  administrator: 'A',
  coordinator: 'C',
  worker: 'W',
  safeguarding_lead: 'S',
  programme_manager: 'M',
  referrer: 'R',
  privacy_officer: 'P',
}

interface Door {
  readonly label: string
  readonly method: 'GET' | 'POST'
  readonly route: Route
}
const doors: readonly Door[] = routes
  .flatMap((route) =>
    (['get', 'post'] as const)
      .filter((method) => route[method])
      .map((method): Door => {
        const name = method === 'get' ? 'GET' : 'POST'
        return { label: `${name.padEnd(4)} ${route.path}`, method: name, route }
      }),
  )
  .sort((a, b) => (a.route.path < b.route.path ? -1 : a.route.path > b.route.path ? 1 : 0))
const staff = doors.filter(({ route }) => route.who !== 'public' && route.who !== 'anyone')

/** Whom these sign out: they are asked last, each by somebody who may be signed out. */
const endsSession = (route: Route): boolean =>
  route.path === paths.signOut() || route.path === paths.account.everywhere()

const headersOf = ({ headers }: Answered): Record<string, string> =>
  Object.fromEntries(
    [...headers].filter(([name]) => !/^(content-type|content-length|set-cookie|location|vary)$/.test(name)),
  )
const always = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; worker-src 'none'; manifest-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /policy-reports",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Of the page that a phone keeps, and what its script asks: a worker and a manifest, each by its whole address. */
const ofField = {
  'content-security-policy': always['content-security-policy']
    .replace("worker-src 'none'", 'worker-src http://localhost:3000/field/keep.js')
    .replace("manifest-src 'none'", 'manifest-src http://localhost:3000/field/app.webmanifest')
    .replace("trusted-types 'none'", 'trusted-types agenda'),
}
const ofFiles = { 'content-security-policy': "default-src 'none'; sandbox" }

/** Asks, and holds whatever comes back against what every answer must be. */
async function ask(path: string, asked: Asked = {}): Promise<Answered> {
  const answered = await site.ask(path, asked)
  // What is handed out as a file may do nothing at all, wherever it is opened.
  const handedOut = answered.headers.get('content-disposition')?.startsWith('attachment')
  expect(headersOf(answered), path).toMatchObject({
    ...always,
    ...(path.startsWith('/field/') ? ofField : {}),
    ...(handedOut ? ofFiles : {}),
  })
  expect(answered.headers.get('permissions-policy'), path).toMatch(/^([a-z-]+=\(\)(, |$)){30,}$/)
  expect(answered.headers.get('permissions-policy'), path).toContain('geolocation=()')
  expect(answered.headers.has('x-powered-by'), path).toBe(false)
  expect(answered.status, path).toBeLessThan(500)
  return answered
}
const emptyForm = new URLSearchParams({ nothing: '' })
const open = (door: Door, house: OneOfEach, cookie: string | null = null): Promise<Answered> =>
  ask(addressIn(house, door.route.path), { cookie, ...(door.method === 'POST' ? { form: emptyForm } : {}) })

describe('the addresses', () => {
  const all = (tree: object): string[] =>
    Object.values(tree).flatMap((value: unknown) => {
      if (typeof value === 'function') return [String(value(...Array(value.length).fill(':x')))]
      return typeof value === 'object' && value !== null ? all(value) : []
    })
  const anyName = (path: string) => path.replaceAll(/:\w+/g, ':x')

  test('are these', () => {
    expect(all(paths).sort()).toMatchInlineSnapshot(`
      [
        "/",
        "/access-log",
        "/access-log/anchor",
        "/access-log/file",
        "/access-log/outliers",
        "/access-log/seals",
        "/account",
        "/account/language",
        "/account/passkeys",
        "/account/passkeys/remove",
        "/account/password",
        "/account/phone",
        "/account/providers",
        "/account/providers/:x/link",
        "/account/providers/:x/unlink",
        "/account/recovery-codes",
        "/account/sign-out-everywhere",
        "/accreditation",
        "/activities",
        "/activities/:x",
        "/activities/plan",
        "/activity-meetings/:x",
        "/api/docs",
        "/around/:x",
        "/around/:x/end",
        "/avoidances",
        "/avoidances/rule",
        "/c/:x",
        "/cards/:x",
        "/child-files",
        "/child-files/:x",
        "/child-files/:x/:x",
        "/child-files/:x/documents",
        "/child-files/new",
        "/compositions",
        "/compositions/:x",
        "/compositions/:x/women/:x",
        "/concerns/:x",
        "/confidential",
        "/confidential/:x",
        "/confidential/:x/:x",
        "/contacts",
        "/contacts/:x",
        "/contacts/:x/bring-back",
        "/contacts/:x/confirm",
        "/contacts/:x/going-in",
        "/contacts/:x/log",
        "/contacts/:x/plan",
        "/contacts/:x/skip",
        "/documents/:x",
        "/documents/:x/attach",
        "/documents/:x/file",
        "/documents/:x/remove",
        "/duties",
        "/duties/deputies",
        "/duties/deputies/:x/end",
        "/duties/hand-over",
        "/emergency",
        "/emergency-reviews",
        "/emergency-reviews/:x",
        "/emergency/:x",
        "/emergency/:x/end",
        "/erasures",
        "/erasures/:x",
        "/exceptions/:x",
        "/exchanges",
        "/exchanges/:x",
        "/exchanges/:x/file",
        "/exchanges/:x/file/own",
        "/exchanges/answer",
        "/exchanges/offer",
        "/expense-receipts/:x",
        "/expenses",
        "/expenses/:x/:x",
        "/expenses/:x/:x/decline",
        "/field/",
        "/field/app.webmanifest",
        "/field/begin",
        "/field/icon.svg",
        "/field/keep.js",
        "/field/pack",
        "/field/send",
        "/field/still/:x",
        "/figures",
        "/figures/:x",
        "/figures/cases/:x",
        "/figures/months",
        "/figures/parties",
        "/figures/parties/:x",
        "/figures/steering",
        "/figures/steering/spreadsheet",
        "/figures/steering/table",
        "/first-run",
        "/going-alone",
        "/going-alone/card",
        "/going-alone/words",
        "/group-places/:x",
        "/group-sessions/:x",
        "/group-sessions/:x/sheet",
        "/groups",
        "/groups/:x",
        "/groups/:x/beside",
        "/groups/:x/beside/:x",
        "/groups/:x/candidates",
        "/groups/:x/change",
        "/groups/:x/end",
        "/groups/:x/offer",
        "/groups/:x/small-start",
        "/groups/evaluations",
        "/groups/plan",
        "/held-visits",
        "/held-visits/:x",
        "/help-offers/:x",
        "/help-offers/:x/end",
        "/holds/:x/end",
        "/identity-providers",
        "/identity-providers/:x/end",
        "/imports",
        "/imports/:x",
        "/imports/:x/columns",
        "/imports/:x/discard",
        "/imports/:x/leftovers",
        "/imports/:x/preview",
        "/imports/:x/progress",
        "/imports/:x/undo",
        "/incidents",
        "/incidents/:x",
        "/incidents/new",
        "/invitation/:x",
        "/it-is-me",
        "/join/:x",
        "/leave",
        "/leave/:x",
        "/likenesses",
        "/likenesses/:x",
        "/locks",
        "/locks/:x",
        "/lone-alerts/:x",
        "/lone-openings/:x",
        "/lone-visits",
        "/matches/:x",
        "/matches/:x/check-ins/:x/:x",
        "/matches/:x/pass-on",
        "/matching",
        "/matching/:x",
        "/matching/:x/changes",
        "/matching/:x/drop",
        "/matching/:x/map",
        "/matching/:x/notes",
        "/matching/:x/paper",
        "/matching/:x/publish",
        "/matching/:x/replan",
        "/matching/:x/undo",
        "/matching/:x/weights",
        "/matching/:x/what-if",
        "/matching/:x/women/:x",
        "/matching/:x/workers",
        "/matching/choices",
        "/members",
        "/members/:x",
        "/members/:x/end",
        "/members/:x/invite-again",
        "/members/approvals",
        "/members/approvals/:x",
        "/members/invitations/:x/withdraw",
        "/members/invite",
        "/messages",
        "/messages/:x/letter",
        "/messages/:x/letter/posted",
        "/messages/:x/letter/print",
        "/my-check-ins/:x",
        "/my-expenses",
        "/my-expenses/:x",
        "/my-expenses/:x/receipt",
        "/my-expenses/:x/receipt/remove",
        "/my-expenses/account",
        "/my-file",
        "/my-file/avoid",
        "/my-file/avoid/end",
        "/my-file/away",
        "/my-file/back",
        "/my-file/home",
        "/my-file/texts",
        "/my-offers",
        "/my-referrals",
        "/my-referrals/new",
        "/my-talks",
        "/my-talks/:x",
        "/network",
        "/network/:x",
        "/network/:x/end",
        "/network/:x/offers",
        "/network/register",
        "/on-call",
        "/on-call/:x/end",
        "/on-call/number",
        "/outcomes",
        "/outcomes/:x",
        "/papers/:x",
        "/papers/answer",
        "/papers/circles/:x",
        "/papers/end-reports/:x",
        "/papers/letters/:x",
        "/papers/post/:x",
        "/papers/sheets/:x",
        "/past-term",
        "/payout-terms",
        "/payout-terms/account",
        "/payouts",
        "/payouts/:x",
        "/payouts/:x/bank",
        "/payouts/:x/returned",
        "/payouts/:x/settle",
        "/payouts/:x/table",
        "/people/:x/access",
        "/people/:x/contact-rule",
        "/phones",
        "/phones/:x/end",
        "/programme-drafts/:x",
        "/programme-drafts/:x/decide",
        "/programme-drafts/:x/difference",
        "/programme-drafts/:x/effect",
        "/programme-drafts/:x/file",
        "/programme-drafts/:x/newer",
        "/programme-drafts/:x/parts/:x",
        "/programme-drafts/:x/step",
        "/programme-drafts/import",
        "/programme-drafts/new",
        "/programmes",
        "/programmes/:x",
        "/programmes/:x/file",
        "/programmes/:x/offer",
        "/programmes/:x/versions",
        "/proposals",
        "/proposals/:x",
        "/questionnaires",
        "/questionnaires/:x",
        "/questionnaires/:x/fhir",
        "/questionnaires/:x/permissions/:x/withdraw",
        "/questionnaires/:x/texts",
        "/questionnaires/:x/texts/destroy",
        "/recoveries",
        "/recoveries/:x/check",
        "/recoveries/:x/stop",
        "/refer/:x",
        "/referrals",
        "/referrals/:x",
        "/referrals/:x/accept",
        "/referrals/:x/follow-up",
        "/referrals/:x/help",
        "/referrals/:x/locks",
        "/referrals/:x/locks/new",
        "/referrals/:x/turn-away",
        "/referrers",
        "/referrers/:x",
        "/referrers/:x/trainings",
        "/releases",
        "/releases/:x",
        "/releases/:x/spreadsheet",
        "/releases/:x/table",
        "/removals",
        "/removals/:x",
        "/requests",
        "/requests/:x",
        "/requests/:x/:x",
        "/requests/:x/copy",
        "/requests/:x/copy.json",
        "/requests/new",
        "/retention",
        "/retention/:x",
        "/retention/settings/:x",
        "/s/:x",
        "/search",
        "/server",
        "/services",
        "/services/:x/end",
        "/services/:x/key",
        "/settings",
        "/settings/boundaries",
        "/settings/calendars",
        "/settings/offline",
        "/settings/own-device",
        "/settings/passkeys",
        "/settings/postcodes",
        "/settings/travel-times",
        "/shared-files/:x",
        "/sheets",
        "/sheets/:x",
        "/sheets/:x/end",
        "/sheets/:x/publish",
        "/sheets/:x/write",
        "/sheets/load",
        "/sheets/new",
        "/sign-in",
        "/sign-in/back",
        "/sign-in/code",
        "/sign-in/demo",
        "/sign-in/passkey",
        "/sign-in/phone",
        "/sign-in/recovery-code",
        "/sign-in/show-passkey",
        "/sign-in/with/:x/:x",
        "/sign-out",
        "/sign-out/at/:x/:x",
        "/signals",
        "/signals/:x",
        "/signals/:x/aside",
        "/signals/:x/snooze",
        "/signed-out",
        "/small-starts/:x",
        "/subsidies",
        "/subsidies/:x/hours/:x",
        "/subsidies/:x/split",
        "/supervision",
        "/supervision/:x",
        "/talks/:x",
        "/tasks/:x",
        "/team-work",
        "/teams",
        "/teams/:x",
        "/teams/:x/end",
        "/teams/:x/members",
        "/today",
        "/trainings",
        "/trainings/:x",
        "/trainings/:x/attendance",
        "/trainings/:x/cancel",
        "/trainings/:x/certificates",
        "/trainings/:x/leave",
        "/trainings/:x/places",
        "/trainings/:x/seats",
        "/trainings/plan",
        "/trajectories",
        "/trajectories/:x",
        "/trajectories/:x/activities",
        "/trajectories/:x/around",
        "/trajectories/:x/arrangements",
        "/trajectories/:x/arrangements/:x",
        "/trajectories/:x/check-ins",
        "/trajectories/:x/circle",
        "/trajectories/:x/circle/add",
        "/trajectories/:x/circle/number",
        "/trajectories/:x/circle/people/:x",
        "/trajectories/:x/circle/people/:x/end",
        "/trajectories/:x/closing",
        "/trajectories/:x/concerns",
        "/trajectories/:x/confidential",
        "/trajectories/:x/consents",
        "/trajectories/:x/consultations",
        "/trajectories/:x/consultations/:x",
        "/trajectories/:x/contacts",
        "/trajectories/:x/contacts/add",
        "/trajectories/:x/course",
        "/trajectories/:x/course/back",
        "/trajectories/:x/course/birth",
        "/trajectories/:x/course/birth/back",
        "/trajectories/:x/course/changed",
        "/trajectories/:x/course/due",
        "/trajectories/:x/course/longer",
        "/trajectories/:x/course/materials",
        "/trajectories/:x/course/next",
        "/trajectories/:x/course/phases",
        "/trajectories/:x/documents",
        "/trajectories/:x/documents/new",
        "/trajectories/:x/end-report",
        "/trajectories/:x/end-report/decide",
        "/trajectories/:x/end-report/share",
        "/trajectories/:x/end-report/write",
        "/trajectories/:x/erasure",
        "/trajectories/:x/grid",
        "/trajectories/:x/grid/fill",
        "/trajectories/:x/handovers",
        "/trajectories/:x/handovers/:x",
        "/trajectories/:x/intake",
        "/trajectories/:x/intake/complete",
        "/trajectories/:x/intake/consents",
        "/trajectories/:x/intake/contact",
        "/trajectories/:x/intake/exception",
        "/trajectories/:x/locks",
        "/trajectories/:x/locks/new",
        "/trajectories/:x/log",
        "/trajectories/:x/matches",
        "/trajectories/:x/measures",
        "/trajectories/:x/measures/:x",
        "/trajectories/:x/measures/:x/again",
        "/trajectories/:x/measures/:x/own-device",
        "/trajectories/:x/measures/:x/paper",
        "/trajectories/:x/messages",
        "/trajectories/:x/messages/call-back",
        "/trajectories/:x/messages/reminders",
        "/trajectories/:x/never-alone",
        "/trajectories/:x/parties",
        "/trajectories/:x/plan",
        "/trajectories/:x/plan/actions/:x",
        "/trajectories/:x/plan/decide",
        "/trajectories/:x/plan/goals",
        "/trajectories/:x/plan/goals/:x",
        "/trajectories/:x/plan/goals/:x/actions",
        "/trajectories/:x/plan/review",
        "/trajectories/:x/plan/share",
        "/trajectories/:x/rhythm",
        "/trajectories/:x/safety",
        "/trajectories/:x/safety/children",
        "/trajectories/:x/safety/flags",
        "/trajectories/:x/safety/plan",
        "/trajectories/:x/safety/review",
        "/trajectories/:x/shared",
        "/trajectories/:x/shared/new",
        "/trajectories/:x/shared/notices/:x",
        "/trajectories/:x/sheet",
        "/trajectories/:x/signals",
        "/trajectories/:x/team",
        "/v",
        "/waiting",
        "/waiting/:x",
        "/waiting/:x/home",
        "/waiting/:x/wishes",
        "/webhooks",
        "/webhooks/:x",
        "/webhooks/:x/end",
        "/webhooks/:x/secret",
        "/week",
        "/week/calendar",
        "/week/calendar/end",
        "/week/team",
        "/worker-texts",
        "/workers",
        "/workers/:x",
        "/workers/:x/change",
        "/workers/:x/gates",
        "/workers/:x/learning",
        "/workers/:x/step",
        "/workers/:x/talks",
        "/workers/:x/talks/settle",
        "/workers/:x/waiver",
        "/workers/:x/waiver/end",
        "/workers/register",
      ]
    `)
  })
  test('are all of a route, and every route has one', () => {
    // Files, the same for everybody, that the server gives itself.
    const files = [paths.field.keeper(), paths.field.manifest(), paths.field.icon()]
    const answered = new Set([...routes.map(({ path }) => anyName(path)), ...files])
    expect(new Set(all(paths))).toEqual(answered)
  })
  test('are answered in one place each', () => {
    const labels = doors.map(({ label }) => label)
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
  })
})

describe('who gets in', () => {
  // A letter: gets in. A dot: it does not exist for her. An exclamation mark: she sees it and may not do it.
  test('is this, for every route and method, over HTTP', async () => {
    const cookies = new Map<Role, string>()
    for (const role of roles) cookies.set(role, await site.signIn(here.members[role]))
    const lines: string[] = []
    for (const door of doors.filter(({ route }) => !endsSession(route))) {
      const nobody = await open(door, here)
      if (door.route.who === 'public' || door.route.who === 'anyone') {
        lines.push(`${door.label.padEnd(44)} anybody`)
        expect(nobody.status, door.label).not.toBe(401)
        continue
      }
      // What was typed when a session ended is kept on a page of its own; anything else goes to signing in.
      expect([nobody.status, nobody.headers.get('location')], door.label).toEqual(
        door.method === 'POST' ? [401, null] : [303, paths.signIn()],
      )
      const marks: string[] = []
      for (const role of roles) {
        const { status } = await open(door, here, cookies.get(role))
        marks.push(status === 404 ? '.' : status === 403 ? '!' : letters[role])
      }
      lines.push(`${door.label.padEnd(44)} ${marks.join(' ')}`)
    }
    expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      GET  /                                       A C W S M R P
      GET  /access-log                             . . . . . . P
      GET  /access-log/anchor                      . . . . . . P
      GET  /access-log/file                        . . . . . . P
      GET  /access-log/outliers                    . . . . . . P
      GET  /access-log/seals                       . . . . . . P
      POST /access-log/seals                       . . . . . . P
      GET  /account                                A C W S M R P
      POST /account/language                       A C W S M R P
      GET  /account/passkeys                       A C W S M R P
      POST /account/passkeys                       A C W S M R P
      POST /account/passkeys/remove                . . . . . . .
      GET  /account/password                       A C W S M R P
      POST /account/password                       A C W S M R P
      GET  /account/phone                          A C W S M R P
      POST /account/phone                          . . . . . . .
      GET  /account/providers                      A C W S M R P
      GET  /account/providers/:id/link             . . . . . . .
      POST /account/providers/:id/unlink           . . . . . . .
      GET  /account/recovery-codes                 A C W S M R P
      POST /account/recovery-codes                 . . . . . . .
      GET  /accreditation                          . C . . M . .
      GET  /activities                             . C W . . . .
      GET  /activities/:id                         . C W . . . .
      POST /activities/:id                         . C . . . . .
      GET  /activities/plan                        . C . . . . .
      POST /activities/plan                        . C . . . . .
      GET  /activity-meetings/:id                  . C W . . . .
      POST /activity-meetings/:id                  . C W . . . .
      GET  /api/docs                               anybody
      GET  /around/:id                             . C . S . . .
      POST /around/:id                             . C . S . . .
      POST /around/:id/end                         . C . S . . .
      GET  /avoidances                             . . . S . . .
      POST /avoidances/rule                        . . . S . . .
      GET  /c/:token                               anybody
      GET  /cards/:id                              . C . S . . .
      GET  /child-files                            . . . S . . P
      GET  /child-files/:id                        . . . S . . P
      GET  /child-files/:id/:step                  . . . S . . P
      POST /child-files/:id/:step                  . . . S . . P
      GET  /child-files/:id/documents              . . . . . . P
      POST /child-files/:id/documents              . . . . . . P
      GET  /child-files/new                        . . . S . . P
      POST /child-files/new                        . . . S . . P
      GET  /compositions                           . C . . . . .
      POST /compositions                           . C . . . . .
      GET  /compositions/:id                       . C . . . . .
      POST /compositions/:id                       . C . . . . .
      GET  /compositions/:id/women/:womanId        . C . . . . .
      POST /compositions/:id/women/:womanId        . C . . . . .
      GET  /concerns/:id                           . C W S . . .
      POST /concerns/:id                           . C W S . . .
      GET  /confidential                           . C W S . . .
      GET  /confidential/:id                       . C . S . . .
      POST /confidential/:id                       . C . S . . .
      GET  /confidential/:id/:part                 . C . S . . .
      POST /confidential/:id/:part                 . C . S . . .
      GET  /contacts                               . . W . . . .
      GET  /contacts/:id                           . C W . . . .
      POST /contacts/:id/bring-back                . C W . . . .
      POST /contacts/:id/confirm                   . C W . . . .
      GET  /contacts/:id/going-in                  . . W . . . .
      POST /contacts/:id/going-in                  . . W . . . .
      GET  /contacts/:id/log                       . C W . . . .
      POST /contacts/:id/log                       . C W . . . .
      GET  /contacts/:id/plan                      . C W . . . .
      POST /contacts/:id/plan                      . C W . . . .
      GET  /contacts/:id/skip                      . C W . . . .
      POST /contacts/:id/skip                      . C W . . . .
      GET  /documents/:id                          . C . S . . .
      POST /documents/:id/attach                   . C . S . . .
      GET  /documents/:id/file                     . C . S . . .
      POST /documents/:id/remove                   . C . S . . .
      GET  /duties                                 . C . . M . .
      POST /duties/deputies                        . C . . M . .
      POST /duties/deputies/:id/end                . ! . . M . .
      POST /duties/hand-over                       . . . . M . .
      GET  /emergency                              A C W S M . .
      POST /emergency                              A C W S M . .
      GET  /emergency-reviews                      . . . . . . P
      POST /emergency-reviews                      . . . . . . P
      GET  /emergency-reviews/:id                  . . . . . . P
      POST /emergency-reviews/:id                  . . . . . . P
      GET  /emergency/:id                          . . . . M . .
      POST /emergency/:id/end                      . . . . M . .
      GET  /erasures                               . C . S . . P
      GET  /erasures/:id                           . C . S . . P
      POST /erasures/:id                           . C . S . . P
      GET  /exceptions/:id                         . C . S . . .
      POST /exceptions/:id                         . C . S . . .
      GET  /exchanges                              . . . S M . P
      GET  /exchanges/:id                          . . . S M . P
      POST /exchanges/:id                          . . . S M . P
      GET  /exchanges/:id/file                     . . . S . . .
      POST /exchanges/:id/file                     . . . S . . .
      GET  /exchanges/:id/file/own                 . . . S . . .
      GET  /exchanges/answer                       . . . S . . .
      POST /exchanges/answer                       . . . S . . .
      GET  /exchanges/offer                        . . . S . . .
      POST /exchanges/offer                        . . . S . . .
      GET  /expense-receipts/:id                   . C W . . . .
      GET  /expenses                               . C . . . . .
      GET  /expenses/:id/:month                    . C . . . . .
      POST /expenses/:id/:month                    . C . . . . .
      POST /expenses/:id/:month/decline            . C . . . . .
      GET  /field/                                 anybody
      POST /field/begin                            . . W . . . .
      POST /field/pack                             . . W . . . .
      POST /field/send                             A C W S M R P
      POST /field/still/:org                       anybody
      GET  /figures                                . C . S . . .
      GET  /figures/:set                           . C . S . . .
      GET  /figures/cases/:tally                   . C . S . . .
      GET  /figures/months                         . C . S . . .
      GET  /figures/parties                        . C . S . . .
      GET  /figures/parties/:party                 . C . S . . .
      GET  /figures/steering                       . C . S M . .
      GET  /figures/steering/spreadsheet           . C . S M . .
      GET  /figures/steering/table                 . C . S M . .
      GET  /first-run                              anybody
      POST /first-run                              anybody
      GET  /going-alone                            . . W . . . .
      POST /going-alone                            . . W . . . .
      GET  /going-alone/card                       . . W . . . .
      GET  /going-alone/words                      . . W . . . .
      POST /going-alone/words                      . . W . . . .
      GET  /group-places/:id                       . C W . . . .
      POST /group-places/:id                       . C W . . . .
      GET  /group-sessions/:id                     . C W . . . .
      POST /group-sessions/:id                     . C W . . . .
      GET  /group-sessions/:id/sheet               . C W . . . .
      GET  /groups                                 . C W . . . .
      GET  /groups/:id                             . C W . . . .
      POST /groups/:id                             . C . . . . .
      GET  /groups/:id/beside                      . C . . . . .
      POST /groups/:id/beside                      . C . . . . .
      GET  /groups/:id/beside/:offerId             . C . . . . .
      POST /groups/:id/beside/:offerId             . C . . . . .
      GET  /groups/:id/candidates                  . C . . . . .
      POST /groups/:id/candidates                  . C . . . . .
      GET  /groups/:id/change                      . C . . . . .
      POST /groups/:id/change                      . C . . . . .
      GET  /groups/:id/end                         . C . . . . .
      POST /groups/:id/end                         . C . . . . .
      GET  /groups/:id/offer                       . C . . . . .
      POST /groups/:id/offer                       . C . . . . .
      GET  /groups/:id/small-start                 . C . . . . .
      POST /groups/:id/small-start                 . C . . . . .
      GET  /groups/evaluations                     . C . . M . .
      GET  /groups/plan                            . C . . . . .
      POST /groups/plan                            . C . . . . .
      GET  /held-visits                            . C W . . . .
      GET  /held-visits/:id                        . C W . . . .
      POST /held-visits/:id                        . C W . . . .
      GET  /help-offers/:id                        A C . . . . .
      POST /help-offers/:id                        A C . . . . .
      POST /help-offers/:id/end                    A C . . . . .
      POST /holds/:id/end                          . . . S . . P
      GET  /identity-providers                     A . . . . . .
      POST /identity-providers                     A . . . . . .
      POST /identity-providers/:id/end             A . . . . . .
      GET  /imports                                . C . . . . .
      POST /imports                                . C . . . . .
      GET  /imports/:id                            . C . . . . .
      GET  /imports/:id/columns                    . C . . . . .
      POST /imports/:id/columns                    . C . . . . .
      GET  /imports/:id/discard                    . C . . . . .
      POST /imports/:id/discard                    . C . . . . .
      GET  /imports/:id/leftovers                  . C . . . . .
      GET  /imports/:id/preview                    . C . . . . .
      POST /imports/:id/preview                    . C . . . . .
      GET  /imports/:id/progress                   . C . . . . .
      POST /imports/:id/progress                   . C . . . . .
      GET  /imports/:id/undo                       . C . . . . .
      POST /imports/:id/undo                       . C . . . . .
      GET  /incidents                              . C . S M . .
      GET  /incidents/:id                          . C . S M . .
      POST /incidents/:id                          . C . S M . .
      GET  /incidents/new                          . C . S . . .
      POST /incidents/new                          . C . S . . .
      GET  /invitation/:token                      anybody
      POST /invitation/:token                      anybody
      POST /it-is-me                               A C W S M R P
      GET  /join/:org                              anybody
      POST /join/:org                              anybody
      GET  /leave                                  anybody
      GET  /leave/:org                             anybody
      GET  /likenesses                             . . . S M . .
      GET  /likenesses/:id                         . . . S . . .
      POST /likenesses/:id                         . . . S . . .
      GET  /locks                                  . . . S . . P
      GET  /locks/:id                              . C . S . . P
      POST /locks/:id                              . C . S . . P
      GET  /lone-alerts/:id                        . C . S . . .
      POST /lone-alerts/:id                        . C . S . . .
      GET  /lone-openings/:id                      . . . . . . P
      POST /lone-openings/:id                      . . . . . . P
      GET  /lone-visits                            . C . S . . .
      GET  /matches/:id                            . C . . . . .
      POST /matches/:id                            . C . . . . .
      GET  /matches/:id/check-ins/:side/:moment    . C . . . . .
      POST /matches/:id/check-ins/:side/:moment    . C . . . . .
      GET  /matches/:id/pass-on                    . C . . . . .
      POST /matches/:id/pass-on                    . C . . . . .
      GET  /matching                               . C . . . . .
      POST /matching                               . C . . . . .
      GET  /matching/:id                           . C . . . . .
      GET  /matching/:id/changes                   . C . . . . .
      POST /matching/:id/changes                   . C . . . . .
      GET  /matching/:id/drop                      . C . . . . .
      POST /matching/:id/drop                      . C . . . . .
      GET  /matching/:id/map                       . C . . . . .
      GET  /matching/:id/notes                     . C . . . . .
      POST /matching/:id/notes                     . C . . . . .
      GET  /matching/:id/paper                     . C . . . . .
      GET  /matching/:id/publish                   . C . . . . .
      POST /matching/:id/publish                   . C . . . . .
      GET  /matching/:id/replan                    . C . . . . .
      POST /matching/:id/replan                    . C . . . . .
      GET  /matching/:id/undo                      . C . . . . .
      POST /matching/:id/undo                      . C . . . . .
      GET  /matching/:id/weights                   . C . . . . .
      GET  /matching/:id/what-if                   . C . . . . .
      POST /matching/:id/what-if                   . C . . . . .
      GET  /matching/:id/women/:womanId            . C . . . . .
      GET  /matching/:id/workers                   . C . . . . .
      GET  /matching/choices                       . C . . M . .
      GET  /members                                A . . . . . .
      GET  /members/:id                            A . . . . . .
      POST /members/:id                            A . . . . . .
      POST /members/:id/end                        A . . . . . .
      POST /members/:id/invite-again               A . . . . . .
      GET  /members/approvals                      A . . . M . P
      POST /members/approvals/:id                  A . . . M . P
      POST /members/invitations/:id/withdraw       A . . . . . .
      GET  /members/invite                         A . . . . . .
      POST /members/invite                         A . . . . . .
      GET  /messages                               . C . . . . .
      GET  /messages/:id/letter                    . C . . . . .
      POST /messages/:id/letter/posted             . C . . . . .
      POST /messages/:id/letter/print              . C . . . . .
      GET  /my-check-ins/:id                       . . W . . . .
      POST /my-check-ins/:id                       . . W . . . .
      GET  /my-expenses                            . . W . . . .
      POST /my-expenses/:id                        . . W . . . .
      GET  /my-expenses/:id/receipt                . . W . . . .
      POST /my-expenses/:id/receipt                . . W . . . .
      POST /my-expenses/:id/receipt/remove         . . W . . . .
      POST /my-expenses/account                    . . W . . . .
      GET  /my-file                                . . W . . . .
      POST /my-file                                . . W . . . .
      GET  /my-file/avoid                          . . W . . . .
      POST /my-file/avoid                          . . W . . . .
      GET  /my-file/avoid/end                      . . W . . . .
      POST /my-file/avoid/end                      . . W . . . .
      GET  /my-file/away                           . . W . . . .
      POST /my-file/away                           . . W . . . .
      GET  /my-file/back                           . . W . . . .
      POST /my-file/back                           . . W . . . .
      GET  /my-file/home                           . . W . . . .
      POST /my-file/home                           . . W . . . .
      GET  /my-file/texts                          . . W . . . .
      POST /my-file/texts                          . . W . . . .
      GET  /my-offers                              . . W . . . .
      GET  /my-referrals                           . . . . . R .
      GET  /my-referrals/new                       . . . . . R .
      POST /my-referrals/new                       . . . . . R .
      POST /my-talks                               . . W . . . .
      POST /my-talks/:id                           . . W . . . .
      GET  /network                                A C . . . . .
      GET  /network/:id                            A C . . . . .
      POST /network/:id                            A C . . . . .
      POST /network/:id/end                        A C . . . . .
      GET  /network/:id/offers                     A C . . . . .
      POST /network/:id/offers                     A C . . . . .
      GET  /network/register                       A C . . . . .
      POST /network/register                       A C . . . . .
      GET  /on-call                                . C . S M . .
      POST /on-call                                . C . S M . .
      POST /on-call/:id/end                        . C . . M . .
      POST /on-call/number                         . C . . M . .
      GET  /outcomes                               . C . . M . .
      GET  /outcomes/:programme                    . C . . M . .
      GET  /papers/:id                             . C . S . . .
      GET  /papers/answer                          . . . S . . P
      GET  /papers/circles/:id                     . C W . . . .
      GET  /papers/end-reports/:id                 . C W . . . .
      GET  /papers/letters/:id                     . C . S . . .
      GET  /papers/post/:id                        . . . . . . .
      GET  /papers/sheets/:id                      . . . S . . P
      POST /past-term                              . C . S . . .
      GET  /payout-terms                           A C . . M . .
      POST /payout-terms                           A ! . . M . .
      POST /payout-terms/account                   A . . . M . .
      GET  /payouts                                A . . . M . .
      POST /payouts                                A . . . M . .
      GET  /payouts/:id                            A . . . M . .
      POST /payouts/:id                            A . . . M . .
      GET  /payouts/:id/bank                       A . . . M . .
      POST /payouts/:id/returned                   A . . . M . .
      POST /payouts/:id/settle                     A . . . M . .
      GET  /payouts/:id/table                      A . . . M . .
      GET  /people/:id/access                      . C . S . . P
      GET  /people/:id/contact-rule                . C W S . . .
      POST /people/:id/contact-rule                . C ! S . . .
      GET  /phones                                 A C W . . . .
      POST /phones/:id/end                         A C W . . . .
      GET  /programme-drafts/:id                   A . . . M . .
      GET  /programme-drafts/:id/decide            . . . . . . .
      POST /programme-drafts/:id/decide            . . . . . . .
      GET  /programme-drafts/:id/difference        . . . . . . .
      POST /programme-drafts/:id/difference        . . . . . . .
      GET  /programme-drafts/:id/effect            A . . . M . .
      GET  /programme-drafts/:id/file              A . . . M . .
      POST /programme-drafts/:id/newer             A . . . M . .
      GET  /programme-drafts/:id/parts/:at         A . . . M . .
      POST /programme-drafts/:id/parts/:at         A . . . M . .
      POST /programme-drafts/:id/step              A . . . M . .
      GET  /programme-drafts/import                A . . . M . .
      POST /programme-drafts/import                A . . . M . .
      GET  /programme-drafts/new                   A . . . M . .
      POST /programme-drafts/new                   A . . . M . .
      GET  /programmes                             A C W S M . .
      GET  /programmes/:programme                  A C W S M . .
      GET  /programmes/:programme/file             A C W S M . .
      POST /programmes/:programme/offer            . . . . . . .
      GET  /programmes/:programme/versions         A C W S M . .
      POST /programmes/:programme/versions         . C . . . . .
      GET  /proposals                              . . W . . . .
      POST /proposals                              . . W . . . .
      GET  /proposals/:id                          . . W . . . .
      POST /proposals/:id                          . . W . . . .
      GET  /questionnaires                         A C . S M . .
      GET  /questionnaires/:name                   A C . S M . .
      POST /questionnaires/:name                   A C . S M . .
      GET  /questionnaires/:name/fhir              A C . S M . .
      POST /questionnaires/:name/permissions/:permission/withdraw A . . . M . .
      POST /questionnaires/:name/texts             A . . . M . .
      POST /questionnaires/:name/texts/destroy     A . . . M . .
      GET  /recoveries                             A C W S M R P
      POST /recoveries                             A C W S M R P
      POST /recoveries/:id/check                   A C . . . . .
      POST /recoveries/:id/stop                    A C . . . . .
      GET  /refer/:org                             anybody
      POST /refer/:org                             anybody
      GET  /referrals                              . C . . . . .
      GET  /referrals/:id                          . C . . . . .
      POST /referrals/:id                          . C . . . . .
      POST /referrals/:id/accept                   . C . . . . .
      GET  /referrals/:id/follow-up                . C . . . . .
      POST /referrals/:id/follow-up                . C . . . . .
      GET  /referrals/:id/help                     . C . . . . .
      GET  /referrals/:id/locks                    . C . S . . P
      GET  /referrals/:id/locks/new                . C . S . . P
      POST /referrals/:id/locks/new                . C . S . . P
      GET  /referrals/:id/turn-away                . C . . . . .
      POST /referrals/:id/turn-away                . C . . . . .
      GET  /referrers                              A C . . . . .
      GET  /referrers/:id                          A C . . . . .
      POST /referrers/:id                          A C . . . . .
      POST /referrers/:id/trainings                A C . . . . .
      GET  /releases                               . . . . M . P
      POST /releases                               . . . . M . P
      GET  /releases/:id                           . . . . M . P
      POST /releases/:id                           . . . . M . P
      GET  /releases/:id/spreadsheet               . . . . . . .
      GET  /releases/:id/table                     . . . . . . .
      GET  /removals                               . . . . . . P
      GET  /removals/:id                           . . . . . . P
      POST /removals/:id                           . . . . . . P
      GET  /requests                               . . . S . . P
      GET  /requests/:id                           . . . S . . P
      GET  /requests/:id/:step                     . . . . . . P
      POST /requests/:id/:step                     . . . S . . P
      GET  /requests/:id/copy                      . . . . . . .
      GET  /requests/:id/copy.json                 . . . . . . .
      GET  /requests/new                           . . . S . . P
      POST /requests/new                           . . . S . . P
      GET  /retention                              . . . . M . P
      POST /retention                              . . . . M . P
      GET  /retention/:id                          . . . . . . P
      POST /retention/:id                          . . . . . . P
      POST /retention/settings/:id                 . . . . . . .
      GET  /s/:org                                 anybody
      POST /s/:org                                 anybody
      GET  /search                                 . C W S . . .
      POST /search                                 . C W S . . .
      GET  /server                                 A . . . . . .
      GET  /services                               A . . . . . .
      POST /services                               A . . . . . .
      GET  /services/:id/end                       A . . . . . .
      POST /services/:id/end                       A . . . . . .
      GET  /services/:id/key                       A . . . . . .
      POST /services/:id/key                       A . . . . . .
      GET  /settings                               A . . . . . .
      POST /settings                               A . . . . . .
      POST /settings/boundaries                    A . . . . . .
      GET  /settings/calendars                     A . . . . . .
      POST /settings/calendars                     A . . . . . .
      GET  /settings/offline                       A . . . . . .
      POST /settings/offline                       A . . . . . .
      GET  /settings/own-device                    A . . . . . .
      POST /settings/own-device                    A . . . . . .
      GET  /settings/passkeys                      A . . . . . .
      POST /settings/passkeys                      A . . . . . .
      POST /settings/postcodes                     A . . . . . .
      POST /settings/travel-times                  A . . . . . .
      GET  /shared-files/:id                       . C . S . . .
      GET  /sheets                                 . C . . M . .
      GET  /sheets/:id                             . C . . M . .
      POST /sheets/:id/end                         . C . . . . .
      POST /sheets/:id/publish                     . C . . M . .
      GET  /sheets/:id/write                       . C . . M . .
      POST /sheets/:id/write                       . C . . M . .
      GET  /sheets/load                            . C . . M . .
      POST /sheets/load                            . C . . M . .
      GET  /sheets/new                             . C . . M . .
      POST /sheets/new                             . C . . M . .
      GET  /sign-in                                anybody
      POST /sign-in                                anybody
      GET  /sign-in/back                           anybody
      GET  /sign-in/code                           anybody
      POST /sign-in/code                           anybody
      POST /sign-in/demo                           anybody
      POST /sign-in/passkey                        anybody
      GET  /sign-in/phone                          anybody
      POST /sign-in/phone                          anybody
      GET  /sign-in/recovery-code                  anybody
      POST /sign-in/recovery-code                  anybody
      GET  /sign-in/show-passkey                   A C W S M R P
      POST /sign-in/show-passkey                   A C W S M R P
      GET  /sign-in/with/:orgId/:id                anybody
      GET  /sign-out/at/:orgId/:id                 anybody
      GET  /signals                                . C W S M . .
      GET  /signals/:id                            . C . S . . .
      POST /signals/:id                            . C . S . . .
      POST /signals/:id/aside                      . C . S . . .
      POST /signals/:id/snooze                     . C . S . . .
      GET  /signed-out                             anybody
      GET  /small-starts/:id                       . C . . M . .
      POST /small-starts/:id                       . C . . M . .
      GET  /subsidies                              . C . . M . .
      GET  /subsidies/:programme/hours/:month      . . . . M . .
      POST /subsidies/:programme/hours/:month      . . . . M . .
      GET  /subsidies/:programme/split             . . . . M . .
      POST /subsidies/:programme/split             . . . . M . .
      GET  /supervision                            . C . . . . .
      POST /supervision                            . C . . . . .
      GET  /supervision/:id                        . C . . . . .
      POST /supervision/:id                        . C . . . . .
      GET  /talks/:id                              . C . S . . .
      POST /talks/:id                              . C . S . . .
      GET  /tasks/:id                              . C . S . . .
      POST /tasks/:id                              . C . S . . .
      GET  /team-work                              . . W . . . .
      GET  /teams                                  A C . . . . .
      POST /teams                                  A C . . . . .
      GET  /teams/:id                              A C . . . . .
      POST /teams/:id                              A C . . . . .
      POST /teams/:id/end                          A C . . . . .
      POST /teams/:id/members                      A C . . . . .
      GET  /today                                  A C W S M R P
      GET  /trainings                              . C W . M . .
      GET  /trainings/:id                          . C . . M . .
      GET  /trainings/:id/attendance               . C . . M . .
      POST /trainings/:id/attendance               . C . . M . .
      GET  /trainings/:id/cancel                   . C . . M . .
      POST /trainings/:id/cancel                   . C . . M . .
      GET  /trainings/:id/certificates             . C . . M . .
      POST /trainings/:id/certificates             . C . . M . .
      GET  /trainings/:id/leave                    . C W . M . .
      POST /trainings/:id/leave                    . C W . M . .
      GET  /trainings/:id/places                   . C W . M . .
      POST /trainings/:id/places                   . C W . M . .
      GET  /trainings/:id/seats                    . C . . M . .
      POST /trainings/:id/seats                    . C . . M . .
      GET  /trainings/plan                         . C . . M . .
      POST /trainings/plan                         . C . . M . .
      GET  /trajectories                           . C . S . . .
      GET  /trajectories/:id                       . C W S . . .
      GET  /trajectories/:id/activities            . C W . . . .
      POST /trajectories/:id/activities            . C W . . . .
      GET  /trajectories/:id/around                . C . S . . .
      POST /trajectories/:id/around                . C . S . . .
      GET  /trajectories/:id/arrangements          . C W S . . .
      POST /trajectories/:id/arrangements          . C W S . . .
      GET  /trajectories/:id/arrangements/:arrangement . C W . . . .
      POST /trajectories/:id/arrangements/:arrangement . C W . . . .
      GET  /trajectories/:id/check-ins             . C . . . . .
      GET  /trajectories/:id/circle                . C W S . . .
      GET  /trajectories/:id/circle/add            . C W . . . .
      POST /trajectories/:id/circle/add            . C W . . . .
      POST /trajectories/:id/circle/number         . C W . . . .
      GET  /trajectories/:id/circle/people/:supporter . C W . . . .
      POST /trajectories/:id/circle/people/:supporter . C W . . . .
      POST /trajectories/:id/circle/people/:supporter/end . C W . . . .
      GET  /trajectories/:id/closing               . C . . . . .
      POST /trajectories/:id/closing               . C . . . . .
      GET  /trajectories/:id/concerns              . C W S . . .
      POST /trajectories/:id/concerns              . C W S . . .
      GET  /trajectories/:id/confidential          . C W S . . .
      POST /trajectories/:id/confidential          . C W S . . .
      GET  /trajectories/:id/consents              . C . S . . .
      POST /trajectories/:id/consents              . C . S . . .
      GET  /trajectories/:id/consultations         . C W S . . .
      POST /trajectories/:id/consultations         . C W S . . .
      GET  /trajectories/:id/consultations/:consultation . C W . . . .
      POST /trajectories/:id/consultations/:consultation . C W . . . .
      GET  /trajectories/:id/contacts              . C W S . . .
      GET  /trajectories/:id/contacts/add          . C W . . . .
      POST /trajectories/:id/contacts/add          . C W . . . .
      GET  /trajectories/:id/course                . C W S . . .
      GET  /trajectories/:id/course/back           . C . . . . .
      POST /trajectories/:id/course/back           . C . . . . .
      GET  /trajectories/:id/course/birth          . C W . . . .
      POST /trajectories/:id/course/birth          . C W . . . .
      GET  /trajectories/:id/course/birth/back     . C . . . . .
      POST /trajectories/:id/course/birth/back     . C . . . . .
      GET  /trajectories/:id/course/changed        . C W . . . .
      POST /trajectories/:id/course/changed        . C W . . . .
      GET  /trajectories/:id/course/due            . C W . . . .
      POST /trajectories/:id/course/due            . C W . . . .
      GET  /trajectories/:id/course/longer         . C . . . . .
      POST /trajectories/:id/course/longer         . C . . . . .
      GET  /trajectories/:id/course/materials      . C W . . . .
      POST /trajectories/:id/course/materials      . C W . . . .
      GET  /trajectories/:id/course/next           . C . . . . .
      POST /trajectories/:id/course/next           . C . . . . .
      GET  /trajectories/:id/course/phases         . C W . . . .
      POST /trajectories/:id/course/phases         . C W . . . .
      GET  /trajectories/:id/documents             . C W S . . .
      GET  /trajectories/:id/documents/new         . C W . . . .
      POST /trajectories/:id/documents/new         . C W . . . .
      GET  /trajectories/:id/end-report            . C W S . . .
      POST /trajectories/:id/end-report            . C W ! . . .
      GET  /trajectories/:id/end-report/decide     . C . . . . .
      POST /trajectories/:id/end-report/decide     . C . . . . .
      GET  /trajectories/:id/end-report/share      . C . S . . .
      POST /trajectories/:id/end-report/share      . C . S . . .
      GET  /trajectories/:id/end-report/write      . C W . . . .
      POST /trajectories/:id/end-report/write      . C W . . . .
      GET  /trajectories/:id/erasure               . C . S . . .
      POST /trajectories/:id/erasure               . C . S . . .
      GET  /trajectories/:id/grid                  . C W S . . .
      GET  /trajectories/:id/grid/fill             . C W . . . .
      POST /trajectories/:id/grid/fill             . C W . . . .
      GET  /trajectories/:id/handovers             . C W S . . .
      POST /trajectories/:id/handovers             . C W S . . .
      GET  /trajectories/:id/handovers/:handover   . C W . . . .
      POST /trajectories/:id/handovers/:handover   . C W . . . .
      GET  /trajectories/:id/intake                . C . . . . .
      POST /trajectories/:id/intake                . C . . . . .
      GET  /trajectories/:id/intake/complete       . C . . . . .
      POST /trajectories/:id/intake/complete       . C . . . . .
      GET  /trajectories/:id/intake/consents       . C . . . . .
      POST /trajectories/:id/intake/consents       . C . . . . .
      GET  /trajectories/:id/intake/contact        . C . . . . .
      POST /trajectories/:id/intake/contact        . C . . . . .
      GET  /trajectories/:id/intake/exception      . C . . . . .
      POST /trajectories/:id/intake/exception      . C . . . . .
      GET  /trajectories/:id/locks                 . C . S . . P
      GET  /trajectories/:id/locks/new             . C . S . . P
      POST /trajectories/:id/locks/new             . C . S . . P
      GET  /trajectories/:id/log                   . C . S . . .
      GET  /trajectories/:id/matches               . C . . . . .
      POST /trajectories/:id/matches               . C . . . . .
      GET  /trajectories/:id/measures              . C . . . . .
      GET  /trajectories/:id/measures/:moment      . C . . . . .
      POST /trajectories/:id/measures/:moment      . C . . . . .
      GET  /trajectories/:id/measures/:moment/again . C . . . . .
      POST /trajectories/:id/measures/:moment/again . C . . . . .
      GET  /trajectories/:id/measures/:moment/own-device . C . . . . .
      POST /trajectories/:id/measures/:moment/own-device . C . . . . .
      GET  /trajectories/:id/measures/:moment/paper . C . . . . .
      GET  /trajectories/:id/messages              . C W . . . .
      POST /trajectories/:id/messages/call-back    . C W . . . .
      POST /trajectories/:id/messages/reminders    . C W . . . .
      GET  /trajectories/:id/never-alone           . C . S . . .
      POST /trajectories/:id/never-alone           . C . S . . .
      GET  /trajectories/:id/parties               . C W S . . .
      GET  /trajectories/:id/plan                  . C W S . . .
      POST /trajectories/:id/plan                  . C W ! . . .
      GET  /trajectories/:id/plan/actions/:action  . C W . . . .
      POST /trajectories/:id/plan/actions/:action  . C W . . . .
      GET  /trajectories/:id/plan/decide           . C . . . . .
      POST /trajectories/:id/plan/decide           . C . . . . .
      GET  /trajectories/:id/plan/goals            . C W . . . .
      POST /trajectories/:id/plan/goals            . C W . . . .
      GET  /trajectories/:id/plan/goals/:goal      . C W . . . .
      POST /trajectories/:id/plan/goals/:goal      . C W . . . .
      GET  /trajectories/:id/plan/goals/:goal/actions . C W . . . .
      POST /trajectories/:id/plan/goals/:goal/actions . C W . . . .
      GET  /trajectories/:id/plan/review           . C W . . . .
      POST /trajectories/:id/plan/review           . C W . . . .
      GET  /trajectories/:id/plan/share            . C . S . . .
      POST /trajectories/:id/plan/share            . C . S . . .
      GET  /trajectories/:id/rhythm                . C W . . . .
      POST /trajectories/:id/rhythm                . C W . . . .
      GET  /trajectories/:id/safety                . C W S . . .
      GET  /trajectories/:id/safety/children       . C . S . . .
      POST /trajectories/:id/safety/children       . C . S . . .
      GET  /trajectories/:id/safety/flags          . C W S . . .
      POST /trajectories/:id/safety/flags          . C W S . . .
      GET  /trajectories/:id/safety/plan           . C . S . . .
      POST /trajectories/:id/safety/plan           . C . S . . .
      POST /trajectories/:id/safety/review         . C . S . . .
      GET  /trajectories/:id/shared                . C . S . . .
      GET  /trajectories/:id/shared/new            . C . S . . .
      POST /trajectories/:id/shared/new            . C . S . . .
      GET  /trajectories/:id/shared/notices/:notice . C . S . . .
      POST /trajectories/:id/shared/notices/:notice . C . S . . .
      GET  /trajectories/:id/sheet                 . C W S . . .
      GET  /trajectories/:id/signals               . C W S . . .
      GET  /trajectories/:id/team                  . C . . . . .
      POST /trajectories/:id/team                  . C . . . . .
      GET  /v                                      anybody
      POST /v                                      anybody
      GET  /waiting                                . C . . . . .
      GET  /waiting/:id                            . C . . . . .
      POST /waiting/:id                            . C . . . . .
      POST /waiting/:id/home                       . C . . . . .
      GET  /waiting/:id/wishes                     . C . . . . .
      POST /waiting/:id/wishes                     . C . . . . .
      GET  /webhooks                               A . . . . . .
      POST /webhooks                               A . . . . . .
      GET  /webhooks/:id                           A . . . . . .
      POST /webhooks/:id                           A . . . . . .
      GET  /webhooks/:id/end                       A . . . . . .
      POST /webhooks/:id/end                       A . . . . . .
      GET  /webhooks/:id/secret                    A . . . . . .
      POST /webhooks/:id/secret                    A . . . . . .
      GET  /week                                   . . W . . . .
      GET  /week/calendar                          . . W . . . .
      POST /week/calendar                          . . W . . . .
      POST /week/calendar/end                      . . W . . . .
      GET  /week/team                              . C . . . . .
      GET  /worker-texts                           . C . . M . .
      POST /worker-texts                           . C . . M . .
      GET  /workers                                . C . . M . .
      GET  /workers/:id                            . C W . M . .
      GET  /workers/:id/change                     . C . . . . .
      POST /workers/:id/change                     . C . . . . .
      GET  /workers/:id/gates                      . C . . . . .
      POST /workers/:id/gates                      . C . . . . .
      GET  /workers/:id/learning                   . C W . M . .
      GET  /workers/:id/step                       . C . . . . .
      POST /workers/:id/step                       . C . . . . .
      GET  /workers/:id/talks                      . C . . . . .
      POST /workers/:id/talks                      . C . . . . .
      GET  /workers/:id/talks/settle               . C . . . . .
      POST /workers/:id/talks/settle               . C . . . . .
      GET  /workers/:id/waiver                     . . . . M . .
      POST /workers/:id/waiver                     . . . . M . .
      GET  /workers/:id/waiver/end                 . . . . M . .
      POST /workers/:id/waiver/end                 . . . . M . .
      GET  /workers/register                       . C . . . . .
      POST /workers/register                       . C . . . . .
      "
    `)
  }, 300_000)

  test('is nobody of another organisation: its ids do not exist here', async () => {
    const wrong: string[] = []
    let tried = 0
    for (const role of roles) {
      const cookie = await site.signIn(here.members[role])
      for (const door of staff.filter(({ route }) => /:id/.test(route.path))) {
        tried += 1
        const { status, headers } = await open(door, elsewhere, cookie)
        // Some addresses only point on, whatever the id; what they point at is not found.
        const on = door.method === 'GET' && status === 303 ? headers.get('location') : null
        const found = on === null ? status : (await ask(on, { cookie })).status
        if (found !== 404) wrong.push(`${role} ${door.label}: ${found}`)
      }
    }
    // Who may read here and never change anything, anybody's: authority comes before looking whether she is there.
    expect(wrong).toEqual([
      `worker POST ${paths.safeContact(':id')}: 403`,
      `safeguarding_lead POST ${paths.endReport.one(':id')}: 403`,
      `safeguarding_lead POST ${paths.plan.one(':id')}: 403`,
    ])
    expect(tried).toBeGreaterThan(400)
  }, 300_000)

  test('is nobody any more from the moment her membership ends', async () => {
    const member = await world.member([...roles])
    const cookie = await site.signIn(member)
    expect((await ask(paths.today(), { cookie })).status).toBe(200)
    const administrator = await site.signIn(here.members.administrator)
    const ended = await ask(paths.member.end(member.memberId), {
      cookie: administrator,
      form: new URLSearchParams({ version: '1' }),
    })
    expect(ended.status).toBe(303)
    for (const door of staff)
      expect([303, 401], door.label).toContain((await open(door, here, cookie)).status)
  }, 300_000)

  test('is nobody who signed out, here or everywhere', async () => {
    for (const path of [paths.signOut(), paths.account.everywhere()]) {
      const cookie = await site.signIn(here.members.coordinator)
      expect((await ask(paths.today(), { cookie })).status).toBe(200)
      const left = await ask(path, { cookie, form: emptyForm })
      expect(left.status).toBe(303)
      expect((await ask(paths.today(), { cookie })).status).toBe(303)
    }
  })
})

describe('a request that changes something', () => {
  const foreign: readonly Record<string, string>[] = [
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'https://andere.localhost:3000' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
    { origin: 'https://kwaad.example.nl' },
    { origin: 'null' },
  ]
  test('is refused from any page that isn’t ours', async () => {
    const cookie = await site.signIn(here.members.coordinator)
    for (const { route, method } of doors.filter((door) => door.method === 'POST'))
      for (const headers of foreign)
        for (const verb of [method, 'PUT', 'PATCH', 'DELETE'])
          expect(
            (
              await ask(addressIn(here, route.path), {
                method: verb,
                cookie,
                form: emptyForm,
                headers,
                own: false,
              })
            ).status,
            `${verb} ${route.path} ${JSON.stringify(headers)}`,
          ).toBe(403)
  }, 300_000)
  test('is not there by another method', async () => {
    const cookie = await site.signIn(here.members.coordinator)
    for (const { route } of doors)
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
        const { status } = await ask(addressIn(here, route.path), { method, cookie })
        expect([404, 405], `${method} ${route.path}`).toContain(status)
      }
  })
})

describe('the API', () => {
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
  const none = '00000000-0000-7000-8000-000000000000'
  test('answers these', () => {
    expect(
      endpoints.map((endpoint) =>
        [
          endpoint.method.padEnd(4),
          endpoint.path,
          endpoint.access === 'key' ? `${endpoint.scope} → ${endpoint.useCase}` : 'anybody',
        ].join(' '),
      ),
    ).toMatchInlineSnapshot(`
      [
        "POST /api/fhir/Bundle referral.create → submit-referral",
        "GET  /api/fhir/ServiceRequest/:id referral.read → follow-referral",
        "GET  /api/fhir/Task/:id referral.read → follow-referral",
        "GET  /api/v1/referrals referral.read → follow-sent-referrals",
        "GET  /api/v1/referrals/:id referral.read → follow-referral",
        "GET  /api/openapi.json anybody",
      ]
    `)
  })
  test('asks a key of this organisation with the right scope, of everybody', async () => {
    const session = await site.signIn(here.members.administrator)
    for (const endpoint of endpoints) {
      if (endpoint.access !== 'key') continue
      const path = endpoint.path.replace(':id', here.referral.received)
      const { key: other } = await makeService(world.context, here.members.administrator, {
        name: `Zonder ${endpoint.path}`,
        scopes: [endpoint.scope === 'referral.read' ? 'referral.create' : 'referral.read'],
      })
      const body = endpoint.method === 'POST' ? { method: 'POST', body: '{}' } : {}
      const statusWith = async (headers: Record<string, string>, cookie: string | null = null) =>
        (await ask(path, { ...body, headers, cookie })).status
      expect(await statusWith({})).toBe(401)
      expect(await statusWith({}, session)).toBe(401)
      expect(await statusWith(bearer('naast_x'))).toBe(401)
      expect(await statusWith(bearer(`${here.serviceKey.slice(0, -3)}xxx`))).toBe(401)
      // Our key, on another organisation's address.
      const [, , secret] = here.serviceKey.split(/_(?=.{43}$)|(?<=^naast)_/)
      expect(await statusWith(bearer(writeServiceKey(elsewhere.orgId, secret ?? '')))).toBe(401)
      expect(await statusWith(bearer(other))).toBe(403)
    }
  })
  test('gives no referral of another organisation, nor one that another system sent', async () => {
    const { key } = await makeService(world.context, here.members.administrator, {
      name: 'Leest wat het zelf stuurde',
      scopes: ['referral.read'],
    })
    for (const id of [elsewhere.referral.received, here.referral.received, none])
      for (const door of ['v1/referrals', 'fhir/ServiceRequest', 'fhir/Task'])
        expect((await ask(`/api/${door}/${id}`, { headers: bearer(key) })).status, door).toBe(404)
    const all = await ask('/api/v1/referrals', { headers: bearer(key) })
    expect(JSON.parse(all.html)).toEqual({ referrals: [], next: null })
  })
})

describe('what isn’t there', () => {
  test('is not found, without a word about whether it could have been', async () => {
    const cookie = await site.signIn(here.members.coordinator)
    const unknown = addressIn({ ...here, personId: world.context.newId() }, paths.safeContact(':id'))
    const foreign = addressIn(elsewhere, paths.safeContact(':id'))
    expect((await ask(unknown, { cookie })).html).toBe((await ask(foreign, { cookie })).html)
    for (const path of ['/nowhere', '/assets/nothing.css', '/assets/..%2f..%2fpackage.json', '/api/nowhere'])
      expect((await ask(path, { cookie })).status, path).toBe(404)
  })
  test('left no trouble behind, in any of these tests', () => {
    expect(site.troubles).toEqual([])
  })
})
