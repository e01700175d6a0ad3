import { insertActivity, insertMeetings } from '#db/activity.ts'
import { insertSignUp } from '#db/activity-sign-up.ts'
import { insertBreakGlass } from '#db/break-glass.ts'
import { insertSmallStart } from '#db/group-small-start.ts'
import { insertMakeUp } from '#db/make-up-talk.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { type Role, roles } from '#domain/member/role.ts'
import { appointmentText, callBackText } from '#domain/message/message-text.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { mimDenHaag } from '#programmes/mim-variants.ts'
import type { Stage, Volunteer } from '#seeds/stage.ts'
import { clockOf } from '#seeds/stage.ts'
import { agreeContact, pair, propose, refer, takeIn, takeOn, talk } from '#seeds/steps.ts'
import { activityFields } from '#usecases/activity/held-activity.ts'
import { planAlignedOffer } from '#usecases/aligned-offer/plan-aligned-offer.ts'
import { recordAround } from '#usecases/around/record-around.ts'
import { breakGlassFields } from '#usecases/break-glass/break-glass-fields.ts'
import { checkCollisions } from '#usecases/collision/check-collisions.ts'
import { listCollisions } from '#usecases/collision/list-collisions.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import type { Work } from '#usecases/context.ts'
import { saveDraft } from '#usecases/draft/save-draft.ts'
import { nameDeputy } from '#usecases/duties/name-deputy.ts'
import { askErasure } from '#usecases/erasure/ask-erasure.ts'
import { placeHold } from '#usecases/erasure/place-hold.ts'
import { confirmExchange } from '#usecases/exchange/confirm-exchange.ts'
import { makeExchange } from '#usecases/exchange/give-exchange-code.ts'
import { tendExchange } from '#usecases/exchange/tend-exchange.ts'
import { holdEntry } from '#usecases/field-phone/hold-entry.ts'
import { askLift } from '#usecases/file-lock/ask-lift.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { addCandidate } from '#usecases/group/add-candidate.ts'
import { planGroup } from '#usecases/group/plan-group.ts'
import { readGroup } from '#usecases/group/read-group.ts'
import { recordCare } from '#usecases/group/record-care.ts'
import { stepGroupOn } from '#usecases/group/step-group.ts'
import { moveInComposition } from '#usecases/group-composition/move-in-composition.ts'
import { openGroupComposition } from '#usecases/group-composition/open-group-composition.ts'
import { readGroupComposition } from '#usecases/group-composition/read-group-composition.ts'
import { addIdentityProvider } from '#usecases/identity-provider/add-identity-provider.ts'
import { beginImport } from '#usecases/import/begin-import.ts'
import { mapImport } from '#usecases/import/map-import.ts'
import { readImport } from '#usecases/import/read-import.ts'
import { runImport } from '#usecases/import/run-import.ts'
import { startImport } from '#usecases/import/start-import.ts'
import { askException } from '#usecases/intake/ask-exception.ts'
import { saveIntake } from '#usecases/intake/save-intake.ts'
import { changeWishes } from '#usecases/match/change-wishes.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { giveInvitation } from '#usecases/member/give-invitation.ts'
import { listRoleApprovals } from '#usecases/member/list-role-approvals.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
import { addHelpOffer } from '#usecases/network/add-help-offer.ts'
import { registerNetworkOrganisation } from '#usecases/network/register-network-organisation.ts'
import { beginProgramme } from '#usecases/programme/begin-programme.ts'
import { askRecovery } from '#usecases/recovery/ask-recovery.ts'
import { decideReferral } from '#usecases/referral/decide-referral.ts'
import { makeService } from '#usecases/service/give-key.ts'
import { planSupervision } from '#usecases/supervision/plan-supervision.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { createTeam } from '#usecases/team/create-team.ts'
import { joinTeam } from '#usecases/team/join-team.ts'
import { moveTrajectory } from '#usecases/team/move-trajectory.ts'
import { enrolInTraining } from '#usecases/training/enrol-in-training.ts'
import { planTraining } from '#usecases/training/plan-training.ts'
import { readTraining } from '#usecases/training/read-training.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { makeWebhook } from '#usecases/webhook/give-secret.ts'
import { testWebhook } from '#usecases/webhook/test-webhook.ts'
import { planWorkerTalk } from '#usecases/worker/plan-worker-talk.ts'
import { publishWorkerText } from '#usecases/worker/publish-worker-text.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { tellAvoidance } from '#usecases/worker/tell-avoidance.ts'
import { tellAway } from '#usecases/worker/tell-away.ts'
import { type AskedHouse, askedOf } from './asked-for-child.ts'
import { castWoman, castWorker, within } from './cast.ts'
import { endingOf } from './ends-by-itself.ts'
import { allowOffline, phoneOf } from './field-phone.ts'
import { type LoneHouse, loneOf } from './lone-house.ts'
import { type MeetingHouse, meetingOf } from './meeting-house.ts'
import { type MoneyHouse, moneyOf, ownSheetOf, permissionOf } from './money-house.ts'
import { type PapersHouse, papersOf } from './papers.ts'
import { type PlanHouse, planOf } from './plan-house.ts'
import { agreeSafeContact } from './referred-woman.ts'
import { preparedRelease } from './report-release.ts'
import { type SafetyHouse, safetyOf } from './safety-house.ts'
import { type SharedHouse, sharedOf } from './shared-house.ts'
import { testMorning, type World } from './world-on.ts'

