import { filledForm } from '#pages/form-data.ts'
import { PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { addIdentityProvider } from '#usecases/identity-provider/add-identity-provider.ts'
import { endIdentityProvider } from '#usecases/identity-provider/end-identity-provider.ts'
import { listIdentityProviders } from '#usecases/identity-provider/list-identity-providers.ts'

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** From where members may come in, for who lets people in. */
export const providerRoutes: readonly Route[] = [
  staffRoute({
    path: paths.provider.list(),
    who: ['administrator'],
    get: (request) => providersPage(request, noProblem),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          await addIdentityProvider(
            context,
            actor,
            {
              label: form.text('label'),
              issuer: form.text('issuer'),
              clientId: form.text('clientId'),
              secret: form.text('clientSecret'),
              acr: words(form.text('acr')),
              amr: words(form.text('amr')),
            },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.provider.list(), 'provider.added')
        },
        (problem) => providersPage(request, problem),
      ),
  }),
  staffRoute({
    path: paths.provider.end(':id'),
    who: ['administrator'],
    async post({ context, actor, form, params }) {
      const submission = form.key ? { key: form.key } : undefined
      await endIdentityProvider(context, actor, { providerId: params.id ?? '' }, submission)
      return seeOther(paths.provider.list(), 'provider.ended')
    },
  }),
]

async function providersPage(request: StaffRequest, problem: Problem): Promise<Answer> {
  const { t, context, actor, form, newKey, signIn, host } = request
  const providers = await listIdentityProviders(context, actor, {})
  const asked = form.key === null && form.text('label') === '' ? filledForm({ amr: 'mfa' }) : form
  const state = { t, form: asked, problem }
  return page(
    t('provider.title'),
    <>
      <Heading level={1}>{t('provider.title')}</Heading>
      <Text lead>{t('provider.lead')}</Text>
      <Table
        caption={t('provider.title')}
        rows={providers}
        empty={t('provider.none')}
        columns={[
          {
            heading: t('provider.label'),
            cell: ({ label, ended }) => (
              <>
                {label} {ended && <Tag>{t('provider.over')}</Tag>}
              </>
            ),
          },
          { heading: t('provider.issuer'), cell: ({ issuer }) => issuer },
          { heading: t('provider.people'), cell: ({ linked }) => linked },
          {
            heading: t('provider.end'),
            cell: ({ id, label, ended }) =>
              !ended && (
                <form method="post" action={paths.provider.end(id)}>
                  <input type="hidden" name="key" value={newKey()} />
                  <SubmitButton kind="secondary">
                    {t('provider.end')} <span class="naast-visually-hidden">{label}</span>
                  </SubmitButton>
                </form>
              ),
          },
        ]}
      />
      <Heading level={2}>{t('provider.add-title')}</Heading>
      <Text>
        {t('provider.give-there', {
          back: signIn.address(paths.provider.back()),
          start: signIn.address(`${paths.signIn()}?at=${host.slug}`),
        })}
      </Text>
      <PostForm state={state} submissionKey={form.key ?? newKey()} action={paths.provider.list()}>
        <TextField state={state} name="label" label={t('provider.label')} hint={t('provider.label-hint')} />
        <TextField
          state={state}
          name="issuer"
          label={t('provider.issuer')}
          hint={t('provider.issuer-hint')}
        />
        <TextField state={state} name="clientId" label={t('provider.client-id')} />
        <TextField
          state={state}
          name="clientSecret"
          label={t('provider.client-secret')}
          type="password"
          autoComplete="off"
        />
        <TextField
          state={state}
          name="amr"
          label={t('provider.amr')}
          hint={t('provider.amr-hint')}
          optional
        />
        <TextField
          state={state}
          name="acr"
          label={t('provider.acr')}
          hint={t('provider.acr-hint')}
          optional
        />
        <SubmitButton>{t('provider.add')}</SubmitButton>
      </PostForm>
      <Link href={paths.member.list()}>{t('member.back')}</Link>
    </>,
    { place: paths.member.list() },
  )
}
