import { z } from 'zod'
import { listJointVisits } from '#db/match-life.ts'
import type { Day } from '#domain/day.ts'
import { comesAlongOn } from '#domain/match/joint-visit.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { contactStateOf, modeOf } from '#usecases/contact/contact-row.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/**
 * Visits at which she comes along once more, after somebody else went on with a woman she stood beside: the day, the
 * two first names, and nothing else. Gone once the visit was held or its day is over.
 */
export const listMyJointVisits = question({
  name: 'list-my-joint-visits',
  may: (actor) => isMemberWith(actor, 'worker'),
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, today } = work
    if (actor.kind !== 'member' || actor.workerId === null) return []
    const rows = (await listJointVisits(tx, orgId, actor.workerId)).flatMap((row) => {
      const { visit_state: state, planned_on: plannedOn } = row
      const on = comesAlongOn(
        {
          jointOn: row.joint_on,
          begun: row.started_on !== null,
          visit: state === null ? null : { state: contactStateOf(state), plannedOn },
        },
        today,
      )
      return on ? [{ ...row, on }] : []
    })
    const people = await readPeople(
      work,
      rows.flatMap((row) => [row.person_id, row.next_person_id]),
    )
    const givenName = (id: string) => people.get(id)?.name.given ?? '—'
    work.about({ trajectory: rows.map((row) => row.trajectory_id), basis: 'match' })
    return rows
      .map(({ on, ...row }): JointVisit => {
        const moved = row.planned_on !== null && row.started_on !== null
        return {
          id: row.id,
          on,
          at: moved ? (row.planned_at?.slice(0, 5) ?? null) : null,
          mode: row.mode === null ? null : modeOf(row.mode),
          givenName: givenName(row.person_id),
          with: givenName(row.next_person_id),
        }
      })
      .sort((a, b) => Temporal.PlainDate.compare(a.on, b.on))
  },
})

export interface JointVisit {
  /** Of the match that followed. */
  readonly id: string
  readonly on: Day
  readonly at: string | null
  readonly mode: ReturnType<typeof modeOf> | null
  readonly givenName: string
  /** Who goes on with her. */
  readonly with: string
}
