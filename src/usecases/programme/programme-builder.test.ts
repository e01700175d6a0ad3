import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { partAt, placeOf } from '#domain/programme/definition-place.ts'
import { writeProgrammeFile } from '#domain/programme/programme-file.ts'
import { mim, mim24 } from '#programmes/mim.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { beginProgramme } from '#usecases/programme/begin-programme.ts'
import { changeProgrammeDraft } from '#usecases/programme/change-programme-draft.ts'
import { decideProgrammeDraft } from '#usecases/programme/decide-programme-draft.ts'
import { importProgramme } from '#usecases/programme/import-programme.ts'
import { listProgrammeShelf } from '#usecases/programme/list-programme-shelf.ts'
import { listProgrammes } from '#usecases/programme/list-programmes.ts'
import { offerProgramme } from '#usecases/programme/offer-programme.ts'
import { readProgramme } from '#usecases/programme/read-programme.ts'
import { readProgrammeDraft } from '#usecases/programme/read-programme-draft.ts'
import { readProgrammeImpact } from '#usecases/programme/read-programme-impact.ts'
import { stepProgrammeDraft } from '#usecases/programme/step-programme-draft.ts'
import { stopProgramme } from '#usecases/programme/stop-programme.ts'
import { oneOfEach } from '../../../testing/one-of-each.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let manager: MemberActor
let second: MemberActor
let stranger: MemberActor
beforeAll(async () => {
  world = await openWorld([mim])
  manager = await world.member(['programme_manager'])
  second = await world.member(['administrator'])
  stranger = await world.member(['programme_manager'], world.otherOrgId)
})
afterAll(() => world.close())

const proposal = { prov: 'proposal' } as const
const begin = async (nl: string) =>
  (await beginProgramme(world.context, manager, { as: 'new', name: { nl } })).draftId
const copy = async (as: 'version' | 'variant', from = mim, nl = 'voor vaders') =>
  (
    await beginProgramme(world.context, manager, {
      from: { programmeId: from.id, version: from.version },
      as,
      name: { nl },
    })
  ).draftId
const read = (id: string, who = manager) => readProgrammeDraft(world.context, who, { id })
const set = async (id: string, at: string, value: unknown, who = manager, source: object = proposal) =>
  changeProgrammeDraft(world.context, who, {
    id,
    version: (await read(id)).lockVersion,
    edit: { do: 'set', parts: [{ at, value }] },
    source: { ...proposal, ...source },
  })
const step = async (id: string, name: 'submit' | 'withdraw') =>
  stepProgrammeDraft(world.context, manager, { id, version: (await read(id)).lockVersion, step: name })
const decide = async (id: string, decision: 'publish' | 'send-back', who = second, more: object = {}) =>
  decideProgrammeDraft(world.context, who, {
    id,
    version: (await read(id)).lockVersion,
    decision,
    ...more,
  })
const publish = async (id: string, more: object = {}) => {
  await step(id, 'submit')
  await decide(id, 'publish', second, more)
  return read(id)
}
const offered = async () =>
  (await listProgrammes(world.context, manager, {})).map(({ id, version }) => `${id} ${version}`)

