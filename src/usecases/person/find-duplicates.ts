import { findMothersByPrints, type PersonRow, type Prints } from '#db/person.ts'
import { findCasesOfPeople } from '#db/person-case.ts'
import { type DuplicateReason, weighDuplicate } from '#domain/person/duplicate.ts'
import { fullName, type PersonData } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import { type Prints as OwnPrints, openPerson, printsOf } from '#usecases/person/person-file.ts'

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
  const own: OwnPrints[] = []
  for (const data of people) own.push(await printsOf(work, data))
  const rows = await rowsWith(work, own)
  await work.vault.load(rows.map((row) => row.id))
  const files = rows.map((row) => ({ row, person: openPerson(work, row) }))
  const byPrint = new Map<string, typeof files>()
  for (const file of files)
    for (const key of keysOf(file.row)) byPrint.set(key, [...(byPrint.get(key) ?? []), file])
  const seen = new Set<string>()
  const likely = people.map((data, at) => {
    const candidates = new Set(keysOf(own[at]).flatMap((key) => byPrint.get(key) ?? []))
    return [...candidates].flatMap(({ row, person }) => {
      const reasons = person.erased ? [] : weighDuplicate(data, person)
      const [reason] = reasons
      if (!reason) return []
      seen.add(row.id)
      return [{ personId: row.id, name: fullName(person.name), reason, reasons }]
    })
  })
  const { referrals } = await findCasesOfPeople(work.tx, work.actor, [...seen])
  // Only files that were found to be like count as read; of the others nobody hears anything.
  work.about({ person: [...seen] })
  return likely.map((found) =>
    found.map((double) => ({
      ...double,
      referralId: referrals.find((referral) => referral.person_id === double.personId)?.id ?? null,
    })),
  )
}

/** Past this many files with the same hashes the rest is not looked at: nobody could weigh so many proposals. */
const most = 2000
const batch = 1000

async function rowsWith(work: Work, own: readonly OwnPrints[]): Promise<PersonRow[]> {
  const rows = new Map<string, PersonRow>()
  for (let at = 0; at < own.length; at += batch) {
    const some = own.slice(at, at + batch)
    const of = (column: keyof OwnPrints): Buffer[] =>
      some.flatMap((prints) => {
        const print = prints[column]
        return print ? [print] : []
      })
    const prints: Prints = {
      phone: of('phone_print'),
      email: of('email_print'),
      birthDay: of('birth_day_print'),
      address: of('address_print'),
    }
    for (const row of await findMothersByPrints(work.tx, work.orgId, prints, most)) rows.set(row.id, row)
  }
  return [...rows.values()]
}

const printColumns = ['phone_print', 'email_print', 'birth_day_print', 'address_print'] as const
const keysOf = (prints: Pick<OwnPrints, (typeof printColumns)[number]> | undefined): string[] =>
  printColumns.flatMap((column) => {
    const print = prints?.[column]
    return print ? [`${column}|${print.toString('hex')}`] : []
  })
