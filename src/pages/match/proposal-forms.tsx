import { answers, type Side } from '#domain/match/match.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, DayField, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Card, Heading, Tag, Text } from '#pages/look/parts.tsx'
import type { Shown } from '#pages/match/life-form.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { noProblem } from '#pages/problem.ts'
import type { MatchView } from '#usecases/match/read-match.ts'

const Hidden = ({ request, match, doing }: { request: StaffRequest; match: MatchView; doing: string }) => (
  <>
    <input type="hidden" name="key" value={request.newKey()} />
    <input type="hidden" name="version" value={match.version} />
    <input type="hidden" name="do" value={doing} />
  </>
)

export const Answers = (shown: Shown) => {
  const { request, match } = shown
  const { t } = request
  return (
    <section>
      <Heading>{t('match.answers')}</Heading>
      <Text quiet>{t('match.answers-hint')}</Text>
      <Asked {...shown} side="mother" name={match.woman} said={match.mother} first />
      <Asked
        {...shown}
        side="worker"
        name={match.worker}
        said={match.workerSide}
        first={match.mother.answer === 'yes'}
      />
    </section>
  )
}

const Asked = ({
  request,
  match,
  side,
  name,
  said,
  first,
}: Shown & { side: Side; name: string; said: MatchView['mother']; first: boolean }) => {
  const { t } = request
  const answer = answers.find((one) => one === said.answer)
  return (
    <Card
      title={name}
      tag={
        <Tag tone={answer === 'yes' ? 'done' : 'neutral'}>
          {answer && said.on
            ? t('match.answered-on', {
                answer: t(`match.answer.${answer}`),
                day: t.day(said.on, request.today),
              })
            : t('match.answer.none')}
        </Tag>
      }
      action={
        <form method="post" class="naast-inline-form">
          <Hidden request={request} match={match} doing="answer" />
          <input type="hidden" name="side" value={side} />
          {answer !== 'yes' && match.abilities.answer && (
            <SubmitButton name="answer" value="yes" kind={first ? 'primary' : 'secondary'}>
              {t('match.says-yes', { name })}
            </SubmitButton>
          )}
          <SubmitButton name="answer" value="no" kind="secondary">
            {t('match.says-no', { name })}
          </SubmitButton>
        </form>
      }
    />
  )
}

export const Introduction = ({ request, match, problem }: Shown) => {
  const { t } = request
  const mine = problem.fields.on !== undefined
  const state: FormState = {
    t,
    form: mine ? request.form : formOf(null),
    problem: mine ? problem : noProblem,
  }
  return (
    <section>
      <Heading>{t('match.introduction-title')}</Heading>
      {match.introductionOn && (
        <Text lead>{t('match.introduction-is', { day: t.day(match.introductionOn, request.today) })}</Text>
      )}
      {match.introductionOn && !match.abilities.start && <Text>{t('match.start-after')}</Text>}
      <PostForm state={state} submissionKey={(mine && request.form.key) || request.newKey()}>
        <input type="hidden" name="version" value={match.version} />
        <input type="hidden" name="do" value="introduction" />
        <DayField
          state={state}
          name="on"
          label={t('match.introduction-on')}
          hint={t('match.introduction-hint')}
        />
        <Buttons>
          <SubmitButton kind={match.introductionOn ? 'secondary' : 'primary'}>
            {match.introductionOn ? t('match.move-introduction') : t('match.plan-introduction')}
          </SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

export const Withdraw = ({ request, match }: Shown) => {
  const { t } = request
  return (
    <details class="naast-details">
      <summary>{t('match.withdraw-title')}</summary>
      <Text>{t('match.withdraw-hint')}</Text>
      <form method="post">
        <Hidden request={request} match={match} doing="withdraw" />
        <SubmitButton kind="secondary">{t('match.withdraw')}</SubmitButton>
      </form>
    </details>
  )
}
