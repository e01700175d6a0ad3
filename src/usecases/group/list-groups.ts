import { z } from 'zod'
import { findFacilitators, listGroupRows } from '#db/group.ts'
import { findPlaces } from '#db/group-place.ts'
import { findSessions } from '#db/group-session.ts'
import type { Day } from '#domain/day.ts'
import type { GroupState } from '#domain/group/group.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { seatsOf } from '#domain/group/group-size.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { titleOf } from '#usecases/group/group-fields.ts'
import { groupStateOf, hasSeat } from '#usecases/group/group-states.ts'
import { rulesOf } from '#usecases/group/held-group.ts'
import { question } from '#usecases/use-case.ts'

export interface GroupLine {
  readonly id: string
  readonly title: string
  readonly programme: Words
  readonly state: GroupState
  readonly taken: number
  readonly max: number
  readonly facilitators: { readonly now: number; readonly needed: number }
  /** The session that comes next, or that was held and is not written down yet. */
  readonly next: {
    readonly id: string
    readonly number: number
    readonly on: Day
    readonly at: string | null
  } | null
}

const most = 200

/** The groups that are hers to see: those that go on first, then what is over. Nobody's name is in it. */
export const listGroups = question({
  name: 'list-groups',
  may: groupPolicy.read,
  input: z.strictObject({}),
  async run(work): Promise<GroupLine[]> {
    const { tx, orgId, actor } = work
    const groups = await listGroupRows(tx, actor, most)
    const ids = groups.map((group) => group.id)
    await work.vault.load(ids)
    const sessions = Map.groupBy(await findSessions(tx, orgId, ids), (row) => row.group_id)
    const places = Map.groupBy(await findPlaces(tx, orgId, ids), (row) => row.group_id)
    const leading = Map.groupBy(await findFacilitators(tx, orgId, ids), (row) => row.group_id)
    const lines = groups.map((group): GroupLine => {
      const { definition, rules } = rulesOf(work, group)
      const next = sessions.get(group.id)?.find((row) => row.state === 'planned')
      return {
        id: group.id,
        title: titleOf(work, group),
        programme: definition.label,
        state: groupStateOf(group),
        taken: (places.get(group.id) ?? []).filter(hasSeat).length,
        max: seatsOf(rules, group.seats),
        facilitators: {
          now: leading.get(group.id)?.length ?? 0,
          needed: rules.facilitators.value,
        },
        next: next ? { id: next.id, number: next.number, on: next.on_day, at: next.at_time } : null,
      }
    })
    const over = ({ state }: GroupLine) => state === 'completed' || state === 'stopped'
    return [...lines.filter((line) => !over(line)), ...lines.filter(over)]
  },
})
