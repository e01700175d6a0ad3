import { z } from 'zod'
import { findPlacesOf } from '#db/group-place.ts'
import { listMatchRows } from '#db/match.ts'
import { findSecretHomes } from '#db/secret-home.ts'
import { listWaitingRows } from '#db/waiting.ts'
import { type Day, daysBetween } from '#domain/day.ts'
import { openPlaceStates, type PlaceState } from '#domain/group/group-place.ts'
import { openMatchStates } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { byUrgency, type Urgency, urgencyOf } from '#domain/match/urgency.ts'
import { fullName } from '#domain/person/person.ts'
import { endDay } from '#domain/programme/end-day.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { placeStateOf } from '#usecases/group/group-states.ts'
import { childInSight } from '#usecases/match/child-of.ts'
import { regionOf } from '#usecases/match/homes-of.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

export interface WaitingLine {
  /** The trajectory's. */
  readonly id: string
  readonly name: string
  readonly programme: Words
  readonly languages: readonly string[]
  readonly area: string | null
  readonly waitingSince: Day | null
  readonly waitingDays: number
  readonly urgency: Urgency
  /** The proposal that is under way for her. */
  readonly match: { id: string; state: string } | null
  /** In this programme she waits for a group; with the place that is prepared for her, if one is. */
  readonly group: { readonly place: { readonly id: string; readonly state: PlaceState } | null } | null
}

/** A list longer than this is no list; the most urgent of those who waited longest stand in it. */
const most = 500

/** Everyone who waits for somebody to stand beside her, the most urgent first. */
export const listWaiting = question({
  name: 'list-waiting',
  may: matchPolicy.decide,
  input: z.strictObject({}),
  async run(work) {
    const { tx, actor, today } = work
    const rows = await listWaitingRows(tx, actor, most)
    const people = await readPeople(
      work,
      rows.flatMap((row) => [row.person_id, childInSight(row) ?? row.person_id]),
    )
    const secret = await findSecretHomes(
      tx,
      work.orgId,
      rows.map((row) => row.person_id),
    )
    const matches = new Map(
      (
        await listMatchRows(tx, actor, {
          states: openMatchStates,
          trajectoryIds: rows.map((row) => row.id),
          limit: most,
        })
      ).map((match) => [match.trajectory_id, { id: match.id, state: match.state }]),
    )
    const waitsForGroup = rows.filter((row) => definitionOf(work, row).shape.value === 'closed_group')
    const places = new Map(
      (
        await findPlacesOf(
          tx,
          work.orgId,
          waitsForGroup.map((row) => row.id),
        )
      )
        .filter((place) => openPlaceStates.some((state) => state === place.state))
        .map((place) => [place.trajectory_id, { id: place.id, state: placeStateOf(place) }]),
    )
    work.about({ trajectory: rows.map((row) => row.id) })
    return rows
      .map((row): WaitingLine => {
        const person = people.get(row.person_id)
        const definition = definitionOf(work, row)
        const endsOn = endDay(definition, people.get(childInSight(row) ?? '')?.birthDay ?? null)
        return {
          id: row.id,
          name: person ? fullName(person.name) : '—',
          programme: definition.label,
          languages: person?.languages ?? [],
          area: secret.has(row.person_id) ? regionOf(person?.area ?? null) : (person?.area ?? null),
          waitingSince: row.waiting_since,
          waitingDays: row.waiting_since ? daysBetween(row.waiting_since, today) : 0,
          urgency: urgencyOf({ waitingSince: row.waiting_since, endsOn }, today),
          match: matches.get(row.id) ?? null,
          group: waitsForGroup.includes(row) ? { place: places.get(row.id) ?? null } : null,
        }
      })
      .sort(byUrgency)
  },
})
