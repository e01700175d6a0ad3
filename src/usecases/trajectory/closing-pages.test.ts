import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { auditRoutes } from '#pages/audit/audit-page.tsx'
import { consentRoutes } from '#pages/consent/consent-page.tsx'
import { measuresRoutes } from '#pages/measure/measures-page.tsx'
import { takeMeasureRoutes } from '#pages/measure/take-measure.tsx'
import { messageRoutes } from '#pages/message/messages-page.tsx'
import { paths } from '#pages/paths.ts'
import { taskRoutes } from '#pages/task/task-page.tsx'
import { closeTrajectoryRoutes } from '#pages/trajectory/close-trajectory.tsx'
import { mim, mim24 } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { findOnShelf } from '#programmes/shelf/shelf.ts'
import { fieldsOn } from '../../../testing/html.ts'
import { visit } from '../../../testing/public-site.ts'
import { runningTrajectory } from '../../../testing/running-trajectory.ts'
import { staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let site: ReturnType<typeof staffSite>
const routes = [
  ...consentRoutes,
  ...measuresRoutes,
  ...takeMeasureRoutes,
  ...closeTrajectoryRoutes,
  ...taskRoutes,
  ...messageRoutes,
  ...auditRoutes,
]
beforeAll(async () => {
  world = await openWorld([mim, mim24, mvr])
  coordinator = await world.member(['coordinator'])
  site = staffSite(routes, world, coordinator)
})
afterAll(() => world.close())

/** The fields of the first form of the page itself; the frame around it has one too. */
const formOn = (html: string) => fieldsOn(html.slice(html.indexOf('<main')))
const filled = (html: string, changed: Record<string, string>) => {
  const form = formOn(html)
  for (const [name, value] of Object.entries(changed)) form.set(name, value)
  return form
}

describe('the consent pages', () => {
  test('show what is asked, keep an answer, and let it be taken back', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    const list = await visit(site, paths.consent.list(id))
    expect(list.html).toContain('Bericht aan wie haar aanmeldde')
    const form = await visit(site, `${paths.consent.list(id)}?code=C-5`)
    const wrong = await visit(site, paths.consent.list(id), filled(form.html, { state: 'given' }))
    expect(wrong.status).toBe(422)
    expect(formOn(wrong.html).get('state')).toBe('given')
    const done = await visit(site, paths.consent.list(id), filled(wrong.html, { how: 'spoken' }))
    expect(done.status).toBe(303)
    const again = await visit(site, `${paths.consent.list(id)}?code=C-5`)
    expect(again.html).toContain('Ze neemt haar toestemming terug')
    expect(again.html).not.toContain('value="refused"')
  })
  test('are not there for a volunteer', async () => {
    const one = await runningTrajectory(world)
    const hers = staffSite(routes, world, one.worker)
    for (const path of [
      paths.consent.list(one.trajectoryId),
      paths.measure.list(one.trajectoryId),
      paths.closing(one.trajectoryId),
      paths.audit.ofFile(one.trajectoryId),
      paths.audit.list(),
      paths.message.list(),
    ])
      expect((await visit(hers, path)).status).toBe(404)
  })
})

describe('the measure pages', () => {
  test('ask, come back filled when something is wrong, and show her numbers', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    const form = await visit(site, paths.measure.take(id, 'T0'))
    const network = Object.fromEntries(
      (findOnShelf('osss3-nl@1')?.items ?? []).map(({ id: item, choices }) => [
        `osss3-nl.${item}`,
        String(choices[0]?.value),
      ]),
    )
    const answers = {
      'ladder_confidence.now': '6',
      ...network,
      takenOn: 'gisteren',
      mode: 'together',
    }
    const wrong = await visit(site, paths.measure.take(id, 'T0'), filled(form.html, answers))
    expect(wrong.status).toBe(422)
    expect(formOn(wrong.html).get('ladder_confidence.now')).toBe('6')
    const refused = await visit(
      site,
      paths.measure.take(id, 'T0'),
      filled(wrong.html, { ...answers, takenOn: '3-11-2026' }),
    )
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('vink het aan')
    const agreed = { ...answers, takenOn: '3-11-2026', agreed: 'yes' }
    const done = await visit(site, paths.measure.take(id, 'T0'), filled(refused.html, agreed))
    expect(done.status).toBe(303)
    const list = await visit(site, paths.measure.list(id))
    expect(list.html).toContain('<svg')
    expect(list.html).toContain('kan toeval zijn')
    expect(list.html).toContain('Wat de vragenlijsten zeggen')
    expect(list.html).toContain('geen diagnose')
    expect(list.html).not.toMatch(/succesvol/i)
    expect((await visit(site, paths.measure.take(id, 'T0'))).status).toBe(409)
    expect((await visit(site, paths.measure.take(id, 'T9'))).status).toBe(404)
  })
  test('let a moment be skipped', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    const form = await visit(site, paths.measure.take(id, 'T1'))
    const key = formOn(form.html).get('key') ?? ''
    const skip = (reason: string) =>
      visit(site, paths.measure.take(id, 'T1'), new URLSearchParams({ key, what: 'decline', reason }))
    expect((await skip('')).status).toBe(422)
    expect((await skip('rather_not')).status).toBe(303)
    expect((await visit(site, paths.measure.list(id))).html).toContain('Ze wil liever niet')
  })
})

