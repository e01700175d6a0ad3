import { reviewActions, reviewReasons } from '#domain/safety/red-flags.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { Emergency } from '#pages/concern/emergency.tsx'
import { typed } from '#pages/contact/typed.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, Checkboxes, DayField, PostForm, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { showSafety } from '#pages/safety/safety-page.tsx'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { checkRedFlags } from '#usecases/safety/check-red-flags.ts'
import { readSafety } from '#usecases/safety/read-safety.ts'
import { reviewRedFlags } from '#usecases/safety/review-red-flags.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''

/** What was seen or told; the heaviest stands first. That nothing of it was seen is kept too. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const { name, redFlags, trajectoryId } = await readSafety(context, actor, { trajectoryId: idOf(request) })
  if (redFlags.length === 0) throw new NotFound()
  const state = {
    t,
    form: problem === noProblem ? filledForm({ on: typed(today) }) : request.form,
    problem,
  }
  return page(
    t('safety.flags'),
    <>
      <Heading level={1}>{t('safety.flags-of', { name })}</Heading>
      <Text lead>{t('safety.flags-lead')}</Text>
      <PostForm
        state={state}
        submissionKey={request.form.key ?? request.newKey()}
        action={paths.safety.redFlags(trajectoryId)}
      >
        <Checkboxes
          state={state}
          name="flags"
          label={t('safety.flags-seen')}
          hint={t('safety.flags-hint')}
          options={redFlags.map(({ id, label, highest }) => ({
            value: id,
            label: label[t.language],
            ...(highest ? { hint: t('safety.highest') } : {}),
          }))}
        />
        <DayField state={state} name="on" label={t('safety.flags-on')} />
        <TextArea
          state={state}
          name="words"
          label={t('concern.words')}
          hint={t('concern.words-hint')}
          rows={3}
          optional
        />
        <Buttons>
          <SubmitButton>{t('safety.flags-save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Emergency t={t} />
      <Link href={paths.safety.one(trajectoryId)}>{t('safety.to')}</Link>
    </>,
  )
}

async function check(request: StaffRequest) {
  const { context, actor, form, today } = request
  const { noted } = await checkRedFlags(
    context,
    actor,
    {
      trajectoryId: idOf(request),
      on: readTypedDay(form.text('on'), { today }) ?? form.text('on'),
      flags: [...form.all('flags')],
      words: form.optional('words'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.safety.one(idOf(request)), noted > 0 ? 'safety.said.flags' : 'safety.said.flags-none')
}

async function review(request: StaffRequest) {
  const { context, actor, form } = request
  const action = reviewActions.find((one) => one === form.text('code'))
  const reason = reviewReasons.find((one) => one === form.text('code'))
  if (!action && !reason) throw new Invalid({ code: 'choose-one' })
  const { left, meldcodeId } = await reviewRedFlags(
    context,
    actor,
    {
      trajectoryId: idOf(request),
      review: reason
        ? { outcome: 'no_action', code: reason }
        : { outcome: 'acted', code: action ?? 'consulted_colleague' },
      flagIds: [...form.all('flagIds')],
      words: form.optional('words'),
    },
    form.key ? { key: form.key } : undefined,
  )
  if (meldcodeId) return seeOther(paths.meldcode.one(meldcodeId), 'meldcode.said.opened')
  return seeOther(
    paths.safety.one(idOf(request)),
    left > 0 ? 'safety.said.reviewed-some' : 'safety.said.reviewed',
  )
}

export const redFlagRoutes: readonly Route[] = [
  staffRoute({
    path: paths.safety.redFlags(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => check(request),
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.safety.review(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    post: (request) =>
      attempt(
        () => review(request),
        (problem) => showSafety(request, problem),
      ),
  }),
]
