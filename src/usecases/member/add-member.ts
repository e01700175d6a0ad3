import { z } from 'zod'
import { insertMember } from '#db/member.ts'
import { roles } from '#domain/member/role.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { command } from '#usecases/use-case.ts'

/** Makes a member of somebody who can sign in. Only Naast itself does this: at first run and when an invitation is taken up. */
export const addMember = command({
  name: 'add-member',
  action: 'create',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({
    userId: z.string().min(1).max(200),
    name: z.string().trim().min(1).max(200),
    roles: z.array(z.enum(roles)).min(1),
    workerId: z.uuid().nullable(),
    language: z.enum(['nl', 'en']),
  }),
  async run({ tx, orgId, today, now, newId, vault, about }, input) {
    const id = newId()
    await vault.create([id])
    await insertMember(tx, {
      org_id: orgId,
      id,
      user_id: input.userId,
      name_sealed: memberFields.seal(vault, id, id, 'name_sealed', input.name),
      roles: input.roles,
      worker_id: input.workerId,
      language: input.language,
      active_from: today,
      created_at: now,
    })
    about({ person: id })
    return { memberId: id }
  },
})
