import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { programmeRoutes } from '#pages/programme/programme-page.tsx'
import { mim } from '#programmes/mim.ts'
import { programmeShelves } from '#server/programme-shelves.ts'
import { castWoman, within } from '#testing/cast.ts'
import { visit } from '#testing/public-site.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { beginProgramme } from '#usecases/programme/begin-programme.ts'
import { decideProgrammeDraft } from '#usecases/programme/decide-programme-draft.ts'
import { listProgrammeShelf } from '#usecases/programme/list-programme-shelf.ts'
import { listProgrammes } from '#usecases/programme/list-programmes.ts'
import { offerProgramme } from '#usecases/programme/offer-programme.ts'
import { readProgramme } from '#usecases/programme/read-programme.ts'
import { readProgrammeDraft } from '#usecases/programme/read-programme-draft.ts'
import { stepProgrammeDraft } from '#usecases/programme/step-programme-draft.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'

let world: World
let manager: MemberActor
let coordinator: MemberActor
let own: { id: string; version: string }
let trajectoryId: string

/** A programme that this organisation made, offered, with a woman in it; then what a definition may say changes. */
beforeAll(async () => {
  world = await openWorld([mim])
  const { context } = world
  manager = await world.member(['programme_manager'])
  coordinator = await world.member(['coordinator'])
  const { draftId: id } = await beginProgramme(context, manager, {
    from: { programmeId: mim.id, version: mim.version },
    as: 'variant',
    name: { nl: 'eigen', en: 'own' },
  })
  const version = async () => (await readProgrammeDraft(context, manager, { id })).lockVersion
  await stepProgrammeDraft(context, manager, { id, version: await version(), step: 'submit' })
  await decideProgrammeDraft(context, await world.member(['administrator']), {
    id,
    version: await version(),
    decision: 'publish',
    offer: true,
  })
  const draft = await readProgrammeDraft(context, manager, { id })
  own = { id: draft.programmeId, version: draft.version }
  ;({ trajectoryId } = await castWoman(
    world,
    { given: 'Selam' },
    { programmeId: own.id, programmeVersion: own.version, state: 'waiting' },
  ))
})
afterAll(() => world.close())

const outgrow = async () => {
  await world.owner.query(
    `update programme_version
      set definition = jsonb_set(definition #- '{safety,portal}', '{moonPhase}', '"full"') where programme_id = $1`,
    [own.id],
  )
  await world.owner.query('update organisation set programmes_stamp = programmes_stamp + 1')
}
const problems = [
  { field: 'safety.portal', expected: 'Invalid input: expected object, received undefined' },
  { field: 'definition', expected: 'no moonPhase' },
]

describe('a published version that no longer fits', () => {
  test('is offered and readable until then', async () => {
    expect((await listProgrammes(world.context, manager, {})).map(({ id }) => id)).toEqual([mim.id, own.id])
    expect((await listProgrammeShelf(world.context, manager, {})).outgrown).toEqual([])
    expect((await readTrajectory(world.context, coordinator, { id: trajectoryId })).id).toBe(trajectoryId)
  })
  test('takes nobody in, says exactly what is wrong, and keeps whoever began under it', async () => {
    await outgrow()
    const { context } = world
    expect((await listProgrammes(context, manager, {})).map(({ id }) => id)).toEqual([mim.id])
    const shelf = await listProgrammeShelf(context, manager, {})
    expect(shelf.outgrown).toMatchObject([{ ...own, problems }])
    expect(shelf.notOffered.map(({ id }) => id)).not.toContain(own.id)
    await expect(
      offerProgramme(context, manager, { programmeId: own.id, version: own.version }),
    ).rejects.toMatchObject({ code: 'programme-outgrown' })
    expect((await readTrajectory(context, coordinator, { id: trajectoryId })).id).toBe(trajectoryId)
    const { definition, outgrown } = await readProgramme(context, coordinator, {
      programmeId: own.id,
      version: own.version,
    })
    expect(definition.phases).toEqual(mim.phases)
    expect(outgrown?.problems).toEqual(problems)
  })
  test('is no business of another organisation', async () => {
    const stranger = await world.member(['programme_manager'], world.otherOrgId)
    expect((await listProgrammeShelf(world.context, stranger, {})).outgrown).toEqual([])
  })
  test('stands on the programmes page, with what is wrong and a way on', async () => {
    const { html } = await visit(staffSite(programmeRoutes, world, manager), paths.programme.list())
    expect(html).toContain(`${mim.label.nl}, eigen, versie ${own.version}, past niet meer`)
    expect(html).toContain('moonPhase')
    expect(html).toContain('Dit ontbreekt.')
    expect(html).not.toContain('Invalid input')
    expect(html).toContain(`from=${own.id}&amp;version=${own.version}`)
    const one = await visit(
      staffSite(programmeRoutes, world, manager),
      `${paths.programme.one(own.id)}?version=${own.version}`,
    )
    expect(one.html).toContain('past niet meer')
    expect(one.html).not.toContain('name="do" value="offer"')
    const plain = await visit(staffSite(programmeRoutes, world, coordinator), paths.programme.list())
    expect(plain.html).not.toContain('past niet meer')
  })
  test('can be the beginning of a version that fits', async () => {
    const { draftId } = await beginProgramme(world.context, manager, {
      from: { programmeId: own.id, version: own.version },
      as: 'version',
    })
    expect((await readProgrammeDraft(world.context, manager, { id: draftId })).problems).toEqual([])
  })
  test('is told once to whoever runs Naast, and of nobody', async () => {
    const told: [string, Record<string, string | number | boolean> | undefined][] = []
    const shelves = programmeShelves((message, facts) => told.push([message, facts]))
    await within(world, async ({ tx, orgId }) => {
      await shelves(tx, orgId, 1)
      await shelves(tx, orgId, 1)
    })
    expect(told).toEqual([
      [
        'a programme that was published no longer fits what a definition may say',
        {
          organisation: world.orgId,
          programme: own.id,
          version: own.version,
          problems: 2,
          places: problems.map(({ field, expected }) => `${field}: expected ${expected}`).join('; '),
        },
      ],
    ])
  })
  test('that was offered and is not there at all is said too', async () => {
    await world.owner.query(
      `insert into programme_offer (org_id, id, programme_id, version, from_day, decided_at)
       values ($1, gen_random_uuid(), 'not-there', '9.0.0', '2021-01-01', now())`,
      [world.orgId],
    )
    await world.owner.query('update organisation set programmes_stamp = programmes_stamp + 1')
    const { outgrown } = await listProgrammeShelf(world.context, manager, {})
    expect(outgrown.find(({ id }) => id === 'not-there')).toEqual({
      id: 'not-there',
      version: '9.0.0',
      definition: null,
      problems: [{ field: 'definition', expected: 'a version that this Naast knows' }],
    })
  })
})
