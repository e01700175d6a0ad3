import { updateOrganisation } from '#db/organisation.ts'
import { organisationPolicy, organisationSettings } from '#domain/organisation/organisation-settings.ts'
import { command } from '#usecases/use-case.ts'

/** Changes the organisation's name, language, theme and the exit of its participants' pages. */
export const changeOrganisation = command({
  name: 'change-organisation',
  action: 'update',
  may: organisationPolicy.settings,
  input: organisationSettings,
  async run({ tx, orgId }, { name, language, theme, exitUrl }) {
    await updateOrganisation(tx, orgId, { name, language, theme, exit_url: exitUrl })
    return {}
  },
})