/**
 * Words that stand nowhere else: a scan for them finds what leaks. Everything personal in these organisations is made
 * of them, and every one of them is invented.
 */
export const canaries = [
  'Zwaluwina',
  'Kanariebos',
  'Sijsjepad',
  'Puttertjesdorp',
  'kanarie@post.example.nl',
  'Merelverhaal',
  'Lijstergesprek',
  'Kwikstaartje',
  'Winterkoning',
  'Nachtegaalina',
  'goudvink@post.example.nl',
  'Roodborstje',
  '687654321',
  '687654322',
] as const

const zone = 'Europe/Amsterdam'
const phones = { mother: '+31687654321', other: '+31687654322' }

/** One organisation with a thing of every kind in it, each made by the use case that people make it with. */
export interface OneOfEach {
  readonly orgId: string
  /** A member with this one role; the worker is the one who visits. */
  readonly members: Readonly<Record<Role, MemberActor>>
  readonly referral: {
    readonly received: string
    readonly other: string
    readonly taken: string
    /** Sent elsewhere; nobody has asked yet whether help began. */
    readonly sent: string
  }
  readonly trajectory: {
    /** Nobody has yet asked how she can be reached. */
    readonly fresh: string
    readonly intake: string
    /** Her intake talk was held; it isn't decided. */
    readonly asked: string
    readonly waiting: string
    readonly proposed: string
    readonly active: string
    readonly closed: string
  }
  /** Mother of the active trajectory. */
  readonly personId: string
  /** A contact that is still planned, one that was logged. */
  readonly contact: { readonly planned: string; readonly done: string }
  readonly workerId: string
  /** What workers sign. */
  readonly workerTextId: string
  /** Said by the worker: that she is away, whom she must not meet; a talk with her; who stands in for her coordinator. */
  readonly awayId: string
  readonly avoidanceId: string
  readonly talkId: string
  readonly deputyId: string
  /** A training that was given, in which the worker has a seat. */
  readonly training: { readonly one: string; readonly session: string }
  readonly match: { readonly proposed: string; readonly active: string }
  /** A closed group that is open for women, one of them in it, its first session, and that it asks to begin smaller. */
  readonly group: {
    readonly one: string
    readonly place: string
    readonly session: string
    readonly smallStart: string
    /** The talk in which she catches up with that session. */
    readonly talk: string
    /** A draft of who comes into it, one decision in that, and what is offered beside it. */
    readonly composition: string
    readonly move: string
    readonly offer: string
  }
  /** An open meeting with its first time, led by the worker, and a seat there by name. */
  readonly activity: { readonly one: string; readonly meeting: string; readonly signUp: string }
  /** Waits for a group, with her own helper named. */
  readonly awaitsGroup: string
  /** A rule in her way, that the safeguarding lead was asked to set aside. */
  readonly exceptionId: string
  readonly import: { readonly uploaded: string; readonly mapped: string; readonly done: string }
  readonly invitationId: string
  /** What somebody else must say of that invitation. */
  readonly roleApprovalId: string
  readonly serviceId: string
  readonly serviceKey: string
  /** A live webhook, and a test that waits to be sent there. */
  readonly webhook: { readonly one: string; readonly delivery: string }
  /** A programme that is being made. */
  readonly programmeDraftId: string
  readonly taskId: string
  /** A rule that stops messages to her whom nobody asked how she can be reached. */
  readonly signalId: string
  readonly messageId: string
  /** To her of the active trajectory; nobody printed it. */
  readonly letterId: string
  /** Somebody who is a member and nothing else stands on: to be changed and ended. */
  readonly memberId: string
  /** A new way in, asked for her. */
  readonly recoveryId: string
  readonly identityProviderId: string
  /** An organisation around us, what it offers, and a team that the active trajectory is with. */
  readonly networkId: string
  readonly helpOfferId: string
  readonly teamId: string
  readonly safety: SafetyHouse
  /** The worker inside somewhere past her time, and what others do about that. */
  readonly lone: LoneHouse
  /** Peer consultation in which the worker is expected. */
  readonly supervisionId: string
  /** Somebody around the woman of the active trajectory, and the colleague whom he resembles. */
  readonly likeness: { readonly around: string; readonly one: string }
  /** With organisations that have a Naast of their own: one that runs, its cards laid, and one that was only offered. */
  readonly exchange: { readonly running: string; readonly offered: string }
  /** Asked to be erased: she of the closed trajectory; held: she of the active one. */
  readonly kept: {
    readonly erasure: string
    readonly hold: string
    /** Whether terms end by themselves, asked; a file that was put away; somebody who asks what is kept of her. */
    readonly setting: string
    readonly hidden: string
    readonly request: string
  }
  /** Somebody who works with a plan. */
  readonly planned: PlanHouse
  readonly meeting: MeetingHouse
  readonly shared: SharedHouse
  readonly asked: AskedHouse
  readonly papers: PapersHouse
  readonly money: MoneyHouse
  /** Counts that wait for a second person. */
  readonly reportRelease: string
  readonly ownSheet: string
  /** To ask a questionnaire of somebody else. */
  readonly permission: string
  /** The worker's own phone, and a visit from it that somebody must look at. */
  readonly field: { readonly phone: string; readonly held: string }
  /** The file of the mother of the active trajectory, opened by the programme manager in an emergency. */
  readonly glassId: string
  /** She of the closed trajectory is hidden from somebody who refers; the safeguarding lead asked to lift it. */
  readonly fileLockId: string
}

