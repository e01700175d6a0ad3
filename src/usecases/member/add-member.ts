import { z } from 'zod'
import { memberLanguages } from '#domain/member/language.ts'
import { roles } from '#domain/member/role.ts'
import { createMember } from '#usecases/member/create-member.ts'
import { command } from '#usecases/use-case.ts'

/** Makes a member of somebody who can sign in. Only Naast itself does this: for the demo's cast and for tests. */
export const addMember = command({
  name: 'add-member',
  action: 'create',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({
    userId: z.string().min(1).max(200),
    name: z.string().trim().min(1).max(200),
    email: z.email().max(200).nullable().default(null),
    roles: z.array(z.enum(roles)).min(1),
    workerId: z.uuid().nullable(),
    language: z.enum(memberLanguages),
  }),
  async run(work, input) {
    const memberId = work.newId()
    await createMember(work, { memberId, ...input })
    work.about({ person: memberId })
    return { memberId }
  },
})
