import { z } from 'zod'
import { findHelpOffers } from '#db/help-offer.ts'
import { findReferral } from '#db/referral.ts'
import { findHelp } from '#domain/network/find-help.ts'
import { helpCategories } from '#domain/network/help-offer.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { offerView } from '#usecases/network/offer-view.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { whereaboutsOf } from '#usecases/person/whereabouts.ts'
import { question } from '#usecases/use-case.ts'

/**
 * What there is around us for the woman of this referral: where she lives, in her language unless another is asked
 * for, for the need that is asked for.
 */
export const findHelpFor = question({
  name: 'find-help-for',
  may: referralPolicy.read,
  input: z.strictObject({
    referralId: z.uuid(),
    category: z.enum(helpCategories).nullable(),
    language: z.string().max(20).nullable(),
  }),
  async run(work, { referralId, category, language }) {
    const { tx, actor, orgId, vault, today } = work
    const referral = await findReferral(tx, actor, referralId)
    if (!referral) throw new NotFound()
    const person = (await readPeople(work, [referral.person_id])).get(referral.person_id)
    if (!person) throw new NotFound()
    const rows = await findHelpOffers(tx, orgId, null)
    await vault.load([...new Set(rows.map((row) => row.network_organisation_id))])
    const where = await whereaboutsOf(work, person)
    const spoken = language ?? person.languages[0] ?? null
    return {
      where,
      language: spoken,
      offers: findHelp(
        rows.map((row) => offerView(work, row)),
        { category, language: spoken, where },
        today,
      ),
    }
  },
})
