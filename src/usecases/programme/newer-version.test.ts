import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import { paths } from '#pages/paths.ts'
import { draftDifferenceRoutes } from '#pages/programme/difference-page.tsx'
import { programmeRoutes } from '#pages/programme/programme-page.tsx'
import { mim } from '#programmes/mim.ts'
import { visit } from '#testing/public-site.ts'
import { formIn, staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { beginProgramme } from '#usecases/programme/begin-programme.ts'
import { bringNewerVersion } from '#usecases/programme/bring-newer-version.ts'
import { changeProgrammeDraft } from '#usecases/programme/change-programme-draft.ts'
import { listProgrammeShelf } from '#usecases/programme/list-programme-shelf.ts'
import { readProgrammeDraft } from '#usecases/programme/read-programme-draft.ts'
import { stepProgrammeDraft } from '#usecases/programme/step-programme-draft.ts'

let world: World
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld([mim])
  manager = await world.member(['programme_manager'])
})
afterAll(() => world.close())

const read = (id: string) => readProgrammeDraft(world.context, manager, { id })
const bring = (id: string, who = manager) => bringNewerVersion(world.context, who, { id })
const shelf = (who = manager) => listProgrammeShelf(world.context, who, {})

/** A variant of our own with a change in it, copied from a version that Naast has a newer one of by now. */
async function copiedBefore(nl: string): Promise<string> {
  const { draftId: id } = await beginProgramme(world.context, manager, {
    from: { programmeId: mim.id, version: mim.version },
    as: 'variant',
    name: { nl },
  })
  await changeProgrammeDraft(world.context, manager, {
    id,
    version: (await read(id)).lockVersion,
    edit: {
      do: 'set',
      parts: [
        { at: 'contacts.cadenceDays', value: { value: 21 } },
        { at: 'contacts.max', value: { value: 18 } },
      ],
    },
    source: { prov: 'proposal' },
  })
  // What it was copied from, as it was then: both numbers below changed in Naast's own version since.
  await world.owner.query(
    `update programme_version set base = jsonb_set(jsonb_set(jsonb_set(base, '{version}', '"0.9.0"'),
      '{contacts,max,value}', '12'), '{contacts,graceDays,value}', '2'),
      definition = jsonb_set(definition, '{contacts,graceDays,value}', '2') where id = $1`,
    [id],
  )
  return id
}

describe('a newer version of what was copied', () => {
  test('is said of nothing that is up to date or made from nothing', async () => {
    await beginProgramme(world.context, manager, { as: 'new', name: { nl: 'Van niets' } })
    const { draftId } = await beginProgramme(world.context, manager, {
      from: { programmeId: mim.id, version: mim.version },
      as: 'variant',
      name: { nl: 'bij' },
    })
    expect((await shelf()).newer).toEqual([])
    await expect(bring(draftId)).rejects.toMatchObject({ code: 'version-none-newer' })
  })
  test('comes in as a draft that keeps our changes and names what both changed', async () => {
    const id = await copiedBefore('ouder')
    const own = await read(id)
    expect((await shelf()).newer).toMatchObject([
      {
        id,
        programmeId: own.programmeId,
        copiedFrom: '0.9.0',
        original: { id: mim.id, version: mim.version },
      },
    ])
    const { draftId, conflicts } = await bring(id)
    expect(conflicts).toBe(1)
    const draft = await read(draftId)
    expect(draft).toMatchObject({ state: 'draft', programmeId: own.programmeId, problems: [] })
    expect(draft.definition?.contacts).toMatchObject({
      cadenceDays: { value: 21 },
      max: { value: 18 },
      graceDays: mim.contacts?.graceDays,
    })
    expect(draft.changes[0]?.conflicts).toMatchObject([
      { at: 'contacts.max', base: { value: 12 }, theirs: mim.contacts?.max, ours: { value: 18 } },
    ])
    expect(await read(id)).toEqual(own)
    // Once it was brought in there is nothing newer left to say.
    expect((await shelf()).newer).toEqual([])
    await stepProgrammeDraft(world.context, manager, {
      id: draftId,
      version: draft.lockVersion,
      step: 'withdraw',
    })
    expect((await shelf()).newer).toHaveLength(1)
    await expect(bring(draftId)).rejects.toThrow(NotFound)
  })
  test('is for who makes programmes here, and nobody else', async () => {
    const id = await copiedBefore('van ons')
    for (const role of roles.filter((one) => one !== 'programme_manager' && one !== 'administrator'))
      await expect(bring(id, await world.member([role])), role).rejects.toThrow(Forbidden)
    const stranger = await world.member(['programme_manager'], world.otherOrgId)
    await expect(bring(id, stranger)).rejects.toThrow(NotFound)
    expect((await shelf(stranger)).newer).toEqual([])
  })
  test('is a notice with a button that leads to the differences', async () => {
    const id = await copiedBefore('op het scherm')
    const site = staffSite([...programmeRoutes, ...draftDifferenceRoutes], world, manager)
    const { html } = await visit(site, paths.programme.list())
    expect(html).toContain(`Er is een nieuwere versie van`)
    expect(html).toContain('op het scherm is gekopieerd van versie 0.9.0')
    const brought = await visit(
      site,
      paths.programmeDraft.newer(id),
      formIn(html, paths.programmeDraft.newer(id)),
    )
    expect(brought.status).toBe(303)
    const differences = await visit(site, brought.headers.get('location') ?? '')
    expect(differences.html).toContain('18')
    expect(differences.html).toContain('Jullie wijzigingen bleven staan')
  })
})
