import type { Insertable } from 'kysely'
import { findPeople, insertPeople, type PersonRow, updatePerson } from '#db/person.ts'
import type { PersonTable } from '#db/tables.ts'
import { readDay } from '#domain/day.ts'
import { doorOf, streetOf } from '#domain/person/address-key.ts'
import { type Address, areaOf, fullName, type Name, type PersonData } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

export const personFields = sealedFields('person', [
  'name_sealed',
  'phone_sealed',
  'email_sealed',
  'birth_day_sealed',
  'address_sealed',
])

/** A person as use cases read her; `erased` when her key was destroyed and nothing can be read any more. */
export interface Person extends PersonData {
  readonly id: string
  readonly kind: PersonTable['kind']
  readonly area: string | null
  readonly version: number
  readonly erased: boolean
}

/** Makes files for new people, each with a key of her own. Ids come back in the order given. */
export async function createPeople(
  work: Work,
  people: readonly { kind: PersonTable['kind']; data: PersonData }[],
): Promise<string[]> {
  const ids = people.map(() => work.newId())
  await work.vault.create(ids)
  const rows: Insertable<PersonTable>[] = []
  for (const [at, { kind, data }] of people.entries()) {
    const id = ids[at] as string
    rows.push({ org_id: work.orgId, id, kind, created_at: work.now, ...(await sealPerson(work, id, data)) })
    rememberName(work, { id, kind, version: 1 }, data)
  }
  await insertPeople(work.tx, rows)
  work.about({ person: ids })
  return ids
}

/** Names that may be searched: hers and her worker's. A child's, a partner's or a relative's never. */
const searched: readonly PersonTable['kind'][] = ['mother', 'worker']

/** Tells the names in memory, once the transaction is committed, how this person is called from now on. */
export function rememberName(
  work: Work,
  person: { id: string; kind: PersonTable['kind']; version: number },
  data: PersonData,
): void {
  if (!searched.includes(person.kind)) return
  work.afterCommit(() => work.names.put(work.orgId, person.id, fullName(data.name), person.version))
}

/** Writes a person's data over the version that was read; `false` if somebody else did so meanwhile. */
export async function rewritePerson(
  work: Work,
  person: Pick<Person, 'id' | 'kind' | 'version'>,
  data: PersonData,
): Promise<boolean> {
  await work.vault.load([person.id])
  const written = await updatePerson(
    work.tx,
    work.orgId,
    person.id,
    person.version,
    await sealPerson(work, person.id, data),
  )
  if (written) rememberName(work, { ...person, version: person.version + 1 }, data)
  work.about({ person: person.id })
  return written
}

/** The columns of one person's data, sealed and fingerprinted; her key must be created or loaded. */
export async function sealPerson(work: Work, id: string, data: PersonData) {
  const { vault } = work
  return {
    name_sealed: personFields.seal(vault, id, id, 'name_sealed', JSON.stringify(data.name)),
    phone_sealed: personFields.sealIf(vault, id, id, 'phone_sealed', data.phone),
    email_sealed: personFields.sealIf(vault, id, id, 'email_sealed', data.email),
    birth_day_sealed: personFields.sealIf(vault, id, id, 'birth_day_sealed', data.birthDay?.toString()),
    address_sealed: personFields.sealIf(
      vault,
      id,
      id,
      'address_sealed',
      data.address && JSON.stringify(data.address),
    ),
    area: areaOf(data.address),
    ...(await printsOf(work, data)),
    languages: data.languages,
    interpreter: data.interpreter,
    name_changed_at: work.now,
  }
}

/** Keyed hashes by which a second file of the same woman is found. */
export type Prints = Awaited<ReturnType<typeof printsOf>>
export async function printsOf({ vault }: Work, data: PersonData) {
  const print = (kind: Parameters<typeof vault.fingerprint>[0], text: string | null) =>
    text ? vault.fingerprint(kind, text) : null
  return {
    phone_print: await print('phone', data.phone),
    email_print: await print('email', data.email?.toLowerCase() ?? null),
    birth_day_print: await print('birth-day', data.birthDay?.toString() ?? null),
    address_print: await print('address', doorOf(data.address)),
    street_print: await print('street', streetOf(data.address)),
  }
}

/** Opens these people's files, by id. Counts as reading: call it only for people the actor may see. */
export async function readPeople(work: Work, ids: readonly string[]): Promise<Map<string, Person>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  await work.vault.load(wanted)
  const rows = await findPeople(work.tx, work.orgId, wanted)
  work.about({ person: wanted })
  return new Map(rows.map((row) => [row.id, openPerson(work, row)]))
}

/** Opens one row whose key is loaded. */
export function openPerson({ vault }: Work, row: PersonRow): Person {
  const open = (column: (typeof personFields.columns)[number]) =>
    personFields.open(vault, row.id, row.id, column, row[column])
  const name = open('name_sealed')
  const address = open('address_sealed')
  const birthDay = open('birth_day_sealed')
  return {
    id: row.id,
    kind: row.kind,
    // Our own writing, validated on the way in.
    name: name === null ? { given: '—', family: null } : (JSON.parse(name) as Name),
    phone: open('phone_sealed'),
    email: open('email_sealed'),
    birthDay: birthDay === null ? null : readDay(birthDay),
    address: address === null ? null : (JSON.parse(address) as Address),
    languages: row.languages,
    interpreter: row.interpreter,
    area: row.area,
    version: row.version,
    erased: name === null,
  }
}
