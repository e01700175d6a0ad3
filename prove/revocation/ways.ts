import { insertBreakGlass } from '#db/break-glass.ts'
import type { Actor, MemberActor } from '#domain/member/actor.ts'
import { type Beside, beside } from '#testing/beside.ts'
import { castWoman, within } from '#testing/cast.ts'
import type { World } from '#testing/world-on.ts'
import { breakGlassFields } from '#usecases/break-glass/break-glass-fields.ts'
import { endBreakGlass } from '#usecases/break-glass/end-break-glass.ts'
import { readGlassFile } from '#usecases/break-glass/read-glass-file.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { listMyContacts } from '#usecases/contact/list-my-contacts.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import type { Context } from '#usecases/context.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { endMatch } from '#usecases/match/end-match.ts'
import { changeRoles } from '#usecases/member/change-roles.ts'
import { endMember } from '#usecases/member/end-member.ts'
import { searchPeople } from '#usecases/person/search-people.ts'
import { followReferral } from '#usecases/referral/follow-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { showSafeContact } from '#usecases/safe-contact/show-safe-contact.ts'
import { endService } from '#usecases/service/end-service.ts'
import { makeService } from '#usecases/service/give-key.ts'
import { shareWithParty } from '#usecases/sharing/share-with-party.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'

/** One right that somebody has, what she gets by it, and how it is taken away. */
export interface Right {
  /** Each says whether anything was given. */
  readonly reads: readonly ((context: Context) => Promise<boolean>)[]
  end(): Promise<unknown>
}
export interface Ending {
  readonly name: string
  make(): Promise<Right>
}

const gives = async (answer: Promise<unknown>): Promise<boolean> => Boolean(await answer)

/** Whatever may be taken away from somebody, in this world. */
export async function endingsIn(world: World): Promise<readonly Ending[]> {
  const { context, owner, orgId } = world
  const coordinator = await world.member(['coordinator'])
  const administrator = await world.member(['administrator'])
  const versionOf = async (table: 'match' | 'trajectory' | 'member', id: string): Promise<number> =>
    (await owner.query(`select version from ${table} where id = $1`, [id])).rows[0].version

  /** What a worker reads of the woman beside whom she stands. */
  const besideHer = (name: string, end: (her: Beside) => Promise<unknown>): Ending => ({
    name,
    async make() {
      const her = await beside(world, coordinator)
      const { worker, trajectoryId, contactId, personId } = her
      return {
        reads: [
          (as) => gives(readTrajectory(as, worker, { id: trajectoryId })),
          (as) => gives(readContact(as, worker, { id: contactId })),
          (as) => gives(showSafeContact(as, worker, { personId })),
          async (as) => JSON.stringify(await listMyContacts(as, worker, {})).includes('Semira'),
          async (as) => (await searchPeople(as, worker, { text: 'Semira' })).people.length > 0,
        ],
        end: () => end(her),
      }
    },
  })

  return [
    besideHer('her match ends', async ({ matchId }) =>
      endMatch(context, coordinator, {
        id: matchId,
        version: await versionOf('match', matchId),
        reason: 'no_click',
      }),
    ),
    besideHer('the worker’s membership ends', async ({ worker: { memberId } }) =>
      endMember(context, administrator, { memberId, version: await versionOf('member', memberId) }),
    ),
    besideHer('the worker gets another role', async ({ worker: { memberId } }) =>
      changeRoles(context, administrator, {
        memberId,
        version: await versionOf('member', memberId),
        roles: ['referrer'],
      }),
    ),
    besideHer('her file is locked for him', ({ trajectoryId, worker: { memberId } }) =>
      setFileLock(context, coordinator, {
        fileId: trajectoryId,
        against: { kind: 'member', id: memberId },
        words: 'Hij is haar broer.',
      }),
    ),
    besideHer('her trajectory is closed', async ({ trajectoryId }) =>
      closeTrajectory(context, coordinator, {
        trajectoryId,
        version: await versionOf('trajectory', trajectoryId),
        reason: 'moved',
        evaluation: { kind: 'declined', code: 'rather_not' },
      }),
    ),
    {
      name: 'she takes back that her doctor may be told',
      make: () => toldDoctor(context, world, coordinator),
    },
    { name: 'what was opened in an emergency is shut', make: () => openedGlass(world, orgId) },
    { name: 'a system’s key is withdrawn', make: () => followedBySystem(world, administrator) },
  ]
}

async function toldDoctor(context: Context, world: World, coordinator: MemberActor): Promise<Right> {
  const { trajectoryId } = await castWoman(world, { given: 'Semira', languages: ['nl'] })
  const say = (state: 'given' | 'withdrawn') =>
    changeConsent(context, coordinator, {
      trajectoryId,
      code: 'C-6',
      party: 'gp',
      state,
      how: 'spoken',
      purpose: 'care',
      items: ['needs'],
    })
  await say('given')
  return {
    reads: [
      (as) =>
        gives(
          shareWithParty(as, coordinator, { trajectoryId, recipient: 'gp', items: ['needs'], way: 'spoken' }),
        ),
    ],
    end: () => say('withdrawn'),
  }
}

async function openedGlass(world: World, orgId: string): Promise<Right> {
  const manager = await world.member(['programme_manager'])
  const { personId } = await castWoman(world, { given: 'Semira', languages: ['nl'] })
  const id = await within(world, async ({ tx, vault, now, newId }) => {
    const glass = newId()
    await vault.load([personId])
    await insertBreakGlass(tx, {
      org_id: orgId,
      id: glass,
      member_id: manager.memberId,
      person_id: personId,
      category: 'other',
      words_sealed: breakGlassFields.seal(vault, personId, glass, 'words_sealed', 'Zij neemt niet op.'),
      opened_at: now,
      review_by: now.add({ hours: 72 }),
    })
    return glass
  })
  return {
    reads: [(as) => gives(readGlassFile(as, manager, { id }))],
    end: () => endBreakGlass(world.context, manager, { id }),
  }
}

async function followedBySystem(world: World, administrator: MemberActor): Promise<Right> {
  const { serviceId } = await makeService(world.context, administrator, {
    name: 'Praktijksysteem',
    scopes: ['referral.create', 'referral.read'],
  })
  const service: Actor = {
    kind: 'service',
    orgId: world.orgId,
    serviceId,
    scopes: ['referral.create', 'referral.read'],
  }
  const { referralId: id } = await submitReferral(world.context, service, {
    channel: 'fhir',
    submission: { mother: { name: { given: 'Semira' } }, agreed: true },
  })
  return {
    reads: [(as) => gives(followReferral(as, service, { id }))],
    end: () => endService(world.context, administrator, { id: serviceId }),
  }
}
