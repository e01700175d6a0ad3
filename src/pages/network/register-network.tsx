import { formOf } from '#pages/form-data.ts'
import type { FormState } from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { SaveForm } from '#pages/network/keep-forms.tsx'
import { inOwnNames, NetworkFields, organisationIn } from '#pages/network/network-form.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { registerNetworkOrganisation } from '#usecases/network/register-network-organisation.ts'

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { t } = request
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return page(
    t('network.register'),
    <>
      <Heading level={1}>{t('network.register')}</Heading>
      <Text lead>{t('network.register-lead')}</Text>
      <SaveForm state={state} submissionKey={request.form.key ?? request.newKey()} words={t('network.save')}>
        <NetworkFields state={state} />
      </SaveForm>
    </>,
    { place: paths.network.list() },
  )
}

export const registerNetworkRoutes: readonly Route[] = [
  staffRoute({
    path: paths.network.register(),
    who: ['coordinator', 'administrator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const { id } = await registerNetworkOrganisation(
            context,
            actor,
            { organisation: organisationIn(form) },
            form.key ? { key: form.key } : undefined,
          ).catch((error: unknown) => {
            throw inOwnNames(error)
          })
          return seeOther(paths.network.one(id), 'network.said.saved')
        },
        (problem) => show(request, problem),
      ),
  }),
]
