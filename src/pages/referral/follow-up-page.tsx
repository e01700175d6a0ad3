import { followUpAnswers } from '#domain/referral/follow-up.ts'
import { formOf } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  type FormState,
  PostForm,
  Radios,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { partyName } from '#pages/referral/follow-ups.tsx'
import { AboutHer, TheirWords } from '#pages/referral/referral-parts.tsx'
import { Invalid } from '#usecases/failure.ts'
import { answerFollowUp } from '#usecases/referral/answer-follow-up.ts'
import { readReferral } from '#usecases/referral/read-referral.ts'

const mayHear = ['yes', 'no', 'not_asked'] as const

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const referral = await readReferral(context, actor, { id: request.params.id ?? '' })
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  const open = referral.followUps.find(({ answer }) => answer === null)
  const where = open?.helpOffer?.organisation ?? (open ? partyName(t, open.party) : '')
  return page(
    t('follow-up.page-title'),
    <>
      <Heading level={1}>{t('follow-up.page-title')}</Heading>
      {open ? (
        <>
          <Text lead>{t('follow-up.lead', { where })}</Text>
          <AboutHer t={t} referral={referral} />
          <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
            <Radios
              state={state}
              name="answer"
              label={t('follow-up.answer')}
              options={followUpAnswers.map((one) => ({ value: one, label: t(`follow-up.answer.${one}`) }))}
            />
            <TextField
              state={state}
              name="withWhom"
              label={t('follow-up.with-whom')}
              hint={t('follow-up.with-whom-hint')}
              optional
            />
            <Checkboxes
              state={state}
              name="askAgain"
              label={t('follow-up.again')}
              optional
              options={[{ value: 'yes', label: t('follow-up.again-yes') }]}
            />
            <Radios
              state={state}
              name="mayHear"
              label={t('follow-up.may-hear')}
              hint={t('follow-up.may-hear-hint')}
              options={mayHear.map((one) => ({ value: one, label: t(`follow-up.may-hear.${one}`) }))}
            />
            <Buttons>
              <SubmitButton>{t('follow-up.save')}</SubmitButton>
            </Buttons>
          </PostForm>
          <TheirWords t={t} referral={referral} />
        </>
      ) : (
        <Notice tone="done">
          <Text>{t('follow-up.nothing-open')}</Text>
        </Notice>
      )}
      <Link href={paths.desk.one(referral.id)}>{t('follow-up.back')}</Link>
    </>,
    { place: paths.desk.list() },
  )
}

async function record({ context, actor, form, params }: StaffRequest) {
  const id = params.id ?? ''
  const answer = followUpAnswers.find((one) => one === form.text('answer'))
  const hear = mayHear.find((one) => one === form.text('mayHear'))
  if (!answer || !hear)
    throw new Invalid({
      ...(answer ? {} : { answer: 'choose-one' }),
      ...(hear ? {} : { mayHear: 'choose-one' }),
    })
  const { told } = await answerFollowUp(
    context,
    actor,
    {
      id,
      answer,
      withWhom: form.optional('withWhom'),
      referrerMayHear: hear === 'not_asked' ? null : hear === 'yes',
      askAgain: form.checked('askAgain'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.desk.one(id), `follow-up.told.${told}`)
}

/** The question a month after: did help really start where she was sent? */
export const followUpRoutes: readonly Route[] = [
  staffRoute({
    path: paths.desk.followUp(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => record(request),
        (problem) => show(request, problem),
      ),
  }),
]
