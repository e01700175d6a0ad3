import { z } from 'zod'
import { insertContacts } from '#db/contact.ts'
import { insertReferrals } from '#db/referral.ts'
import { insertTrajectories } from '#db/trajectory.ts'
import { insertGates, insertWorkers } from '#db/worker.ts'
import type { PersonData } from '#domain/person/person.ts'
import { planContacts } from '#domain/programme/contact-plan.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { endDay } from '#domain/programme/end-day.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'
import { findProgramme } from '#programmes/registry.ts'
import type { Context, Work } from '#usecases/context.ts'
import { createPeople } from '#usecases/person/person-file.ts'
import { referralFields } from '#usecases/referral/referral-fields.ts'
import { command } from '#usecases/use-case.ts'
import { type Chance, chanceOf } from './chance.ts'
import { inventWoman } from './invented-people.ts'
import { simulateMeasures } from './measures.ts'
import { countsByDueDay, simulatePregnancies } from './pregnancies.ts'
import { simulateSafeContacts } from './safe-contacts.ts'

/** All that her programme asks of her was seen when she came; one in twenty should have asked for a new VOG by now. */
const gatesOf = (work: Work, chance: Chance, workerId: string, programmeId: string) =>
  (findProgramme(programmeId)?.worker.gates ?? []).map(({ kind }) => ({
    org_id: work.orgId,
    id: work.newId(),
    worker_id: workerId,
    kind,
    seen_on: work.today.subtract({
      months: chance.chance(0.05) ? chance.between(37, 50) : chance.between(2, 35),
    }),
    valid_until: null,
    recorded_by: null,
    recorded_at: work.now,
  }))

/** How big a region, and which one: the same seed gives the same people on every machine. */
export interface RegionSize {
  readonly seed: number
  readonly programmeId: string
  readonly workers: number
  readonly trajectories: number
  /** Women who were referred and sent elsewhere: they fill the search, not the caseload. */
  readonly referralsOnly: number
  readonly areas: readonly string[]
  /** Every trajectory runs; otherwise seven in ten do. */
  readonly running?: boolean
}

const batch = 200
/** So many contacts in one statement: PostgreSQL takes 65,535 values. */
const mostContacts = 2_000

/**
 * Fills an organisation with a synthetic region of any size, for load and scale. It writes whole batches below the
 * use cases: a year of a region by its own steps would take hours, and what load needs is rows that look like it.
 */
export async function simulateRegion(context: Context, orgId: string, size: RegionSize): Promise<void> {
  const system = { kind: 'system', orgId, job: 'simulation' } as const
  const workerIds: string[] = []
  for (let first = 0; first < size.workers; first += batch)
    workerIds.push(
      ...(await simulateWorkers(context, system, { ...size, areas: [...size.areas], first })).workerIds,
    )
  const all = size.trajectories + size.referralsOnly
  const firsts = Array.from({ length: Math.ceil(all / batch) }, (_, at) => at * batch).values()
  const lane = async () => {
    for (const first of firsts)
      await simulateWomen(context, system, { ...size, areas: [...size.areas], workerIds, first })
  }
  // While the database writes one batch, the next is made up.
  await Promise.all([lane(), lane()])
}

const input = z.strictObject({
  seed: z.int(),
  programmeId: z.string(),
  workers: z.int(),
  trajectories: z.int(),
  referralsOnly: z.int(),
  areas: z.array(z.string()).min(1),
  running: z.boolean().default(false),
})

