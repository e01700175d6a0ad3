import { isMemberWith } from '#domain/member/actor.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, DayField, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { askAftercare } from '#usecases/aftercare/ask-aftercare.ts'
import { endAftercare } from '#usecases/aftercare/end-aftercare.ts'
import { moveAftercare } from '#usecases/aftercare/move-aftercare.ts'
import { readAftercare } from '#usecases/aftercare/read-aftercare.ts'

/** A talk with a worker who went through something heavy: on which day, and whether it was held. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form } = request
  const talk = await readAftercare(context, actor, { id: request.params.id ?? '' })
  const stateOf = (what: string): FormState =>
    problem !== noProblem && form.text('what') === what
      ? { t, form, problem }
      : { t, form: filledForm({ on: t.longDay(talk.on) }), problem: noProblem }
  const key = form.key ?? request.newKey()
  const hidden = (what: string) => (
    <>
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="version" value={talk.version} />
    </>
  )
  return page(
    t('aftercare.title'),
    <>
      <Heading level={1}>{t('aftercare.with', { name: talk.name })}</Heading>
      <Summary
        rows={[
          [t('aftercare.because'), t(`aftercare.because.${talk.because}`)],
          [t('aftercare.planned'), t.day(talk.on, today)],
          [t('aftercare.state'), t(`aftercare.state.${talk.state}`)],
          talk.endedOn
            ? [
                t(`aftercare.state.${talk.state}`),
                t('aftercare.ended', { day: t.day(talk.endedOn, today), name: talk.endedBy ?? '—' }),
              ]
            : null,
        ]}
      />
      {talk.state === 'planned' && (
        <>
          <Text>{t('aftercare.between-you')}</Text>
          <PostForm state={stateOf('done')} submissionKey={key}>
            {hidden('done')}
            <Buttons>
              <SubmitButton>{t('aftercare.do-done')}</SubmitButton>
            </Buttons>
          </PostForm>
          <PostForm state={stateOf('declined')} submissionKey={key}>
            {hidden('declined')}
            <Buttons>
              <SubmitButton kind="secondary">{t('aftercare.do-declined')}</SubmitButton>
            </Buttons>
          </PostForm>
          <PostForm state={stateOf('move')} submissionKey={key}>
            {hidden('move')}
            <DayField state={stateOf('move')} name="on" label={t('aftercare.on')} />
            <Buttons>
              <SubmitButton kind="secondary">{t('aftercare.do-move')}</SubmitButton>
            </Buttons>
          </PostForm>
        </>
      )}
      {isMemberWith(actor, 'coordinator') && (
        <p class="naast-actions">
          <ButtonLink href={paths.worker.one(talk.workerId)} kind="secondary">
            {t('aftercare.to-worker')}
          </ButtonLink>
        </p>
      )}
    </>,
    { place: paths.today() },
  )
}

const submissionOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)
const hereOf = ({ form, params }: StaffRequest) => ({
  id: params.id ?? '',
  version: Number(form.text('version')) || 0,
})

async function act(request: StaffRequest) {
  const { context, actor, form, today } = request
  const here = hereOf(request)
  if (form.text('what') === 'move') {
    const typed = form.text('on')
    await moveAftercare(
      context,
      actor,
      { ...here, on: readTypedDay(typed, { today }) ?? typed },
      submissionOf(request),
    )
    return seeOther(paths.aftercare.one(here.id), 'aftercare.said.moved')
  }
  const ending = form.text('what') === 'declined' ? 'declined' : 'done'
  await endAftercare(context, actor, { ...here, ending }, submissionOf(request))
  return seeOther(paths.today(), 'aftercare.said.done')
}

export const aftercareRoutes: readonly Route[] = [
  staffRoute({
    path: paths.aftercare.one(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.aftercare.ask(),
    who: ['worker'],
    post: async (request) => {
      const { context, actor, form } = request
      await askAftercare(context, actor, { contactId: form.optional('contactId') }, submissionOf(request))
      return seeOther(paths.contact.mine(), 'aftercare.said.asked')
    },
  }),
  staffRoute({
    path: paths.aftercare.decline(':id'),
    who: ['worker'],
    post: async (request) => {
      const { context, actor } = request
      await endAftercare(context, actor, { ...hereOf(request), ending: 'declined' }, submissionOf(request))
      return seeOther(paths.contact.mine(), 'aftercare.said.declined')
    },
  }),
]