describe('programmes are made', () => {
  test.each([
    ['coordinator'],
    ['worker'],
    ['safeguarding_lead'],
    ['referrer'],
    ['privacy_officer'],
  ] as Role[][])('by no %s', async (role) => {
    const member = await world.member([role])
    const id = await copy('version')
    const ask = { id, version: 1 }
    const refused = [
      beginProgramme(world.context, member, { as: 'new', name: { nl: 'Iets' } }),
      readProgrammeDraft(world.context, member, { id }),
      readProgrammeImpact(world.context, member, { id }),
      changeProgrammeDraft(world.context, member, {
        ...ask,
        edit: { do: 'remove', at: 'talkSheets.crying' },
        source: proposal,
      }),
      stepProgrammeDraft(world.context, member, { ...ask, step: 'submit' }),
      decideProgrammeDraft(world.context, member, { ...ask, decision: 'publish' }),
      importProgramme(world.context, member, { text: '{}' }),
      listProgrammeShelf(world.context, member, {}),
      offerProgramme(world.context, member, { programmeId: mim.id, version: mim.version }),
      stopProgramme(world.context, member, { programmeId: mim.id }),
    ]
    for (const one of await Promise.allSettled(refused))
      expect(one).toMatchObject({ status: 'rejected', reason: expect.any(Forbidden) })
    await step(id, 'withdraw')
  })
  test('and are not there for another organisation', async () => {
    const id = await begin('Alleen hier')
    const ask = { id, version: 1 }
    for (const one of await Promise.allSettled([
      readProgrammeDraft(world.context, stranger, { id }),
      readProgrammeImpact(world.context, stranger, { id }),
      stepProgrammeDraft(world.context, stranger, { ...ask, step: 'withdraw' }),
      decideProgrammeDraft(world.context, stranger, { ...ask, decision: 'publish' }),
      changeProgrammeDraft(world.context, stranger, {
        ...ask,
        edit: { do: 'set', parts: [{ at: 'owner', value: 'Iemand' }] },
        source: proposal,
      }),
    ]))
      expect(one).toMatchObject({ status: 'rejected', reason: expect.any(NotFound) })
    expect((await listProgrammeShelf(world.context, stranger, {})).drafts).toEqual([])
    const published = await publish(id)
    await expect(
      readProgramme(world.context, stranger, { programmeId: published.programmeId }),
    ).rejects.toThrow(NotFound)
    await expect(
      offerProgramme(world.context, stranger, {
        programmeId: published.programmeId,
        version: published.version,
      }),
    ).rejects.toThrow(NotFound)
  })
  test('from nothing, and are whole from the first moment', async () => {
    const id = await begin('Vaders in Waterrijk')
    const draft = await read(id)
    expect(draft).toMatchObject({
      programmeId: 'vaders-in-waterrijk',
      version: '1.0.0',
      state: 'draft',
      problems: [],
    })
    expect(draft.definition?.label).toEqual({ nl: 'Vaders in Waterrijk', en: 'Vaders in Waterrijk' })
    await expect(begin('')).rejects.toMatchObject({ fields: { 'name.nl': 'required' } })
    expect((await read(await begin('Vaders in Waterrijk'))).programmeId).toBe('vaders-in-waterrijk-2')
  })
  test('as a variant beside another, or as its next version', async () => {
    const variant = await read(await copy('variant'))
    expect(variant).toMatchObject({ programmeId: 'mim-nl-18m-voor-vaders', version: '1.0.0' })
    expect(variant.definition?.variantOf).toBe(mim.id)
    const next = await read(await copy('version'))
    expect(next.programmeId).toBe(mim.id)
    expect(next.differences).toEqual([{ at: ['version'], from: '1.0.0', to: next.version }])
    await expect(copy('version', { ...mim, version: '9.9.9' })).rejects.toThrow(NotFound)
  })
  test('two at once get two versions, or one is told', async () => {
    const made = await Promise.allSettled([
      copy('version', mim24),
      copy('version', mim24),
      copy('version', mim24),
    ])
    for (const one of made)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'version-taken' })
    const drafts = (await listProgrammeShelf(world.context, manager, {})).drafts.filter(
      ({ programmeId }) => programmeId === mim24.id,
    )
    expect(new Set(drafts.map(({ version }) => version)).size).toBe(drafts.length)
    expect(drafts.length).toBe(made.filter(({ status }) => status === 'fulfilled').length)
  })
})

