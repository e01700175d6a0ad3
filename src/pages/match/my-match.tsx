import { answers } from '#domain/match/match.ts'
import { formOf } from '#pages/form-data.ts'
import { ErrorSummary, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { Steps } from '#pages/look/tabs.tsx'
import { matchStateWord } from '#pages/match/waiting-list.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { answerTrial } from '#usecases/match/answer-trial.ts'
import { type MyMatch, readMyMatch } from '#usecases/match/read-my-match.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
const stages = ['trial', 'active', 'tapering'] as const

/** A worker's own match: where the two of them stand, what comes, and what she is asked herself. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const mine = await readMyMatch(context, actor, { id: idOf(request) })
  const title = t('match.my-title', { name: mine.firstName })
  const at = stages.map(String).indexOf(mine.state)
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <ErrorSummary state={{ t, form: formOf(null), problem }} />
      {at >= 0 ? (
        <Steps label={t('match.steps')} steps={stages.map((stage) => t(`match.step.${stage}`))} at={at} />
      ) : (
        <Tag tone="info">{matchStateWord(t, mine.state)}</Tag>
      )}
      <Text lead>{now(request, mine)}</Text>
      {mine.abilities.answer && <GoOn request={request} mine={mine} />}
      <Summary
        rows={[
          [t('match.my-programme'), mine.programme[t.language]],
          mine.startedOn ? [t('match.my-since'), t.longDay(mine.startedOn)] : null,
          mine.jointOn ? [t('match.my-joint'), t.day(mine.jointOn, today)] : null,
          mine.lastVisitOn ? [t('match.my-last'), t.day(mine.lastVisitOn, today)] : null,
        ]}
      />
      <p class="naast-actions">
        <ButtonLink href={paths.trajectory.one(mine.trajectoryId)}>{t('match.my-visits')}</ButtonLink>{' '}
        <ButtonLink href={paths.checkIn.mine(idOf(request))} kind="secondary">
          {t('check-in.tab')}
        </ButtonLink>
      </p>
    </>,
    { place: paths.contact.mine() },
  )
}

/** In one sentence, where it stands. */
function now({ t, today }: StaffRequest, mine: MyMatch): string {
  const name = mine.firstName
  if (mine.state === 'trial' && mine.trialUntil)
    return t('match.my-trial', { day: t.day(mine.trialUntil, today), name })
  if (mine.state === 'paused')
    return mine.pausedUntil
      ? t('match.my-paused', { day: t.day(mine.pausedUntil, today), name })
      : t('match.my-paused-open', { name })
  if (mine.lastVisitHeld) return t('match.my-ended', { name })
  if (mine.lastVisitOn) return t('match.my-tapering', { day: t.day(mine.lastVisitOn, today), name })
  return t('match.my-active', { name })
}

const GoOn = ({ request, mine }: { request: StaffRequest; mine: MyMatch }) => {
  const { t } = request
  const said = answers.find((one) => one === mine.answer)
  return (
    <Notice title={t('match.my-ask', { name: mine.firstName })}>
      <Text>{said ? t(`match.my-said.${said}`) : t('match.my-ask-hint')}</Text>
      <form method="post" class="naast-inline-form">
        <input type="hidden" name="key" value={request.newKey()} />
        <input type="hidden" name="version" value={mine.version} />
        {said !== 'yes' && (
          <SubmitButton name="answer" value="yes">
            {t('match.my-yes')}
          </SubmitButton>
        )}
        {said !== 'no' && (
          <SubmitButton name="answer" value="no" kind="secondary">
            {t('match.my-no')}
          </SubmitButton>
        )}
      </form>
    </Notice>
  )
}

export const myMatchRoutes: readonly Route[] = [
  staffRoute({
    path: paths.match.myOne(':id'),
    who: ['worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const answer = answers.find((one) => one === form.text('answer'))
          if (!answer) throw new Invalid({ answer: 'choose-one' })
          const id = idOf(request)
          const said = { id, version: Number(form.text('version')), side: 'worker' as const, answer }
          await answerTrial(context, actor, said, form.key ? { key: form.key } : undefined)
          return seeOther(paths.match.myOne(id), `match.said.trial-${answer}`)
        },
        (problem) => show(request, problem),
      ),
  }),
]
