import { findPeopleAround } from '#db/message.ts'
import { findPeople } from '#db/person.ts'
import type { KnownTraces } from '#domain/redaction/trace.ts'
import type { Work } from '#usecases/context.ts'
import { openPerson } from '#usecases/person/person-file.ts'

/**
 * What is known of her, her children, who lives with her and who stands beside her: held against a text that somebody
 * typed. Whoever types one name after the other learns which of them is known, so it counts as reading all their files. Of
 * `except` nothing is looked for: whose own file it is.
 */
export async function knownTraces(
  work: Work,
  personId: string,
  {
    except = null as string | null,
    /** She knows by what first name somebody stands beside her; the rest of it is that one's own. */
    givenOfWorkers = true,
  } = {},
): Promise<KnownTraces> {
  const { tx, orgId, vault } = work
  const around = await findPeopleAround(tx, orgId, personId)
  await vault.take(around.map(({ id, wrapped }) => ({ owner: id, wrapped })))
  await vault.load([personId])
  return tracesOfPeople(
    work,
    [personId, ...around.map(({ id }) => id)].filter((id) => id !== except),
    { givenOfWorkers },
  )
}

/** The same of people who are named one by one; their keys must be loaded. */
export async function tracesOfPeople(
  work: Work,
  ids: readonly string[],
  { givenOfWorkers = true } = {},
): Promise<KnownTraces> {
  const { tx, orgId } = work
  work.about({ person: ids })
  const people = (await findPeople(tx, orgId, ids))
    .map((row) => openPerson(work, row))
    .filter(({ erased }) => !erased)
  const some = <Value>(values: readonly (Value | null | undefined)[]): Value[] =>
    values.flatMap((one) => one ?? [])
  return {
    names: some(
      people.flatMap(({ kind, name }) =>
        kind === 'worker' && !givenOfWorkers ? [name.family] : [name.given, name.family],
      ),
    ).filter((name) => name !== '—'),
    emails: some(people.map(({ email }) => email)),
    phones: some(people.map(({ phone }) => phone)),
    streets: some(people.map(({ address }) => address?.street)),
    postcodes: some(people.map(({ address }) => address?.postcode)),
    places: some(people.map(({ address }) => address?.place)),
    birthDays: some(people.map(({ birthDay }) => birthDay)),
  }
}
