import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { builderParts } from '#domain/programme/definition-parts.ts'
import { keysOf } from '#domain/programme/definition-place.ts'
import { definitionShape } from '#domain/programme/definition-shape.ts'
import { writeProgrammeFile } from '#domain/programme/programme-file.ts'
import { paths } from '#pages/paths.ts'
import { listsIn } from '#pages/programme/builder-lists.tsx'
import { routes } from '#pages/routes.ts'
import { programmes } from '#programmes/registry.ts'
import { beginProgramme } from '#usecases/programme/begin-programme.ts'
import { readProgrammeDraft } from '#usecases/programme/read-programme-draft.ts'
import { formIn, staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld([...programmes])
  manager = await world.member(['programme_manager'])
})
afterAll(() => world.close())

const site = (language: 'nl' | 'en' = 'nl') => staffSite(routes, world, manager, language)
const post = (path: string, form: URLSearchParams) => site().request(path, { method: 'POST', body: form })
const copyOf = async ({ id, version }: { id: string; version: string }) =>
  (
    await beginProgramme(world.context, manager, {
      from: { programmeId: id, version },
      as: 'version',
    })
  ).draftId
const draft = (id: string) => readProgrammeDraft(world.context, manager, { id })

/** Every page of the builder for a definition: the parts, and each entry of each list in them. */
async function pagesOf(id: string): Promise<string[]> {
  const { definition } = await draft(id)
  const places: string[] = Object.keys(builderParts)
  const open = [...definitionShape.fields].flatMap(([key, field]) =>
    listsIn(field, key, Reflect.get(definition ?? {}, key)),
  )
  for (const { at, entries } of open) {
    places.push(`${at}.+`)
    const keys = keysOf(entries.map(({ entry }) => entry))
    places.push(...entries.slice(0, 1).map(({ key }, index) => `${at}.${key || keys[index]}`))
  }
  return places
}

describe('the builder’s pages', () => {
  // One of each kind of programme: the forms are the same for all.
  test.each(programmes.filter((_, at) => at > 1).map((programme) => [programme.id, programme] as const))(
    'show every part of %s, and saving what they show changes nothing',
    async (_, programme) => {
      const id = await copyOf(programme)
      const before = (await draft(id)).definition
      for (const at of await pagesOf(id)) {
        const path = paths.programmeDraft.part(id, at)
        const answer = await site(at.endsWith('+') ? 'en' : 'nl').request(path)
        expect(answer.status, at).toBe(200)
        const html = await answer.text()
        // A raw key of a definition or a word that is missing would show as such.
        expect(html.match(/>\s*(?:definition|builder|fact)\.[\w.-]+/g), at).toBeNull()
        if (at.endsWith('+') || !html.includes(`action="${path}"`)) continue
        const form = formIn(html, path)
        form.set('do', 'save')
        const saved = await post(path, form)
        expect(saved.status, `${at}: ${saved.status === 303 ? '' : await saved.text()}`.slice(0, 3000)).toBe(
          303,
        )
        expect((await draft(id)).definition, at).toEqual(before)
      }
    },
    120_000,
  )
})

describe('a file that is sent to the builder', () => {
  const sum = (text: string) => world.context.digest(text).toString('hex')
  const send = async (text: string) => {
    const form = new FormData()
    form.set('file', new File([text], 'programma.json', { type: 'application/json' }))
    // Written out first: a body that is still being made can't be broken off halfway.
    const written = new Response(form)
    const headers = { 'content-type': written.headers.get('content-type') ?? '' }
    const body = await written.arrayBuffer()
    return site().request(paths.programmeDraft.import(), { method: 'POST', body, headers })
  }
  const first = () => {
    const [one] = programmes
    if (!one) throw new Error('no programme')
    return one
  }
  test('becomes a draft', async () => {
    const answer = await send(writeProgrammeFile({ ...first(), id: 'uit-een-bestand' }, sum))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain('/programme-drafts/')
  })
  test('with fields that nobody knows is refused, and names them', async () => {
    const answer = await send(writeProgrammeFile({ ...first(), surprise: 1 } as never, sum))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Dit veld kennen we niet: surprise')
  })
  test.each([
    ['of ten megabytes', 'x'.repeat(10_000_000), 413],
    ['that is too large to be read', 'x'.repeat(1_500_000), 409],
    ['a thousand levels deep', '['.repeat(1_000), 409],
    ['that is none', 'hallo', 409],
  ])('%s is refused with a reason, and nothing is made', async (_, text, status) => {
    const count = async () => (await world.owner.query('select count(*)::int from programme_version')).rows[0]
    const before = await count()
    const answer = await send(text)
    expect(answer.status).toBe(status)
    expect(await count()).toEqual(before)
  })
})

