import { checkInMissed, checkInWays } from '#domain/check-in/check-in.ts'
import { type Side, sides } from '#domain/match/match.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { CheckInQuestions, readCheckInAnswers } from '#pages/check-in/check-in-questions.tsx'
import { checkInMoment } from '#pages/check-in/moment-words.ts'
import { filledForm, formOf } from '#pages/form-data.ts'
import {
  Buttons,
  DayField,
  type FormState,
  PostForm,
  Radios,
  SubmitButton,
  TextArea,
} from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { SafeContactRule } from '#pages/safe-contact/safe-contact-rule.tsx'
import { missCheckIn } from '#usecases/check-in/miss-check-in.ts'
import { type CheckInToAsk, readCheckIn } from '#usecases/check-in/read-check-in.ts'
import { takeCheckIn } from '#usecases/check-in/take-check-in.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'

const whichOf = ({ params }: StaffRequest): { matchId: string; side: Side; moment: string } => {
  const side = sides.find((one) => one === params.side)
  if (!side) throw new NotFound()
  return { matchId: params.id ?? '', side, moment: params.moment ?? '' }
}

/** One side of one check-in: how she may be reached first, then the few questions; or why it didn't take place. */
async function show(asked: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, host } = asked
  const which = whichOf(asked)
  const one = await readCheckIn(context, actor, which)
  const request = { ...asked, t: asked.t.of(one.people) }
  const { t } = request
  const at = context.now().toZonedDateTimeISO(host.zone)
  const title = t('check-in.one-title', { moment: checkInMoment(t, one.week), name: one.name })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      {which.side === 'mother' ? (
        <>
          <SafeContactRule t={t} policy={one.safeContact} phone={one.phone} at={at} />
          <Link href={paths.safeContact(one.personId)}>{t('safe-contact.change')}</Link>
          <Text lead>{t('check-in.mother-alone', { worker: one.worker })}</Text>
        </>
      ) : (
        <Text lead>{t('check-in.worker-alone', { worker: one.worker })}</Text>
      )}
      <Text>{t('check-in.one-lead')}</Text>
      <Taking request={request} one={one} side={which.side} problem={problem} />
      <Missing request={request} problem={problem} />
      <Link href={paths.checkIn.list(one.trajectoryId)}>{t('check-in.back')}</Link>
    </>,
  )
}

interface Shown {
  readonly request: StaffRequest
  readonly problem: Problem
}
const misses = ({ form }: StaffRequest) => form.text('what') === 'miss'
const keyFor = (request: StaffRequest, mine: boolean) => (mine && request.form.key) || request.newKey()

const Taking = ({ request, one, side, problem }: Shown & { one: CheckInToAsk; side: Side }) => {
  const { t, today } = request
  const mine = problem !== noProblem && !misses(request)
  const state: FormState = mine
    ? { t, form: request.form, problem }
    : {
        t,
        form: filledForm({ on: t.longDay(today), ...(one.ways.length === 1 && { way: one.ways[0] }) }),
        problem: noProblem,
      }
  return (
    <PostForm state={state} submissionKey={keyFor(request, mine)}>
      <input type="hidden" name="what" value="take" />
      <CheckInQuestions state={state} />
      <TextArea
        state={state}
        name="note"
        label={t('check-in.note')}
        hint={t('check-in.note-hint')}
        optional
      />
      <Radios
        state={state}
        name="way"
        label={t('check-in.way')}
        {...(side === 'mother' ? { hint: t('check-in.ways-hint') } : {})}
        options={one.ways.map((value) => ({ value, label: t(`check-in.way.${value}`) }))}
      />
      <DayField state={state} name="on" label={t('check-in.on')} />
      <Buttons>
        <SubmitButton>{t('check-in.save')}</SubmitButton>
      </Buttons>
    </PostForm>
  )
}

const Missing = ({ request, problem }: Shown) => {
  const { t } = request
  const mine = problem !== noProblem && misses(request)
  const state: FormState = mine
    ? { t, form: request.form, problem }
    : { t, form: formOf(null), problem: noProblem }
  return (
    <details class="naast-details" open={mine}>
      <summary>{t('check-in.miss-title')}</summary>
      <Text>{t('check-in.miss-lead')}</Text>
      <PostForm state={state} submissionKey={keyFor(request, mine)}>
        <input type="hidden" name="what" value="miss" />
        <Radios
          state={state}
          name="reason"
          label={t('check-in.missed')}
          options={checkInMissed.map((value) => ({ value, label: t(`check-in.missed.${value}`) }))}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('check-in.miss')}</SubmitButton>
        </Buttons>
      </PostForm>
    </details>
  )
}

async function act(request: StaffRequest) {
  const { context, actor, form, today } = request
  const which = whichOf(request)
  const once = form.key ? { key: form.key } : undefined
  const list = (trajectoryId: string, said: 'check-in.said.missed' | 'check-in.said.taken') =>
    seeOther(paths.checkIn.list(trajectoryId), said)
  if (misses(request)) {
    const reason = checkInMissed.find((one) => one === form.text('reason'))
    if (!reason) throw new Invalid({ reason: 'choose-one' })
    const { trajectoryId } = await missCheckIn(context, actor, { ...which, reason }, once)
    return list(trajectoryId, 'check-in.said.missed')
  }
  const way = checkInWays.find((one) => one === form.text('way'))
  const on = readTypedDay(form.text('on'), { today })
  if (!way || !on)
    throw new Invalid({ ...(way ? {} : { way: 'choose-one' }), ...(on ? {} : { on: 'not-a-day' }) })
  const { trajectoryId } = await takeCheckIn(
    context,
    actor,
    { ...which, way, on: on.toString(), answers: readCheckInAnswers(form), note: form.text('note') },
    once,
  )
  return list(trajectoryId, 'check-in.said.taken')
}

export const oneCheckInRoutes: readonly Route[] = [
  staffRoute({
    path: paths.checkIn.one(':id', ':side', ':moment'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
