import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { castWoman } from '#testing/cast.ts'
import { formsOn } from '#testing/html.ts'
import { runningTrajectory } from '#testing/running-trajectory.ts'
import { type Answered, openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import { openWorld, type World } from '#testing/world.ts'

/**
 * What nobody should ask and somebody will: each is answered in words, what was typed comes back, and nothing is any
 * different after it. `house/bad-input.test.ts` tries every form with rubbish; these are sound and still can't be.
 */
let world: World
let site: WholeSite
beforeAll(async () => {
  world = await openWorld()
  site = await openWholeSite(world)
})
afterAll(async () => {
  expect(site.troubles).toEqual([])
  await site?.close()
  await world?.close()
})

const as = async (actor: MemberActor) => {
  const cookie = await site.signIn(actor)
  const open = (path: string) => site.ask(path, { cookie })
  return {
    open,
    /** Sends the form of this page that goes to `action` as it stands there, with these fields in it. */
    async send(
      at: string,
      changed: Record<string, string | readonly string[]>,
      action: string | null = null,
    ): Promise<Answered> {
      const { html } = await open(at)
      const found = formsOn(html).find(
        (form) =>
          form.method === 'post' && form.action === action && form.fields.some(({ name }) => name === 'key'),
      )
      if (!found) throw new Error(`no form to ${action} on ${at}`)
      const form = new URLSearchParams()
      for (const { name, kind, value, checked } of found.fields)
        if (!(name in changed) && kind !== 'submit' && (checked || !/^(radio|checkbox)$/.test(kind)))
          form.append(name, value)
      for (const [name, values] of Object.entries(changed))
        for (const value of [values].flat()) form.append(name, value)
      return site.ask(action ?? at, { cookie, form })
    },
  }
}
const rowsOf = async (table: string): Promise<number> =>
  (await world.owner.query(`select count(*)::int as n from ${table}`)).rows[0].n

describe('a lock on oneself', () => {
  const words = 'Mijn zus. Ik wil haar dossier niet kunnen openen.'
  test('is answered with who can set it, what was typed is still there and there is no lock', async () => {
    const me = await world.member(['coordinator'])
    await world.member(['coordinator'])
    const { trajectoryId } = await castWoman(world, { given: 'Tirza' })
    const { open, send } = await as(me)
    const at = paths.fileLock.set(trajectoryId)
    // She isn't offered herself; a form that names her is answered all the same.
    expect((await open(at)).html).not.toContain(me.memberId)
    for (const step of ['weigh', 'set']) {
      const { status, html } = await send(at, { step, against: `member:${me.memberId}`, words })
      expect(status).toBe(409)
      expect(html).toContain('Je kunt geen slot voor jezelf zetten')
      expect(html).toContain(words)
    }
    expect(await rowsOf('file_lock')).toBe(0)
    expect((await open(paths.trajectory.one(trajectoryId))).status).toBe(200)
  })
  test('and one that is there already says so, with what was typed', async () => {
    const [me, other] = [await world.member(['coordinator']), await world.member(['coordinator'])]
    const { trajectoryId } = await castWoman(world, { given: 'Mirjam' })
    const { send } = await as(me)
    const at = paths.fileLock.set(trajectoryId)
    const against = `member:${other.memberId}`
    expect((await send(at, { step: 'set', against, words })).status).toBe(303)
    const { status, html } = await send(at, { step: 'weigh', against, words })
    expect([status, html.includes('Dit slot staat er al.'), html.includes(words)]).toEqual([409, true, true])
  })
})

describe('the last administrator removing herself', () => {
  test('is told to make somebody else one first, and stays', async () => {
    const me = await world.member(['administrator', 'coordinator'])
    const { open, send } = await as(me)
    const at = paths.member.one(me.memberId)
    const stays = async (answer: Answered) => {
      expect(answer.status).toBe(409)
      expect(answer.html).toContain('Er moet altijd iemand beheerder zijn.')
      expect((await open(paths.member.list())).status).toBe(200)
    }
    await stays(await send(at, {}, paths.member.end(me.memberId)))
    const roles = await send(at, { roles: ['coordinator', 'privacy_officer'] }, at)
    await stays(roles)
    // What she ticked is still ticked, for when there is another.
    expect(roles.html).toMatch(/<input(?=[^>]*value="privacy_officer")(?=[^>]*checked)/)
    await world.member(['administrator'])
    expect((await send(at, { roles: ['coordinator'] }, at)).status).toBe(303)
  })
})

describe('an on-call chain with nobody in it', () => {
  const raised = { level: 'danger_now', words: 'Hij staat voor de deur.' }
  test('is said on its page, and in danger everybody who may decide is asked', async () => {
    const coordinator = await world.member(['coordinator'])
    const listed = await (await as(coordinator)).open(paths.onCall.list())
    expect(listed.html).toContain('Vandaag heeft niemand dienst')
    const { trajectoryId, worker } = await runningTrajectory(world)
    const { send } = await as(worker)
    const { status, html } = await send(
      paths.concern.raise(trajectoryId),
      raised,
      paths.concern.raise(trajectoryId),
    )
    expect(status).toBe(200)
    expect(html).toContain('Er heeft vandaag niemand dienst. Daarom is iedereen gevraagd die mag beslissen.')
    expect(html.indexOf('href="tel:112"')).toBeGreaterThan(0)
  })
  test('and with nobody to ask at all it says to call, and what was told is kept', async () => {
    const { trajectoryId, worker } = await runningTrajectory(world, { orgId: world.otherOrgId })
    const before = await rowsOf('concern')
    const { open, send } = await as(worker)
    const { html } = await send(paths.concern.raise(trajectoryId), raised, paths.concern.raise(trajectoryId))
    expect(html).toContain('Er is niemand om te vragen. Bel zelf.')
    // Nobody was asked, and so it doesn't say that everybody was.
    expect(html).not.toContain('is iedereen gevraagd')
    const kept = /href="(\/concerns\/[\w-]+)"/.exec(html)?.[1] ?? ''
    expect((await open(kept)).html).toContain(raised.words)
    expect(await rowsOf('concern')).toBe(before + 1)
  })
})

describe('a policy with no window', () => {
  test('is answered at its field, with all that was typed, and nothing is agreed', async () => {
    const coordinator = await world.member(['coordinator'])
    const { personId } = await castWoman(world, { given: 'Noor', phone: '+31612345678' })
    const { open, send } = await as(coordinator)
    const at = paths.safeContact(personId)
    const typed = {
      channels: ['phone'],
      time: 'hours',
      coverName: 'Marijke van de bieb',
      remark: 'Niet op zondag',
    }
    for (const [window, said] of [
      [{}, 'Kies minstens een dag.'],
      [{ days1: ['2'], from1: '10.00', until1: '10.00' }, 'Marijke van de bieb'],
      [{ days1: ['2'], from1: '', until1: '' }, 'Marijke van de bieb'],
    ] as const) {
      const { status, html } = await send(at, { ...typed, ...window }, at)
      expect(status).toBe(422)
      expect(html).toContain(said)
      for (const text of [typed.coverName, typed.remark]) expect(html).toContain(text)
      expect(html).toMatch(/href="#field-/)
    }
    expect(await rowsOf('safe_contact_policy')).toBe(0)
    expect((await open(at)).html).toContain('data-contact-rule="none"')
  })
})
