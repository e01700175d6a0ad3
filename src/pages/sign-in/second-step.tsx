import { PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type AnyoneRequest, anyoneRoute, page, type Route, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { answerTo } from '#pages/sign-in/step-answer.ts'

/** Only somebody who just gave her password is asked for a code; everybody else starts where she is. */
async function elsewhere({ signIn, caller }: AnyoneRequest) {
  const standing = await signIn.standing(caller)
  if (standing === 'code-needed') return null
  return seeOther(standing === 'signed-in' ? paths.today() : paths.signIn())
}

export const secondStepRoutes: readonly Route[] = [
  anyoneRoute({
    path: paths.signInCode(),
    get: async (request) => (await elsewhere(request)) ?? codePage(request, noProblem),
    async post(request) {
      const gone = await elsewhere(request)
      if (gone) return gone
      const step = await request.signIn.withCode(request.caller, request.form.text('code'))
      return answerTo(step, 'code-refused', (problem) => codePage(request, problem))
    },
  }),
  anyoneRoute({
    path: paths.signInRecovery(),
    get: async (request) => (await elsewhere(request)) ?? recoveryPage(request, noProblem),
    async post(request) {
      const gone = await elsewhere(request)
      if (gone) return gone
      const step = await request.signIn.withRecoveryCode(request.caller, request.form.text('code'))
      return answerTo(step, 'recovery-code-refused', (problem) => recoveryPage(request, problem))
    },
  }),
]

function codePage({ t, form, newKey }: AnyoneRequest, problem: Problem) {
  const state = { t, form, problem }
  return page(
    t('sign-in.code-title'),
    <>
      <Heading level={1}>{t('sign-in.code-title')}</Heading>
      <Text>{t('sign-in.code-text')}</Text>
      <PostForm state={state} submissionKey={newKey()}>
        <TextField
          state={state}
          name="code"
          label={t('sign-in.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          width={10}
        />
        <SubmitButton>{t('sign-in.code-submit')}</SubmitButton>
      </PostForm>
      <Text>
        <Link href={paths.signInRecovery()}>{t('sign-in.code-lost')}</Link>
      </Text>
    </>,
    { frame: 'public' },
  )
}

function recoveryPage({ t, form, newKey }: AnyoneRequest, problem: Problem) {
  const state = { t, form, problem }
  return page(
    t('sign-in.recovery-title'),
    <>
      <Heading level={1}>{t('sign-in.recovery-title')}</Heading>
      <Text>{t('sign-in.recovery-text')}</Text>
      <PostForm state={state} submissionKey={newKey()}>
        <TextField state={state} name="code" label={t('sign-in.recovery')} width={20} />
        <SubmitButton>{t('sign-in.code-submit')}</SubmitButton>
      </PostForm>
      <Text>
        <Link href={paths.signInCode()}>{t('sign-in.recovery-back')}</Link>
      </Text>
    </>,
    { frame: 'public' },
  )
}
