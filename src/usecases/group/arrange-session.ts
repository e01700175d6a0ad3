import { z } from 'zod'
import { findSessions, saveSession } from '#db/group-session.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { interpreterStates, interpreterWays } from '#domain/group/session-care.ts'
import { languageInput } from '#domain/person/person.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { holdSession } from '#usecases/group/held-group.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Who looks after the children meanwhile, and who interprets, at one session or from there on at all that are still to
 * come. That there is an interpreter, never who: whom a woman may not meet is asked in her own file.
 */
export const arrangeSession = command({
  name: 'arrange-session',
  action: 'update',
  may: groupPolicy.hold,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    crechePlaces: z.int().min(1).max(40).nullable(),
    interpreter: z
      .strictObject({
        language: languageInput,
        how: z.enum(interpreterWays, { error: 'choose-one' }),
        state: z.enum(interpreterStates, { error: 'choose-one' }),
      })
      .nullable(),
    fromHereOn: z.boolean().default(false),
  }),
  async run(work, { id, version, crechePlaces, interpreter, fromHereOn }) {
    const { group, session } = await holdSession(work, id, version)
    if (session.state !== 'planned') throw new Refused('session-not-from-this-state')
    const later = fromHereOn
      ? (await findSessions(work.tx, work.orgId, [group.id])).filter(
          (row) => row.state === 'planned' && row.number > session.number,
        )
      : []
    for (const row of [session, ...later])
      await saveSession(work.tx, row, {
        creche_places: crechePlaces,
        interpreter_language: interpreter?.language ?? null,
        interpreter_how: interpreter?.how ?? null,
        interpreter_state: interpreter?.state ?? null,
      })
    return { groupId: group.id, arranged: 1 + later.length }
  },
})
