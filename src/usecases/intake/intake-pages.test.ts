import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { completeIntakeRoutes } from '#pages/intake/complete-page.tsx'
import { intakeConsentRoutes } from '#pages/intake/consents-page.tsx'
import { intakeRoutes } from '#pages/intake/intake-page.tsx'
import { paths } from '#pages/paths.ts'
import { safeContactRoutes } from '#pages/safe-contact/safe-contact-page.tsx'
import { programmes } from '#programmes/registry.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { visit } from '../../../testing/public-site.ts'
import { formIn, staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let site: ReturnType<typeof staffSite>
const routes = [...intakeRoutes, ...intakeConsentRoutes, ...completeIntakeRoutes, ...safeContactRoutes]
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  site = staffSite(routes, world, coordinator)
})
afterAll(() => world.close())

async function accepted(firstChild: 'yes' | 'no' = 'yes') {
  const { referralId } = await submitReferral(world.context, world.visitor('professional'), {
    channel: 'professional_form',
    submission: {
      mother: { name: { given: 'Selam', family: 'Tesfay' }, phone: '+31612345678', languages: ['ti'] },
      child: { bornOn: '2026-09-20', firstChild },
      facts: { lowSupport: 'yes' },
      agreed: true,
      referrer: { kind: 'jgz' },
      words: 'Zij kent hier niemand.',
    },
  })
  const programmeId = programmes[0]?.id ?? ''
  const { trajectoryId } = await acceptReferral(world.context, coordinator, {
    id: referralId,
    version: 1,
    programmeId,
  })
  const { rows } = await world.owner.query('select person_id from trajectory where id = $1', [trajectoryId])
  return { id: trajectoryId, personId: String(rows[0].person_id) }
}
const filled = (form: URLSearchParams, changed: Record<string, string | string[]>) => {
  for (const [name, value] of Object.entries(changed)) {
    form.delete(name)
    for (const one of [value].flat()) form.append(name, one)
  }
  return form
}
const contact = { channels: 'phone', time: 'hours', days1: ['2', '4'], from1: '9', until1: '12.30' }
async function askable(firstChild?: 'yes' | 'no') {
  const one = await accepted(firstChild)
  const { html } = await visit(site, paths.intake.one(one.id))
  await visit(site, paths.intake.contact(one.id), filled(formIn(html, paths.intake.contact(one.id)), contact))
  return one
}
const questions = async (id: string) =>
  formIn((await visit(site, paths.intake.one(id))).html, paths.intake.one(id))
const rest = {
  'fact-multipleSeriousProblems': 'no',
  'fact-currentPartnerViolence': 'no',
}
/** Her yes to what she must agree to, and whatever else she says. */
async function agree(id: string, changed: Record<string, string | string[]> = {}) {
  const { html } = await visit(site, paths.intake.consents(id))
  const form = filled(formIn(html, paths.intake.consents(id)), {
    'consent-C-2': 'yes',
    'consent-C-3': 'yes',
    ...changed,
  })
  return visit(site, paths.intake.consents(id), form)
}

