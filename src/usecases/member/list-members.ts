import { z } from 'zod'
import { findOpenInvitations } from '#db/invitation.ts'
import { findMembers } from '#db/member.ts'
import { memberPolicy } from '#domain/member/member-policy.ts'
import type { Role } from '#domain/member/role.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { invitationFields, memberFields } from '#usecases/member/member-fields.ts'
import { question } from '#usecases/use-case.ts'

export interface ListedMember {
  readonly id: string
  /** A dash if her file was erased. */
  readonly name: string
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly activeFrom: Temporal.PlainDate
  readonly activeUntil: Temporal.PlainDate | null
  readonly active: boolean
  readonly version: number
}
export interface ListedInvitation {
  readonly id: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly forMember: boolean
  readonly expiresAt: Temporal.Instant
  readonly expired: boolean
}

/** Everybody who can sign in, who could once, and who was invited and has not come yet. */
export const listMembers = question({
  name: 'list-members',
  may: memberPolicy.list,
  input: z.strictObject({}),
  async run(work) {
    const invitations = await findOpenInvitations(work.tx, work.orgId)
    await work.vault.load(invitations.map(({ id }) => id))
    return {
      members: await readMembers(work),
      invitations: invitations.map(
        (row): ListedInvitation => ({
          id: row.id,
          email: invitationFields.open(work.vault, row.id, row.id, 'email_sealed', row.email_sealed) ?? '—',
          roles: row.roles,
          forMember: row.member_id !== null,
          expiresAt: row.expires_at,
          expired: Temporal.Instant.compare(row.expires_at, work.now) <= 0,
        }),
      ),
    }
  },
})

/** One member, for the page where her roles are changed. */
export const readMember = question({
  name: 'read-member',
  may: memberPolicy.list,
  input: z.strictObject({ memberId: z.uuid() }),
  async run(work, { memberId }) {
    const member = (await readMembers(work)).find(({ id }) => id === memberId)
    if (!member) throw new NotFound()
    return member
  },
})

async function readMembers(work: Work): Promise<ListedMember[]> {
  const rows = await findMembers(work.tx, work.orgId)
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await work.vault.load(ids)
  work.about({ person: ids })
  return rows.map((row) => ({
    id: row.id,
    name: memberFields.open(work.vault, row.id, row.id, 'name_sealed', row.name_sealed) ?? '—',
    email: memberFields.open(work.vault, row.id, row.id, 'email_sealed', row.email_sealed),
    roles: row.roles,
    activeFrom: row.active_from,
    activeUntil: row.active_until,
    active: row.active_until === null || Temporal.PlainDate.compare(row.active_until, work.today) >= 0,
    version: row.version,
  }))
}
