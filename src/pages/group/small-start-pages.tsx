import { answerReasons, smallStartAnswers, smallStartReasons } from '#domain/group/small-start.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Radios, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { answerSmallStart } from '#usecases/group/answer-small-start.ts'
import { askSmallStart } from '#usecases/group/ask-small-start.ts'
import { readGroup } from '#usecases/group/read-group.ts'
import { readSmallStart, type SmallStartPage } from '#usecases/group/read-small-start.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
const stateOf = ({ t, form }: StaffRequest, problem: Problem): FormState => ({
  t,
  form: problem === noProblem ? formOf(null) : form,
  problem,
})

/** A code in words; a code that nobody gives any more stands as a dash. */
export const reasonInWords = (t: T, code: string | null): string => {
  const key = `group.small-why.${code}`
  return t.has(key) ? t(key) : '—'
}

async function showAsking(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const group = await readGroup(context, actor, { id: idOf(request) })
  const state = stateOf(request, problem)
  return page(
    t('group.small-ask'),
    <>
      <Heading level={1}>{t('group.small-ask')}</Heading>
      {group.mayAskSmall && (
        <Text lead>{t('group.small-ask-lead', { count: group.size.taken, min: group.size.min })}</Text>
      )}
      {group.mayAskSmall ? (
        <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
          <input type="hidden" name="version" value={group.version} />
          <Radios
            state={state}
            name="reason"
            label={t('group.small-why')}
            options={smallStartReasons.map((one) => ({ value: one, label: t(`group.small-why.${one}`) }))}
          />
          <Buttons>
            <SubmitButton>{t('group.small-ask-save')}</SubmitButton>
          </Buttons>
        </PostForm>
      ) : (
        <Notice>{t('refusal.small-start-not-now')}</Notice>
      )}
      <Link href={paths.group.one(group.id)}>{t('group.back')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const asked = await readSmallStart(context, actor, { id: idOf(request) })
  return page(
    t('group.small-title'),
    <>
      <Heading level={1}>{t('group.small-title')}</Heading>
      <Summary
        rows={[
          [t('group.programme'), asked.programme[t.language]],
          [t('group.small-women'), t('group.small-women-of', { count: asked.size, min: asked.min })],
          [t('group.small-why'), reasonInWords(t, asked.reason)],
          [
            t('group.small-asked-by'),
            t('group.talk-by', { day: t.day(asked.askedOn, today), name: asked.askedBy }),
          ],
        ]}
      />
      <Answer request={request} asked={asked} state={stateOf(request, problem)} />
      {asked.groupId && <Link href={paths.group.one(asked.groupId)}>{t('group.back')}</Link>}
    </>,
    { place: paths.today() },
  )
}

interface Props {
  readonly request: StaffRequest
  readonly asked: SmallStartPage
  readonly state: FormState
}
const Answer = ({ request, asked, state }: Props) => {
  const { t, today } = request
  if (asked.answer)
    return (
      <Notice tone={asked.answer === 'allowed' ? 'done' : 'attention'}>
        <Summary
          rows={[
            [t('group.small-answer'), t(`group.small-answer.${asked.answer}`)],
            [t('group.small-why'), reasonInWords(t, asked.answerReason)],
            [
              t('group.small-answered-by'),
              asked.answeredOn &&
                t('group.talk-by', { day: t.day(asked.answeredOn, today), name: asked.answeredBy ?? '—' }),
            ],
          ]}
        />
      </Notice>
    )
  if (!asked.mayAnswer) return <Notice>{t(asked.own ? 'group.small-own' : 'group.small-waits')}</Notice>
  return (
    <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
      <Radios
        state={state}
        name="answer"
        label={t('group.small-answer')}
        options={smallStartAnswers.map((one) => ({ value: one, label: t(`group.small-answer.${one}`) }))}
      />
      {smallStartAnswers.map((answer) => (
        <Select
          key={answer}
          state={state}
          name={`reason.${answer}`}
          label={t(`group.small-why-${answer}`)}
          empty=""
          options={answerReasons[answer].map((one) => ({ value: one, label: t(`group.small-why.${one}`) }))}
        />
      ))}
      <Buttons>
        <SubmitButton>{t('group.small-answer-save')}</SubmitButton>
      </Buttons>
    </PostForm>
  )
}

async function ask(request: StaffRequest) {
  const { context, actor, form } = request
  const reason = smallStartReasons.find((one) => one === form.text('reason'))
  if (!reason) throw new Invalid({ reason: 'choose-one' })
  const input = { id: idOf(request), version: Number(form.text('version')), reason }
  await askSmallStart(context, actor, input, form.key ? { key: form.key } : undefined)
  return seeOther(paths.group.one(idOf(request)), 'group.said.small-asked')
}

async function decide(request: StaffRequest) {
  const { context, actor, form } = request
  const answer = smallStartAnswers.find((one) => one === form.text('answer'))
  if (!answer) throw new Invalid({ answer: 'choose-one' })
  const reason = form.text(`reason.${answer}`)
  if (!reason) throw new Invalid({ [`reason.${answer}`]: 'choose-one' })
  const input = { id: idOf(request), answer, reason }
  await answerSmallStart(context, actor, input, form.key ? { key: form.key } : undefined)
  return seeOther(paths.group.smallStart(idOf(request)), 'group.said.small-answered')
}

/** A group that would begin smaller: the coordinator asks, who answers for the programme decides. */
export const smallStartRoutes: readonly Route[] = [
  staffRoute({
    path: paths.group.askSmall(':id'),
    who: ['coordinator'],
    get: (request) => showAsking(request),
    post: (request) =>
      attempt(
        () => ask(request),
        (problem) => showAsking(request, problem),
      ),
  }),
  staffRoute({
    path: paths.group.smallStart(':id'),
    who: ['coordinator', 'programme_manager'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => decide(request),
        (problem) => show(request, problem),
      ),
  }),
]
