import { z } from 'zod'
import { listCompositions } from '#db/group-composition.ts'
import { listWithoutPlace } from '#db/group-place.ts'
import { compositionPolicy } from '#domain/group/compose/draft.ts'
import { candidateStates } from '#domain/group/may-be-candidate.ts'
import { groupsOnOffer } from '#usecases/group-composition/groups-on-offer.ts'
import { question } from '#usecases/use-case.ts'

const shown = 20
const counted = 1_000

/** The programmes whose groups are composed, with how many wait and which groups still take women; and what ended last. */
export const listGroupCompositions = question({
  name: 'list-group-compositions',
  may: compositionPolicy.compose,
  input: z.strictObject({}),
  async run(work) {
    const { tx, actor } = work
    const rows = await listCompositions(tx, actor, shown)
    const programmes = []
    for (const definition of work.programmes.offered) {
      if (!definition.group || definition.group.open.value) continue
      const waiting = await listWithoutPlace(tx, actor, {
        programmeId: definition.id,
        states: candidateStates(definition),
        limit: counted,
      })
      const groups = await groupsOnOffer(work, definition.id)
      const open = rows.find((row) => row.state === 'open' && row.programme_id === definition.id)
      programmes.push({
        programmeId: definition.id,
        label: definition.label,
        waiting: waiting.length,
        groups: groups.length,
        withoutHour: groups.filter(({ slots }) => slots === null).length,
        open: open ? { id: open.id, openedOn: open.opened_on } : null,
      })
    }
    return {
      programmes,
      ended: rows.flatMap((row) =>
        row.state === 'open' || !row.ended_on
          ? []
          : [
              {
                id: row.id,
                programme: work.programmes.find(row.programme_id)?.label ?? { nl: '—', en: '—' },
                state: row.state,
                endedOn: row.ended_on,
                seats: row.plan.length,
              },
            ],
      ),
    }
  },
})
