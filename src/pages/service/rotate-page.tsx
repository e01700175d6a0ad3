import { typed } from '#pages/contact/typed.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, DayField, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { NotFound } from '#usecases/failure.ts'
import { replaceKey } from '#usecases/service/give-key.ts'
import { listServices } from '#usecases/service/list-services.ts'
import { dayTyped, newKeyPage, Once, secretForm } from './new-key.tsx'

/** Long enough for a supplier to come by, short enough not to be forgotten. */
const usually = { days: 14 }

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, params, today } = request
  const service = (await listServices(context, actor, {})).find(({ id }) => id === params.id)
  if (!service) throw new NotFound()
  const form = problem === noProblem ? filledForm({ oldUntil: typed(today.add(usually)) }) : request.form
  const state = { t, form, problem }
  return page(
    t('service.rotate-title', { name: service.name }),
    <>
      <Heading level={1}>{t('service.rotate-title', { name: service.name })}</Heading>
      <Text lead>{t('service.rotate-text')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Once request={request} />
        <DayField
          state={state}
          name="oldUntil"
          label={t('service.old-until')}
          hint={t('service.old-until-hint')}
          optional
        />
        <Buttons>
          <SubmitButton>{t('service.make')}</SubmitButton>
          <Link href={paths.service.list()}>{t('service.back')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.service.list() },
  )
}

/** Where an administrator gives a system a new key beside the old one. */
export const rotateRoute = staffRoute({
  path: paths.service.rotate(':id'),
  who: ['administrator'],
  get: (request) => show(request),
  post: (request) =>
    attempt(
      async () => {
        const { context, actor, form, params, today, t } = request
        const id = params.id ?? ''
        const oldUntil = dayTyped(form, 'oldUntil', today)
        return newKeyPage(t, await replaceKey(context, actor, { id, oldUntil }, secretForm(form)))
      },
      (problem) => show(request, problem),
    ),
})
