import { z } from 'zod'
import { insertActivity, insertMeetings } from '#db/activity.ts'
import { findWorker } from '#db/worker.ts'
import { activityKinds, offersActivities, rhythmNames, rhythms } from '#domain/activity/activity.ts'
import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { timeInput } from '#domain/typed-time.ts'
import { matchable } from '#domain/worker/worker.ts'
import { activityFields } from '#usecases/activity/held-activity.ts'
import { meetingRows } from '#usecases/activity/meeting-rows.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { workerState } from '#usecases/worker/step-worker.ts'

const atMost = (most: number) => z.int().min(1).max(most).nullable().default(null)

/** Plans a meeting, an outing or an information session; once, or again and again until it is stopped. */
export const planActivity = command({
  name: 'plan-activity',
  action: 'create',
  may: activityPolicy.plan,
  input: z.strictObject({
    programmeId: z.string().min(1).max(60),
    kind: z.enum(activityKinds, { error: 'choose-one' }),
    theme: z.string().max(60).nullable().default(null),
    title: z.string().trim().min(1, 'required').max(80),
    place: optionalText(200),
    firstOn: dayInput,
    at: timeInput,
    rhythm: z.enum(rhythmNames, { error: 'choose-one' }),
    seats: atMost(500),
    crechePlaces: atMost(100),
    leaderId: z.uuid().nullable().default(null),
  }),
  async run(work, { programmeId, kind, theme, title, place, firstOn, at, rhythm, ...input }) {
    const { tx, orgId, actor, today, now, vault } = work
    if (input.leaderId !== null) {
      const leader = await findWorker(tx, actor, input.leaderId)
      if (!leader) throw new NotFound()
      if (!matchable(workerState(leader))) throw new Invalid({ leaderId: 'worker-not-ready' })
      work.about({ person: leader.person_id })
    }
    const definition = work.programmes.offered.find((one) => one.id === programmeId)
    if (!definition || !offersActivities(definition)) throw new Invalid({ programmeId: 'choose-one' })
    if (theme !== null && !definition.group?.sessionPlan.some(({ id }) => id === theme))
      throw new Invalid({ theme: 'choose-one' })
    if (isBefore(firstOn, today)) throw new Invalid({ firstOn: 'day-in-the-past' })
    const id = work.newId()
    await vault.create([id])
    await insertActivity(tx, {
      org_id: orgId,
      id,
      programme_id: definition.id,
      programme_version: definition.version,
      kind,
      theme,
      title_sealed: activityFields.seal(vault, id, id, 'title_sealed', title),
      place_sealed: activityFields.sealIf(vault, id, id, 'place_sealed', place),
      cadence_days: rhythms[rhythm],
      seats: input.seats,
      creche_places: input.crechePlaces,
      leader_id: input.leaderId,
      planned_by: actor.kind === 'member' ? actor.memberId : null,
      created_at: now,
    })
    const series = { activityId: id, cadenceDays: rhythms[rhythm] }
    await insertMeetings(tx, meetingRows(work, series, { from: firstOn, at, after: 0 }))
    return { activityId: id }
  },
})