const simulateWorkers = command({
  name: 'simulate-workers',
  action: 'create',
  may: (actor) => actor.kind === 'system',
  input: input.extend({ first: z.int() }),
  async run(work, { seed, workers, areas, first, programmeId }) {
    const chance = chanceOf(seed + 500_000 + first)
    const invented = Array.from({ length: Math.min(batch, workers - first) }, (_, at) =>
      inventWoman(chance, 90_000_000 + first + at, { areas, today: work.today, ages: [28, 68] }),
    )
    const people = await createPeople(
      work,
      invented.map(({ data }) => ({ kind: 'worker', data })),
    )
    const rows = people.map((personId, at) => ({
      org_id: work.orgId,
      id: work.newId(),
      person_id: personId,
      kind: 'volunteer',
      state: 'active',
      backgrounds: [invented[at]?.background ?? 'elsewhere'],
      capacity: 3,
      from_day: work.today.subtract({ months: chance.between(3, 60) }),
      created_at: work.now,
    }))
    await insertWorkers(work.tx, rows)
    await insertGates(
      work.tx,
      rows.flatMap((row) => gatesOf(work, chance, row.id, programmeId)),
    )
    return { workerIds: rows.map(({ id }) => id) }
  },
})

const simulateWomen = command({
  name: 'simulate-women',
  action: 'create',
  may: (actor) => actor.kind === 'system',
  input: input.extend({ workerIds: z.array(z.uuid()), first: z.int() }),
  async run(work, { seed, first, trajectories, referralsOnly, areas, workerIds, programmeId, running }) {
    const chance = chanceOf(seed + first + 1)
    const programme = findProgramme(programmeId)
    if (!programme) throw new Error(`no programme ${programmeId}`)
    const count = Math.min(batch, trajectories + referralsOnly - first)
    const women = Array.from(
      { length: count },
      (_, at) => inventWoman(chance, first + at, { areas, today: work.today, ages: [17, 44] }).data,
    )
    const ids = await createPeople(
      work,
      women.map((data) => ({ kind: 'mother', data })),
    )
    const referrals = ids.map((personId, at) =>
      referralRow(work, personId, first + at < trajectories, programmeId),
    )
    await insertReferrals(work.tx, referrals)
    const taken = ids.slice(0, Math.max(0, trajectories - first))
    if (taken.length === 0) return { count }
    const cases = taken.map(() => inventCase(chance, work, programme, { workerIds, running }))
    const children = (
      await createPeople(
        work,
        cases.flatMap(({ child: { bornOn } }) => (bornOn ? [{ kind: 'child', data: childOf(bornOn) }] : [])),
      )
    ).values()
    const rows = cases.map((one, at) => ({
      org_id: work.orgId,
      id: work.newId(),
      person_id: taken[at] ?? '',
      child_id: one.child.bornOn ? (children.next().value ?? null) : null,
      referral_id: referrals[at]?.id ?? '',
      programme_id: programme.id,
      programme_version: programme.version,
      created_at: work.now,
      ...one.columns,
    }))
    await insertTrajectories(work.tx, rows)
    const contacts = rows.flatMap((row, at) =>
      (cases[at]?.contacts ?? []).map((contact) => ({
        ...contact,
        org_id: work.orgId,
        id: work.newId(),
        trajectory_id: row.id,
        worker_id: row.worker_id,
      })),
    )
    for (let first = 0; first < contacts.length; first += mostContacts)
      await insertContacts(work.tx, contacts.slice(first, first + mostContacts))
    await simulatePregnancies(
      work,
      rows.flatMap(({ id, person_id }, at) => {
        const dueOn = cases[at]?.child.dueOn
        return dueOn ? [{ trajectoryId: id, personId: person_id, dueOn }] : []
      }),
    )
    await simulateSafeContacts(work, chance, taken)
    await simulateMeasures(
      work,
      programme,
      rows.flatMap(({ id, state, started_on, ends_on }, at) => {
        const child = cases[at]?.child
        return started_on && child
          ? [{ id, closed: state === 'closed', startedOn: started_on, endsOn: ends_on, child }]
          : []
      }),
    )
    return { count }
  },
})