describe('the intake’s pages', () => {
  test('are not there for a worker, and not for an id that isn’t one', async () => {
    const { id } = await accepted()
    const worker = staffSite(routes, world, await world.member(['worker']))
    expect((await visit(worker, paths.intake.one(id))).status).toBe(404)
    expect((await visit(site, paths.intake.one('nonsense'))).status).toBe(404)
    expect((await visit(site, paths.intake.one(world.orgId))).status).toBe(404)
  })
  test('begin with how to reach her, and show nothing else until that is there', async () => {
    const { id } = await accepted()
    const first = await visit(site, paths.intake.one(id))
    expect(first.html).toContain('hoe is zij veilig te bereiken')
    expect(first.html).not.toContain('fact-firstChild')
    expect(first.html).not.toContain('+31612345678')
    const form = formIn(first.html, paths.intake.contact(id))
    const wrong = await visit(
      site,
      paths.intake.contact(id),
      filled(form, { from1: 'vroeg', coverName: 'Marijke' }),
    )
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('value="vroeg"')
    expect(wrong.html).toContain('value="Marijke"')
    expect(wrong.html).toContain('href="#field-channels"')
    expect(wrong.html).toContain('href="#field-from1"')
    const right = await visit(site, paths.intake.contact(id), filled(form, contact))
    expect(right.status).toBe(303)
    const next = await visit(site, paths.intake.one(id))
    expect(next.html).toContain('fact-firstChild')
    expect(next.html.indexOf('maandag')).toBe(-1)
    expect(next.html.indexOf('dinsdag, donderdag van 09:00 tot 12:30')).toBeLessThan(
      next.html.indexOf('+31612345678'),
    )
  })
  test('are filled with what the referral said, and name each rule’s source', async () => {
    const { id } = await askable()
    const form = await questions(id)
    expect(form.get('fact-firstChild')).toBe('yes')
    expect(form.get('bornOn')).toBe('20-9-2026')
    expect(form.get('fact-insecure')).toBe('unknown')
    const { html } = await visit(site, paths.intake.one(id))
    expect(html).toContain('bron: methodebeschrijving MIM (NJi)')
    expect(html).toContain('afgeleid, nog te bevestigen')
    expect(html).toContain('Zij kent hier niemand.')
  })
  test('come back filled with what was typed and the field that is wrong', async () => {
    const { id } = await askable()
    const form = filled(await questions(id), { bornOn: 'gisteren of zo', given: 'Y.' })
    const again = await visit(site, paths.intake.one(id), form)
    expect(again.status).toBe(422)
    expect(again.html).toContain('value="gisteren of zo"')
    expect(again.html).toContain('href="#field-bornOn"')
  })
  test('show both versions when two people save, and then let one choose', async () => {
    const { id } = await askable()
    const [mine, hers] = [await questions(id), await questions(id)]
    await visit(site, paths.intake.one(id), filled(hers, { 'fact-insecure': 'yes', given: 'Yonas' }))
    const conflict = await visit(
      site,
      paths.intake.one(id),
      filled(mine, { 'fact-insecure': 'no', given: 'Y.' }),
    )
    expect(conflict.status).toBe(409)
    expect(conflict.html).toContain('Iemand anders bewaarde intussen dit')
    expect(conflict.html).toContain('Yonas')
    expect(conflict.html).toContain('value="Y."')
    const chosen = formIn(conflict.html, paths.intake.one(id))
    expect((await visit(site, paths.intake.one(id), chosen)).status).toBe(303)
    expect((await questions(id)).get('given')).toBe('Y.')
  })
  test('lead to the waiting list', async () => {
    const { id } = await askable()
    const open = await visit(
      site,
      paths.intake.one(id),
      filled(await questions(id), { ...rest, next: 'consents' }),
    )
    expect(open.headers.get('location')).toContain(paths.intake.consents(id))
    const agreed = await agree(id, { 'consent-C-5': 'yes', shareWith: ['midwife', 'gp'] })
    expect(agreed.headers.get('location')).toContain(paths.intake.complete(id))
    const kept = formIn((await visit(site, paths.intake.consents(id))).html, paths.intake.consents(id))
    expect(kept.get('consent-C-5')).toBe('yes')
    expect(kept.get('consent-C-7')).toBeNull()
    expect(kept.getAll('shareWith')).toEqual(['midwife', 'gp'])
    const decide = await visit(site, paths.intake.complete(id))
    expect(decide.html).toContain('Ja, dit programma past bij haar.')
    const nothing = await visit(site, paths.intake.complete(id), new URLSearchParams({ version: '1' }))
    expect(nothing.status).toBe(422)
    const form = new URLSearchParams({ version: '1', conclusion: 'waiting_list' })
    expect((await visit(site, paths.intake.complete(id), form)).headers.get('location')).toContain(
      'intake.said.waiting',
    )
    expect((await visit(site, paths.intake.one(id))).html).toContain('Zij kwam op de wachtlijst.')
    expect((await visit(site, paths.intake.complete(id))).status).toBe(303)
  })
  test('say what is still to be asked, and what she didn’t agree to', async () => {
    const { id } = await askable()
    await visit(site, paths.intake.one(id), await questions(id))
    expect((await visit(site, paths.intake.complete(id))).html).toContain(
      'Spelen er meerdere ernstige problemen',
    )
    await visit(site, paths.intake.one(id), filled(await questions(id), rest))
    await agree(id, { 'consent-C-2': 'no' })
    const { html } = await visit(site, paths.intake.complete(id))
    expect(html).toContain('Dit vindt zij nog niet goed')
    expect(html).not.toContain('Zet haar op de wachtlijst')
  })
  test('ask why before making an exception, and say where else she is helped', async () => {
    const { id } = await askable('no')
    await visit(site, paths.intake.one(id), filled(await questions(id), rest))
    await agree(id)
    const shown = await visit(site, paths.intake.complete(id))
    expect(shown.html).toContain('Een moeder met een tweede of later kind mag meedoen')
    expect(shown.html).toContain('Home-Start')
    const without = new URLSearchParams({ version: '1', conclusion: 'waiting_list' })
    const refused = await visit(site, paths.intake.complete(id), without)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#field-exceptionReason"')
    without.set('exceptionReason', 'Haar oudste is veertien.')
    expect((await visit(site, paths.intake.complete(id), without)).status).toBe(303)
    expect((await visit(site, paths.intake.one(id))).html).toContain('Haar oudste is veertien.')
  })
  test('keep a page of its own for how to reach her', async () => {
    const { personId } = await askable()
    const path = paths.safeContact(personId)
    const shown = await visit(site, path)
    const form = formIn(shown.html, path)
    expect(form.getAll('days1')).toEqual(['2', '4'])
    expect((await visit(site, path, filled(form, { codeWord: 'kanarie' }))).status).toBe(303)
    const late = await visit(site, path, filled(form, { codeWord: 'merel', key: world.context.newId() }))
    expect(late.status).toBe(409)
    expect(late.html).toContain('kanarie')
    expect(late.html).toContain('value="merel"')
  })
})
