import { z } from 'zod'
import { findMembers } from '#db/member.ts'
import { findOrganisation } from '#db/organisation.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import type { CastMember } from '#usecases/sign-in/sign-in-port.ts'
import { question } from '#usecases/use-case.ts'

/** Whom one can be in the demo with one click, in the order in which they joined. Naast itself asks, in the demo only. */
export const listCast = question({
  name: 'list-cast',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({}),
  async run({ tx, orgId, vault }): Promise<CastMember[]> {
    const [members, organisation] = [await findMembers(tx, orgId), await findOrganisation(tx, orgId)]
    await vault.load(members.map(({ id }) => id))
    return members
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, roles, name_sealed }) => ({
        memberId: id,
        orgId,
        organisation: organisation.name,
        name: memberFields.open(vault, id, id, 'name_sealed', name_sealed) ?? '—',
        roles,
      }))
  },
})
