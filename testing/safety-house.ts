import type { MemberActor } from '#domain/member/actor.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { listOwnAftercare } from '#usecases/aftercare/list-own-aftercare.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { recordIncident } from '#usecases/incident/record-incident.ts'
import { nameInMeldcode } from '#usecases/meldcode/name-in-meldcode.ts'
import { openMeldcode } from '#usecases/meldcode/open-meldcode.ts'
import { readMeldcode } from '#usecases/meldcode/read-meldcode.ts'
import { putOnCall } from '#usecases/on-call/put-on-call.ts'
import { checkRedFlags } from '#usecases/safety/check-red-flags.ts'
import { readSafety } from '#usecases/safety/read-safety.ts'
import { recordKindcheck } from '#usecases/safety/record-kindcheck.ts'
import { writeSafetyPlan } from '#usecases/safety/write-safety-plan.ts'
import { castWoman, within } from './cast.ts'
import type { World } from './world.ts'

export interface SafetyHouse {
  /** Of a programme that asks everything about safety, with the worker beside her. */
  readonly trajectory: string
  readonly concern: string
  readonly flag: string
  readonly plan: string
  readonly onCall: string
  /** Confidential, handled by the coordinator. */
  readonly meldcode: string
  /** A talk with the worker, after the danger that she told of. */
  readonly aftercare: string
  /** Of a kind that somebody must be told of. */
  readonly incident: string
}

/** A woman about whose safety everything was asked, by the people whose work that is. */
export async function safetyOf(
  world: World,
  orgId: string,
  { coordinator, worker }: { readonly coordinator: MemberActor; readonly worker: MemberActor },
): Promise<SafetyHouse> {
  const { context } = world
  const { trajectoryId } = await castWoman(
    world,
    { given: 'Zwaluwina Veilig', family: 'Kanariebos' },
    { orgId, programmeId: evtGroup.id, state: 'active' },
  )
  await within(
    world,
    async (work) => {
      await work.tx
        .updateTable('trajectory')
        .set({ worker_id: worker.workerId, started_on: work.today })
        .where('org_id', '=', orgId)
        .where('id', '=', trajectoryId)
        .execute()
      return {}
    },
    orgId,
  )
  const { concernId } = await raiseConcern(context, worker, {
    trajectoryId,
    level: 'danger_now',
    words: 'Merelverhaal van de trap',
  })
  await checkRedFlags(context, worker, {
    trajectoryId,
    on: '2026-11-03',
    flags: ['rf01'],
    words: 'Lijstergesprek',
  })
  await recordKindcheck(context, coordinator, {
    trajectoryId,
    outcome: 'no_concern',
    words: 'Roodborstje slaapt goed',
  })
  const { planId } = await writeSafetyPlan(context, coordinator, {
    trajectoryId,
    basedOn: 0,
    plan: 'Naar Puttertjesdorp, met de tas.',
    card: 'Bel Winterkoning',
    reviewOn: '2026-11-10',
  })
  const { id: onCall } = await putOnCall(context, coordinator, {
    memberId: coordinator.memberId,
    rank: 1,
    from: '2026-11-01',
    until: '2026-11-30',
  })
  const { meldcodeId } = await openMeldcode(context, coordinator, {
    trajectoryId,
    about: 'mother',
    words: 'Merelverhaal, in vertrouwen',
  })
  const { colleagues, handlerId } = await readMeldcode(context, coordinator, { id: meldcodeId ?? '' })
  const reader = colleagues.find(({ memberId }) => memberId !== handlerId)
  if (reader) await nameInMeldcode(context, coordinator, { id: meldcodeId ?? '', memberId: reader.memberId })
  const { incidentId } = await recordIncident(context, coordinator, {
    weight: 'incident',
    kind: 'threat',
    on: '2026-11-03',
    trajectoryId,
    words: 'Merelverhaal aan de deur',
  })
  const [talk] = (await listOwnAftercare(context, worker, {})).talks
  const { file } = await readSafety(context, coordinator, { trajectoryId })
  return {
    trajectory: trajectoryId,
    concern: concernId,
    flag: file?.openFlags[0]?.id ?? '',
    plan: planId,
    onCall,
    meldcode: meldcodeId ?? '',
    aftercare: talk?.id ?? '',
    incident: incidentId,
  }
}
