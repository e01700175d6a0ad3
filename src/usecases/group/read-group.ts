import { z } from 'zod'
import { findFacilitators } from '#db/group.ts'
import { findPlaces } from '#db/group-place.ts'
import { findAttendance, findSessionFacilitators, findSessions } from '#db/group-session.ts'
import { findSmallStarts } from '#db/group-small-start.ts'
import { isBefore } from '#domain/day.ts'
import { type GroupStep, mayGroupStep } from '#domain/group/group.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { seatsOf } from '#domain/group/group-size.ts'
import { seesPlace } from '#domain/group/place-told.ts'
import { mayAskSmall } from '#domain/group/small-start.ts'
import { locationOf, titleOf } from '#usecases/group/group-fields.ts'
import { groupStateOf, hasSeat } from '#usecases/group/group-states.ts'
import { readHeldGroup } from '#usecases/group/held-group.ts'
import { leadersAwayAt } from '#usecases/group/leaders-away-at.ts'
import { readPlaceLines } from '#usecases/group/place-lines.ts'
import { sessionLine } from '#usecases/group/session-line.ts'
import { smallStartLine, smallStartsOf } from '#usecases/group/small-starts.ts'
import { question } from '#usecases/use-case.ts'
import { workerNames } from '#usecases/worker/worker-names.ts'

const steps = ['open', 'confirm', 'complete', 'stop'] as const satisfies readonly GroupStep[]

/**
 * One group: where it stands, its sessions, and the women in it by their first names. Where it meets is read by those
 * who lead it and by coordinators, and by nobody else.
 */
export const readGroup = question({
  name: 'read-group',
  may: groupPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor } = work
    const { group, definition, rules } = await readHeldGroup(work, id)
    const state = groupStateOf(group)
    const leading = await findFacilitators(tx, orgId, [id])
    const sessions = await findSessions(tx, orgId, [id])
    const held = sessions.filter((row) => row.state === 'held').map((row) => row.id)
    const attendance = await findAttendance(tx, orgId, held)
    const present = await findSessionFacilitators(tx, orgId, held)
    const places = await findPlaces(tx, orgId, [id])
    const taken = places.filter(hasSeat).length
    const nextOn =
      sessions.find((row) => row.state === 'planned' && !isBefore(row.on_day, work.today))?.on_day ?? null
    const shown = seesPlace(rules, { plans: groupPolicy.plan(actor), nextOn }, work.today)
    const starts = await findSmallStarts(tx, orgId, id)
    const names = await workerNames(
      work,
      leading.map((row) => row.worker_id),
    )
    return {
      id,
      version: group.version,
      title: titleOf(work, group),
      location: shown ? locationOf(work, group) : null,
      /** So many days before a session those who lead it see where it is; `null`: they see it now. */
      placeFromDays: shown ? null : (rules.placeToldDays?.value ?? null),
      programme: definition.label,
      state,
      endCode: group.end_code,
      endedOn: group.ended_on,
      closed: !rules.open.value,
      size: { taken, min: rules.sizeMin.value, max: seatsOf(rules, group.seats) },
      startSize: group.start_size,
      smallAllowed: group.small_allowed_by !== null,
      /** The last time it was asked to begin smaller. */
      smallStart: starts[0] ? smallStartLine(work, starts[0]) : null,
      facilitators: leading.map((row) => names.get(row.worker_id) ?? '—'),
      facilitatorsNeeded: rules.facilitators.value,
      /** Sessions to come at which somebody who leads it is away. */
      leadersAway: (await leadersAwayAt(work, leading, sessions, rules.facilitators.value)).map((one) => ({
        ...one,
        away: one.away.map((workerId) => names.get(workerId) ?? '—'),
      })),
      sessions: sessions.map((row) => sessionLine(definition, row, { attendance, present })),
      places: await readPlaceLines(work, places, { sessions, attendance }),
      mayDecide: groupPolicy.plan(actor),
      mayAskSmall:
        groupPolicy.plan(actor) && mayAskSmall(rules, { state, taken, ...smallStartsOf(starts) }) === true,
      /** So few are left that somebody has to decide whether it goes on. */
      toReview: state === 'running' && taken < (rules.reviewBelow?.value ?? 0),
      maySteps: groupPolicy.plan(actor) ? steps.filter((step) => mayGroupStep(state, step)) : [],
    }
  },
})
export type GroupPage = Awaited<ReturnType<typeof readGroup>>
