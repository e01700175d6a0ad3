import { z } from 'zod'
import { findMothersByPrints, findNames, findPeople, noPrints, type PersonRow } from '#db/person.ts'
import { findCasesOfPeople, findPeopleInSight, findWorkersAmong } from '#db/person-case.ts'
import { type Day, readDay } from '#domain/day.ts'
import { alike, nameLikeness } from '#domain/person/name-likeness.ts'
import { fullName } from '#domain/person/person.ts'
import { readPhone } from '#domain/person/phone.ts'
import { searchPolicy } from '#domain/person/search-policy.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import type { Work } from '#usecases/context.ts'
import { freshenNames } from '#usecases/person/load-names.ts'
import { openName } from '#usecases/person/open-name.ts'
import { openPerson, personFields } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

export interface FoundPerson {
  readonly personId: string
  readonly name: string
  readonly birthDay: Day | null
  readonly area: string | null
  /** By what she was found. */
  readonly by: 'name' | 'phone' | 'email' | 'birth_day'
  readonly trajectories: readonly { id: string; state: string; programmeId: string }[]
  readonly referrals: readonly { id: string; state: string; receivedOn: Day }[]
}
export interface FoundWorker {
  readonly workerId: string
  readonly name: string
  readonly state: string
}

const shown = 30
/** Looked up before visibility is asked, so that what may not be seen doesn't crowd out what may. */
const candidates = 120
/** A worker has a handful of women; past this many the rest isn't searched. */
const own = 500

/**
 * Finds women whose name sounds like what was typed, or who have that phone number, e-mail address or birth day:
 * a coordinator in the whole organisation, a worker among her own. Coordinators also find workers by name.
 */
export const searchPeople = question({
  name: 'search-people',
  may: searchPolicy.search,
  // Who looks for somebody and finds nobody has looked all the same (NEN 7513: searching).
  traced: true,
  input: z.strictObject({ text: z.string().trim().max(200) }),
  async run(work, { text }) {
    const nothing = { people: [] as FoundPerson[], workers: [] as FoundWorker[] }
    if (text.length < 2) return nothing
    const likeness = searchPolicy.seesAll(work.actor) ? await everyone(work, text) : await herOwn(work, text)
    const ids = [...likeness.keys()]
    const { trajectories, referrals } = await findCasesOfPeople(work.tx, work.actor, ids)
    // A referral that became a trajectory is found as that trajectory.
    const begun = new Set(trajectories.map((trajectory) => trajectory.referral_id))
    const waiting = referrals.filter((referral) => !begun.has(referral.id))
    const inSight = new Set([...trajectories, ...waiting].map((found) => found.person_id))
    const workers = searchPolicy.findWorkers(work.actor)
      ? await findWorkersAmong(work.tx, work.orgId, ids)
      : []
    const wanted = ids.filter((id) => inSight.has(id)).slice(0, shown)
    const open = await openShown(work, [...wanted, ...workers.map((worker) => worker.person_id)])
    work.about({
      person: [...open.keys()],
      basis: searchPolicy.seesAll(work.actor) ? 'role' : 'match',
      detail: { found: open.size },
    })
    return {
      people: wanted.flatMap((personId): FoundPerson[] => {
        const person = open.get(personId)
        if (!person) return []
        return [
          {
            personId,
            ...person,
            by: likeness.get(personId) ?? 'name',
            trajectories: trajectories
              .filter((trajectory) => trajectory.person_id === personId)
              .map(({ id, state, programme_id }) => ({ id, state, programmeId: programme_id })),
            referrals: waiting
              .filter((referral) => referral.person_id === personId)
              .map(({ id, state, received_on }) => ({ id, state, receivedOn: received_on })),
          },
        ]
      }),
      workers: workers.flatMap((worker): FoundWorker[] => {
        const person = open.get(worker.person_id)
        return person ? [{ workerId: worker.id, name: person.name, state: worker.state }] : []
      }),
    }
  },
})

type Found = Map<string, FoundPerson['by']>

/** What was typed, if it is something that can be looked up by its keyed hash. */
async function typed(work: Work, text: string) {
  const phone = readPhone(text)
  const day = readTypedDay(text, { today: work.today })
  const email = text.includes('@') ? text.toLowerCase() : null
  return {
    phone: phone ? [await work.vault.fingerprint('phone', phone)] : [],
    birthDay: day ? [await work.vault.fingerprint('birth-day', day.toString())] : [],
    email: email ? [await work.vault.fingerprint('email', email)] : [],
  }
}
type Typed = Awaited<ReturnType<typeof typed>>

const foundBy = (row: PersonRow, prints: Typed): FoundPerson['by'] | null => {
  const has = (print: Buffer | null, wanted: readonly Buffer[]) =>
    print !== null && wanted.some((one) => one.equals(print))
  if (has(row.phone_print, prints.phone)) return 'phone'
  if (has(row.email_print, prints.email)) return 'email'
  return has(row.birth_day_print, prints.birthDay) ? 'birth_day' : null
}

async function everyone(work: Work, text: string): Promise<Found> {
  const prints = await typed(work, text)
  const rows = await findMothersByPrints(work.tx, work.orgId, { ...noPrints, ...prints }, candidates)
  const found: Found = new Map()
  for (const row of rows) found.set(row.id, foundBy(row, prints) ?? 'name')
  await freshenNames(work)
  for (const { personId } of work.names.search(work.orgId, text, candidates))
    if (!found.has(personId)) found.set(personId, 'name')
  return found
}

async function herOwn(work: Work, text: string): Promise<Found> {
  const prints = await typed(work, text)
  const ids = await findPeopleInSight(work.tx, work.actor, own)
  if (ids.length === 0) return new Map()
  await work.vault.load(ids)
  const found: { id: string; by: FoundPerson['by']; likeness: number }[] = []
  for (const row of await findPeople(work.tx, work.orgId, ids)) {
    const by = foundBy(row, prints)
    const name = fullName(openPerson(work, row).name)
    const likeness = by ? 1 : likenessTo(name, text)
    if (by || likeness >= alike) found.push({ id: row.id, by: by ?? 'name', likeness })
  }
  found.sort((a, b) => b.likeness - a.likeness)
  return new Map(found.map(({ id, by }) => [id, by]))
}

/** The beginning of a name counts too, as in the index. */
const likenessTo = (name: string, text: string): number =>
  ` ${name.toLowerCase()}`.includes(` ${text.toLowerCase()}`) ? 0.95 : nameLikeness(name, text)

/** What is shown of whom was found; nothing else of their files is opened. Who was erased isn't in it. */
async function openShown(work: Work, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Pick<FoundPerson, 'name' | 'birthDay' | 'area'>>()
  const rows = await findNames(work.tx, work.orgId, ids)
  await work.vault.take(rows.map(({ id, wrapped }) => ({ owner: id, wrapped })))
  return new Map(
    rows.flatMap(({ id, name_sealed, birth_day_sealed, area }) => {
      const name = openName(work, id, name_sealed)
      const born = personFields.open(work.vault, id, id, 'birth_day_sealed', birth_day_sealed)
      return name
        ? [[id, { name: fullName(name), birthDay: born === null ? null : readDay(born), area }]]
        : []
    }),
  )
}
