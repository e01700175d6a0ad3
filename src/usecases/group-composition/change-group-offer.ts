import { z } from 'zod'
import { saveGroup } from '#db/group.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { versionInput } from '#domain/version.ts'
import { languageList } from '#domain/worker/own-file.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { groupStateOf } from '#usecases/group/group-states.ts'
import { holdGroup } from '#usecases/group/held-group.ts'
import { command } from '#usecases/use-case.ts'

/** What a group has to offer to who waits: what is spoken in it, for whom somebody interprets, how many seats there are. */
export const changeGroupOffer = command({
  name: 'change-group-offer',
  action: 'update',
  may: groupPolicy.plan,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    languages: languageList,
    interpreters: languageList,
    /** `null`: as many as the programme allows. */
    seats: z.int().min(1).max(1000).nullable(),
  }),
  async run(work, { id, version, languages, interpreters, seats }) {
    const { group, rules } = await holdGroup(work, id, version)
    const state = groupStateOf(group)
    if (state === 'completed' || state === 'stopped') throw new Refused('group-not-from-this-state')
    if (seats !== null && (seats < rules.sizeMin.value || seats > rules.sizeMax.value))
      throw new Invalid({ seats: 'not-so-many-seats' })
    await saveGroup(work.tx, group, { languages, interpreters, seats })
    return { groupId: id }
  },
})
