import { erasureGrounds, erasureReasons } from '#domain/erasure/erasure.ts'
import { HoldForm, readHold } from '#pages/erasure/hold-form.tsx'
import { Buttons, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import { askErasure } from '#usecases/erasure/ask-erasure.ts'
import { placeHold } from '#usecases/erasure/place-hold.ts'
import { prepareErasure } from '#usecases/erasure/prepare-erasure.ts'
import { Invalid } from '#usecases/failure.ts'

/** Asks that her file is erased, or holds it; both from her trajectory. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form } = request
  const trajectoryId = request.params.id ?? ''
  const her = await prepareErasure(context, actor, { trajectoryId })
  const stateOf = (what: string): FormState => ({
    t,
    form,
    problem: form.text('what') === what ? problem : noProblem,
  })
  const submissionKey = form.key ?? request.newKey()
  return page(
    t('erasure.ask-title'),
    <>
      <Heading level={1}>{t('erasure.ask-title')}</Heading>
      <Text lead>{her.name ?? t('erasure.gone')}</Text>
      <TrajectoryTabs t={t} id={trajectoryId} actor={actor} current={paths.erasure.ask(trajectoryId)} />
      {her.holds.map((hold) => (
        <Notice key={hold.id} title={t('erasure.holds')}>
          <Text>
            {t('erasure.hold-line', {
              reason: t(`erasure.hold-reason.${hold.reason}`),
              day: t.longDay(hold.until),
            })}
          </Text>
        </Notice>
      ))}
      {her.openId && (
        <Notice title={t('erasure.asked-already')}>
          <ButtonLink href={paths.erasure.one(her.openId)} kind="secondary">
            {t('erasure.to-asked')}
          </ButtonLink>
        </Notice>
      )}
      {!her.openId && her.name && (
        <section>
          <Heading>{t('erasure.ask')}</Heading>
          <Text>{t('erasure.ask-lead')}</Text>
          {her.running && <Text quiet>{t('erasure.ask-running')}</Text>}
          <PostForm state={stateOf('ask')} submissionKey={submissionKey}>
            <input type="hidden" name="what" value="ask" />
            <Radios
              state={stateOf('ask')}
              name="reason"
              label={t('erasure.reason')}
              options={erasureReasons.map((value) => ({ value, label: t(`erasure.reason.${value}`) }))}
            />
            <Radios
              state={stateOf('ask')}
              name="ground"
              label={t('erasure.ground')}
              hint={t('erasure.ground-hint')}
              options={erasureGrounds.map((value) => ({ value, label: t(`erasure.ground.${value}`) }))}
            />
            <Buttons>
              <SubmitButton>{t('erasure.do-ask')}</SubmitButton>
            </Buttons>
          </PostForm>
        </section>
      )}
      {her.name && (
        <HoldForm
          state={stateOf('hold')}
          submissionKey={submissionKey}
          title={t('erasure.hold')}
          text={t('erasure.hold-text')}
        />
      )}
      <Link href={paths.trajectory.one(trajectoryId)}>{t('erasure.to-trajectory')}</Link>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

async function act({ context, actor, form, params, today }: StaffRequest) {
  const trajectoryId = params.id ?? ''
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === 'hold') {
    await placeHold(context, actor, { trajectoryId, ...readHold({ form, today }) }, submission)
    return seeOther(paths.erasure.ask(trajectoryId), 'erasure.said.held')
  }
  const reason = erasureReasons.find((one) => one === form.text('reason'))
  const ground = erasureGrounds.find((one) => one === form.text('ground'))
  if (!reason || !ground)
    throw new Invalid({
      ...(reason ? {} : { reason: 'choose-one' }),
      ...(ground ? {} : { ground: 'choose-one' }),
    })
  const { id } = await askErasure(context, actor, { trajectoryId, reason, ground }, submission)
  return seeOther(paths.erasure.one(id), 'erasure.said.asked')
}

export const askErasureRoutes: readonly Route[] = [
  staffRoute({
    path: paths.erasure.ask(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