export async function oneOfEach(world: World, orgId = world.orgId): Promise<OneOfEach> {
  const { context } = world
  // Those who work here have done so for a while: what follows lies in the past of the test's own morning.
  world.turnTo('2026-08-01')
  const members = await membersOf(world, orgId)
  world.turnTo(testMorning)
  const { coordinator, administrator } = members
  const stage = stageOf(world, orgId, members)
  const { today } = stage
  const { workerId } = coordinatorsWorker(members)
  const worker: Volunteer = { workerId, actor: members.worker }
  const bornOn = today.subtract({ days: 120 })
  const waits = async (given: string) => {
    const referral = await refer(stage, today.subtract({ days: 40 }), woman(given, bornOn))
    const trajectoryId = await takeOn(stage, today.subtract({ days: 39 }), referral)
    await takeIn(stage, today.subtract({ days: 35 }), trajectoryId, {
      child: { given: 'Roodborstje', bornOn },
    })
    return { referral, trajectoryId }
  }
  const active = await waits('Zwaluwina')
  await pair(stage, today.subtract({ days: 30 }), active.trajectoryId, worker)
  const closed = await waits('Zwaluwina Vroeger')
  const { trajectoryId: waiting } = await waits('Zwaluwina Wacht')
  const { trajectoryId: proposed } = await waits('Zwaluwina Voorgesteld')
  const proposal = await propose(stage, today, proposed, worker)
  await changeWishes(context, coordinator, {
    trajectoryId: waiting,
    version: 0,
    wishes: {
      interests: ['cooking'],
      backgrounds: ['netherlands'],
      availability: ['mon_morning'],
      childSituations: [],
    },
  })
  const next = async (given: string) => {
    const referral = await refer(stage, today.subtract({ days: 2 }), woman(given, bornOn))
    return takeOn(stage, today.subtract({ days: 1 }), referral)
  }
  const intake = await next('Zwaluwina Intake')
  await agreeContact(stage, today, intake)
  const fresh = await next('Zwaluwina Pas')
  const asked = await next('Zwaluwina Gevraagd')
  await agreeContact(stage, today, asked)
  await talk(stage, today, asked, { child: { given: 'Roodborstje', bornOn } })
  const received = await refer(stage, today, woman('Zwaluwina Nieuw', bornOn))
  const other = await refer(stage, today, woman('Zwaluwina Ook', bornOn), 'referrer')
  const sent = await refer(stage, today, woman('Zwaluwina Elders', bornOn))
  await decideReferral(context, coordinator, {
    id: sent,
    version: 1,
    note: 'Lijstergesprek met het wijkteam',
    decision: { decision: 'redirect', code: 'neighbourhood_team' },
  })
  await closeTrajectory(context, coordinator, {
    trajectoryId: closed.trajectoryId,
    version: await versionOf(world, 'trajectory', closed.trajectoryId),
    reason: 'moved',
    evaluation: null,
    goals: {},
    words: 'Merelverhaal van het einde',
    note: 'Lijstergesprek',
  })
  const kept = await keptOf(context, coordinator, { asked: closed.trajectoryId, held: active.trajectoryId })
  const contact = await visited(world, members, active.trajectoryId)
  const seen = await readTrajectory(context, coordinator, { id: active.trajectoryId })
  const { serviceId, key } = await makeService(context, administrator, {
    name: 'Praktijksysteem',
    scopes: ['referral.create', 'referral.read'],
  })
  const { invitationId } = await giveInvitation(context, administrator, {
    email: 'goudvink@post.example.nl',
    roles: ['coordinator'],
  })
  const [approval] = await listRoleApprovals(context, administrator, {})
  const { messageId, letterId, taskId } = await within(
    world,
    async (work) => ({
      taskId: await createTask(work, {
        kind: 'consent',
        reasonCode: 'consent-withdrawn',
        personId: seen.personId,
        trajectoryId: active.trajectoryId,
      }),
      messageId: (
        await queueMessage(work, {
          kind: 'appointment',
          channel: 'email',
          language: 'nl',
          address: 'kanarie@post.example.nl',
          ...appointmentText('nl', 'dinsdag 10.00 uur'),
          personId: seen.personId,
          trajectoryId: active.trajectoryId,
          dedupeKey: 'one-of-each',
        })
      ).messageId,
      letterId: (
        await queueMessage(work, {
          kind: 'call-back',
          channel: 'letter',
          language: 'nl',
          address: 'Zwaluwina Kanariebos\nSijsjepad 47',
          ...callBackText('nl'),
          personId: seen.personId,
          trajectoryId: active.trajectoryId,
          dedupeKey: 'letter-of-each',
        })
      ).messageId,
    }),
    orgId,
  )
  const asksForChild = await askedOf(world, members, active.trajectoryId, bornOn.toString())
  const papers = await papersOf(world, members, {
    trajectoryId: active.trajectoryId,
    childRequestId: asksForChild.approved,
  })
  return {
    orgId,
    members,
    referral: { received, other, taken: active.referral, sent },
    trajectory: {
      fresh,
      intake,
      asked,
      waiting,
      proposed,
      active: active.trajectoryId,
      closed: closed.trajectoryId,
    },
    personId: seen.personId,
    contact,
    workerId,
    workerTextId: (
      await publishWorkerText(context, members.programme_manager, {
        kind: 'agreement',
        words: 'Wij spreken af dat wij er voor elkaar zijn, en dat ik zeg wanneer het niet gaat.',
      })
    ).textId,
    ...(await daysOf(context, members)),
    training: await trainingOf(context, coordinator, workerId),
    match: { proposed: proposal, active: await activeMatch(world, active.trajectoryId) },
    ...(await groupOf(world, orgId, members)),
    exceptionId: await askedException(world, orgId, coordinator),
    import: await imports(world, coordinator),
    invitationId,
    roleApprovalId: approval?.id ?? '',
    serviceId,
    serviceKey: key,
    webhook: await webhookOf(world, administrator),
    programmeDraftId: await programmeDraft(context, members.programme_manager),
    taskId,
    signalId: await standingSignal(world, fresh),
    messageId,
    letterId,
    ...(await recoveringColleague(world, orgId, coordinator)),
    identityProviderId: await identityProvider(world, administrator),
    ...(await around(world, coordinator, active.trajectoryId, workerId)),
    safety: await safetyOf(world, orgId, members),
    lone: await loneOf(world, orgId, members, contact.planned),
    supervisionId: (
      await planSupervision(context, coordinator, {
        kind: 'peer_consultation',
        on: today.toString(),
        at: '19:30',
        place: 'Buurthuis',
        workerIds: [workerId],
      })
    ).id,
    likeness: await likenessOf(world, members, active.trajectoryId),
    kept: { ...kept, ...(await endingOf(world, orgId, members.privacy_officer)) },
    exchange: await exchangesOf(world, members),
    planned: await planOf(world, orgId, members),
    meeting: await meetingOf(world, coordinator, waiting, workerId),
    shared: await sharedOf(world, coordinator, active.trajectoryId),
    asked: asksForChild,
    papers,
    reportRelease: await preparedRelease(world, members.programme_manager),
    money: await moneyOf(world, members, active.trajectoryId),
    ownSheet: await ownSheetOf(world, coordinator),
    permission: await permissionOf(world, members.programme_manager),
    field: await fieldOf(world, members.worker, contact.planned, orgId),
    fileLockId: await lockedFile(world, members, closed.trajectoryId),
    glassId: await brokenGlass(world, orgId, members.programme_manager, seen.personId),
  }
}