describe('a rule', () => {
  test('of more conditions than can be chosen stays as it is written', async () => {
    const id = await copyOf(programmes[0] ?? { id: '', version: '' })
    const path = paths.programmeDraft.part(id, 'eligibility.mi-i1')
    const form = formIn(await (await site().request(path)).text(), path)
    const written = Array.from({ length: 9 }, (_, at) => `childAgeMonths < ${at + 10}`).join(' or ')
    form.set('eligibility.mi-i1.when.how', 'write')
    form.set('eligibility.mi-i1.when.text', written)
    form.set('do', 'save')
    expect((await post(path, form)).status).toBe(303)
    const again = formIn(await (await site().request(path)).text(), path)
    again.set('do', 'save')
    expect((await post(path, again)).status).toBe(303)
    expect((await draft(id)).definition?.eligibility[0]?.when).toBe(written)
  })
  test('that isn’t finished comes back as it was typed', async () => {
    const id = await copyOf(programmes[0] ?? { id: '', version: '' })
    const path = paths.programmeDraft.part(id, 'eligibility.mi-i1')
    const form = formIn(await (await site().request(path)).text(), path)
    form.set('eligibility.mi-i1.when.1.fact', 'childAgeMonths')
    form.set('eligibility.mi-i1.when.1.op', 'lt')
    form.set('eligibility.mi-i1.label.nl', 'Getypt en niet kwijt')
    form.set('do', 'save')
    const answer = await post(path, form)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('vul een getal in')
    expect(html).toContain('Getypt en niet kwijt')
  })
})

describe('what a second person sees', () => {
  test('is what changed, and a form that takes a decision with its reason', async () => {
    const id = await copyOf(programmes[0] ?? { id: '', version: '' })
    const part = paths.programmeDraft.part(id, 'contacts')
    const change = formIn(await (await site().request(part)).text(), part)
    change.set('contacts.cadenceDays', '21')
    change.set('do', 'save')
    expect((await post(part, change)).status).toBe(303)
    const difference = await (await site().request(paths.programmeDraft.difference(id))).text()
    expect(difference).toContain('21 (voorstel van ons)')
    const one = await (await site().request(paths.programmeDraft.one(id))).text()
    const submit = formIn(one, paths.programmeDraft.step(id))
    submit.set('step', 'submit')
    expect((await post(paths.programmeDraft.step(id), submit)).status).toBe(303)
    const decide = paths.programmeDraft.decide(id)
    expect(await (await site().request(decide)).text()).not.toContain('Keur goed')
    const second = staffSite(routes, world, await world.member(['administrator']))
    const form = formIn(await (await second.request(decide)).text(), decide)
    form.set('decision', 'send-back')
    expect((await second.request(decide, { method: 'POST', body: form })).status).toBe(422)
    form.set('decision', 'publish')
    form.set('offer', 'yes')
    expect((await second.request(decide, { method: 'POST', body: form })).status).toBe(303)
    const programmeId = programmes[0]?.id ?? ''
    const versions = staffSite(routes, world, await world.member(['coordinator']))
    const html = await (await versions.request(paths.programme.versions(programmeId))).text()
    expect(html).toContain('Hoogstens zoveel dagen tussen twee contacten')
    expect(html).toContain('Iedereen is al in deze versie')
    const junk = new URLSearchParams({ trajectory: 'x', version: 'y', to: 'z' })
    const answer = await versions.request(paths.programme.versions(programmeId), {
      method: 'POST',
      body: junk,
    })
    expect(answer.status).toBe(422)
  })
})
