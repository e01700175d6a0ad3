import { roles } from '#domain/member/role.ts'
import { SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import {
  anyoneRoute,
  page,
  type Route,
  type StaffRequest,
  seeOther,
  staffRoute,
  withCookies,
} from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { refusalWords } from '#pages/problem.ts'
import { signInPage } from '#pages/sign-in/sign-in.tsx'
import { answerTo } from '#pages/sign-in/step-answer.ts'
import type { T } from '#pages/words/words.ts'
import { Refused } from '#usecases/failure.ts'
import { listIdentityProviders } from '#usecases/identity-provider/list-identity-providers.ts'
import { unlinkIdentity } from '#usecases/identity-provider/unlink-identity.ts'

/**
 * There and back: by links, for a form may lead nowhere but to us. What brings her back is checked by what her browser
 * left with.
 */
export const providerWayRoutes: readonly Route[] = [
  anyoneRoute({
    path: paths.provider.signIn(':orgId', ':id'),
    get: ({ t, signIn, caller, params }) =>
      away(t, paths.signIn(), () => signIn.leaveToSignIn(caller, params.orgId ?? '', params.id ?? '')),
  }),
  anyoneRoute({
    path: paths.provider.back(),
    async get(request) {
      const { t, signIn, caller, query } = request
      try {
        const step = await signIn.arrive(caller, query.toString())
        if (step.step === 'linked') return seeOther(paths.provider.own(), 'provider.linked')
        return answerTo(step, 'provider-refused', (problem) => signInPage(request, problem))
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        return held(t, error, paths.provider.own())
      }
    },
  }),
  staffRoute({ path: paths.provider.own(), who: roles, get: ownPage }),
  staffRoute({
    path: paths.provider.link(':id'),
    who: roles,
    get: ({ t, signIn, caller, params }) =>
      away(t, paths.provider.own(), () => signIn.leaveToLink(caller, params.id ?? '')),
  }),
  staffRoute({
    path: paths.provider.unlink(':id'),
    who: roles,
    async post({ context, actor, params, form }) {
      const submission = form.key ? { key: form.key } : undefined
      await unlinkIdentity(context, actor, { providerId: params.id ?? '' }, submission)
      return seeOther(paths.provider.own(), 'provider.unlinked')
    },
  }),
]

async function away(t: T, from: string, leave: () => Promise<{ to: string; cookies: readonly string[] }>) {
  try {
    const { to, cookies } = await leave()
    return withCookies(seeOther(to), cookies)
  } catch (error) {
    if (!(error instanceof Refused) || error.code === 'proof-needed') throw error
    return held(t, error, from)
  }
}

const held = (t: T, error: Refused, back: string) =>
  page(
    t('provider.held'),
    <>
      <Heading level={1}>{t('provider.held')}</Heading>
      <Text>{refusalWords(t, error)}</Text>
      <ButtonLink href={back}>{t('provider.again')}</ButtonLink>
    </>,
    { frame: 'public', status: error.code === 'slow-down' ? 429 : 409 },
  )

async function ownPage({ t, context, actor, newKey }: StaffRequest) {
  const providers = (await listIdentityProviders(context, actor, {})).filter(({ ended }) => !ended)
  return page(
    t('provider.own-title'),
    <>
      <Heading level={1}>{t('provider.own-title')}</Heading>
      <Text lead>{t('provider.own-lead')}</Text>
      {providers.length === 0 && <Empty title={t('provider.none')} />}
      <ul class="naast-plain-list naast-passkeys">
        {providers.map(({ id, label, own }) => (
          <li key={id}>
            <p class="utrecht-paragraph">
              <strong>{label}</strong>
              <br />
              {t(own ? 'provider.is-linked' : 'provider.not-linked')}
            </p>
            {own ? (
              <form method="post" action={paths.provider.unlink(id)}>
                <input type="hidden" name="key" value={newKey()} />
                <SubmitButton kind="secondary">
                  {t('provider.unlink')} <span class="naast-visually-hidden">{label}</span>
                </SubmitButton>
              </form>
            ) : (
              <ButtonLink href={paths.provider.link(id)}>
                {t('provider.link')} <span class="naast-visually-hidden">{label}</span>
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
      <Link href={paths.account.one()}>{t('sign-in.account-title')}</Link>
    </>,
  )
}
