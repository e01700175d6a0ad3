import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { filledProfile, ProfileFields, readProfile } from '#pages/worker/profile-fields.tsx'
import { changeWishes } from '#usecases/match/change-wishes.ts'
import { showWishes } from '#usecases/match/show-wishes.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const { name, wishes, version } = await showWishes(context, actor, { trajectoryId: idOf(request) })
  const form = problem === noProblem ? filledForm(filledProfile(wishes, 'wishes')) : request.form
  const state: FormState = { t, form, problem }
  return page(
    t('match.wishes-title'),
    <>
      <Heading level={1}>{t('match.wishes-title')}</Heading>
      <Text lead>{name}</Text>
      <Text>{t('match.wishes-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={version} />
        <ProfileFields state={state} prefix="wishes" />
        <Buttons>
          <SubmitButton>{t('match.save-wishes')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.match.waiting() },
  )
}

export const wishesRoutes: readonly Route[] = [
  staffRoute({
    path: paths.match.wishes(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          await changeWishes(
            context,
            actor,
            {
              trajectoryId: idOf(request),
              version: Number(form.text('version')),
              wishes: readProfile(form, 'wishes'),
            },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.match.one(idOf(request)), 'match.said.wishes')
        },
        (problem) => show(request, problem),
      ),
  }),
]