async function lockedFile(
  world: World,
  members: OneOfEach['members'],
  trajectoryId: string,
): Promise<string> {
  const { context } = world
  const { coordinator, safeguarding_lead } = members
  const { memberId } = await world.member(['referrer'], coordinator.orgId)
  const { fileLockId: id } = await setFileLock(context, coordinator, {
    fileId: trajectoryId,
    against: { kind: 'member', id: memberId },
    words: 'Nachtegaalina kent hem.',
  })
  await askLift(context, safeguarding_lead, { id, version: 1, words: 'Zij vraagt het zelf.' })
  return id
}

/** He is called as somebody who refers, so that nobody else's pages are any different by it. */
async function likenessOf(world: World, members: OneOfEach['members'], trajectoryId: string) {
  const { context } = world
  const { coordinator, safeguarding_lead } = members
  const { orgId } = coordinator
  await world.member(['referrer'], orgId)
  const { aroundId } = await recordAround(context, coordinator, {
    trajectoryId,
    told: { relation: 'ex_partner', names: ['Lid referrer'], words: 'Merelverhaal van hem' },
  })
  const naast = { kind: 'system', orgId, job: 'collisions' } as const
  while ((await checkCollisions(context, naast, {})).more);
  const { open } = await listCollisions(context, safeguarding_lead, {})
  const one = open.find(({ kind }) => kind === 'member')
  if (!one) throw new Error('he resembles nobody')
  return { around: aroundId, one: one.id }
}