function referralRow(work: Work, personId: string, accepted: boolean, programmeId: string) {
  const id = work.newId()
  const answers = {
    child: { bornOn: null, dueOn: null, given: null, firstChild: 'yes' },
    facts: {},
    reach: { channel: 'unknown', when: null, voicemail: 'unknown' },
  }
  return {
    org_id: work.orgId,
    id,
    person_id: personId,
    channel: 'professional_form' as const,
    state: accepted ? ('accepted' as const) : ('redirected' as const),
    programme_id: programmeId,
    received_at: work.now,
    received_on: work.today,
    contact_due_on: work.today.add({ days: 2 }),
    referrer_kind: 'jgz' as const,
    decision_code: accepted ? 'accept' : 'neighbourhood_team',
    answers_sealed: referralFields.seal(work.vault, personId, id, 'answers_sealed', JSON.stringify(answers)),
  }
}

const childOf = (bornOn: Temporal.PlainDate): PersonData => ({
  name: { given: 'Kindje', family: null },
  phone: null,
  email: null,
  birthDay: bornOn,
  address: null,
  languages: [],
  interpreter: null,
})

/** Of ten trajectories seven run, one waits, one is in intake and one is closed. */
const shares: readonly TrajectoryState[] = [
  'active',
  'active',
  'active',
  'active',
  'active',
  'active',
  'active',
  'waiting',
  'intake',
  'closed',
]

function inventCase(
  chance: Chance,
  work: Work,
  programme: ProgrammeDefinition,
  { workerIds, running }: { readonly workerIds: readonly string[]; readonly running: boolean },
) {
  const { today } = work
  const state = running ? 'active' : chance.pick(shares)
  // Where a programme counts by the due date some are still expecting.
  const expecting = running && countsByDueDay(programme) && chance.chance(0.4)
  const bornOn = expecting ? null : today.subtract({ days: chance.between(20, 480) })
  const dueOn = expecting ? today.add({ days: chance.between(1, 200) }) : null
  const child = { bornOn, dueOn }
  if (state !== 'active' && state !== 'closed')
    return {
      child,
      contacts: [],
      columns: {
        state,
        phase: null,
        worker_id: null,
        started_on: null,
        ends_on: null,
        waiting_since: state === 'waiting' ? today.subtract({ days: chance.between(0, 60) }) : null,
      },
    }
  const startedOn =
    bornOn?.add({ days: chance.between(5, 20) }) ?? today.subtract({ days: chance.between(10, 150) })
  const endsOn = endDay(programme, bornOn ?? dueOn, startedOn) ?? startedOn.add({ months: 12 })
  const stoppedOn = state === 'closed' ? today.subtract({ days: 1 }) : null
  let done = 0
  let lastContactOn: Temporal.PlainDate | null = null
  let nextContactOn: Temporal.PlainDate | null = null
  const contacts = planContacts(programme, { startOn: startedOn, endsOn }).map((planned) => {
    const past = Temporal.PlainDate.compare(planned.dueUntil, today) < 0
    const held = past && chance.chance(0.9)
    if (held) {
      done += 1
      lastContactOn = planned.dueFrom
    } else if (!past) nextContactOn ??= planned.dueFrom
    return {
      number: planned.number,
      state: held ? 'done' : past ? 'cancelled' : 'planned',
      mode: 'home',
      phase: planned.phase,
      due_from: planned.dueFrom,
      due_until: planned.dueUntil,
      done_on: held ? planned.dueFrom : null,
      minutes: held ? chance.between(60, 90) : null,
      cancelled_by: past && !held ? 'mother' : null,
    }
  })
  return {
    child,
    contacts,
    columns: {
      state,
      phase: contacts.find((contact) => contact.state === 'planned')?.phase ?? contacts.at(-1)?.phase ?? null,
      worker_id: chance.pick(workerIds),
      waiting_since: startedOn,
      started_on: startedOn,
      ends_on: endsOn,
      closed_on: stoppedOn,
      closure_reason: stoppedOn ? 'moved' : null,
      last_contact_on: lastContactOn,
      next_contact_on: nextContactOn,
      contacts_done: done,
    },
  }
}
