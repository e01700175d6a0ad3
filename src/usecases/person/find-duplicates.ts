import { findPrintsOfMothers, findStandingMothers, type PrintsRow } from '#db/person.ts'
import { findCasesOfPeople } from '#db/person-case.ts'
import { type DuplicateReason, weighDuplicate } from '#domain/person/duplicate.ts'
import { alike } from '#domain/person/name-likeness.ts'
import { fullName, type PersonData } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import { freshenNames } from '#usecases/person/load-names.ts'
import { type Prints as OwnPrints, openPerson, type Person, printsOf } from '#usecases/person/person-file.ts'

/** A file that may be about the same woman. */
export interface Duplicate {
  readonly personId: string
  readonly name: string
  /** The strongest reason to think so. */
  readonly reason: DuplicateReason
  readonly reasons: readonly DuplicateReason[]
  /** Her newest referral that this actor may see, to mark the other as its double. */
  readonly referralId: string | null
}

/**
 * Files that may be about the woman with these data: same birth day and a name that sounds the same, or the same
 * phone number, e-mail address or front door. Found by keyed hashes, then held against what the files say. Only a
 * proposal; nothing is merged.
 */
export async function findDuplicates(
  work: Work,
  data: PersonData,
  exceptPersonId?: string,
): Promise<Duplicate[]> {
  const [found] = await findDuplicatesOfEach(work, [data])
  return (found ?? []).filter(({ personId }) => personId !== exceptPersonId)
}

/** The same for many at once (a spreadsheet), in a handful of queries. Answers stand in the order given. */
export async function findDuplicatesOfEach(
  work: Work,
  people: readonly PersonData[],
): Promise<Duplicate[][]> {
  // Among many there are many born on one day; those in memory by another name need not be opened.
  if (people.length > 1) await freshenNames(work)
  const pairs = await findPairs(work, people)
  const files = await openFiles(work, [...new Set(pairs.flat())])
  const seen = new Set<string>()
  const likely = people.map((data, at) =>
    (pairs[at] ?? []).flatMap((id) => {
      const person = files.get(id)
      const reasons = !person || person.erased ? [] : weighDuplicate(data, person)
      const [reason] = reasons
      if (!person || !reason) return []
      seen.add(id)
      return [{ personId: id, name: fullName(person.name), reason, reasons }]
    }),
  )
  const { referrals } = await findCasesOfPeople(work.tx, work.actor, [...seen])
  const newest = new Map(referrals.toReversed().map((referral) => [referral.person_id, referral.id]))
  // Only files that were found to be like count as read; of the others nobody hears anything.
  work.about({ person: [...seen] })
  return likely.map((found) =>
    found.map((double) => ({ ...double, referralId: newest.get(double.personId) ?? null })),
  )
}

/** For each of these people the files that share a hash with her, in order of id. */
async function findPairs(work: Work, people: readonly PersonData[]): Promise<string[][]> {
  const own: OwnPrints[] = []
  for (const data of people) own.push(await printsOf(work, data))
  const all = (column: keyof OwnPrints): Buffer[] => own.flatMap((prints) => prints[column] ?? [])
  const rows = await findPrintsOfMothers(work.tx, work.orgId, {
    phone: all('phone_print'),
    email: all('email_print'),
    birthDay: all('birth_day_print'),
    address: all('address_print'),
  })
  const byPrint = new Map<string, PrintsRow[]>()
  for (const row of rows)
    for (const key of keysOf(row)) {
      const same = byPrint.get(key)
      if (same) same.push(row)
      else byPrint.set(key, [row])
    }
  return people.map((data, at) => {
    const likeness = work.names.likenessTo(work.orgId, fullName(data.name))
    const ids = new Set<string>()
    for (const key of keysOf(own[at]))
      for (const { id, version } of byPrint.get(key) ?? [])
        if (!key.startsWith('birth_day') || (likeness(id, version) ?? 1) >= alike) ids.add(id)
    return [...ids].sort()
  })
}

const printColumns = ['phone_print', 'email_print', 'birth_day_print', 'address_print'] as const
const keysOf = (prints: Pick<OwnPrints, (typeof printColumns)[number]> | undefined): string[] =>
  printColumns.flatMap((column) => {
    const print = prints?.[column]
    return print ? [`${column}|${print.toString('latin1')}`] : []
  })

async function openFiles(work: Work, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await findStandingMothers(work.tx, work.orgId, ids)
  await work.vault.load(rows.map((row) => row.id))
  return new Map(rows.map((row) => [row.id, openPerson(work, row)]))
}