async function exchangesOf(world: World, members: OneOfEach['members']) {
  const { context } = world
  const { safeguarding_lead, privacy_officer } = members
  const offer = async (organisation: string) => {
    const { exchangeId } = await makeExchange(context, safeguarding_lead, {
      way: 'file',
      organisation,
      kinds: ['worker'],
      until: '2027-06-01',
      ground: 'Merelverhaal van een grond',
    })
    return exchangeId
  }
  const running = await offer('De Overkant')
  await confirmExchange(context, privacy_officer, { id: running, version: 1 })
  const naast = { kind: 'system', orgId: safeguarding_lead.orgId, job: 'exchanges' } as const
  while ((await tendExchange(context, naast, {})).more);
  return { running, offered: await offer('Verderop') }
}

const brokenGlass = (world: World, orgId: string, manager: MemberActor, personId: string) =>
  within(
    world,
    async ({ tx, vault, now, newId }) => {
      const id = newId()
      await vault.load([personId])
      await insertBreakGlass(tx, {
        org_id: orgId,
        id,
        member_id: manager.memberId,
        person_id: personId,
        category: 'other',
        words_sealed: breakGlassFields.seal(
          vault,
          personId,
          id,
          'words_sealed',
          'Merelverhaal van een noodgeval',
        ),
        opened_at: now,
        review_by: now.add({ hours: 72 }),
      })
      return id
    },
    orgId,
  )

async function keptOf(
  context: World['context'],
  coordinator: MemberActor,
  { asked, held }: { asked: string; held: string },
) {
  const erasure = await askErasure(context, coordinator, {
    trajectoryId: asked,
    reason: 'she_asks',
    ground: 'consent_withdrawn',
  })
  const hold = await placeHold(context, coordinator, {
    trajectoryId: held,
    reason: 'complaint',
    until: '2027-03-01',
  })
  return { erasure: erasure.id, hold: hold.id }
}

async function daysOf(context: World['context'], { worker, coordinator, programme_manager }: Members) {
  const workerId = worker.workerId ?? ''
  const [from, until] = ['2026-12-24', '2026-12-31']
  return {
    awayId: (await tellAway(context, worker, { workerId, kind: 'away', from, until })).awayId,
    avoidanceId: (await tellAvoidance(context, worker, { words: 'Merelverhaal van vroeger' })).avoidanceId,
    talkId: (await planWorkerTalk(context, coordinator, { workerId, kind: 'talk', on: '2026-11-10' })).talkId,
    deputyId: (
      await nameDeputy(context, programme_manager, {
        memberId: programme_manager.memberId,
        deputyId: coordinator.memberId,
        from,
        until,
      })
    ).id,
  }
}

async function trainingOf(context: World['context'], coordinator: MemberActor, workerId: string) {
  const { trainingId } = await planTraining(context, coordinator, {
    training: {
      title: 'Basistraining',
      gateKind: 'training',
      sessions: [{ on: '2026-11-02', at: '10:00', halfDays: 2 }],
    },
  })
  await enrolInTraining(context, coordinator, { trainingId, workerId })
  const { sessions } = await readTraining(context, coordinator, { id: trainingId })
  return { one: trainingId, session: sessions[0]?.sessionId ?? '' }
}

async function standingSignal(world: World, trajectoryId: string): Promise<string> {
  const { rows } = await world.owner.query(
    `select id from signal where trajectory_id = $1 and ended_at is null and owner = 'coordinator' limit 1`,
    [trajectoryId],
  )
  return rows[0].id
}

async function webhookOf(world: World, administrator: MemberActor) {
  const { webhookId: one } = await makeWebhook(world.context, administrator, {
    address: 'https://kanarie.post.example.nl/naast',
    kinds: ['referral.status_changed'],
  })
  await testWebhook(world.context, administrator, { id: one })
  const { rows } = await world.owner.query('select id from webhook_delivery where webhook_id = $1', [one])
  return { one, delivery: String(rows[0].id) }
}

const woman = (given: string, bornOn: Temporal.PlainDate): Parameters<typeof refer>[2] => ({
  programmeId: null,
  mother: {
    name: { given, family: 'Kanariebos' },
    phone: phones.mother,
    email: 'kanarie@post.example.nl',
    birthDay: '1998-02-03',
    address: { street: 'Sijsjepad', houseNumber: '47', postcode: '3661 XZ', place: 'Puttertjesdorp' },
    languages: ['nl'],
  },
  child: { bornOn, given: 'Roodborstje', firstChild: 'yes' },
  agreed: true,
  words: 'Merelverhaal: ze staat er alleen voor.',
  referrer: {
    kind: 'midwife',
    name: 'Winterkoning',
    organisation: 'Winterkoning en co',
    email: 'goudvink@post.example.nl',
  },
})

