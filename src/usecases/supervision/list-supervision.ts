import { z } from 'zod'
import { findMembers } from '#db/member.ts'
import { listSupervision as findRows, listSupervisionPlaces } from '#db/supervision.ts'
import { listWorkerRows } from '#db/worker.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import { isPressing, supervisionPolicy } from '#domain/supervision/supervision.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { obligationsOf } from '#usecases/supervision/obligations.ts'
import { question } from '#usecases/use-case.ts'

const daysBack = 90
const most = 200
const mostWorkers = 500

/** Meetings to come and of the last months, who must be in one soon or should have been, and who may be asked. */
export const listSupervision = question({
  name: 'list-supervision',
  may: supervisionPolicy.read,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, today } = work
    const rows = await findRows(tx, orgId, { since: today.subtract({ days: daysBack }), limit: most })
    const places = await listSupervisionPlaces(
      tx,
      orgId,
      rows.map(({ id }) => id),
    )
    const workers = await listWorkerRows(tx, actor, { states: ['active', 'ready'], limit: mostWorkers })
    const standings = await obligationsOf(
      work,
      workers.filter(({ state }) => state === 'active'),
    )
    const names = await readNames(
      work,
      workers.map(({ person_id }) => person_id),
    )
    const leaders = (await findMembers(tx, orgId)).filter(
      (member) =>
        member.roles.some((role) => role === 'coordinator' || role === 'safeguarding_lead') &&
        isWorkingHere(member, today),
    )
    const called = await whoDid(
      work,
      leaders.map(({ id }) => id),
    )
    return {
      sessions: rows.map((row) => {
        const own = places.filter(({ session_id }) => session_id === row.id)
        return {
          id: row.id,
          kind: row.kind,
          state: row.state,
          on: row.on_day,
          at: row.starts_at?.slice(0, 5) ?? null,
          place: row.place,
          expected: own.length,
          there: own.filter(({ attendance }) => attendance === 'there').length,
        }
      }),
      standings: standings
        .map(({ worker, obligation }) => ({
          workerId: worker.id,
          name: names.get(worker.person_id) ?? '—',
          ...obligation,
          pressing: isPressing(obligation),
        }))
        .sort((a, b) => Number(b.pressing) - Number(a.pressing) || Temporal.PlainDate.compare(a.by, b.by)),
      workers: workers.map((worker) => ({ id: worker.id, name: names.get(worker.person_id) ?? '—' })),
      leaders: leaders.map(({ id }) => ({ id, name: called.get(id) ?? '—' })),
    }
  },
})
export type SupervisionList = Awaited<ReturnType<typeof listSupervision>>
