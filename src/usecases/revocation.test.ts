import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { type Beside, beside } from '#testing/beside.ts'
import { openWorld, type World } from '#testing/world.ts'
import { listMyContacts } from '#usecases/contact/list-my-contacts.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { NotFound } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { endMatch } from '#usecases/match/end-match.ts'
import { changeRoles } from '#usecases/member/change-roles.ts'
import { endMember } from '#usecases/member/end-member.ts'
import { searchPeople } from '#usecases/person/search-people.ts'
import { showSafeContact } from '#usecases/safe-contact/show-safe-contact.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'

/**
 * What was taken away is gone at once: a read that begins after the end was acknowledged gives nothing, whatever
 * eight others are reading meanwhile (security.md T6, in small).
 */
let world: World
let coordinator: MemberActor
let administrator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  administrator = await world.member(['administrator'])
})
afterAll(() => world.close())

/** Each says whether anything of her was given. */
const readers: readonly ((her: Beside) => Promise<boolean>)[] = [
  async ({ worker, trajectoryId }) =>
    Boolean(await readTrajectory(world.context, worker, { id: trajectoryId })),
  async ({ worker, contactId }) => Boolean(await readContact(world.context, worker, { id: contactId })),
  async ({ worker, personId }) => Boolean(await showSafeContact(world.context, worker, { personId })),
  async ({ worker }) => JSON.stringify(await listMyContacts(world.context, worker, {})).includes('Semira'),
  async ({ worker }) => (await searchPeople(world.context, worker, { text: 'Semira' })).people.length > 0,
]

interface Read {
  readonly begun: number
  readonly gave: boolean
}

/** Eight read without pause while it is ended; says what was given to those who began after the answer was in. */
async function readWhile(her: Beside, end: (her: Beside) => Promise<unknown>) {
  const reads: Read[] = []
  let step = 0
  let stopped = false
  const reading = Array.from({ length: 8 }, async (_, at) => {
    for (let turn = at; !stopped; turn += 1) {
      step += 1
      const begun = step
      const read = readers[turn % readers.length]
      const gave = await (read?.(her) ?? Promise.resolve(false)).catch((error: unknown) => {
        if (error instanceof Error && /^(NotFound|Forbidden)$/.test(error.name)) return false
        throw error
      })
      reads.push({ begun, gave })
    }
  })
  while (reads.length < 16) await new Promise((resolve) => setTimeout(resolve, 1))
  await end(her)
  const ended = step
  while (reads.filter(({ begun }) => begun > ended).length < 24)
    await new Promise((resolve) => setTimeout(resolve, 1))
  stopped = true
  await Promise.all(reading)
  return {
    before: reads.filter(({ begun, gave }) => begun <= ended && gave).length,
    after: reads.filter(({ begun, gave }) => begun > ended && gave).length,
  }
}

const versionOf = async (table: 'match' | 'trajectory' | 'member', id: string): Promise<number> =>
  (await world.owner.query(`select version from ${table} where id = $1`, [id])).rows[0].version

const ways = {
  'her match ends': async ({ matchId }: Beside) =>
    endMatch(world.context, coordinator, {
      id: matchId,
      version: await versionOf('match', matchId),
      reason: 'no_click',
    }),
  'the worker’s membership ends': async ({ worker: { memberId } }: Beside) =>
    endMember(world.context, administrator, { memberId, version: await versionOf('member', memberId) }),
  'the worker gets another role': async ({ worker: { memberId } }: Beside) =>
    changeRoles(world.context, administrator, {
      memberId,
      version: await versionOf('member', memberId),
      roles: ['referrer'],
    }),
  'her file is locked for him': ({ trajectoryId, worker: { memberId } }: Beside) =>
    setFileLock(world.context, coordinator, {
      fileId: trajectoryId,
      against: { kind: 'member', id: memberId },
      words: 'Hij is haar broer.',
    }),
  'her trajectory is closed': async ({ trajectoryId }: Beside) =>
    closeTrajectory(world.context, coordinator, {
      trajectoryId,
      version: await versionOf('trajectory', trajectoryId),
      reason: 'moved',
      evaluation: { kind: 'declined', code: 'rather_not' },
    }),
}

describe('nothing is read any more once', () => {
  test.each(Object.entries(ways))('%s', async (_, end) => {
    for (let round = 0; round < 3; round += 1) {
      const her = await beside(world, coordinator)
      const { before, after } = await readWhile(her, end)
      expect(before).toBeGreaterThan(0)
      expect(after).toBe(0)
      await expect(readTrajectory(world.context, her.worker, { id: her.trajectoryId })).rejects.toThrow()
    }
  })
})

test('a coordinator still finds her', async () => {
  const her = await beside(world, coordinator)
  await ways['her match ends'](her)
  expect(await readTrajectory(world.context, coordinator, { id: her.trajectoryId })).toMatchObject({
    state: 'waiting',
  })
  await expect(readContact(world.context, her.worker, { id: her.contactId })).rejects.toThrow(NotFound)
})