async function membersOf(world: World, orgId: string): Promise<Record<Role, MemberActor>> {
  const workerId = await castWorker(
    world,
    {
      name: { given: 'Kwikstaartje', family: 'Nachtegaalina' },
      phone: phones.other,
      email: 'goudvink@post.example.nl',
      languages: ['nl'],
      address: { street: 'Puttertjeslaan', houseNumber: '1', postcode: '3664 AA', place: 'Puttertjesdorp' },
    },
    { orgId, capacity: 5, seenOn: '2026-07-01' },
  )
  const made: Partial<Record<Role, MemberActor>> = {}
  for (const role of roles)
    made[role] =
      role === 'worker' ? await world.memberForWorker(workerId, orgId) : await world.member([role], orgId)
  return made as Record<Role, MemberActor>
}

type Members = Readonly<Record<Role, MemberActor>>

const coordinatorsWorker = (members: Readonly<Record<Role, MemberActor>>) => {
  const { workerId } = members.worker
  if (workerId === null) throw new Error('a worker without a file')
  return { workerId }
}

const stageOf = (world: World, orgId: string, members: Readonly<Record<Role, MemberActor>>): Stage => ({
  orgId,
  slug: 'waterrijk',
  today: world.context.now().toZonedDateTimeISO(zone).toPlainDate(),
  zone,
  on: clockOf(world.context, zone),
  coordinator: members.coordinator,
  referrer: members.referrer,
  volunteers: {},
})

/** The first visit was logged, of the next a draft is kept. */
async function visited(
  { context }: World,
  { worker, coordinator }: Readonly<Record<Role, MemberActor>>,
  trajectoryId: string,
) {
  const planned = async () => {
    const { contacts } = await readTrajectory(context, coordinator, { id: trajectoryId })
    const [next] = contacts
      .filter(({ state }) => state === 'planned')
      .sort((a, b) => Temporal.PlainDate.compare(a.dueFrom, b.dueFrom))
    if (!next) throw new Error('nothing planned')
    return next.id
  }
  const done = await planned()
  const { version } = await readContact(context, worker, { id: done })
  await logContact(context, worker, {
    id: done,
    version,
    kind: 'done',
    on: context.now().toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 }),
    minutes: 75,
    mode: 'home',
    feeling: 'good',
    went: 'Lijstergesprek over slapen.',
    next: 'Merelverhaal afmaken.',
  })
  const next = await planned()
  await saveDraft(context, worker, {
    form: 'contact-log',
    subjectId: next,
    answers: { went: 'Lijstergesprek, half geschreven' },
  })
  return { done, planned: next }
}

/** The worker's phone, from which a visit came with something missing. */
async function fieldOf(world: World, worker: MemberActor, planned: string, orgId: string) {
  await allowOffline(world, 'on', orgId)
  const phone = await phoneOf(world, worker)
  const item = await phone.item({ subjectId: planned }, { what: 'done', went: 'Merelverhaal van onderweg' })
  await holdEntry(world.context, worker, { ...item, because: 'not_complete' })
  return { phone: phone.id, held: item.id }
}

async function programmeDraft(context: World['context'], manager: MemberActor): Promise<string> {
  const { draftId } = await beginProgramme(context, manager, {
    as: 'new',
    name: { nl: 'Programma in de maak' },
  })
  return draftId
}

