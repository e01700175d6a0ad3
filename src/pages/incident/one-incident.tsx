import { incidentEndings, incidentParties, noticeWaivers } from '#domain/incident/incident.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { filledForm } from '#pages/form-data.ts'
import { Notices } from '#pages/incident/notices.tsx'
import { Buttons, type FormState, PostForm, Radios, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Summary, Tag } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { closeIncident } from '#usecases/incident/close-incident.ts'
import { readIncident } from '#usecases/incident/read-incident.ts'
import { settleNotice } from '#usecases/incident/settle-notice.ts'

/** One incident: what it was, who must know and by when, and how it ends. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form } = request
  const incident = await readIncident(context, actor, { id: request.params.id ?? '' })
  const what = problem === noProblem ? '' : form.text('what')
  const stateOf = (name: string): FormState =>
    what === name
      ? { t, form, problem }
      : { t, form: filledForm({ on: t.longDay(today) }), problem: noProblem }
  const submissionKey = form.key ?? request.newKey()
  return page(
    t('incident.one'),
    <>
      <Heading level={1}>
        {`${t(`incident.weight.${incident.weight}`)}: ${t(`incident.kind.${incident.kind}`)}`}{' '}
        <Tag tone={incident.state === 'closed' ? 'neutral' : 'attention'}>
          {t(`incident.state.${incident.state}`)}
        </Tag>
      </Heading>
      <Summary
        rows={[
          [t('incident.when'), t.day(incident.on, today)],
          [t('incident.by'), incident.by],
          [t('incident.words'), incident.words],
          [t('incident.ending'), incident.closingCode && t(`incident.ending.${incident.closingCode}`)],
          [t('incident.closing-words'), incident.closing],
        ]}
      />
      <Notices t={t} today={today} incident={incident} stateOf={stateOf} submissionKey={submissionKey} />
      {incident.mayChange && (
        <section>
          <Heading>{t('incident.closing')}</Heading>
          <PostForm state={stateOf('close')} submissionKey={submissionKey}>
            <input type="hidden" name="what" value="close" />
            <input type="hidden" name="version" value={incident.version} />
            <Radios
              state={stateOf('close')}
              name="ending"
              label={t('incident.ending')}
              options={incidentEndings.map((value) => ({ value, label: t(`incident.ending.${value}`) }))}
            />
            <TextArea state={stateOf('close')} name="words" label={t('incident.closing-words')} rows={4} />
            <Buttons>
              <SubmitButton kind="secondary">{t('incident.do-close')}</SubmitButton>
            </Buttons>
          </PostForm>
        </section>
      )}
      {incident.trajectoryId && (
        <p class="naast-actions">
          <ButtonLink href={paths.safety.one(incident.trajectoryId)} kind="secondary">
            {t('incident.to-safety')}
          </ButtonLink>
        </p>
      )}
      <Link href={paths.incident.list()}>{t('incident.back')}</Link>
    </>,
    { place: paths.today() },
  )
}

async function act({ context, actor, form, params, today }: StaffRequest) {
  const here = { id: params.id ?? '', version: Number(form.text('version')) || 0 }
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === 'close') {
    const ending = incidentEndings.find((one) => one === form.text('ending'))
    if (!ending) throw new Invalid({ ending: 'choose-one' })
    await closeIncident(context, actor, { ...here, ending, words: form.text('words') }, submission)
    return seeOther(paths.incident.one(here.id), 'incident.said.closed')
  }
  const party = incidentParties.find((one) => one === form.text('what'))
  const code = noticeWaivers.find((one) => one === form.text('how'))
  const typed = form.text('on')
  if (!party || (!code && form.text('how') !== 'told')) throw new Invalid({ how: 'choose-one' })
  const settled = code
    ? ({ how: 'waived', code } as const)
    : ({ how: 'told', on: readTypedDay(typed, { today }) ?? typed } as const)
  await settleNotice(context, actor, { ...here, party, settled }, submission).catch(outOfSettled)
  return seeOther(paths.incident.one(here.id), 'incident.said.settled')
}

/** Its fields stand on the page without what they are part of before them. */
function outOfSettled(error: unknown): never {
  if (!(error instanceof Invalid)) throw error
  throw new Invalid(
    Object.fromEntries(
      Object.entries(error.fields).map(([name, code]) => [name.replace(/^settled\./, ''), code]),
    ),
  )
}

export const oneIncidentRoutes: readonly Route[] = [
  staffRoute({
    path: paths.incident.one(':id'),
    who: ['coordinator', 'safeguarding_lead', 'programme_manager'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
