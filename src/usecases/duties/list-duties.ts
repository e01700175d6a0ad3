import { z } from 'zod'
import { countDuties, findCoordinators, listDeputies, listHandoverRows } from '#db/duties.ts'
import { dutiesPolicy } from '#domain/worker/duties-policy.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

const shown = 20

/** What each coordinator watches over, what has no owner, who stands in for whom, and what was handed over. */
export const listDuties = question({
  name: 'list-duties',
  may: dutiesPolicy.list,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, today } = work
    const counts = await countDuties(tx, orgId)
    const coordinators = await findCoordinators(tx, orgId, today)
    const deputies = await listDeputies(tx, orgId, today)
    const handovers = await listHandoverRows(tx, orgId, shown)
    const names = await whoDid(work, [
      ...coordinators,
      ...counts.flatMap(({ member_id }) => member_id ?? []),
      ...deputies.flatMap(({ member_id, deputy_id }) => [member_id, deputy_id]),
      ...handovers.flatMap(({ from_member, to_member, decided_by }) =>
        [from_member, to_member, decided_by].flatMap((id) => id ?? []),
      ),
    ])
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? '—'))
    const dutyOf = (id: string | null) => {
      const found = counts.find(({ member_id }) => member_id === id)
      return {
        memberId: id,
        name: nameOf(id),
        workers: found?.workers ?? 0,
        trajectories: found?.trajectories ?? 0,
        tasks: found?.tasks ?? 0,
      }
    }
    return {
      coordinators: coordinators.map(dutyOf),
      /** Of nobody, or of somebody who coordinates nothing any more. */
      orphans: counts
        .map(({ member_id }) => member_id)
        .filter((id) => id === null || !coordinators.includes(id))
        .map(dutyOf),
      deputies: deputies.map((one) => ({
        deputyId: one.id,
        name: nameOf(one.member_id),
        deputy: nameOf(one.deputy_id),
        from: one.from_day,
        until: one.until_day,
      })),
      handovers: handovers.map((one) => ({
        from: nameOf(one.from_member),
        to: nameOf(one.to_member),
        reason: one.reason_code,
        workers: one.workers,
        trajectories: one.trajectories,
        tasks: one.tasks,
        on: one.on_day,
        by: nameOf(one.decided_by),
      })),
    }
  },
})
export type Duties = Awaited<ReturnType<typeof listDuties>>
