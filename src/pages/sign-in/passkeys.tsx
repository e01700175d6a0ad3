import { roles } from '#domain/member/role.ts'
import { PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import {
  type Answer,
  page,
  type Route,
  type StaffRequest,
  seeOther,
  staffRoute,
  withCookies,
} from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { PasskeyButton, passkeyIsland } from '#pages/sign-in/passkey-button.tsx'
import { GateNotice, GateWays } from '#pages/sign-in/passkey-gate.tsx'
import type { Passkey, PasskeyOffer } from '#usecases/sign-in/sign-in-port.ts'

/** Her own passkeys: which there are, one more, one less. */
export const passkeyRoutes: readonly Route[] = [
  staffRoute({
    path: paths.account.passkeys(),
    who: roles,
    gates: ['add', 'spare'],
    get: (request) => passkeysPage(request, noProblem),
    post: (request) =>
      attempt(
        async () => {
          const { signIn, caller, form } = request
          await signIn.addPasskey(caller, { answer: form.text('answer'), name: form.text('name') })
          // Whoever was kept here for it goes on to her work.
          const next = request.gate ? paths.today() : paths.account.passkeys()
          return seeOther(next, 'sign-in.passkey-added')
        },
        (problem) => passkeysPage(request, problem),
      ),
  }),
  staffRoute({
    path: paths.account.removePasskey(),
    who: roles,
    async post({ signIn, caller, form }) {
      await signIn.removePasskey(caller, form.text('passkey'))
      return seeOther(paths.account.passkeys(), 'sign-in.passkey-removed')
    },
  }),
]

async function passkeysPage(request: StaffRequest, problem: Problem): Promise<Answer> {
  const { signIn, caller } = request
  const offer = await signIn.passkeyToAdd(caller)
  return withCookies(
    view(request, problem, { offer, passkeys: await signIn.passkeys(caller) }),
    offer.cookies,
  )
}

function view(
  request: StaffRequest,
  problem: Problem,
  { offer, passkeys }: { offer: PasskeyOffer; passkeys: readonly Passkey[] },
) {
  const { t, form, newKey } = request
  const state = { t, form, problem }
  return page(
    t('sign-in.account-passkeys'),
    <>
      <Heading level={1}>{t('sign-in.account-passkeys')}</Heading>
      {request.gate && <GateNotice request={request} gate={request.gate} />}
      <Text lead>{t('sign-in.passkeys-text')}</Text>
      {passkeys.length === 0 ? (
        <Empty title={t('sign-in.passkeys-none')} />
      ) : (
        <ul class="naast-plain-list naast-passkeys">
          {passkeys.map((passkey) => (
            <Line key={passkey.id} request={request} passkey={passkey} />
          ))}
        </ul>
      )}
      <Heading level={2}>{t('sign-in.passkey-add-title')}</Heading>
      <PostForm state={state} submissionKey={newKey()} action={paths.account.passkeys()}>
        <input type="hidden" name="answer" />
        <TextField
          state={state}
          name="name"
          label={t('sign-in.passkey-name')}
          hint={t('sign-in.passkey-name-hint')}
        />
        <PasskeyButton t={t} kind="create" offer={offer} field="answer">
          {t('sign-in.passkey-add')}
        </PasskeyButton>
        <noscript>
          <Text quiet>{t(request.gate ? 'sign-in.gate-no-script' : 'sign-in.passkey-no-script')}</Text>
        </noscript>
      </PostForm>
      {request.gate ? (
        <GateWays request={request} gate={request.gate} />
      ) : (
        <Link href={paths.account.one()}>{t('sign-in.account-title')}</Link>
      )}
    </>,
    { islands: [passkeyIsland] },
  )
}

function Line({ request: { t, host, today, newKey }, passkey }: { request: StaffRequest; passkey: Passkey }) {
  const dayOf = (moment: Temporal.Instant) => t.day(moment.toZonedDateTimeISO(host.zone).toPlainDate(), today)
  return (
    <li>
      <p class="utrecht-paragraph">
        <strong>{passkey.name}</strong>
        <br />
        {t('sign-in.passkey-since', { day: dayOf(passkey.since) })}{' '}
        {passkey.usedAt
          ? t('sign-in.passkey-used', { day: dayOf(passkey.usedAt) })
          : t('sign-in.passkey-unused')}
      </p>
      <form method="post" action={paths.account.removePasskey()}>
        <input type="hidden" name="key" value={newKey()} />
        <SubmitButton kind="secondary" name="passkey" value={passkey.id}>
          {t('sign-in.passkey-remove')} <span class="naast-visually-hidden">{passkey.name}</span>
        </SubmitButton>
      </form>
    </li>
  )
}
