import { fullName } from '#domain/person/person.ts'
import type { CopyRow } from '#domain/person-request/copy.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'

/** Who she is, as she told us herself. */
export async function personRows(work: Work, personId: string): Promise<readonly CopyRow[]> {
  const person = (await readPeople(work, [personId])).get(personId)
  if (!person || person.erased) throw new NotFound()
  const { address } = person
  return [
    {
      name: fullName(person.name),
      bornOn: person.birthDay && `${person.birthDay}`,
      phone: person.phone,
      email: person.email,
      address: address && [address.street, address.houseNumber, address.postcode, address.place].join(' '),
      languages: person.languages.join(', '),
      interpreter: person.interpreter,
    },
  ]
}
