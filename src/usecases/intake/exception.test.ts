import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { completeIntakeRoutes } from '#pages/intake/complete-page.tsx'
import { exceptionRoutes } from '#pages/intake/exception-page.tsx'
import { paths } from '#pages/paths.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { mim } from '#programmes/mim.ts'
import { castWoman } from '#testing/cast.ts'
import { visit } from '#testing/public-site.ts'
import { agreeSafeContact } from '#testing/referred-woman.ts'
import { formIn, staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { askedAtIntake } from '#usecases/intake/answer-consents.ts'
import { askException } from '#usecases/intake/ask-exception.ts'
import { completeIntake } from '#usecases/intake/complete-intake.ts'
import { decideException } from '#usecases/intake/decide-exception.ts'
import { readException } from '#usecases/intake/read-exception.ts'
import { readIntake } from '#usecases/intake/read-intake.ts'
import { saveIntake } from '#usecases/intake/save-intake.ts'
import { beginProgramme } from '#usecases/programme/begin-programme.ts'
import { changeProgrammeDraft } from '#usecases/programme/change-programme-draft.ts'
import { decideProgrammeDraft } from '#usecases/programme/decide-programme-draft.ts'
import { readProgrammeDraft } from '#usecases/programme/read-programme-draft.ts'
import { stepProgrammeDraft } from '#usecases/programme/step-programme-draft.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
let lead: MemberActor
let manager: MemberActor
let ownVersion: string
beforeAll(async () => {
  world = await openWorld([mim, evtGroup])
  coordinator = await world.member(['coordinator'])
  lead = await world.member(['safeguarding_lead'])
  manager = await world.member(['programme_manager'])
  ownVersion = await ofTheManager()
})
afterAll(() => world.close())
beforeEach(() => world.turnTo('2026-11-03'))

/** A version in which the exception of the first rule is the programme manager's to decide. */
async function ofTheManager(): Promise<string> {
  const { context } = world
  const [rule] = mim.eligibility.filter(({ exception }) => exception)
  const { draftId: id } = await beginProgramme(context, manager, {
    from: { programmeId: mim.id, version: mim.version },
    as: 'version',
  })
  const version = async () => (await readProgrammeDraft(context, manager, { id })).lockVersion
  await changeProgrammeDraft(context, manager, {
    id,
    version: await version(),
    edit: {
      do: 'set',
      parts: [
        { at: `eligibility.${rule?.id}.exception`, value: { ...rule?.exception, decidedBy: 'manager' } },
      ],
    },
    source: { prov: 'proposal' },
  })
  await stepProgrammeDraft(context, manager, { id, version: await version(), step: 'submit' })
  await decideProgrammeDraft(context, await world.member(['administrator']), {
    id,
    version: await version(),
    decision: 'publish',
    offer: false,
  })
  return (await readProgrammeDraft(context, manager, { id })).version
}

const consentsOf = (programme: ProgrammeDefinition) => ({
  answers: Object.fromEntries(askedAtIntake(programme).map((code) => [code, 'yes' as const])),
  shareWith: [],
  how: 'spoken' as const,
})
/** A woman who has said everything; one rule stands in her way, and an exception is possible. */
async function almostFits(of: 'lead' | 'manager' | 'coordinator', given = 'Selam') {
  const { personId, trajectoryId } = await castWoman(
    world,
    { given, family: 'Tesfay' },
    of === 'lead'
      ? { programmeId: evtGroup.id, programmeVersion: evtGroup.version, state: 'intake' }
      : {
          programmeId: mim.id,
          programmeVersion: of === 'manager' ? ownVersion : mim.version,
          state: 'intake',
        },
  )
  await agreeSafeContact(world, coordinator, personId)
  await save(trajectoryId, 0, of)
  return { personId, trajectoryId, version: 1 }
}
const save = (trajectoryId: string, version: number, of: 'lead' | 'manager' | 'coordinator') =>
  saveIntake(world.context, coordinator, {
    trajectoryId,
    version,
    answers: {
      child: { given: null, bornOn: '2026-09-20', dueOn: null },
      facts:
        of === 'lead'
          ? {
              partnerViolence: 'confirmed',
              hasIndividualHelp: true,
              noSafeWayToAttend: false,
              acuteDanger: false,
              relationWithOtherParticipant: false,
              cannotTakePartInGroup: false,
              intimateTerror: true,
            }
          : {
              firstChild: false,
              insecure: true,
              multipleSeriousProblems: false,
              currentPartnerViolence: false,
            },
    },
    consents: consentsOf(of === 'lead' ? evtGroup : mim),
  })
const ruleOf = (of: 'lead' | 'manager') => (of === 'lead' ? 'ev-x4' : 'mi-i1')
const ask = (trajectoryId: string, of: 'lead' | 'manager', who = coordinator, version = 1) =>
  askException(world.context, who, {
    trajectoryId,
    version,
    rule: ruleOf(of),
    argument: 'De groep kent haar situatie.',
  })
const decide = (id: string, who: MemberActor, outcome: 'allowed' | 'refused' = 'allowed') =>
  decideException(world.context, who, { id, outcome, reason: 'Het is besproken.' })
const takeIn = (
  trajectoryId: string,
  who = coordinator,
  exceptionReason: string | null = null,
  version = 1,
) =>
  completeIntake(world.context, who, {
    trajectoryId,
    version,
    conclusion: 'waiting_list',
    exceptionReason,
    redirectTo: null,
  })
const standing = async (trajectoryId: string) =>
  (await readIntake(world.context, coordinator, { trajectoryId })).exceptions.map((one) => one.standing)
const refused = (code: string, nl?: string) => ({
  code,
  ...(nl ? { detail: expect.objectContaining({ nl }) } : {}),
})

describe('an exception that the programme leaves to the coordinator', () => {
  test('is hers, with a reason', async () => {
    const { trajectoryId } = await almostFits('coordinator')
    await expect(takeIn(trajectoryId)).rejects.toThrow(Invalid)
    expect(await takeIn(trajectoryId, coordinator, 'Tien jaar later opnieuw.')).toEqual({ state: 'waiting' })
  })
})

const cases = [
  { of: 'lead', who: () => lead, said: 'de aandachtsfunctionaris' },
  { of: 'manager', who: () => manager, said: 'de programmaleider' },
] as const
describe.each(cases)('an exception that the programme leaves to the $of', ({ of, who, said }) => {
  test('is not the coordinator’s, and says whose it is', async () => {
    const { trajectoryId } = await almostFits(of)
    await expect(takeIn(trajectoryId, coordinator, 'Ik vind het goed.')).rejects.toMatchObject(
      refused('exception-not-yours', said),
    )
    expect(await standing(trajectoryId)).toEqual(['to_ask'])
  })
  test('takes two, also of a coordinator who is that as well', async () => {
    const { trajectoryId } = await almostFits(of)
    const both = await world.member(['coordinator', ...who().roles])
    await expect(takeIn(trajectoryId, both, 'Besproken met het team.')).rejects.toMatchObject(
      refused('exception-not-yours', said),
    )
    const { id } = await ask(trajectoryId, of, both)
    await expect(decide(id, both)).rejects.toMatchObject(refused('exception-own'))
    expect((await readException(world.context, both, { id })).abilities.decide).toBe(false)
    const onList = async (one: MemberActor) =>
      (await readWorklist(world.context, one, {})).lines.some((line) => line.id === id)
    expect(await onList(both)).toBe(false)
    expect(await onList(who())).toBe(true)
    await decide(id, who())
    expect(await takeIn(trajectoryId, both)).toEqual({ state: 'waiting' })
  })
  test('is asked by the coordinator, answered by that role alone, and then lets her in', async () => {
    const { trajectoryId } = await almostFits(of)
    for (const role of roles.filter((one) => one !== 'coordinator'))
      await expect(ask(trajectoryId, of, await world.member([role]))).rejects.toThrow(Forbidden)
    const { id } = await ask(trajectoryId, of)
    await expect(ask(trajectoryId, of)).rejects.toMatchObject(refused('exception-asked-before'))
    expect(await standing(trajectoryId)).toEqual(['asked'])
    await expect(takeIn(trajectoryId)).rejects.toMatchObject(refused('exception-not-yours', said))
    for (const role of roles.filter((one) => !who().roles.includes(one)))
      await expect(decide(id, await world.member([role])), role).rejects.toThrow()
    await decide(id, who())
    await expect(decide(id, who(), 'refused')).rejects.toMatchObject(refused('exception-answered'))
    expect(await standing(trajectoryId)).toEqual(['allowed'])
    expect(await takeIn(trajectoryId)).toEqual({ state: 'waiting' })
    const { rows } = await world.owner.query(
      'select outcome, exception_rule from eligibility_decision where trajectory_id = $1',
      [trajectoryId],
    )
    expect(rows).toEqual([{ outcome: 'exception', exception_rule: ruleOf(of) }])
  })
  test('keeps her out once it was refused', async () => {
    const { trajectoryId } = await almostFits(of)
    const { id } = await ask(trajectoryId, of)
    await decide(id, who(), 'refused')
    expect(await standing(trajectoryId)).toEqual(['refused'])
    await expect(takeIn(trajectoryId, coordinator, 'Toch wel.')).rejects.toMatchObject(
      refused('exception-not-yours', said),
    )
  })
  test('is weighed anew once the answers change', async () => {
    const { trajectoryId } = await almostFits(of)
    const first = await ask(trajectoryId, of)
    const { id } = first
    await save(trajectoryId, 1, of)
    await expect(decide(id, who())).rejects.toMatchObject(refused('exception-outdated'))
    expect((await readException(world.context, who(), { id })).lapsed).toBe(true)
    const second = await ask(trajectoryId, of, coordinator, 2)
    await decide(second.id, who())
    expect(await standing(trajectoryId)).toEqual(['allowed'])
    await save(trajectoryId, 2, of)
    expect(await standing(trajectoryId)).toEqual(['to_ask'])
    await expect(takeIn(trajectoryId, coordinator, null, 3)).rejects.toMatchObject(
      refused('exception-not-yours', said),
    )
  })
  test('does not exist for another organisation', async () => {
    const { trajectoryId } = await almostFits(of)
    const { id } = await ask(trajectoryId, of)
    const stranger = await world.member([...who().roles], world.otherOrgId)
    await expect(decide(id, stranger)).rejects.toThrow(NotFound)
    await expect(readException(world.context, stranger, { id })).rejects.toThrow(NotFound)
    const other = await world.member(['coordinator'], world.otherOrgId)
    await expect(ask(trajectoryId, of, other)).rejects.toThrow(NotFound)
  })
  test('stands on her worklist until it is answered', async () => {
    const { trajectoryId } = await almostFits(of)
    const { id } = await ask(trajectoryId, of)
    const line = async (actor: MemberActor) =>
      (await readWorklist(world.context, actor, {})).lines.find((one) => one.id === id)
    expect(await line(who())).toMatchObject({
      name: of === 'lead' ? 'Selam Tesfay' : null,
      source: { from: 'exception' },
    })
    expect(await line(of === 'lead' ? manager : lead)).toBeUndefined()
    await decide(id, who())
    expect(await line(who())).toBeUndefined()
  })
  test('is walked on pages', async () => {
    const { trajectoryId } = await almostFits(of, 'Zichtbaar')
    const routes = [...completeIntakeRoutes, ...exceptionRoutes]
    const desk = staffSite(routes, world, coordinator)
    const page = paths.intake.complete(trajectoryId)
    const before = await visit(desk, page)
    expect(before.html).toContain(`Hierover beslist ${said}`)
    expect(before.html).not.toContain('Maak de uitzondering')
    const form = formIn(before.html, paths.intake.askException(trajectoryId))
    const empty = await visit(desk, paths.intake.askException(trajectoryId), form)
    expect(empty.status).toBe(422)
    form.set('argument', 'De groep kent haar situatie.')
    await visit(desk, paths.intake.askException(trajectoryId), form)
    expect((await visit(desk, page)).html).toContain(`Gevraagd aan ${said}`)
    const { rows } = await world.owner.query('select id from exception_ruling where trajectory_id = $1', [
      trajectoryId,
    ])
    const theirs = staffSite(routes, world, who())
    const address = paths.intake.exception(rows[0].id)
    const asked = await visit(theirs, address)
    expect(asked.html).toContain('De groep kent haar situatie.')
    expect(asked.html.includes('Zichtbaar')).toBe(of === 'lead')
    const answer = formIn(asked.html, address)
    answer.set('reason', 'Het is besproken.')
    expect((await visit(theirs, address, answer)).status).toBe(422)
    answer.set('outcome', 'allowed')
    await visit(theirs, address, answer)
    const after = await visit(desk, page)
    expect(after.html).toContain(`Dit mag, zegt ${said}`)
    expect(after.html).toContain('Maak de uitzondering')
  })
})