describe('the closing page', () => {
  test('says what will happen, keeps what was typed, and then says how it ended', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    const form = await visit(site, paths.closing(id))
    expect(form.html).toContain('hoort niets')
    expect(form.html).toContain('eerder gestopt')
    const wrong = await visit(
      site,
      paths.closing(id),
      filled(form.html, { words: 'Ik ken nu de buurt.', evaluation: 'declined' }),
    )
    expect(wrong.status).toBe(422)
    expect(formOn(wrong.html).get('words')).toBe('Ik ken nu de buurt.')
    const right = {
      reason: 'moved',
      evaluation: 'declined',
      evaluationWhy: 'rather_not',
      'goal.network_up': 'partly',
    }
    const body = filled(wrong.html, right)
    expect((await visit(site, paths.closing(id), body)).status).toBe(303)
    expect((await visit(site, paths.closing(id), body)).status).toBe(303)
    const closed = await visit(site, paths.closing(id))
    expect(closed.html).toContain('Ik ken nu de buurt.')
    expect(closed.html).toContain('Een beetje')
  })
  test('asks what only the person who closes can tell, and keeps the answer', async () => {
    const { trajectoryId: id } = await runningTrajectory(world, { programmeId: 'mvr', bornOn: '2024-10-01' })
    const form = await visit(site, paths.closing(id))
    expect(form.html).toContain('Is er overgedragen?')
    expect(form.html).toContain('hangt af van wat je hieronder invult')
    expect(formOn(form.html).get('told.planClosed')).toBe('unknown')
    const wrong = await visit(site, paths.closing(id), filled(form.html, { 'told.planClosed': 'yes' }))
    expect(wrong.status).toBe(422)
    expect(formOn(wrong.html).get('told.planClosed')).toBe('yes')
    const right = { reason: 'end_age', evaluation: 'declined', evaluationWhy: 'rather_not' }
    expect((await visit(site, paths.closing(id), filled(wrong.html, right))).status).toBe(303)
    const closed = await visit(site, paths.closing(id))
    expect(closed.html).toMatch(
      /Is het plan afgerond\?[\s\S]*?Ja[\s\S]*Is er overgedragen\?[\s\S]*?Weet ik niet/,
    )
    expect(closed.html).toContain('Afgerond')
  })
})

describe('tasks, messages and the log', () => {
  test('a task is put away with how it ended', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    for (const state of ['given', 'withdrawn'] as const) {
      const form = await visit(site, `${paths.consent.list(id)}?code=C-2`)
      await visit(site, paths.consent.list(id), filled(form.html, { state, how: 'spoken' }))
    }
    const { rows } = await world.owner.query('select id from task where trajectory_id = $1', [id])
    expect(rows).toHaveLength(1)
    const page = await visit(site, paths.task.one(rows[0].id))
    expect(page.html).toContain('Bespreek samen')
    expect((await visit(site, paths.task.one(rows[0].id), filled(page.html, {}))).status).toBe(422)
    expect(
      (await visit(site, paths.task.one(rows[0].id), filled(page.html, { ending: 'done' }))).status,
    ).toBe(303)
    expect((await visit(site, paths.task.one(rows[0].id))).html).toContain('Dit is afgehandeld')
  })
  test('the messages say that there is no mail server', async () => {
    expect((await visit(site, paths.message.list())).html).toContain('nog geen mailserver')
  })
  test('the log names who, hides whom, and goes along as a file that runs nothing', async () => {
    const officer = staffSite(routes, world, await world.member(['privacy_officer']))
    const list = await visit(officer, `${paths.audit.list()}?from=3-11-2026&until=onzin`)
    expect(list.html).toContain('Lid coordinator')
    expect(list.html).not.toContain('Semira')
    expect(list.html).toContain('geen datum')
    const file = await officer.request(paths.audit.file())
    expect(file.headers.get('content-type')).toContain('text/csv')
    const text = await file.text()
    expect(text.split('\r\n').length).toBeGreaterThan(10)
    for (const cell of text.slice(1).split(/[;\r\n]+/)) expect(cell).not.toMatch(/^[=+@-]/)
    expect((await visit(officer, `${paths.audit.list()}?person=nobody&before=1`)).status).toBe(200)
  })
  test('a coordinator sees who looked in this file', async () => {
    const { trajectoryId: id } = await runningTrajectory(world)
    await visit(site, paths.measure.list(id))
    expect((await visit(site, paths.audit.ofFile(id))).html).toContain('Metingen bekeken')
  })
})
