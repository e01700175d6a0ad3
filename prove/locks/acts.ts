import { insertReferrals } from '#db/referral.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { referrerText } from '#domain/message/message-text.ts'
import { type CastWoman, within } from '#testing/cast.ts'
import type { OneOfEach } from '#testing/one-of-each.ts'
import { agreeSafeContact } from '#testing/referred-woman.ts'
import type { World } from '#testing/world-on.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { answerLift } from '#usecases/file-lock/answer-lift.ts'
import { askLift } from '#usecases/file-lock/ask-lift.ts'
import { listFileLocksOf } from '#usecases/file-lock/list-file-locks-of.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { recordIncident } from '#usecases/incident/record-incident.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { changeWishes } from '#usecases/match/change-wishes.ts'
import { endMatch } from '#usecases/match/end-match.ts'
import { keepOnShortlist } from '#usecases/match/keep-on-shortlist.ts'
import { planIntroduction } from '#usecases/match/plan-introduction.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { startMatch } from '#usecases/match/start-match.ts'
import { openMeldcode } from '#usecases/meldcode/open-meldcode.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
import { searchPeople } from '#usecases/person/search-people.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'

/** Everybody who plays a part about one woman. */
export interface Play {
  readonly world: World
  readonly here: OneOfEach
  readonly her: CastWoman
  /** Has every role there is but a worker's; her file is locked for him, or was a moment ago. */
  readonly brother: MemberActor
  /** Comes to stand beside her, and leaves again. */
  readonly mentor: MemberActor
}

/** What must be so after what was done: the whole of the model. */
export interface Model {
  readonly locked: boolean
  readonly mentorLocked: boolean
  /** `open`: proposed to her, and not yet begun. */
  readonly beside: 'no' | 'open' | 'yes'
  readonly closed: boolean
}
export const atFirst: Model = {
  locked: true,
  mentorLocked: false,
  beside: 'no',
  closed: false,
}

/** Does it, and says what is different then; what a rule refuses throws and changes nothing. */
type Act = (play: Play, model: Model) => Promise<Partial<Model> | undefined>
const done = async (doing: Promise<unknown>): Promise<undefined> => {
  await doing
}

export const lockFor = ({ world, here, her }: Play, { memberId }: MemberActor) =>
  setFileLock(world.context, here.members.coordinator, {
    fileId: her.trajectoryId,
    against: { kind: 'member', id: memberId },
    words: 'Hij is haar broer.',
  })

async function answerToLift({ world, here, her, brother }: Play, answer: 'lift' | 'keep') {
  const { coordinator, privacy_officer } = here.members
  const { context } = world
  const { standing } = await listFileLocksOf(context, privacy_officer, { fileId: her.trajectoryId })
  const { rows } = await world.owner.query<{ id: string }>(
    'select id from file_lock where member_id = $1 and person_id = $2 and lifted_at is null',
    [brother.memberId, her.personId],
  )
  const one = standing.find(({ id }) => id === rows[0]?.id)
  const { id, version } = one ?? { id: '', version: 0 }
  await askLift(context, coordinator, { id, version, words: 'Misschien.' })
  await answerLift(context, privacy_officer, { id, version: version + 1, answer, words: 'Zo is het.' })
}

async function matchOf({ world, her }: Play) {
  const { rows } = await world.owner.query<{ id: string; version: number; state: string }>(
    'select id, version, state from match where trajectory_id = $1 order by id desc limit 1',
    [her.trajectoryId],
  )
  return rows[0] ?? { id: '', version: 0, state: '' }
}

const today = (world: World): string =>
  world.context.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString()

