import { roles } from '#domain/member/role.ts'
import { weightyAmong } from '#domain/member/weighty-roles.ts'
import type { PasskeyGate } from '#domain/sign-in/passkey-rule.ts'
import { PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
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
import { recoveryCodesPage } from '#pages/sign-in/phone.tsx'
import { signOut } from '#pages/sign-in/sign-out.tsx'
import { isLanguage, languages } from '#pages/words/language.ts'
import { Invalid } from '#usecases/failure.ts'
import { chooseLanguage } from '#usecases/member/choose-language.ts'
import { listRecoveries } from '#usecases/recovery/list-recoveries.ts'

/** What somebody may change about her own way in; each asks her password again. */
const changes = ['password', 'codes', 'phone'] as const
type Change = (typeof changes)[number]

/**
 * What stays open while a passkey is asked of her: new codes where she has none left, and another phone for who came in
 * with a recovery code because hers is gone.
 */
const gatesOf: Record<Change, readonly PasskeyGate[]> = { password: [], codes: ['spare'], phone: ['add'] }

const work: Record<Change, (request: StaffRequest) => Promise<Answer>> = {
  async password({ form, signIn, caller }) {
    const cookies = await signIn.changePassword(caller, form.text('current'), form.text('next'))
    return withCookies(seeOther(paths.account.one(), 'sign-in.account-password-done'), cookies)
  },
  async codes({ t, form, signIn, caller }) {
    return recoveryCodesPage(t, await signIn.newRecoveryCodes(caller, form.text('current')))
  },
  async phone({ form, signIn, caller }) {
    return withCookies(
      seeOther(paths.signInPhone()),
      await signIn.dropSecondStep(caller, form.text('current')),
    )
  },
}

export const accountRoutes: readonly Route[] = [
  staffRoute({ path: paths.account.one(), who: roles, get: async (request) => accountPage(request) }),
  ...changes.map((change) =>
    staffRoute({
      path: paths.account[change](),
      who: roles,
      gates: gatesOf[change],
      get: async (request) => changePage(request, change, noProblem),
      post: (request) =>
        attempt(
          () => work[change](request),
          async (problem) => changePage(request, change, problem),
        ),
    }),
  ),
  staffRoute({
    path: paths.account.language(),
    who: roles,
    async post({ context, actor, form, signIn }) {
      const language = form.text('language')
      if (!isLanguage(language)) throw new Invalid({ language: 'choose-one' })
      await chooseLanguage(context, actor, { language })
      signIn.memberChanged(actor.orgId, actor.memberId)
      return seeOther(paths.account.one(), 'sign-in.account-language-done')
    },
  }),
  staffRoute({
    path: paths.account.everywhere(),
    who: roles,
    post: (request) => signOut(request, request.signIn.signOutEverywhere),
  }),
]

/** Who can let people in, or sees many files, is asked for what can't be handed over on a false page. */
const wantsPasskey = async ({ actor, signIn, caller }: StaffRequest): Promise<boolean> =>
  weightyAmong(actor.roles).length > 0 && (await signIn.passkeys(caller)).length === 0

const accountPage = async (request: StaffRequest) => {
  const { t, newKey, context, actor } = request
  const { recoveries } = await listRecoveries(context, actor, {})
  const asked = recoveries.some(({ own, open }) => own && open)
  return page(
    t('sign-in.account-title'),
    <>
      <Heading level={1}>{t('sign-in.account-title')}</Heading>
      {(await wantsPasskey(request)) && (
        <Notice>
          <Text>{t('sign-in.passkey-advice')}</Text>
        </Notice>
      )}
      {asked && (
        <Notice tone="attention">
          <Text>
            {t('recovery.account-own')} <Link href={paths.recovery.list()}>{t('recovery.account-look')}</Link>
          </Text>
        </Notice>
      )}
      <section>
        <Heading level={2}>
          <Link href={paths.account.passkeys()}>{t('sign-in.account-passkeys')}</Link>
        </Heading>
        <Text>{t('sign-in.account-passkeys-text')}</Text>
      </section>
      {changes.map((change) => (
        <section key={change}>
          <Heading level={2}>
            <Link href={paths.account[change]()}>{t(`sign-in.account-${change}`)}</Link>
          </Heading>
          <Text>{t(`sign-in.account-${change}-text`)}</Text>
        </section>
      ))}
      <section>
        <Heading level={2}>
          <Link href={paths.provider.own()}>{t('provider.own-title')}</Link>
        </Heading>
        <Text>{t('provider.own-lead')}</Text>
      </section>
      <section>
        <Heading level={2}>
          <Link href={paths.recovery.list()}>{t('recovery.account')}</Link>
        </Heading>
        <Text>{t('recovery.account-text')}</Text>
      </section>
      <section>
        <Heading level={2}>{t('sign-in.account-language')}</Heading>
        <form method="post" action={paths.account.language()} class="naast-inline-form">
          <input type="hidden" name="key" value={newKey()} />
          {languages.map((language) => (
            <SubmitButton key={language} kind="secondary" name="language" value={language}>
              {t(`sign-in.account-language-${language}`)}
            </SubmitButton>
          ))}
        </form>
      </section>
      <section>
        <Heading level={2}>{t('sign-in.account-everywhere')}</Heading>
        <Text>{t('sign-in.account-everywhere-text')}</Text>
        <form method="post" action={paths.account.everywhere()}>
          <input type="hidden" name="key" value={newKey()} />
          <SubmitButton kind="secondary">{t('sign-in.account-everywhere-submit')}</SubmitButton>
        </form>
      </section>
    </>,
  )
}

function changePage({ t, form, newKey }: StaffRequest, change: Change, problem: Problem) {
  const state = { t, form, problem }
  const title = t(`sign-in.account-${change}`)
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text>{t(`sign-in.account-${change}-text`)}</Text>
      <PostForm state={state} submissionKey={form.key ?? newKey()}>
        <TextField
          state={state}
          name="current"
          label={t('sign-in.account-current')}
          type="password"
          autoComplete="current-password"
        />
        {change === 'password' && (
          <TextField
            state={state}
            name="next"
            label={t('sign-in.account-next')}
            hint={t('sign-in.password-hint')}
            type="password"
            autoComplete="new-password"
          />
        )}
        <SubmitButton>{t(`sign-in.account-${change}-submit`)}</SubmitButton>
      </PostForm>
    </>,
  )
}
