import { stopReasons } from '#domain/group/group.ts'
import { formOf } from '#pages/form-data.ts'
import { ReasonForm } from '#pages/group/reason-form.tsx'
import { Buttons, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { endGroup } from '#usecases/group/end-group.ts'
import { readGroup } from '#usecases/group/read-group.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** Two ways in which a group ends, each with what follows from it. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const group = await readGroup(context, actor, { id: idOf(request) })
  const stopping = request.form.text('how') === 'stop'
  const fresh: FormState = { t, form: formOf(null), problem: noProblem }
  const again: FormState = { t, form: request.form, problem }
  const key = request.form.key ?? request.newKey()
  const completing = stopping ? fresh : again
  const stop = stopping ? again : fresh
  return page(
    t('group.end'),
    <>
      <Heading level={1}>{t('group.end')}</Heading>
      <Text lead>{t('group.end-lead')}</Text>
      {group.maySteps.includes('complete') && (
        <section>
          <Heading>{t('group.end-complete')}</Heading>
          <Text>{t('group.end-complete-lead')}</Text>
          <PostForm state={completing} submissionKey={key}>
            <input type="hidden" name="version" value={group.version} />
            <input type="hidden" name="how" value="complete" />
            <Buttons>
              <SubmitButton>{t('group.end-complete')}</SubmitButton>
            </Buttons>
          </PostForm>
        </section>
      )}
      <section>
        <Heading>{t('group.end-stop')}</Heading>
        <Text>{t('group.end-stop-lead')}</Text>
        <ReasonForm
          state={stop}
          submissionKey={key}
          version={group.version}
          hidden={['how', 'stop']}
          label={t('group.stop-reason')}
          options={stopReasons.map((reason) => ({ value: reason, label: t(`group.stop.${reason}`) }))}
          words={t('group.end-stop')}
        />
      </section>
      <Link href={paths.group.one(group.id)}>{t('group.back')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

export const endGroupRoutes: readonly Route[] = [
  staffRoute({
    path: paths.group.end(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          await endGroup(
            context,
            actor,
            {
              id: idOf(request),
              version: Number(form.text('version')),
              how: form.text('how') === 'complete' ? 'complete' : 'stop',
              reason: stopReasons.find((reason) => reason === form.text('reason')) ?? null,
            },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.group.one(idOf(request)), 'group.said.ended')
        },
        (problem) => show(request, problem),
      ),
  }),
]
