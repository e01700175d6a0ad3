import type { Form } from '#pages/form-data.ts'
import { ButtonLink, Heading, Link, Text } from '#pages/look/parts.tsx'
import {
  type AnswerHeaders,
  type AnyoneRequest,
  anyoneRoute,
  page,
  type RedirectAnswer,
  type Route,
  seeOther,
  withCookies,
} from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { Caller, SignIn } from '#usecases/sign-in/sign-in-port.ts'

/** Tells the browser to throw away all it kept of us (ASVS 14.3.1). */
export const clearAll: AnswerHeaders = [['clear-site-data', '"cache", "cookies", "storage"']]
/** The same, but for what a phone wrote and isn't safe yet: its script let go of everything else (decision 28). */
const clearButBoxes: AnswerHeaders = [['clear-site-data', '"cache", "cookies"']]

/**
 * Out here, and to the page that says so; for who came in at a municipality that page leads to signing out there too. By
 * a link, for a form may lead nowhere but to us, and all else she has open there ends with it.
 */
export async function signOut(
  { signIn, caller, form }: { signIn: SignIn; caller: Caller; form: Form },
  end: (caller: Caller) => Promise<readonly string[]>,
): Promise<RedirectAnswer> {
  const from = await signIn.cameFrom(caller)
  const cookies = await end(caller)
  const to = from ? `${paths.signedOut()}?org=${from.orgId}&at=${from.providerId}` : paths.signedOut()
  return withCookies({ ...seeOther(to), headers: form.checked('keep') ? clearButBoxes : clearAll }, cookies)
}

export const signOutRoutes: readonly Route[] = [
  anyoneRoute({
    path: paths.signOut(),
    post: (request) => signOut(request, request.signIn.signOut),
  }),
  anyoneRoute({ path: paths.signedOut(), get: signedOutPage }),
  anyoneRoute({
    path: paths.provider.signOut(':orgId', ':id'),
    async get({ t, signIn, caller, params }) {
      const to = await signIn.signOutThere(caller, params.orgId ?? '', params.id ?? '')
      if (to) return { kind: 'redirect', to }
      return page(
        t('provider.out-title'),
        <>
          <Heading level={1}>{t('provider.out-title')}</Heading>
          <Text>{t('provider.out-yourself')}</Text>
          <ButtonLink href={paths.signIn()}>{t('sign-in.out-again')}</ButtonLink>
        </>,
        { frame: 'public' },
      )
    },
  }),
]

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

async function signedOutPage({ t, signIn, query }: AnyoneRequest) {
  const [org, at] = [query.get('org') ?? '', query.get('at') ?? '']
  const label = isId(org) && isId(at) ? await signIn.providerLabel(org, at) : null
  return page(
    t('sign-in.out-title'),
    <>
      <Heading level={1}>{t('sign-in.out-title')}</Heading>
      <Text>{t('sign-in.out-text')}</Text>
      {label !== null && (
        <Text>
          {t('provider.out-text', { label })}{' '}
          <Link href={paths.provider.signOut(org, at)}>{t('provider.out', { label })}</Link>
        </Text>
      )}
      <ButtonLink href={paths.signIn()}>{t('sign-in.out-again')}</ButtonLink>
    </>,
    { frame: 'public', headers: clearButBoxes },
  )
}