/** What others do about her. */
export const acts: Readonly<Record<string, Act>> = {
  'set the lock': async (play, { locked }) => {
    if (locked) return undefined
    await lockFor(play, play.brother)
    return { locked: true }
  },
  'lift the lock': async (play) => {
    await answerToLift(play, 'lift')
    return { locked: false }
  },
  'ask to lift it, and keep it': (play) => done(answerToLift(play, 'keep')),
  'lock it for the mentor too': async (play) => {
    await lockFor(play, play.mentor)
    return { mentorLocked: true, beside: 'no' }
  },
  'propose the mentor': async ({ world, here, her, mentor }) => {
    await proposeMatch(world.context, here.members.coordinator, {
      trajectoryId: her.trajectoryId,
      workerId: mentor.workerId ?? '',
    })
    return { beside: 'open' }
  },
  'say yes on both sides, and begin': async (play, { beside }) => {
    if (beside !== 'open') return undefined
    const { world, here, mentor } = play
    const { coordinator } = here.members
    const step = async (take: (of: { id: string; version: number }) => Promise<unknown>) => {
      const { id, version } = await matchOf(play)
      await take({ id, version })
    }
    await step((of) => answerMatch(world.context, coordinator, { ...of, side: 'mother', answer: 'yes' }))
    await step((of) => answerMatch(world.context, mentor, { ...of, side: 'worker', answer: 'yes' }))
    await step((of) => planIntroduction(world.context, coordinator, { ...of, on: today(world) }))
    await step((of) => startMatch(world.context, coordinator, of))
    return { beside: 'yes' }
  },
  'end the match': async (play, { beside }) => {
    if (beside !== 'yes') return undefined
    const { id, version } = await matchOf(play)
    await endMatch(play.world.context, play.here.members.coordinator, { id, version, reason: 'no_click' })
    return { beside: 'no' }
  },
  'close her trajectory': async ({ world, here, her }) => {
    const { rows } = await world.owner.query<{ version: number }>(
      'select version from trajectory where id = $1',
      [her.trajectoryId],
    )
    await closeTrajectory(world.context, here.members.coordinator, {
      trajectoryId: her.trajectoryId,
      version: rows[0]?.version ?? 0,
      reason: 'moved',
      evaluation: { kind: 'declined', code: 'rather_not' },
    })
    return { closed: true, beside: 'no' }
  },
  'agree how to reach her': ({ world, here, her }) =>
    done(agreeSafeContact(world, here.members.coordinator, her.personId)),
  'write her wishes down': ({ world, here, her }) =>
    done(
      changeWishes(world.context, here.members.coordinator, {
        trajectoryId: her.trajectoryId,
        version: 1,
        wishes: {},
      }),
    ),
  'keep a name for her': ({ world, here, her }) =>
    done(
      keepOnShortlist(world.context, here.members.coordinator, {
        trajectoryId: her.trajectoryId,
        workerId: here.workerId,
      }),
    ),
  'tell of danger': ({ world, here, her }) =>
    done(
      raiseConcern(world.context, here.members.coordinator, {
        trajectoryId: her.trajectoryId,
        level: 'danger_now',
        words: 'Hij staat voor de deur.',
      }),
    ),
  'open her meldcode': ({ world, here, her }) =>
    done(
      openMeldcode(world.context, here.members.safeguarding_lead, {
        trajectoryId: her.trajectoryId,
        about: 'mother',
      }),
    ),
  'write down an incident': ({ world, here, her }) =>
    done(
      recordIncident(world.context, here.members.coordinator, {
        trajectoryId: her.trajectoryId,
        weight: 'incident',
        kind: 'other',
        on: '2026-11-02',
        words: 'Iets.',
      }),
    ),
  'put her on a list': ({ world, her }) =>
    done(
      within(world, (work) =>
        createTask(work, {
          kind: 'consent',
          reasonCode: 'consent-withdrawn',
          trajectoryId: her.trajectoryId,
        }),
      ),
    ),
  'write to who referred her': ({ world, her }) =>
    done(
      within(world, (work) =>
        queueMessage(work, {
          kind: 'referral-started',
          channel: 'email',
          language: 'nl',
          address: 'praktijk@example.nl',
          ...referrerText('started', 'nl', {
            reference: 'ABC',
            organisation: 'Stichting waterrijk',
            reason: 'other',
          }),
          ...her,
          dedupeKey: `model|${her.trajectoryId}`,
        }),
      ),
    ),
  'refer her again': ({ world, her }) =>
    done(
      within(world, (work) =>
        insertReferrals(work.tx, [
          {
            org_id: work.orgId,
            id: work.newId(),
            person_id: her.personId,
            channel: 'desk',
            state: 'received',
            received_at: work.now,
            received_on: work.today,
            contact_due_on: work.today,
            referrer_kind: 'midwife',
            answers_sealed: Buffer.of(1),
          },
        ]),
      ),
    ),
  'read her file': ({ world, here, her }) =>
    done(readTrajectory(world.context, here.members.coordinator, { id: her.trajectoryId })),
  'look for her': ({ world, here }) =>
    done(searchPeople(world.context, here.members.coordinator, { text: 'Duifje' })),
}
