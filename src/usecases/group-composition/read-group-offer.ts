import { z } from 'zod'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { titleOf } from '#usecases/group/group-fields.ts'
import { readHeldGroup } from '#usecases/group/held-group.ts'
import { question } from '#usecases/use-case.ts'

/** What a group has to offer, as it stands. */
export const readGroupOffer = question({
  name: 'read-group-offer',
  may: groupPolicy.plan,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { group, rules } = await readHeldGroup(work, id)
    return {
      id,
      version: group.version,
      title: titleOf(work, group),
      languages: group.languages,
      interpreters: group.interpreters,
      seats: group.seats,
      min: rules.sizeMin.value,
      max: rules.sizeMax.value,
    }
  },
})
