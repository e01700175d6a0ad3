import { insertMember } from '#db/member.ts'
import type { Language } from '#domain/member/language.ts'
import type { Role } from '#domain/member/role.ts'
import type { Work } from '#usecases/context.ts'
import { memberFields } from '#usecases/member/member-fields.ts'

export interface NewMember {
  readonly memberId: string
  readonly userId: string
  readonly name: string
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly workerId: string | null
  readonly language: Language
}

/** Writes a new member with a key of her own. A step inside a transaction: who may do it, its use case decides. */
export async function createMember(
  { tx, orgId, vault, today, now }: Pick<Work, 'tx' | 'orgId' | 'vault' | 'today' | 'now'>,
  member: NewMember,
): Promise<void> {
  const id = member.memberId
  await vault.create([id])
  await insertMember(tx, {
    org_id: orgId,
    id,
    user_id: member.userId,
    name_sealed: memberFields.seal(vault, id, id, 'name_sealed', member.name),
    email_sealed: memberFields.sealIf(vault, id, id, 'email_sealed', member.email),
    roles: [...member.roles],
    worker_id: member.workerId,
    language: member.language,
    active_from: today,
    created_at: now,
  })
}
