import { z } from 'zod'
import { findFacilitators } from '#db/group.ts'
import { findPlaces } from '#db/group-place.ts'
import { findAttendance, findSession, findSessionFacilitators, findSessions } from '#db/group-session.ts'
import { findCare } from '#db/parallel-care.ts'
import { sheetForSession } from '#domain/conversation-sheet/conversation-sheet.ts'
import { isBefore } from '#domain/day.ts'
import { requiredCare } from '#domain/group/enrolment-gates.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { careNow } from '#domain/group/parallel-care.ts'
import { attendanceStates, maySessionStep } from '#domain/group/session.ts'
import { sheetsOf } from '#usecases/conversation-sheet/sheets-of.ts'
import { NotFound } from '#usecases/failure.ts'
import { careOf } from '#usecases/group/gates-of-places.ts'
import { titleOf } from '#usecases/group/group-fields.ts'
import { hasSeat } from '#usecases/group/group-states.ts'
import { aboutPlace, readHeldGroup } from '#usecases/group/held-group.ts'
import { inSession } from '#usecases/group/in-session.ts'
import { leadersAwayAt } from '#usecases/group/leaders-away-at.ts'
import { sessionLine } from '#usecases/group/session-line.ts'
import { sessionMeasures } from '#usecases/group/session-measures.ts'
import { workerNames } from '#usecases/group/worker-names.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** One session: who leads it, who is expected, and what was written down of who came. */
export const readSession = question({
  name: 'read-session',
  may: groupPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, today } = work
    const session = await findSession(tx, orgId, id)
    if (!session) throw new NotFound()
    const { group, definition, rules } = await readHeldGroup(work, session.group_id)
    const attendance = await findAttendance(tx, orgId, [id])
    const present = await findSessionFacilitators(tx, orgId, [id])
    const all = await findPlaces(tx, orgId, [group.id])
    // Before the group runs, those who have a seat are expected; afterwards, those who had one on that day.
    const places = group.state === 'confirmed' ? all.filter(hasSeat) : inSession(all, session)
    const people = await readPeople(
      work,
      places.map((place) => place.person_id),
    )
    for (const place of places) aboutPlace(work, place)
    const care = await findCare(
      tx,
      orgId,
      places.map((place) => place.trajectory_id),
    )
    const [rule] = requiredCare(definition)
    const leading = [
      ...new Set([
        ...(await findFacilitators(tx, orgId, [group.id])).map((row) => row.worker_id),
        ...present.map((row) => row.worker_id),
      ]),
    ]
    const names = await workerNames(work, leading)
    const sessions = await findSessions(tx, orgId, [group.id])
    const asked = await sessionMeasures(work, definition, { session, sessions }, places)
    const earlier = sessions.some((row) => row.number < session.number && row.state === 'planned')
    const now = await findFacilitators(tx, orgId, [group.id])
    const [away] = await leadersAwayAt(work, now, [session], rules.facilitators.value)
    const line = sessionLine(definition, session, { attendance, present })
    return {
      ...line,
      groupId: group.id,
      /** Who leads the group hands out what is asked; answers, and who gave them, come to the coordinator. */
      asked: groupPolicy.plan(actor) ? asked : asked.map((one) => ({ ...one, women: [] })),
      group: titleOf(work, group),
      hasSheet: sheetForSession(sheetsOf(definition), session.number) !== null,
      usualMinutes: rules.sessionMinutes.value,
      mayHold:
        (maySessionStep(line.state, 'hold') || maySessionStep(line.state, 'correct')) &&
        !isBefore(today, session.on_day) &&
        !earlier &&
        (group.state === 'confirmed' || group.state === 'running' || line.state === 'held'),
      toCome: isBefore(today, session.on_day),
      /** Who of those who lead is away then, and how many more are needed. */
      leadersAway: away ? { ...away, away: away.away.map((workerId) => names.get(workerId) ?? '—') } : null,
      earlierOpen: earlier,
      mayMove: maySessionStep(line.state, 'move'),
      mayCancel: groupPolicy.plan(actor) && maySessionStep(line.state, 'cancel'),
      leading: leading.map((workerId) => ({
        workerId,
        name: names.get(workerId) ?? '—',
        present: present.find((row) => row.worker_id === workerId)?.state !== 'absent',
      })),
      women: places.map((place) => {
        const row = care.find(
          (one) =>
            one.trajectory_id === place.trajectory_id && one.type === rule?.type && one.until_day === null,
        )
        return {
          placeId: place.id,
          /** What somebody worries about is told of her trajectory; that opens nothing of it. */
          worryAbout: place.trajectory_id,
          given: people.get(place.person_id)?.name.given ?? '—',
          attendance:
            attendanceStates.find(
              (state) => state === attendance.find((one) => one.place_id === place.id)?.state,
            ) ?? null,
          /** Her own helper must be asked after before the session (EV-F5). */
          helpUnknown: rule !== undefined && careNow(rule, row ? careOf(row) : null, today) !== 'active',
        }
      }),
    }
  },
})
export type SessionPage = Awaited<ReturnType<typeof readSession>>
