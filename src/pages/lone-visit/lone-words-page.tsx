import { formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { readMyLoneVisit } from '#usecases/lone-visit/read-my-lone-visit.ts'
import { setLoneWords } from '#usecases/lone-visit/set-lone-words.ts'

/** Her two words. What she chose is shown nowhere again. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, newKey } = request
  const { hasWords } = await readMyLoneVisit(context, actor, {})
  const state: FormState = { t, form: formOf(null), problem }
  return page(
    t('lone.words-title'),
    <>
      <Heading level={1}>{t('lone.words-title')}</Heading>
      {hasWords && (
        <Notice tone="done" title={t('lone.words-set')}>
          <Text>{t('lone.words-set-text')}</Text>
        </Notice>
      )}
      <Text lead>{t('lone.words-lead')}</Text>
      <Text>{t('lone.words-alike')}</Text>
      <Text quiet>{t('lone.words-secret')}</Text>
      <PostForm state={state} submissionKey={newKey()}>
        <TextField
          state={state}
          name="safe"
          label={t('lone.safe-word')}
          type="password"
          autoComplete="one-time-code"
        />
        <TextField
          state={state}
          name="duress"
          label={t('lone.other-word')}
          hint={t('lone.other-word-hint')}
          type="password"
          autoComplete="one-time-code"
        />
        <Buttons>
          <SubmitButton>{t('lone.do-words')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.loneVisit.mine()}>{t('lone.title')}</Link>
    </>,
    { place: paths.contact.mine() },
  )
}

/** To put in a pocket, for where there is no connection. */
async function card({ context, actor, t }: StaffRequest) {
  const { onCallPhone } = await readMyLoneVisit(context, actor, {})
  return page(
    t('lone.card-title'),
    <>
      <Heading level={1}>{t('lone.card-title')}</Heading>
      <ol class="naast-list">
        {([1, 2, 3, 4] as const).map((line) => (
          <li key={line}>{t(`lone.card-${line}`)}</li>
        ))}
      </ol>
      <Text lead>
        {onCallPhone ? t('lone.card-number', { phone: onCallPhone }) : t('lone.card-no-number')}
      </Text>
      <Text quiet>{t('lone.card-hint')}</Text>
    </>,
    { frame: 'paper' },
  )
}

export const loneWordsRoutes: readonly Route[] = [
  staffRoute({
    path: paths.loneVisit.words(),
    who: ['worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          // As with saying one: nothing of them stays behind, no key goes along.
          await setLoneWords(context, actor, { safe: form.text('safe'), duress: form.text('duress') })
          return seeOther(paths.loneVisit.mine(), 'lone.said.words')
        },
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({ path: paths.loneVisit.card(), who: ['worker'], get: card }),
]
