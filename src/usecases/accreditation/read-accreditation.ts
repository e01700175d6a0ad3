import { z } from 'zod'
import { countDuties, findCoordinators, listDeputies } from '#db/duties.ts'
import { readFacts } from '#db/figure-facts.ts'
import { findMembers } from '#db/member.ts'
import { listOnCall } from '#db/on-call.ts'
import { listWorkerRows } from '#db/worker.ts'
import { accreditationPolicy } from '#domain/accreditation/accreditation-policy.ts'
import { countGates, spreadOf } from '#domain/accreditation/gate-count.ts'
import type { FactId } from '#domain/figures/figures.ts'
import { periodInput } from '#domain/figures/period.ts'
import type { Role } from '#domain/member/role.ts'
import { isWorkingHere, uncoveredDays } from '#domain/on-call/on-call.ts'
import { openValues } from '#domain/programme/open-values.ts'
import { isPressing } from '#domain/supervision/supervision.ts'
import { isBeginning, workerStates } from '#domain/worker/worker.ts'
import type { Work } from '#usecases/context.ts'
import { scopeOf } from '#usecases/figures/figures-scope.ts'
import { obligationsOf } from '#usecases/supervision/obligations.ts'
import { question } from '#usecases/use-case.ts'
import { allGates, readGates, seenGate } from '#usecases/worker/worker-gates.ts'

/** As far ahead as the rota is looked at for days on which nobody is on call. */
const rotaDays = 28
const mostWorkers = 5000
const standing = workerStates.filter((state) => !isBeginning(state) && state !== 'left')
const facts = [
  'workers.before',
  'workers.came',
  'workers.left',
  'workers.now',
  'workers.visiting',
  'workers.hours',
  'workers.trained',
  'workers.talks',
  'workers.talks-missed',
] as const satisfies readonly FactId[]

/**
 * What a visitor who judges this location asks for: of the organisation, its coordinators and its workers (peers.md 7,
 * 17). All of it comes of daily work: what stood today, and what happened in the period. It names nobody, and holds
 * nothing of the women: who needs to know how they fare is given figures. Which norm it is held against is the visitor's.
 */
export const readAccreditation = question({
  name: 'read-accreditation',
  may: accreditationPolicy.read,
  input: z.strictObject({ period: periodInput }),
  async run(work, { period }) {
    const known = await readFacts(work.tx, facts, { ...scopeOf(work, period, ''), today: work.today })
    return {
      period,
      organisation: await readOrganisationPart(work),
      coordinators: await readCoordinators(work),
      workers: {
        facts: facts.map((id) => ({ id, value: known.get(id) ?? null })),
        ...(await readWorkers(work)),
      },
    }
  },
})
export type Accreditation = Awaited<ReturnType<typeof readAccreditation>>

async function readOrganisationPart({ tx, orgId, today, programmes }: Work) {
  const members = (await findMembers(tx, orgId)).filter((one) => isWorkingHere(one, today))
  const holding = (role: Role) => members.filter(({ roles }) => roles.includes(role)).length
  const able = new Set(members.map(({ id }) => id))
  const duties = (await listOnCall(tx, orgId, today))
    .filter(({ member_id }) => able.has(member_id))
    .map((row) => ({ memberId: row.member_id, rank: row.rank, from: row.from_day, until: row.until_day }))
  return {
    programmes: programmes.offered.map((one) => ({
      id: one.id,
      label: one.label,
      variantLabel: one.variantLabel,
      version: one.version,
      toConfirm: openValues(one),
    })),
    leads: holding('safeguarding_lead'),
    privacyOfficers: holding('privacy_officer'),
    managers: holding('programme_manager'),
    uncovered: uncoveredDays(duties, today, rotaDays).length,
    rotaDays,
  }
}

async function readCoordinators({ tx, orgId, today }: Work) {
  const coordinators = await findCoordinators(tx, orgId, today)
  const duties = await countDuties(tx, orgId)
  const ofNobody = duties.filter(({ member_id }) => member_id === null || !coordinators.includes(member_id))
  return {
    now: coordinators.length,
    workersEach: spreadOf(
      coordinators.map((id) => duties.find(({ member_id }) => member_id === id)?.workers ?? 0),
    ),
    workersOfNobody: ofNobody.reduce((all, { workers }) => all + workers, 0),
    standIns: (await listDeputies(tx, orgId, today)).length,
  }
}

async function readWorkers(work: Work) {
  const rows = await listWorkerRows(work.tx, work.actor, { states: standing, limit: mostWorkers })
  const gates = await readGates(
    work,
    rows.map(({ id }) => id),
  )
  const obligations = await obligationsOf(work, rows)
  return {
    gates: countGates(
      rows.map((row) => allGates(work, row, (gates.get(row.id) ?? []).map(seenGate))),
      work.today,
    ),
    consultation: {
      asked: obligations.length,
      late: obligations.filter(({ obligation }) => isPressing(obligation)).length,
    },
  }
}
