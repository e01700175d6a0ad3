import { roles } from '#domain/member/role.ts'
import type { PasskeyGate } from '#domain/sign-in/passkey-rule.ts'
import { Emergency } from '#pages/concern/emergency.tsx'
import { PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute, withCookies } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { problemOfProof } from '#pages/sign-in/fresh-proof.tsx'
import { PasskeyButton, passkeyIsland } from '#pages/sign-in/passkey-button.tsx'

interface Gated {
  readonly request: StaffRequest
  readonly gate: PasskeyGate
}

/** Why nothing else opens, on the page where she mends it. */
export const GateNotice = ({ request: { t }, gate }: Gated) => (
  <Notice tone="attention" title={t('sign-in.gate-title')}>
    <Text>{t(`sign-in.gate-${gate}`)}</Text>
  </Notice>
)

/** What can be done all the same: other ways on, leaving, and whom to call in danger. */
export const GateWays = ({ request: { t, newKey }, gate }: Gated) => (
  <>
    {gate === 'spare' && (
      <Text>
        <Link href={paths.account.codes()}>{t('sign-in.account-codes')}</Link>
      </Text>
    )}
    {gate === 'add' && (
      <Text>
        <Link href={paths.account.phone()}>{t('sign-in.gate-phone')}</Link>
      </Text>
    )}
    <Emergency t={t} />
    <form method="post" action={paths.signOut()}>
      <input type="hidden" name="key" value={newKey()} />
      <SubmitButton kind="secondary">{t('frame.sign-out')}</SubmitButton>
    </form>
  </>
)

/** She has a passkey and came in with her password: nothing opens until she shows it. */
export const passkeyGateRoutes: readonly Route[] = [
  staffRoute({
    path: paths.showPasskey(),
    who: roles,
    gates: ['show'],
    get: async (request) =>
      request.gate === 'show' ? showPage(request, noProblem) : seeOther(paths.today()),
    async post(request) {
      if (request.gate !== 'show') return seeOther(paths.today())
      const { signIn, caller, form } = request
      const shown = await signIn.showPasskey(caller, form.text('answer'))
      if (shown === 'proved') return seeOther(paths.today())
      const problem: Problem =
        shown === 'slow-down'
          ? problemOfProof(shown)
          : { ...noProblem, refused: { code: 'passkey-refused', detail: {} } }
      return { ...(await showPage(request, problem)), status: shown === 'slow-down' ? 429 : 422 }
    },
  }),
]

async function showPage(request: StaffRequest, problem: Problem) {
  const { t, signIn, caller, form, newKey } = request
  const offer = await signIn.passkeyToProve(caller)
  const answer = page(
    t('sign-in.gate-title'),
    <>
      <Heading level={1}>{t('sign-in.gate-title')}</Heading>
      <Text lead>{t('sign-in.gate-show')}</Text>
      <PostForm state={{ t, form, problem }} submissionKey={newKey()} action={paths.showPasskey()}>
        <input type="hidden" name="answer" />
        {offer && (
          <PasskeyButton t={t} kind="get" offer={offer} field="answer">
            {t('sign-in.proof-passkey')}
          </PasskeyButton>
        )}
        <noscript>
          <Text quiet>{t('sign-in.gate-no-script')}</Text>
        </noscript>
      </PostForm>
      <Text quiet>{t('sign-in.gate-lost')}</Text>
      <GateWays request={request} gate="show" />
    </>,
    { islands: [passkeyIsland] },
  )
  return offer ? withCookies(answer, offer.cookies) : answer
}
