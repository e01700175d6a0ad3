import { z } from 'zod'
import { findOpenGlass } from '#db/break-glass.ts'
import { findAuthority, findMember } from '#db/member.ts'
import { findOrganisation } from '#db/organisation.ts'
import { languageOf } from '#domain/member/language.ts'
import { workersWords } from '#domain/programme/workers-words.ts'
import { passkeyDue } from '#domain/sign-in/passkey-rule.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { question } from '#usecases/use-case.ts'

/**
 * Who somebody is that has a session, for the frame around every page; `null` if she is no member today. Her own
 * name on her own screen is no reading of a file, so it leaves no line in the access log.
 */
export const readVisitor = question({
  name: 'read-visitor',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({ memberId: z.uuid() }),
  async run({ tx, orgId, today, now, vault, programmes }, { memberId }) {
    const authority = await findAuthority(tx, orgId, memberId, today)
    const member = authority && (await findMember(tx, orgId, memberId))
    if (!authority || !member) return null
    await vault.load([memberId])
    const glass = await findOpenGlass(tx, { orgId, memberId })
    const { name, slug, theme, time_zone: zone, passkeys_from: from } = await findOrganisation(tx, orgId)
    return {
      ...authority,
      name: memberFields.open(vault, memberId, memberId, 'name_sealed', member.name_sealed) ?? '—',
      language: languageOf(member.language),
      /** A file that she has open in an emergency, and until when: said on each of her pages. */
      glass: glass ? { id: glass.id, until: now.add({ seconds: Math.ceil(glass.seconds) }) } : null,
      /** From which day she comes in with a passkey; `null` if nobody asks that of her. */
      passkeysDue: passkeyDue({ roles: authority.roles, since: member.active_from, from }),
      host: { orgId, name, slug, theme, zone, workers: workersWords(programmes.offered) },
    }
  },
})
