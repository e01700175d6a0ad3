import { z } from 'zod'
import { type CaseloadAsk, findCaseload } from '#db/caseload.ts'
import {
  contactLimitDays,
  contactLimits,
  daysWithoutContact,
  isAgreedAhead,
  isUnvisited,
} from '#domain/contact/without-contact.ts'
import { dayInput } from '#domain/day.ts'
import { fullName } from '#domain/person/person.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import type { Work } from '#usecases/context.ts'
import { openName } from '#usecases/person/open-name.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { stateOf } from '#usecases/trajectory/state-of.ts'
import { question } from '#usecases/use-case.ts'

const pageSize = 50

/**
 * Whose care this coordinator has, fifty a page: who, where in which programme, with whom, and since when nobody saw
 * her. `next` is where the following page begins; `null` on the last.
 */
export const listCaseload = question({
  name: 'list-caseload',
  may: trajectoryPolicy.listCaseload,
  input: z.strictObject({
    show: z.enum(['open', 'active', 'waiting', 'unvisited', 'closed']).default('open'),
    order: z.enum(['longest', 'newest']).default('longest'),
    mine: z.boolean().default(false),
    after: z
      .strictObject({ since: dayInput, id: z.uuid() })
      .nullish()
      .transform((after) => after ?? null),
  }),
  async run(work, { mine, ...ask }) {
    const { actor } = work
    return readCaseload(work, {
      ...ask,
      coordinatorId: mine && actor.kind === 'member' ? actor.memberId : null,
      limit: pageSize,
    })
  },
})
export type Caseload = Awaited<ReturnType<typeof listCaseload>>

/** One page of rows with their names opened. Shared with the list of who has not been visited. */
export async function readCaseload(work: Work, ask: Omit<CaseloadAsk, 'limits' | 'today'>) {
  const { tx, actor, today, programmes } = work
  const limits = contactLimits(programmes.known)
  // One more than the page shows, to know whether there is another.
  const found = await findCaseload(tx, actor, { ...ask, limits, today, limit: ask.limit + 1 })
  const rows = found.slice(0, ask.limit)
  const people = rows.map((row) => row.person_id)
  await work.vault.take(
    rows.flatMap(({ person_id, wrapped, worker_person_id, worker_wrapped }) => [
      { owner: person_id, wrapped },
      ...(worker_person_id ? [{ owner: worker_person_id, wrapped: worker_wrapped }] : []),
    ]),
  )
  work.about({ person: people, trajectory: rows.map((row) => row.id) })
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => {
      const definition = definitionOf(work, row)
      const days =
        row.state === 'active'
          ? daysWithoutContact({ startedOn: row.started_on, lastContactOn: row.last_contact_on }, today)
          : null
      const limit = contactLimitDays(definition, row.phase)
      const name = openName(work, row.person_id, row.name_sealed)
      const worker = row.worker_person_id && openName(work, row.worker_person_id, row.worker_name_sealed)
      return {
        id: row.id,
        personId: row.person_id,
        name: name ? fullName(name) : '—',
        worker: worker ? fullName(worker) : null,
        programme: definition.label,
        phase: row.quiet_since ? null : (definition.phases.find(({ id }) => id === row.phase)?.label ?? null),
        state: stateOf(row.state),
        waitingSince: row.waiting_since,
        closedOn: row.closed_on,
        lastContactOn: row.last_contact_on,
        nextContactOn: row.next_contact_on,
        contactsDone: row.contacts_done,
        daysWithoutContact: days,
        limitDays: limit,
        unvisited: isUnvisited(days, limit, isAgreedAhead(definition, row.agreed_due_on, today)),
      }
    }),
    next: last && found.length > rows.length ? { since: last.since, id: last.id } : null,
  }
}
