import { earlierShown } from '#domain/match/earlier-words.ts'
import { changeReasons, isRunning } from '#domain/match/match.ts'
import { typed } from '#pages/contact/typed.ts'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
} from '#pages/look/form.tsx'
import { Empty, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { dayOf, dayOrNone } from '#pages/match/life-acts.ts'
import { earlierOptions } from '#pages/match/life-forms.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { handOverMatch } from '#usecases/match/hand-over-match.ts'
import { readMatch } from '#usecases/match/read-match.ts'
import { weighWorkers } from '#usecases/match/weigh-workers.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** Somebody else goes on with her: who, when they met, and what she wants the next one to read. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, today } = request
  const match = await readMatch(context, actor, { id: idOf(request) })
  const t = request.t.of(match.people)
  const weighing = await weighWorkers(context, actor, { trajectoryId: match.trajectoryId })
  const others = weighing.proposals.filter(({ workerId }) => workerId !== match.workerId)
  const { usual } = match.trial
  const state: FormState = {
    t,
    form:
      problem === noProblem
        ? filledForm({
            version: `${match.version}`,
            meetOn: typed(today),
            trialUntil: usual && typed(usual),
            earlier: match.earlier.shown,
          })
        : request.form,
    problem,
  }
  return page(
    t('match.pass-on'),
    <>
      <Heading level={1}>{t('match.pass-on-title', { name: match.woman })}</Heading>
      <Text lead>{t('match.pass-on-lead', { name: match.worker })}</Text>
      {!isRunning(match.state) && <Notice>{t('refusal.match-not-from-this-state')}</Notice>}
      {others.length === 0 ? (
        <Empty title={t('match.nobody-fits')}>
          <Text>{t('match.pass-on-nobody')}</Text>
          <Link href={paths.match.one(match.trajectoryId)}>{t('match.look-further')}</Link>
        </Empty>
      ) : (
        <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
          <input type="hidden" name="version" value={match.version} />
          <Radios
            state={state}
            name="workerId"
            label={t('match.pass-on-who')}
            options={others.map((one) => ({
              value: one.workerId,
              label: one.name,
              hint: t('match.room', { room: one.room }),
            }))}
          />
          <Select
            state={state}
            name="reason"
            label={t('match.end-reason')}
            empty={t('match.choose')}
            options={changeReasons.map((value) => ({ value, label: t(`match.end-reason.${value}`) }))}
          />
          <DayField
            state={state}
            name="meetOn"
            label={t('match.pass-on-meet')}
            hint={t('match.pass-on-meet-hint')}
          />
          <DayField
            state={state}
            name="trialUntil"
            label={t('match.trial-until')}
            hint={t('match.trial-hint')}
            optional
          />
          <DayField
            state={state}
            name="jointOn"
            label={t('match.pass-on-joint')}
            hint={t('match.pass-on-joint-hint')}
            optional
          />
          <Radios
            state={state}
            name="earlier"
            label={t('match.earlier-ask')}
            hint={t('match.earlier-hint')}
            options={earlierOptions(t)}
          />
          <Checkboxes
            state={state}
            name="agreed"
            label={t('match.pass-on-agreed')}
            options={[{ value: 'yes', label: t('match.pass-on-agreed-yes') }]}
          />
          <Buttons>
            <SubmitButton>{t('match.pass-on')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
      <Text>
        <Link href={paths.match.proposal(match.matchId)}>{t('match.back')}</Link>
      </Text>
    </>,
    { place: paths.match.waiting() },
  )
}

async function passOn(request: StaffRequest) {
  const { context, actor, form } = request
  const reason = changeReasons.find((one) => one === form.text('reason'))
  const earlier = earlierShown.find((one) => one === form.text('earlier'))
  const wrong = {
    ...(form.text('workerId') === '' ? { workerId: 'choose-one' } : {}),
    ...(reason ? {} : { reason: 'choose-one' }),
    ...(form.checked('agreed') ? {} : { agreed: 'required' }),
  }
  if (!reason || Object.keys(wrong).length > 0) throw new Invalid(wrong)
  const { matchId } = await handOverMatch(
    context,
    actor,
    {
      id: idOf(request),
      version: Number(form.text('version')),
      workerId: form.text('workerId'),
      reason,
      agreed: true,
      meetOn: dayOf(request, 'meetOn'),
      jointOn: dayOrNone(request, 'jointOn'),
      trialUntil: dayOrNone(request, 'trialUntil'),
      ...(earlier ? { earlier } : {}),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.match.proposal(matchId), 'match.said.passed-on')
}

export const passOnRoutes: readonly Route[] = [
  staffRoute({
    path: paths.match.passOn(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => passOn(request),
        (problem) => show(request, problem),
      ),
  }),
]
