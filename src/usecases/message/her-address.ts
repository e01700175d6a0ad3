import { type AroundRow, listAround } from '#db/person-around.ts'
import { postAddress } from '#domain/message/letter.ts'
import type { MessageChannel } from '#domain/message/message.ts'
import { fullName } from '#domain/person/person.ts'
import { openAround } from '#usecases/around/around-fields.ts'
import { aboutMe } from '#usecases/collision/is-me.ts'
import type { Work } from '#usecases/context.ts'
import { type Person, readPeople } from '#usecases/person/person-file.ts'

/** Where she is reached by this way today; for a letter all that stands on the envelope. `null` if it isn't known. */
export function herAddress(person: Person, channel: MessageChannel): string | null {
  if (channel === 'email') return person.email
  if (channel === 'text') return person.phone
  const post = postAddress(person.address)
  return post && `${fullName(person.name)}\n${post}`
}

/** Is the number that she told of somebody the one by which she is reached herself? Then whoever wrote it down hears so. */
export async function isHerNumber(work: Work, personId: string, phone: string | null): Promise<boolean> {
  return phone !== null && (await readPeople(work, [personId])).get(personId)?.phone === phone
}

/**
 * Does this number stand with somebody around her as well, as she told of him? Held against what she told and shown to
 * nobody. Somebody who writes for her need not see who is around her.
 */
export const isNumberShared = async (work: Work, personId: string, phone: string | null): Promise<boolean> =>
  (await withNumber(work, personId, phone)).length > 0

/** The same, to be said to whoever asks: who may be the one she told of doesn't learn from it that she did. */
export async function isNumberSeenShared(
  work: Work,
  personId: string,
  phone: string | null,
): Promise<boolean> {
  const rows = await withNumber(work, personId, phone)
  if (rows.length === 0) return false
  const mine = await aboutMe(work, rows)
  return rows.some(({ id }) => !mine.has(id))
}

async function withNumber(work: Work, personId: string, phone: string | null): Promise<AroundRow[]> {
  if (!phone) return []
  const rows = await listAround(work.tx, work.orgId, [personId])
  if (rows.length === 0) return []
  await work.vault.load([personId])
  return rows.filter((row) => openAround(work, row)?.phone === phone)
}
