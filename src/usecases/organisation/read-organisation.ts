import { z } from 'zod'
import { listBoundarySets } from '#db/boundary.ts'
import { findOrganisation } from '#db/organisation.ts'
import { countAreas, findCodeYears } from '#db/postcode-area.ts'
import { countTravelTimes } from '#db/travel-time.ts'
import { organisationPolicy } from '#domain/organisation/organisation-settings.ts'
import { question } from '#usecases/use-case.ts'

/** The organisation's settings, and how many postcode areas it knows the distance between. */
export const readOrganisation = question({
  name: 'read-organisation',
  may: organisationPolicy.settings,
  input: z.strictObject({}),
  async run({ tx, orgId }) {
    const { name, slug, language, theme, exit_url, passkeys_from, offline, own_device } =
      await findOrganisation(tx, orgId)
    return {
      name,
      slug,
      language,
      theme,
      exitUrl: exit_url,
      offline,
      ownDevice: own_device,
      passkeysFrom: passkeys_from,
      areas: await countAreas(tx, orgId),
      codeYears: await findCodeYears(tx, orgId),
      boundaries: await listBoundarySets(tx, orgId),
      ways: await countTravelTimes(tx, orgId),
    }
  },
})