describe('a draft', () => {
  test('keeps of each change who, when, why and on whose word', async () => {
    const id = await copy('version')
    await set(id, 'contacts.cadenceDays', { value: 21 }, second, {
      prov: 'opened_source',
      ref: 'S24',
      why: 'Zo doen we het in de stad',
    })
    const { definition, changes, differences } = await read(id)
    expect(definition?.contacts?.cadenceDays).toEqual({ value: 21, prov: 'opened_source', ref: 'S24' })
    expect(definition?.contacts?.min).toEqual(mim.contacts?.min)
    expect(changes[0]).toEqual({
      at: 'contacts.cadenceDays',
      what: 'set',
      by: 'Lid administrator',
      when: '2026-11-03T08:00:00Z',
      prov: 'opened_source',
      ref: 'S24',
      why: 'Zo doen we het in de stad',
    })
    expect(differences.map(({ at }) => at.join('.'))).toEqual(['version', 'contacts.cadenceDays'])
    await changeProgrammeDraft(world.context, manager, {
      id,
      version: (await read(id)).lockVersion,
      edit: { do: 'take', at: 'contacts.cadenceDays' },
      source: proposal,
    })
    expect((await read(id)).differences.map(({ at }) => at.join('.'))).toEqual(['version'])
  })
  test.each([
    ['contacts.cadenceDays', { value: 0 }, { 'contacts.cadenceDays': 'too-small' }],
    ['contacts.cadenceDays', { value: 'often' }, { 'contacts.cadenceDays': 'required' }],
    ['contacts.cadenceDays', { value: 21, surprise: true }, null],
    ['label', { nl: '', en: 'x' }, { 'label.nl': 'required' }],
    ['label', { nl: 'x'.repeat(601), en: 'x' }, { 'label.nl': 'too-long' }],
    [
      'phases.farewell',
      { id: 'farewell' },
      { 'phases.farewell.label': 'required', 'phases.farewell.goal': 'required' },
    ],
    ['id', 'another', { id: 'unknown-field' }],
    ['version', '9.0.0', { version: 'unknown-field' }],
    ['surprise', 1, { surprise: 'unknown-field' }],
    ['__proto__', 1, { __proto__: 'unknown-field' }],
    ['eligibility', [], { eligibility: 'required' }],
  ])('takes at %s no %j', async (at, value, fields) => {
    const id = await copy('version')
    if (fields === null) await expect(set(id, at, value)).resolves.toBeDefined()
    else if (at === '__proto__') await expect(set(id, at, value)).rejects.toThrow(Invalid)
    else await expect(set(id, at, value)).rejects.toMatchObject({ fields })
    await step(id, 'withdraw')
  })
  test('may have parts that don’t fit yet, says which, and goes no further', async () => {
    const id = await copy('version')
    await set(id, 'eligibility.mi-i1.when', 'firstChild and')
    await set(id, 'contacts.max', { value: 3 })
    const { problems } = await read(id)
    expect(problems.map(({ field }) => field)).toEqual(['eligibility.mi-i1.when', 'contacts.max'])
    await expect(step(id, 'submit')).rejects.toMatchObject({ code: 'programme-has-problems' })
  })
  test('refuses who saw an older one, and loses nothing', async () => {
    const id = await copy('version')
    await set(id, 'owner', 'Een')
    await expect(
      changeProgrammeDraft(world.context, second, {
        id,
        version: 1,
        edit: { do: 'set', parts: [{ at: 'owner', value: 'Twee' }] },
        source: proposal,
      }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect((await read(id)).definition?.owner).toBe('Een')
  })
  test('names a source that it has', async () => {
    const id = await copy('version')
    await expect(set(id, 'owner', 'Een', manager, { ref: 'S999' })).rejects.toMatchObject({
      fields: { 'source.ref': 'choose-one' },
    })
  })
  test('gains, moves and loses entries of a list', async () => {
    const id = await copy('version')
    const label = { nl: 'Nieuw', en: 'New' }
    await set(id, 'outcomes.new', { id: 'new', label })
    const edit = async (one: object) =>
      changeProgrammeDraft(world.context, manager, {
        id,
        version: (await read(id)).lockVersion,
        edit: one as never,
        source: proposal,
      })
    const ids = async () => (await read(id)).definition?.outcomes.map((outcome) => outcome.id).slice(-2)
    expect(await ids()).toEqual(['less_expert_dependent', 'new'])
    await edit({ do: 'move', at: 'outcomes.new', by: -1 })
    expect(await ids()).toEqual(['new', 'less_expert_dependent'])
    await edit({ do: 'remove', at: 'outcomes.new' })
    expect(await ids()).toEqual(['uses_facilities', 'less_expert_dependent'])
  })
})

describe('four eyes', () => {
  test('are never one’s own, also if one only changed a word', async () => {
    const id = await begin('Vier ogen')
    await set(id, 'owner', 'Ander', second)
    await step(id, 'submit')
    for (const who of [manager, second]) {
      expect((await read(id, who)).mayDecide).toBe(false)
      await expect(decide(id, 'publish', who)).rejects.toMatchObject({ code: 'own-version' })
    }
    const third = await world.member(['programme_manager'])
    await decide(id, 'publish', third)
    expect(await read(id)).toMatchObject({ state: 'published', decidedBy: 'Lid programme_manager' })
  })
  test('are asked for by the database too', async () => {
    const id = await begin('Achter de rug om')
    await expect(
      world.owner.query(
        `update programme_version set state = 'published', decided_by = made_by, decided_at = now() where id = $1`,
        [id],
      ),
    ).rejects.toThrow(/check constraint/)
    await expect(
      world.owner.query(`update programme_version set state = 'published' where id = $1`, [id]),
    ).rejects.toThrow(/check constraint/)
  })
  test('see a draft only once it is submitted, and send it back with a reason', async () => {
    const id = await begin('Terug')
    await expect(decide(id, 'publish')).rejects.toMatchObject({ code: 'version-not-from-this-state' })
    await step(id, 'submit')
    await expect(set(id, 'owner', 'Laat')).rejects.toMatchObject({ code: 'version-not-from-this-state' })
    await expect(decide(id, 'send-back')).rejects.toMatchObject({ fields: { why: 'required' } })
    await decide(id, 'send-back', second, { why: 'De intake is te laat' })
    const draft = await read(id)
    expect(draft.state).toBe('draft')
    expect(draft.changes[0]).toMatchObject({ what: 'sent-back', why: 'De intake is te laat' })
    // To send back is to look, not to make: the same person may approve what comes after.
    expect((await read(id, second)).mayDecide).toBe(true)
  })
  test('of two at once publish once', async () => {
    const id = await begin('Tweemaal tegelijk')
    await step(id, 'submit')
    const { lockVersion: version } = await read(id)
    const others = [second, await world.member(['programme_manager'])]
    const done = await Promise.allSettled(
      others.map((who) =>
        decideProgrammeDraft(world.context, who, { id, version, decision: 'publish', offer: true }),
      ),
    )
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'version-not-from-this-state' },
    })
    const { rows } = await world.owner.query(
      `select count(*)::int as offers from programme_offer where programme_id = 'tweemaal-tegelijk'`,
    )
    expect(rows[0].offers).toBe(1)
  })
})

