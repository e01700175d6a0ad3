import { PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { rolesInWords } from '#pages/member/role-words.ts'
import { type AnyoneRequest, anyoneRoute, page, type Route, seeOther, withCookies } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { PasskeyButton, passkeyIsland } from '#pages/sign-in/passkey-button.tsx'
import { answerTo } from '#pages/sign-in/step-answer.ts'
import type { CastMember, OfferedProvider, PasskeyOffer } from '#usecases/sign-in/sign-in-port.ts'

export const signInRoutes: readonly Route[] = [
  anyoneRoute({
    path: paths.signIn(),
    async get(request) {
      const standing = await request.signIn.standing(request.caller)
      const cast = await request.signIn.demoCast()
      // In the demo one changes place with somebody else by just clicking again.
      if (standing === 'signed-in' && cast === null) return seeOther(paths.today())
      if (standing === 'must-enrol') return seeOther(paths.signInPhone())
      if (await request.signIn.firstRunIsOpen()) return seeOther(paths.firstRun())
      return signInPage(request, noProblem, cast)
    },
    async post(request) {
      const { form, signIn, caller } = request
      const fields: Record<string, string> = {}
      if (form.text('email') === '') fields.email = 'required'
      if (form.text('password') === '') fields.password = 'required'
      const cast = await signIn.demoCast()
      if (Object.keys(fields).length > 0)
        return { ...(await signInPage(request, { ...noProblem, fields }, cast)), status: 422 }
      const step = await signIn.withPassword(caller, form.text('email'), form.text('password'))
      return answerTo(step, 'sign-in-refused', (problem) => signInPage(request, problem, cast))
    },
  }),
  anyoneRoute({
    path: paths.signInPasskey(),
    async post(request) {
      const { form, signIn, caller } = request
      const step = await signIn.withPasskey(caller, form.text('answer'))
      const cast = await signIn.demoCast()
      return answerTo(step, 'passkey-refused', (problem) => signInPage(request, problem, cast))
    },
  }),
  anyoneRoute({
    path: paths.signInDemo(),
    async post({ form, signIn, caller }) {
      const step = await signIn.asCastMember(caller, form.text('member'))
      return answerTo(step, 'sign-in-refused', () => page('', null))
    },
  }),
]

/** The page, with a challenge for a passkey in it and the cookie that goes with that. */
export async function signInPage(
  request: AnyoneRequest,
  problem: Problem,
  known?: readonly CastMember[] | null,
) {
  const { signIn, query } = request
  const cast = known === undefined ? await signIn.demoCast() : known
  const offer = await signIn.passkeyToSignIn()
  const providers = await signIn.providers(query.get('at'))
  return withCookies(view(request, problem, { cast, offer, providers }), offer.cookies)
}

interface Ways {
  readonly cast: readonly CastMember[] | null
  readonly offer: PasskeyOffer
  readonly providers: readonly OfferedProvider[]
}

function view(request: AnyoneRequest, problem: Problem, { cast, offer, providers }: Ways) {
  const { t, newKey } = request
  const passkey = (
    <form method="post" action={paths.signInPasskey()} class="naast-other-ways">
      <input type="hidden" name="answer" />
      <PasskeyButton t={t} kind="get" offer={offer} field="answer">
        {t('sign-in.with-passkey')}
      </PasskeyButton>
      {providers.map(({ id, orgId, label }) => (
        <Text key={id}>
          <Link href={paths.provider.signIn(orgId, id)}>{t('provider.with', { label })}</Link>
        </Text>
      ))}
    </form>
  )
  const form = (
    <PostForm state={{ t, form: request.form, problem }} submissionKey={newKey()} action={paths.signIn()}>
      <TextField
        state={{ t, form: request.form, problem }}
        name="email"
        label={t('sign-in.email')}
        type="email"
        autoComplete="username"
      />
      <TextField
        state={{ t, form: request.form, problem }}
        name="password"
        label={t('sign-in.password')}
        type="password"
        autoComplete="current-password"
      />
      <SubmitButton>{t('sign-in.submit')}</SubmitButton>
    </PostForm>
  )
  if (cast === null)
    return page(
      t('sign-in.title'),
      <>
        <Heading level={1}>{t('sign-in.title')}</Heading>
        {form}
        {passkey}
        <Text quiet>{t('sign-in.help')}</Text>
      </>,
      { frame: 'public', islands: [passkeyIsland] },
    )
  return page(
    t('sign-in.title'),
    <>
      <Heading level={1}>{t('sign-in.demo-title')}</Heading>
      <Text lead>{t('sign-in.demo-text')}</Text>
      <Cast request={request} cast={cast} />
      <Heading level={2}>{t('sign-in.demo-with-password')}</Heading>
      {form}
      {passkey}
    </>,
    { frame: 'public', islands: [passkeyIsland] },
  )
}

/** One click for each of the demo's people, by organisation. */
function Cast({ request: { t, newKey }, cast }: { request: AnyoneRequest; cast: readonly CastMember[] }) {
  if (cast.length === 0) return <Text>{t('sign-in.demo-empty')}</Text>
  return (
    <>
      {[...Map.groupBy(cast, ({ organisation }) => organisation)].map(([organisation, people]) => (
        <section key={organisation}>
          <Heading level={2}>{organisation}</Heading>
          <ul class="naast-plain-list naast-cast">
            {people.map(({ memberId, name, roles }) => (
              <li key={memberId}>
                <form method="post" action={paths.signInDemo()}>
                  <input type="hidden" name="key" value={newKey()} />
                  <button
                    type="submit"
                    name="member"
                    value={memberId}
                    class="utrecht-button utrecht-button--secondary-action"
                  >
                    {name} · {rolesInWords(t, roles)}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
