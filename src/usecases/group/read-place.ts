import { z } from 'zod'
import { findPlace, findPlaces } from '#db/group-place.ts'
import { findAttendance, findSessions } from '#db/group-session.ts'
import { findMakeUps } from '#db/make-up-talk.ts'
import { findCare } from '#db/parallel-care.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { asks, asksForRelations, requiredCare } from '#domain/group/enrolment-gates.ts'
import { mayPlaceStep, openPlaceStates } from '#domain/group/group-place.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { careNow, checkDue } from '#domain/group/parallel-care.ts'
import { type TellingWay, tellingWays } from '#domain/group/place-told.ts'
import { NotFound } from '#usecases/failure.ts'
import { careOf, gatesOfPlace } from '#usecases/group/gates-of-places.ts'
import { careFields, placeFields, relationOf, titleOf } from '#usecases/group/group-fields.ts'
import { hasSeat, placeStateOf } from '#usecases/group/group-states.ts'
import { aboutPlace, leads, readHeldGroup } from '#usecases/group/held-group.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'
import { workerNames } from '#usecases/worker/worker-names.ts'

/**
 * One woman's place in one group: what must be in order before her seat, and who mends it. Whom she knows there is
 * read only by those who lead the group; a coordinator learns no more than that it must be another group.
 */
export const readPlace = question({
  name: 'read-place',
  may: groupPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, vault, today } = work
    const place = await findPlace(tx, actor, id)
    if (!place) throw new NotFound()
    aboutPlace(work, place)
    const { group, rules } = await readHeldGroup(work, place.group_id)
    const naast = { kind: 'system', orgId, job: 'group' } as const
    const trajectory = await findTrajectory(tx, naast, place.trajectory_id)
    if (!trajectory) throw new NotFound()
    const definition = definitionOf(work, trajectory)
    const all = await findPlaces(tx, orgId, [group.id])
    const open = openPlaceStates.some((state) => state === place.state)
    const leading = await leads(work, group.id)
    // Who leads the group knows the others by their first names; a coordinator needs them for nothing here.
    const others = leading
      ? all.filter((row) => row.id !== id && openPlaceStates.some((state) => state === row.state))
      : []
    for (const other of others) aboutPlace(work, other)
    const people = await readPeople(
      work,
      [place, ...others].map((row) => row.person_id),
    )
    const given = (personId: string) => people.get(personId)?.name.given ?? '—'
    const sessions = await findSessions(tx, orgId, [group.id])
    const heldIds = sessions.filter((row) => row.state === 'held').map((row) => row.id)
    const attendance = (await findAttendance(tx, orgId, heldIds)).filter((row) => row.place_id === id)
    const care = await findCare(tx, orgId, [trajectory.id])
    const gates = open ? await gatesOfPlace(work, trajectory, place, all) : []
    const state = placeStateOf(place)
    return {
      id,
      version: place.version,
      groupId: group.id,
      group: titleOf(work, group),
      given: given(place.person_id),
      state,
      endCode: place.end_code,
      endedOn: place.ended_on,
      enrolledOn: place.enrolled_on,
      gates,
      /** Coordinators go from here to her file; who leads the group has no way there. */
      trajectoryId: groupPolicy.plan(actor) ? trajectory.id : null,
      personId: groupPolicy.plan(actor) ? place.person_id : null,
      /** What somebody worries about is told of her trajectory; that opens nothing of it. */
      worryAbout: trajectory.id,
      leads: leading,
      mayDecide: groupPolicy.plan(actor),
      mayEnrol: groupPolicy.plan(actor) && mayPlaceStep(state, 'enrol') && gates.length === 0,
      open,
      asksTalk: asks(definition, 'intake_talk') || asks(definition, 'safe_attendance'),
      asksRelations: asksForRelations(definition),
      care: requiredCare(definition).map((rule) => {
        const row = care.find(({ type, until_day }) => type === rule.type && until_day === null)
        return {
          type: rule.type,
          label: rule.label,
          now: careNow(rule, row ? careOf(row) : null, today),
          checkedOn: row?.checked_on ?? null,
          checkDue: row ? checkDue(rule, careOf(row)) : null,
          helper: row
            ? careFields.open(vault, place.person_id, row.id, 'helper_sealed', row.helper_sealed)
            : null,
        }
      }),
      talkOn: place.talk_on,
      talkBy: place.talk_by ? ((await workerNames(work, [place.talk_by])).get(place.talk_by) ?? null) : null,
      way: placeFields.open(vault, place.person_id, id, 'way_sealed', place.way_sealed),
      relationsCheckedOn: place.relations_checked_at?.toZonedDateTimeISO(work.zone).toPlainDate() ?? null,
      relation: leading ? relationOf(work, place) : null,
      others: others.map((row) => ({ id: row.id, given: given(row.person_id) })),
      attended: attendance.filter((row) => row.state === 'present').length,
      madeUp: (await findMakeUps(tx, orgId, heldIds)).filter(
        (row) => row.place_id === id && row.state === 'held' && row.counts,
      ).length,
      sessionsHeld: attendance.length,
      seated: hasSeat(place),
      children: place.creche_children,
      told: place.told_on && { on: place.told_on, how: toldHow(place.told_how) },
      /** So many days ahead she may be told where it is, at the earliest; `null`: whenever. */
      placeToldDays: rules.placeToldDays?.value ?? null,
    }
  },
})
const toldHow = (text: string | null): TellingWay => tellingWays.find((way) => way === text) ?? 'spoken'

export type PlacePage = Awaited<ReturnType<typeof readPlace>>
