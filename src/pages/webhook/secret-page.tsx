import { typed } from '#pages/contact/typed.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, DayField, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { dayTyped, Once, secretForm } from '#pages/service/new-key.tsx'
import type { T } from '#pages/words/words.ts'
import { replaceSecret } from '#usecases/webhook/give-secret.ts'
import { readWebhook } from '#usecases/webhook/read-webhook.ts'

/** Long enough for a supplier to come by, short enough not to be forgotten. */
const usually = { days: 14 }

/** Shows a secret on the answer itself: in a URL, or behind a redirect, it would be kept somewhere. */
export const newSecretPage = (t: T, { id, secret }: { id: string; secret: string }) =>
  page(
    t('webhook.made-title'),
    <>
      <Heading level={1}>{t('webhook.made-title')}</Heading>
      <Notice tone="attention" title={t('webhook.made-once')}>
        <p class="utrecht-paragraph">
          <code class="naast-breaks">{secret}</code>
        </p>
        <Text>{t('webhook.made-text')}</Text>
      </Notice>
      <ButtonLink href={paths.webhook.one(id)} kind="secondary">
        {t('webhook.to-one')}
      </ButtonLink>
    </>,
    { place: paths.service.list() },
  )

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, params, today } = request
  const { id, address } = await readWebhook(context, actor, { id: params.id ?? '' })
  const form = problem === noProblem ? filledForm({ oldUntil: typed(today.add(usually)) }) : request.form
  const state = { t, form, problem }
  return page(
    t('webhook.rotate-title'),
    <>
      <Heading level={1}>{t('webhook.rotate-title')}</Heading>
      <p class="utrecht-paragraph naast-breaks">{address}</p>
      <Text lead>{t('webhook.rotate-text')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Once request={request} />
        <DayField
          state={state}
          name="oldUntil"
          label={t('webhook.old-until')}
          hint={t('webhook.old-until-hint')}
          optional
        />
        <Buttons>
          <SubmitButton>{t('webhook.rotate-confirm')}</SubmitButton>
          <Link href={paths.webhook.one(id)}>{t('webhook.to-one')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.service.list() },
  )
}

/** Where an administrator gives a webhook a new secret beside the old one. */
export const secretRoute = staffRoute({
  path: paths.webhook.secret(':id'),
  who: ['administrator'],
  get: (request) => show(request),
  post: (request) =>
    attempt(
      async () => {
        const { context, actor, form, params, today, t } = request
        const id = params.id ?? ''
        const oldUntil = dayTyped(form, 'oldUntil', today)
        const { secret } = await replaceSecret(context, actor, { id, oldUntil }, secretForm(form))
        return newSecretPage(t, { id, secret })
      },
      (problem) => show(request, problem),
    ),
})
