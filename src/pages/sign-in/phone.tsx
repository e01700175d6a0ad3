import { PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Text } from '#pages/look/parts.tsx'
import { type AnyoneRequest, anyoneRoute, page, type Route, seeOther, withCookies } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { QrPicture } from '#pages/sign-in/qr-picture.tsx'
import { answerTo } from '#pages/sign-in/step-answer.ts'
import type { T } from '#pages/words/words.ts'
import type { Enrolment } from '#usecases/sign-in/sign-in-port.ts'

/** Setting up the second step: after the password and before anything else. */
export const phoneRoutes: readonly Route[] = [
  anyoneRoute({
    path: paths.signInPhone(),
    async get(request) {
      const enrolment = await request.signIn.enrolment(request.caller)
      return enrolment ? phonePage(request, enrolment, noProblem) : seeOther(paths.signIn())
    },
    async post(request) {
      const enrolment = await request.signIn.enrolment(request.caller)
      if (!enrolment) return seeOther(paths.signIn())
      const step = await request.signIn.enrol(request.caller, request.form.text('code'))
      if (step.step === 'enrolled')
        return withCookies(recoveryCodesPage(request.t, step.recoveryCodes, { first: true }), step.cookies)
      return answerTo(step, 'code-refused', (problem) => phonePage(request, enrolment, problem))
    },
  }),
]

function phonePage({ t, form, newKey }: AnyoneRequest, enrolment: Enrolment, problem: Problem) {
  const state = { t, form, problem }
  return page(
    t('sign-in.phone-title'),
    <>
      <Heading level={1}>{t('sign-in.phone-title')}</Heading>
      <Text lead>{t('sign-in.phone-text')}</Text>
      <ol class="naast-steps">
        <li>{t('sign-in.phone-step-app')}</li>
        <li>
          {t('sign-in.phone-step-scan')}
          <QrPicture text={enrolment.link} title={t('sign-in.phone-picture')} />
          <Text>
            <a class="utrecht-link" href={enrolment.link}>
              {t('sign-in.phone-link')}
            </a>
          </Text>
          <Text>
            {t('sign-in.phone-typed')} <code class="naast-key">{enrolment.typed}</code>
          </Text>
        </li>
        <li>{t('sign-in.phone-step-code')}</li>
      </ol>
      <PostForm state={state} submissionKey={newKey()}>
        <TextField
          state={state}
          name="code"
          label={t('sign-in.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          width={10}
        />
        <SubmitButton>{t('sign-in.phone-submit')}</SubmitButton>
      </PostForm>
    </>,
    { frame: 'public' },
  )
}

/** Shown once, as the answer to the form itself: the codes stand in no URL and in no cache. */
export const recoveryCodesPage = (t: T, codes: readonly string[], { first = false } = {}) =>
  page(
    t('sign-in.codes-title'),
    <>
      <Heading level={1}>{t('sign-in.codes-title')}</Heading>
      <Text lead>{t('sign-in.codes-text')}</Text>
      <ul class="naast-plain-list naast-codes">
        {codes.map((code) => (
          <li key={code}>
            <code class="naast-key">{code}</code>
          </li>
        ))}
      </ul>
      <ButtonLink href={paths.today()}>{t('sign-in.codes-done')}</ButtonLink>
      {first && (
        <Text>
          <Link href={paths.account.passkeys()}>{t('sign-in.passkey-after-codes')}</Link>
        </Text>
      )}
    </>,
    { frame: 'public' },
  )