/** A group led by the worker, with a woman who is being prepared for it and one who waits. */
async function groupOf(
  world: World,
  orgId: string,
  { coordinator, worker }: Readonly<Record<Role, MemberActor>>,
): Promise<Pick<OneOfEach, 'group' | 'activity' | 'awaitsGroup'>> {
  const { context } = world
  // One whose group is closed, and one whose group is open and that has activities.
  for (const { id, version } of [evtGroup, mimDenHaag])
    await world.owner.query(
      `insert into programme_offer (org_id, id, programme_id, version, from_day, decided_at)
       values ($1, $2, $3, $4, '2020-01-01', now())`,
      [orgId, context.newId(), id, version],
    )
  await world.owner.query('update organisation set programmes_stamp = programmes_stamp + 1 where id = $1', [
    orgId,
  ])
  // Who leads a group has what its programme asks of her.
  for (const { kind } of evtGroup.worker.gates)
    await recordGate(context, coordinator, {
      workerId: worker.workerId ?? '',
      kind,
      seenOn: '2026-10-01',
    })
  const { groupId } = await planGroup(context, coordinator, {
    programmeId: evtGroup.id,
    title: 'Merelverhaal',
    location: 'Sijsjepad 47',
    facilitatorIds: [worker.workerId ?? ''],
    firstOn: context.now().toZonedDateTimeISO(zone).toPlainDate(),
    at: '09:30',
  })
  await stepGroupOn(context, coordinator, { id: groupId, version: 1, step: 'open' })
  const waits = async (given: string) => {
    const { trajectoryId } = await castWoman(
      world,
      { given, family: 'Kanariebos' },
      { orgId, programmeId: evtGroup.id },
    )
    await recordCare(context, coordinator, {
      trajectoryId,
      type: 'individual_help',
      helper: 'Winterkoning',
    })
    return trajectoryId
  }
  const trajectoryId = await waits('Zwaluwina Groep')
  const { placeId } = await addCandidate(context, coordinator, { groupId, trajectoryId })
  const [session] = (await readGroup(context, coordinator, { id: groupId })).sessions
  const smallStart = context.newId()
  const asked = (work: Work) =>
    insertSmallStart(work.tx, {
      org_id: orgId,
      id: smallStart,
      group_id: groupId,
      size: 1,
      reason_code: 'other',
      asked_by: coordinator.memberId,
      asked_at: work.now,
      answer: null,
      answer_code: null,
      answered_by: null,
      answered_at: null,
    })
  await within(world, (work) => asked(work).then(() => ({})), orgId)
  const talk = context.newId()
  const planned = (work: Work) =>
    insertMakeUp(work.tx, {
      org_id: orgId,
      id: talk,
      session_id: session?.id ?? '',
      place_id: placeId,
      state: 'planned',
      planned_on: work.today,
      planned_by: coordinator.memberId,
      counts: true,
      held_on: null,
      minutes: null,
      settled_by: null,
      settled_at: null,
      created_at: work.now,
    })
  await within(world, (work) => planned(work).then(() => ({})), orgId)
  const awaitsGroup = await waits('Zwaluwina Wacht op groep')
  return {
    group: {
      one: groupId,
      place: placeId,
      session: session?.id ?? '',
      smallStart,
      talk,
      ...(await composedOf(world, coordinator, groupId, awaitsGroup)),
    },
    activity: await activityOf(world, orgId, { coordinator, worker }, trajectoryId),
    awaitsGroup,
  }
}

/** An activity that the worker leads, in rows: who comes to it is decided by what its own tests go through. */
async function activityOf(
  world: World,
  orgId: string,
  { coordinator, worker }: Pick<Readonly<Record<Role, MemberActor>>, 'coordinator' | 'worker'>,
  trajectoryId: string,
): Promise<OneOfEach['activity']> {
  const { newId } = world.context
  const [one, meeting, signUp] = [newId(), newId(), newId()]
  const written = async (work: Work) => {
    await work.vault.create([one])
    await insertActivity(work.tx, {
      org_id: orgId,
      id: one,
      programme_id: mimDenHaag.id,
      programme_version: mimDenHaag.version,
      kind: 'open_meeting',
      theme: null,
      title_sealed: activityFields.seal(work.vault, one, one, 'title_sealed', 'Koolmeeskoffie'),
      place_sealed: activityFields.seal(work.vault, one, one, 'place_sealed', 'Buurthuis de Vink'),
      cadence_days: null,
      seats: 4,
      creche_places: 2,
      leader_id: worker.workerId,
      planned_by: coordinator.memberId,
      created_at: work.now,
    })
    await insertMeetings(work.tx, [
      {
        ...{ org_id: orgId, id: meeting, activity_id: one, number: 1, state: 'planned' },
        ...{ on_day: work.today, at_time: '10:00', signed_up: 1, seats_taken: 1 },
      },
    ])
    const trajectory = await lockTrajectory(work.tx, coordinator, trajectoryId)
    await insertSignUp(work.tx, {
      ...{ org_id: orgId, id: signUp, meeting_id: meeting, number: 1, state: 'seat' },
      ...{ trajectory_id: trajectoryId, person_id: trajectory?.person_id ?? null },
      ...{ children: 0, creche: 'none', signed_by: coordinator.memberId, signed_at: work.now },
    })
    return {}
  }
  await within(world, written, orgId)
  return { one, meeting, signUp }
}

async function composedOf(
  { context }: World,
  coordinator: MemberActor,
  groupId: string,
  trajectoryId: string,
) {
  const { compositionId: composition } = await openGroupComposition(context, coordinator, {
    programmeId: evtGroup.id,
  })
  await moveInComposition(context, coordinator, {
    id: composition,
    version: 1,
    trajectoryId,
    kind: 'put',
    groupId: null,
    reason: 'her_wish',
  })
  const { open } = await readGroupComposition(context, coordinator, { id: composition })
  const { offerId: offer } = await planAlignedOffer(context, coordinator, {
    groupId,
    offer: 'men',
    title: 'Roodborstje',
    location: 'Een andere plek',
    staffIds: [],
    firstOn: context.now().toZonedDateTimeISO(zone).toPlainDate(),
    at: '19:30',
    count: 2,
    cadenceDays: 7,
    minutes: 120,
  })
  return { composition, move: open?.moves[0]?.moveId ?? '', offer }
}

