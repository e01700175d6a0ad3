import { PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { rolesInWords } from '#pages/member/role-words.ts'
import { type AnyoneRequest, anyoneRoute, type PageAnswer, page, type Route } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem, refusalWords } from '#pages/problem.ts'
import { answerTo } from '#pages/sign-in/step-answer.ts'
import { Refused } from '#usecases/failure.ts'
import type { OfferedInvitation } from '#usecases/sign-in/sign-in-port.ts'

export const invitationRoutes: readonly Route[] = [
  anyoneRoute({
    path: paths.invitation(':token'),
    get: (request) => withOffer(request, async (offered) => view(request, offered, noProblem)),
    post: (request) =>
      withOffer(request, (offered) =>
        attempt(
          async () => {
            const { form, params, signIn, caller } = request
            const step = await signIn.acceptInvitation(caller, {
              token: params.token ?? '',
              email: form.text('email'),
              name: form.text('name'),
              password: form.text('password'),
            })
            return answerTo(step, 'slow-down', (problem) => view(request, offered, problem))
          },
          async (problem) => view(request, offered, problem),
        ),
      ),
  }),
]

/** An invitation that no longer works says why and what to do; one that never was does not exist. */
async function withOffer<A>(request: AnyoneRequest, show: (offered: OfferedInvitation) => Promise<A>) {
  const { t, signIn, caller, params } = request
  let offered: OfferedInvitation
  try {
    offered = await signIn.invitation(caller, params.token ?? '')
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const title = t('sign-in.invitation-gone-title')
    return page(
      title,
      <>
        <Heading level={1}>{title}</Heading>
        <Text>{refusalWords(t, error)}</Text>
        <Link href={paths.signIn()}>{t('sign-in.title')}</Link>
      </>,
      { frame: 'public', status: error.code === 'slow-down' ? 429 : 409 },
    )
  }
  return show(offered)
}

function view(request: AnyoneRequest, offered: OfferedInvitation, problem: Problem): PageAnswer {
  const { t, form, newKey } = request
  const state = { t, form, problem }
  const title = t('sign-in.invitation-title', { organisation: offered.organisation })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text lead>
        {offered.name === null
          ? t('sign-in.invitation-text', {
              roles: rolesInWords(t, offered.roles).toLocaleLowerCase(t.language),
            })
          : t('sign-in.invitation-again')}
      </Text>
      <PostForm state={state} submissionKey={newKey()}>
        <TextField
          state={state}
          name="email"
          label={t('sign-in.email')}
          hint={t('sign-in.invitation-email-hint')}
          type="email"
          autoComplete="username"
        />
        <TextField
          state={state}
          name="name"
          label={t('sign-in.invitation-name')}
          hint={t('sign-in.invitation-name-hint')}
          autoComplete="name"
        />
        <TextField
          state={state}
          name="password"
          label={t('sign-in.password')}
          hint={t('sign-in.password-hint')}
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton>{t('sign-in.invitation-submit')}</SubmitButton>
      </PostForm>
    </>,
    { frame: 'public' },
  )
}