describe('what is published', () => {
  test('has a checksum, never changes again, and is offered if one wants that', async () => {
    const draft = await publish(await begin('Gepubliceerd'))
    expect(draft.checksum).toMatch(/^[0-9a-f]{64}$/)
    expect(await offered()).not.toContain('gepubliceerd 1.0.0')
    await expect(set(draft.id, 'owner', 'Iemand')).rejects.toMatchObject({
      code: 'version-not-from-this-state',
    })
    await expect(step(draft.id, 'withdraw')).rejects.toMatchObject({ code: 'version-not-from-this-state' })
    await offerProgramme(world.context, manager, { programmeId: 'gepubliceerd', version: '1.0.0' })
    expect(await offered()).toContain('gepubliceerd 1.0.0')
    await expect(
      offerProgramme(world.context, manager, { programmeId: 'gepubliceerd', version: '1.0.0' }),
    ).rejects.toMatchObject({ code: 'programme-offered-already' })
    await stopProgramme(world.context, manager, { programmeId: 'gepubliceerd' })
    await expect(
      stopProgramme(world.context, manager, { programmeId: 'gepubliceerd' }),
    ).rejects.toMatchObject({ code: 'programme-not-offered' })
    world.turnTo('2026-11-04')
    expect(await offered()).not.toContain('gepubliceerd 1.0.0')
    world.turnTo('2026-11-03')
  })
  test('takes the place of the version that was offered, from the same day', async () => {
    const { version } = await publish(await copy('version'), { offer: true })
    expect((await offered()).filter((one) => one.startsWith(`${mim.id} `))).toEqual([`${mim.id} ${version}`])
    const seen = await readProgramme(world.context, manager, { programmeId: mim.id })
    expect(seen).toMatchObject({ definition: { version }, offered: { version, until: null } })
    expect(seen.versions.map((one) => one.version)).toContain('1.0.0')
    expect(
      (await readProgramme(world.context, manager, { programmeId: mim.id, version: '1.0.0' })).definition,
    ).toEqual(mim)
  })
  test('offered by two at once is offered once', async () => {
    await publish(await begin('Samen aanbieden'))
    const done = await Promise.allSettled(
      [manager, second].map((who) =>
        offerProgramme(world.context, who, { programmeId: 'samen-aanbieden', version: '1.0.0' }),
      ),
    )
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('a file', () => {
  const sum = (text: string) => world.context.digest(text).toString('hex')
  const take = (definition: typeof mim) =>
    importProgramme(world.context, manager, { text: writeProgrammeFile(definition, sum) })
  test('becomes a draft that still has to be approved', async () => {
    const { draftId } = await take({ ...mim, id: 'elders-gemaakt' })
    const draft = await read(draftId ?? '')
    expect(draft).toMatchObject({ state: 'draft', version: '1.0.0', problems: [], differences: [] })
    expect(draft.definition).toEqual({ ...mim, id: 'elders-gemaakt' })
  })
  test('says all that is wrong with it', async () => {
    const { draftId, problems } = await take({ ...mim, id: 'fout', surprise: 1 } as never)
    expect(draftId).toBeNull()
    expect(problems).toEqual([{ field: 'definition', expected: 'no surprise' }])
    await expect(
      importProgramme(world.context, manager, { text: 'x'.repeat(10_000_000) }),
    ).rejects.toMatchObject({
      code: 'programme-file-too-large',
    })
  })
  test('with a newer version keeps what was changed here, and names what both changed', async () => {
    const theirs = { ...mim, id: 'gedeeld' }
    const first = await read((await take(theirs)).draftId ?? '')
    await set(first.id, 'contacts.cadenceDays', { value: 21 })
    await set(first.id, 'contacts.max', { value: 18 })
    await publish(first.id)
    const contacts = mim.contacts && {
      ...mim.contacts,
      max: { value: 22, prov: 'source_text' as const, ref: 'NJi' },
      graceDays: { value: 5, prov: 'source_text' as const, ref: 'NJi' },
    }
    const { draftId, conflicts } = await take({ ...theirs, version: '1.1.0', contacts })
    expect(conflicts).toBe(1)
    const merged = await read(draftId ?? '')
    expect(merged.version).toBe('1.1.0')
    expect(merged.definition?.contacts).toMatchObject({
      cadenceDays: { value: 21, prov: 'proposal' },
      max: { value: 18, prov: 'proposal' },
      graceDays: { value: 5, prov: 'source_text' },
    })
    expect(merged.changes[0]?.conflicts).toEqual([
      {
        at: 'contacts.max',
        base: mim.contacts?.max,
        theirs: contacts?.max,
        ours: { value: 18, prov: 'proposal' },
      },
    ])
    await changeProgrammeDraft(world.context, manager, {
      id: merged.id,
      version: merged.lockVersion,
      edit: { do: 'take', at: 'contacts.max' },
      source: proposal,
    })
    const chosen = await read(merged.id)
    expect(partAt(chosen.definition, placeOf('contacts.max'))).toEqual(contacts?.max)
    expect(chosen.differences.map(({ at }) => at.join('.'))).toEqual(['contacts.cadenceDays'])
  })
})

describe('the effect of a draft', () => {
  test('is shown in numbers, with reasons and without names', async () => {
    const house = await oneOfEach(world)
    world.turnTo('2026-11-03')
    const id = await copy('version')
    const before = await readProgrammeImpact(world.context, manager, { id })
    expect(before.total).toBeGreaterThan(5)
    expect(before.draft).toEqual(before.now)
    await set(id, 'eligibility.mi-i2.when', 'childAgeMonths < 1')
    const after = await readProgrammeImpact(world.context, manager, { id })
    expect(after.draft.not_eligible).toBeGreaterThan(before.draft.not_eligible)
    expect(after.now).toEqual(before.now)
    expect(after.reasons[0]).toMatchObject({ rule: { id: 'mi-i2' }, count: after.draft.not_eligible })
    const text = JSON.stringify(after)
    for (const name of ['Zwaluwina', 'Kanariebos', house.personId]) expect(text).not.toContain(name)
    // Whose answers were opened stands in the access log all the same.
    const { rows } = await world.owner.query(
      `select person_ids from audit_event where event = 'read-programme-impact' and outcome = 'success'
       order by at desc, id desc limit 1`,
    )
    expect(rows[0].person_ids).toContain(house.personId)
  })
})
