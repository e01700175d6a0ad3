import { z } from 'zod'
import { appendAudit } from '#db/audit.ts'
import { hasOrganisation, insertOrganisation, lockFirstRun } from '#db/organisation.ts'
import { insertOffers } from '#db/programme.ts'
import { languageOf } from '#domain/member/language.ts'
import { slugOf } from '#domain/organisation/slug.ts'
import { noticeDays } from '#domain/sign-in/passkey-rule.ts'
import { findProgramme, programmes } from '#programmes/registry.ts'
import type { Context } from '#usecases/context.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { createMember, type NewMember } from '#usecases/member/create-member.ts'
import { policyVersion } from '#usecases/use-case.ts'

export const newOrganisation = z.strictObject({
  orgId: z.uuid(),
  name: z.string().trim().min(2).max(200),
  slug: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/)
    .optional(),
  timeZone: z.string().default('Europe/Amsterdam'),
  language: z.enum(['nl', 'en']).default('nl'),
  theme: z.string().default('naast'),
  /** Asks a passkey of who holds a weighty role, a week from now. */
  passkeys: z.boolean().default(false),
  /** Ids of the programmes it offers from its first day; without a choice all that Naast comes with. */
  offers: z.array(z.string()).default(programmes.map(({ id }) => id)),
})

/**
 * Makes an organisation, with its first administrator if one is given. The one thing that does not go through the
 * use-case door, because the door needs an organisation to open; like the door it does all its work and its line
 * in the access log in one transaction. `only` refuses if there is any organisation already: the first run.
 */
export async function createOrganisation(
  context: Context,
  input: z.input<typeof newOrganisation>,
  { only, administrator }: { only: boolean; administrator: NewMember | null },
): Promise<{ orgId: string }> {
  const parsed = newOrganisation.safeParse(input)
  if (!parsed.success) throw new Invalid({ organisation: 'not-valid' })
  const { orgId, name, timeZone, language, theme } = parsed.data
  await context.db.transaction().execute(async (tx) => {
    await lockFirstRun(tx)
    if (only && (await hasOrganisation(tx))) throw new Refused('first-run-is-over')
    const now = context.now()
    const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
    await insertOrganisation(tx, {
      id: orgId,
      name,
      slug: parsed.data.slug ?? slugOf(name),
      time_zone: timeZone,
      language,
      theme,
      passkeys_from: parsed.data.passkeys ? today.add({ days: noticeDays }) : null,
      created_at: now,
    })
    await insertOffers(
      tx,
      parsed.data.offers.flatMap((id) => {
        const programme = findProgramme(id)
        return programme
          ? [
              {
                org_id: orgId,
                id: context.newId(),
                programme_id: id,
                version: programme.version,
                from_day: today,
                decided_at: now,
              },
            ]
          : []
      }),
    )
    const vault = context.vault(tx, orgId)
    if (administrator)
      await createMember(
        { tx, orgId, vault, today, now },
        { ...administrator, language: languageOf(administrator.language) },
      )
    await appendAudit(tx, {
      id: context.newId(),
      orgId,
      at: now,
      event: 'create-organisation',
      action: 'create',
      outcome: 'success',
      actorKind: 'system',
      actorId: null,
      actorRoles: [],
      onBehalfOf: null,
      personIds: administrator ? [administrator.memberId] : [],
      trajectoryIds: [],
      accessBasis: 'system',
      policyVersion,
      requestId: context.requestId,
      detail: null,
    })
  })
  return { orgId }
}
