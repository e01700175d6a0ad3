import { Checkboxes, PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { type AnyoneRequest, anyoneRoute, page, type Route } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { answerTo } from '#pages/sign-in/step-answer.ts'
import { programmes } from '#programmes/registry.ts'
import { NotFound } from '#usecases/failure.ts'

/** The first page of an empty production server. Once there is an organisation it does not exist any more. */
export const firstRunRoutes: readonly Route[] = [
  anyoneRoute({
    path: paths.firstRun(),
    async get(request) {
      if (!(await request.signIn.firstRunIsOpen())) throw new NotFound()
      return view(request, noProblem)
    },
    async post(request) {
      const { form, signIn, caller } = request
      if (!(await signIn.firstRunIsOpen())) throw new NotFound()
      return attempt(
        async () => {
          const step = await signIn.firstRun(caller, {
            code: form.text('code'),
            organisation: form.text('organisation'),
            offers: form.all('offers'),
            name: form.text('name'),
            email: form.text('email'),
            password: form.text('password'),
          })
          return answerTo(step, 'slow-down', (problem) => view(request, problem))
        },
        async (problem) => view(request, problem),
      )
    },
  }),
]

function view({ t, form, newKey }: AnyoneRequest, problem: Problem) {
  const state = { t, form, problem }
  return page(
    t('sign-in.first-title'),
    <>
      <Heading level={1}>{t('sign-in.first-title')}</Heading>
      <Text lead>{t('sign-in.first-text')}</Text>
      <PostForm state={state} submissionKey={newKey()}>
        <TextField
          state={state}
          name="code"
          label={t('sign-in.first-code')}
          hint={t('sign-in.first-code-hint')}
          width={20}
        />
        <TextField
          state={state}
          name="organisation"
          label={t('sign-in.first-organisation')}
          autoComplete="organization"
        />
        <Checkboxes
          state={state}
          name="offers"
          label={t('sign-in.first-offers')}
          hint={t('sign-in.first-offers-hint')}
          optional
          options={programmes.map(({ id, label, variantLabel }) => ({
            value: id,
            label: [label[t.language], variantLabel?.[t.language]].filter(Boolean).join(', '),
          }))}
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
          name="email"
          label={t('sign-in.email')}
          type="email"
          autoComplete="username"
        />
        <TextField
          state={state}
          name="password"
          label={t('sign-in.password')}
          hint={t('sign-in.password-hint')}
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton>{t('sign-in.first-submit')}</SubmitButton>
      </PostForm>
    </>,
    { frame: 'public' },
  )
}
