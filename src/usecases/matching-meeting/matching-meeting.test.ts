import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { castWoman, castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import type { OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'
import { openMatchingMeeting } from '#usecases/matching-meeting/open-matching-meeting.ts'
import { readMatchingMeeting } from '#usecases/matching-meeting/read-matching-meeting.ts'

let world: World
let coordinator: MemberActor
beforeEach(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterEach(() => world.close())

const refused = (code: string) => ({ code })
const her = (given: string, more: object = {}, how: object = {}) =>
  castWoman(world, { given, languages: ['nl'], ...more }, how).then((one) => one.trajectoryId)
const open = async (actor = coordinator) => (await openMatchingMeeting(world.context, actor, {})).meetingId
const read = async (id: string): Promise<OpenMeeting> => {
  const view = await readMatchingMeeting(world.context, coordinator, { id })
  if (view.state !== 'open') throw new Error('not open')
  return view
}

describe('a meeting', () => {
  test('is held by coordinators, of this organisation', async () => {
    const id = await open()
    const worker = await world.memberForWorker(await castWorker(world, { given: 'Petra' }))
    await expect(open(worker)).rejects.toThrow(Forbidden)
    await expect(readMatchingMeeting(world.context, worker, { id })).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(readMatchingMeeting(world.context, stranger, { id })).rejects.toThrow(NotFound)
  })
  test('is one at a time, also when two coordinators open it at once', async () => {
    const all = await Promise.allSettled([open(), open(await world.member(['coordinator']))])
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject(refused('meeting-open-already'))
  })
  test('with nobody waiting and nobody to ask is empty and proved', async () => {
    const view = await read(await open())
    expect(view).toMatchObject({
      women: [],
      workers: [],
      totals: { waiting: 0, matched: 0, score: 0, proved: true },
      lastChange: null,
      sinceThen: null,
      outside: { underWay: 0, forGroup: 0, beyond: 0 },
    })
  })
  test('with nobody to ask says so of everybody', async () => {
    await her('Alleen')
    const view = await read(await open())
    expect(view.women).toMatchObject([
      { name: 'Alleen', proposed: null, unmatched: { kind: 'nobody-possible', blocks: [] } },
    ])
  })
  test('gives the most urgent somebody first, and says why others wait', async () => {
    const late = await her('Lang', {}, { waitingSince: '2026-08-01' })
    const [first, second] = [await her('Eerste'), await her('Tweede')]
    await castWorker(world, { given: 'Wilma' }, { capacity: 1 })
    await castWorker(world, { name: { given: 'Ewa' }, languages: ['pl'] })
    const view = await read(await open())
    expect(view.women.map(({ name, urgency }) => [name, urgency])).toEqual([
      ['Lang', 'long_waiting'],
      ['Eerste', 'normal'],
      ['Tweede', 'normal'],
    ])
    expect(view.women[0]).toMatchObject({ trajectoryId: late, proposed: { worker: { name: 'Wilma' } } })
    for (const woman of view.women.slice(1))
      expect(woman).toMatchObject({
        proposed: null,
        unmatched: {
          kind: 'others-need-more',
          workers: [{ worker: { name: 'Wilma' }, women: [{ trajectoryId: late }] }],
        },
      })
    expect(view.totals).toMatchObject({ waiting: 3, matched: 1, proved: true })
    expect(view.workers).toMatchObject([
      { name: 'Wilma', places: 1, ownPlaces: 1, used: 1, left: 0, women: [{ name: 'Lang' }] },
    ])
    const [{ oneMore } = { oneMore: null }] = view.workers
    expect(oneMore?.moves).toHaveLength(1)
    expect([first, second]).toContain(oneMore?.moves[0]?.woman.trajectoryId)
    expect(oneMore?.cost.matched).toContainEqual({ urgency: 'normal', more: 1 })
  })
  test('leaves out who is asked for already, and who waits for a group', async () => {
    await her('Vrij')
    await her('Gesloten', {}, { state: 'intake' })
    const view = await read(await open())
    expect(view.women.map(({ name }) => name)).toEqual(['Vrij'])
  })
})