async function askedException(world: World, orgId: string, coordinator: MemberActor): Promise<string> {
  const { context } = world
  const { personId, trajectoryId } = await castWoman(
    world,
    { given: 'Zwaluwina Uitzondering', family: 'Kanariebos' },
    { orgId, programmeId: evtGroup.id, state: 'intake' },
  )
  await agreeSafeContact(world, coordinator, personId)
  await saveIntake(context, coordinator, {
    trajectoryId,
    version: 0,
    answers: {
      child: { given: null, bornOn: null, dueOn: null },
      facts: {
        partnerViolence: 'confirmed',
        hasIndividualHelp: true,
        noSafeWayToAttend: false,
        acuteDanger: false,
        relationWithOtherParticipant: false,
        cannotTakePartInGroup: false,
        intimateTerror: true,
      },
    },
    consents: null,
  })
  const { id } = await askException(context, coordinator, {
    trajectoryId,
    version: 1,
    rule: 'ev-x4',
    argument: 'Merelverhaal',
  })
  return id
}

async function imports(world: World, coordinator: MemberActor): Promise<OneOfEach['import']> {
  const { context } = world
  const start = async (at: number) =>
    (
      await startImport(context, coordinator, {
        fileKind: 'csv',
        rows: [
          ['Voornaam', 'Achternaam', 'Tel', 'Opmerking'],
          [`Zwaluwina${at}`, `Kanariebos${at}`, `06-1876500${at}`, 'Merelverhaal'],
          ['', 'Kanariebos', 'onleesbaar', 'Merelverhaal'],
        ],
      })
    ).importId
  const mapped = async (id: string) => {
    await mapImport(context, coordinator, {
      id,
      columns: ['given', 'family', 'phone', 'words'],
      programmeId: null,
      agreed: true,
    })
    return id
  }
  const uploaded = await start(1)
  const second = await mapped(await start(2))
  const done = await mapped(await start(3))
  const { version } = await readImport(context, coordinator, { id: done })
  await beginImport(context, coordinator, { id: done, version, takeDoubles: true })
  await runImport(context, coordinator, { id: done })
  return { uploaded, mapped: second, done }
}

/** Beyond the house: another organisation with an offer, and a team. */
async function around(
  { context }: World,
  coordinator: MemberActor,
  trajectoryId: string,
  workerId: string,
): Promise<Pick<OneOfEach, 'networkId' | 'helpOfferId' | 'teamId'>> {
  const { id: networkId } = await registerNetworkOrganisation(context, coordinator, {
    organisation: {
      name: 'Schuldhulp om de hoek',
      kind: 'social_work',
      areas: ['3661-3664'],
      contact: { phone: phones.other, email: null, remark: 'Vraag naar Winterkoning' },
    },
  })
  const { id: helpOfferId } = await addHelpOffer(context, coordinator, {
    networkOrganisationId: networkId,
    offer: {
      category: 'money',
      target: 'families',
      languages: ['nl'],
      waitingWeeks: 3,
      words: 'Kwikstaartje',
    },
  })
  const { id: teamId } = await createTeam(context, coordinator, {
    team: { name: 'Team Rietlanden', areas: ['3661-3664'] },
  })
  await joinTeam(context, coordinator, { id: teamId, workerId })
  await moveTrajectory(context, coordinator, { trajectoryId, teamId, reason: 'postcode' })
  return { networkId, helpOfferId, teamId }
}

async function identityProvider({ context }: World, administrator: MemberActor): Promise<string> {
  const { providerId } = await addIdentityProvider(context, administrator, {
    label: 'Gemeente Waterrijk',
    issuer: 'https://inloggen.example.nl',
    clientId: 'naast',
    secret: 'een geheim van de gemeente',
    acr: [],
    amr: ['mfa'],
  })
  return providerId
}

async function recoveringColleague(world: World, orgId: string, coordinator: MemberActor) {
  const memberId = await colleague(world, orgId)
  const { recoveryId } = await askRecovery(world.context, coordinator, { memberId, reason: 'phone' })
  return { memberId, recoveryId }
}

async function colleague({ context }: World, orgId: string): Promise<string> {
  const { memberId } = await addMember(
    context,
    { kind: 'system', orgId, job: 'test' },
    {
      userId: `colleague-${orgId}`,
      name: 'Winterkoning',
      roles: ['referrer'],
      workerId: null,
      language: 'nl',
    },
  )
  return memberId
}

const activeMatch = async (world: World, trajectoryId: string): Promise<string> =>
  (
    await world.owner.query(`select id from match where trajectory_id = $1 and state = 'active'`, [
      trajectoryId,
    ])
  ).rows[0].id

/** The version that a form about this row would carry. */
export const versionOf = async (
  world: Pick<World, 'owner'>,
  table: 'trajectory' | 'match' | 'referral' | 'contact' | 'worker' | 'member' | 'import',
  id: string,
): Promise<number> =>
  (await world.owner.query<{ version: number }>(`select version from ${table} where id = $1`, [id])).rows[0]
    ?.version ?? 0
