import { backReasons } from '#domain/erasure/putting-away.ts'
import { fileNumber } from '#pages/erasure/erasure-list.tsx'
import { HoldForm, readHold } from '#pages/erasure/hold-form.tsx'
import { Buttons, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { endHold } from '#usecases/erasure/end-hold.ts'
import { holdHidden } from '#usecases/erasure/hold-hidden.ts'
import { readRetention } from '#usecases/erasure/read-retention.ts'
import { takeOut } from '#usecases/erasure/take-out.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'

/** One file that is put away: what can be done before it goes. Whose it is stays a number here as well. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form, params } = request
  const { hidden } = await readRetention(context, actor, {})
  const one = hidden.find(({ id }) => id === params.id)
  if (!one) throw new NotFound()
  const stateOf = (what: string): FormState => ({
    t,
    form,
    problem: form.text('what') === what ? problem : noProblem,
  })
  const submissionKey = form.key ?? request.newKey()
  return page(
    t('retention.one'),
    <>
      <Heading level={1}>{t(`retention.subject.${one.subject}`, { number: fileNumber(one.whose) })}</Heading>
      <Summary
        rows={[
          [t('retention.why'), t(`retention.ground.${one.ground}`)],
          [t('retention.programme'), one.programme?.[t.language] ?? null],
          [t('retention.since'), t.longDay(one.since)],
          [t('retention.hidden-on'), t.longDay(one.hiddenOn)],
          one.holds.length > 0 ? null : [t('retention.goes-on'), t.longDay(one.shredOn)],
        ]}
      />
      {one.holds.map((hold) => (
        <Notice key={hold.id} title={t('retention.held')}>
          <Text>
            {t('erasure.hold-line', {
              reason: t(`erasure.hold-reason.${hold.reason}`),
              day: t.longDay(hold.until),
            })}
          </Text>
          <PostForm state={stateOf('end')} submissionKey={request.newKey()}>
            <input type="hidden" name="what" value="end" />
            <input type="hidden" name="holdId" value={hold.id} />
            <SubmitButton kind="secondary">{t('erasure.do-end-hold')}</SubmitButton>
          </PostForm>
        </Notice>
      ))}
      <Heading>{t('retention.take-out')}</Heading>
      <Text>{t('retention.take-out-text')}</Text>
      <PostForm state={stateOf('out')} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="out" />
        <Radios
          state={stateOf('out')}
          name="reason"
          label={t('retention.back')}
          options={backReasons.map((value) => ({ value, label: t(`retention.back.${value}`) }))}
        />
        <Buttons>
          <SubmitButton>{t('retention.do-take-out')}</SubmitButton>
        </Buttons>
      </PostForm>
      {one.subject !== 'account' && (
        <HoldForm
          state={stateOf('hold')}
          submissionKey={submissionKey}
          title={t('retention.hold')}
          text={t('retention.hold-text')}
        />
      )}
      <Link href={paths.retention.list()}>{t('retention.title')}</Link>
    </>,
    { place: paths.retention.list() },
  )
}

async function act({ context, actor, form, params, today }: StaffRequest) {
  const id = params.id ?? ''
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === 'end') {
    await endHold(context, actor, { id: form.text('holdId') }, submission)
    return seeOther(paths.retention.hidden(id), 'erasure.said.let-go')
  }
  if (form.text('what') === 'hold') {
    await holdHidden(context, actor, { id, ...readHold({ form, today }) }, submission)
    return seeOther(paths.retention.hidden(id), 'erasure.said.held')
  }
  const reason = backReasons.find((one) => one === form.text('reason'))
  if (!reason) throw new Invalid({ reason: 'choose-one' })
  await takeOut(context, actor, { id, reason }, submission)
  return seeOther(paths.retention.list(), 'retention.said.out')
}

export const hiddenFileRoutes: readonly Route[] = [
  staffRoute({
    path: paths.retention.hidden(':id'),
    who: ['privacy_officer'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
