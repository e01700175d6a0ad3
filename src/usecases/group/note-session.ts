import { z } from 'zod'
import { findPlaces } from '#db/group-place.ts'
import { saveSession } from '#db/group-session.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { mentions } from '#domain/message/neutral-words.ts'
import { optionalText } from '#domain/person/person.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, Invalid } from '#usecases/failure.ts'
import { sessionFields } from '#usecases/group/group-fields.ts'
import { aboutPlace, holdSession, leads } from '#usecases/group/held-group.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { command } from '#usecases/use-case.ts'

/**
 * What those who lead a group keep of a session for themselves: how it went, what was done otherwise, what to do next
 * time. Of the group, not of persons (GF-4): a note that names one of the women is refused and stays on the screen.
 */
export const noteSession = command({
  name: 'note-session',
  action: 'update',
  may: groupPolicy.prepare,
  input: z.strictObject({ id: z.uuid(), version: versionInput, note: optionalText(2000) }),
  async run(work, { id, version, note }) {
    const { group, session } = await holdSession(work, id, version)
    if (!(await leads(work, group.id))) throw new Forbidden()
    if (note !== null) {
      const places = await findPlaces(work.tx, work.orgId, [group.id])
      for (const place of places) aboutPlace(work, place)
      const people = await readPeople(
        work,
        places.map((place) => place.person_id),
      )
      const names = [...people.values()].flatMap(({ name }) => [name.given, name.family ?? ''])
      if (
        mentions(
          note,
          names.filter((name) => name !== ''),
        )
      )
        throw new Invalid({ note: 'names-somebody' })
    }
    await saveSession(work.tx, session, {
      note_sealed: sessionFields.sealIf(work.vault, group.id, id, 'note_sealed', note),
    })
    return { groupId: group.id }
  },
})
