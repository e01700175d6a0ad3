import { hasScore } from '#domain/match/propose.ts'
import { SubmitButton } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { CriteriaView, Questions } from '#pages/match/criteria-view.tsx'
import { urgencyTone } from '#pages/match/waiting-list.tsx'
import {
  type Asked,
  ChangeFold,
  isWrong,
  ReasonSelect,
  WhatIfButton,
} from '#pages/matching-meeting/change-form.tsx'
import { becauseWords, spotWords } from '#pages/matching-meeting/change-words.ts'
import { Compare } from '#pages/matching-meeting/compare-choices.tsx'
import { priceWords } from '#pages/matching-meeting/delta-words.ts'
import { meetingPage, UndoForm } from '#pages/matching-meeting/meeting-frame.tsx'
import { Why } from '#pages/matching-meeting/women-page.tsx'
import type { PageAnswer, StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import type { MeetingChoice, MeetingRanking, OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'

/** How many of the possible ones are shown at once, and how many in all. */
const shown = 6
const most = 30

/** Everybody for one woman: what choosing each of them does to the others, and of the rest why not. */
export function womanPage(
  request: StaffRequest,
  meeting: OpenMeeting,
  ranking: MeetingRanking,
  problem: Problem = noProblem,
): PageAnswer {
  const { t } = request
  const asked: Asked = { request, meeting, problem }
  const { woman, choices, others } = ranking
  const card = (choice: MeetingChoice) => (
    <Choice key={choice.worker.workerId} asked={asked} woman={woman} choice={choice} />
  )
  return meetingPage({
    request,
    meeting,
    problem,
    tab: paths.meeting.one(meeting.meetingId),
    title: t('matching.for-woman', { name: woman.name }),
    children: (
      <>
        <p class="utrecht-paragraph">
          <Link href={`${paths.meeting.one(meeting.meetingId)}#woman-${woman.trajectoryId}`}>
            {t('matching.back-to-all')}
          </Link>
        </p>
        <div data-fragment>
          <Her t={t} meeting={meeting} woman={woman} />
          <Heading>{t('matching.who-can')}</Heading>
          {choices.length === 0 && <Empty title={t('match.nobody-fits')} />}
          {choices.length > 1 && <Text quiet>{t('matching.points-explained')}</Text>}
          {choices.slice(0, shown).map(card)}
          {choices.length > shown && (
            <details
              class="naast-more"
              id={`more-${woman.trajectoryId}`}
              open={choices.slice(shown).some((choice) => isWrong(asked, formOf(woman, choice)))}
            >
              <summary>{t('matching.more-can', { count: choices.length - shown })}</summary>
              {choices.slice(shown, most).map(card)}
              {choices.length > most && (
                <Text quiet>{t('matching.fit-less', { count: choices.length - most })}</Text>
              )}
            </details>
          )}
          {choices.length > 1 && (
            <details class="naast-more" id={`compare-${woman.trajectoryId}`}>
              <summary>{t('matching.compare')}</summary>
              <Compare t={t} choices={choices} />
            </details>
          )}
          {others.length > 0 && (
            <details class="naast-more" id={`others-${woman.trajectoryId}`}>
              <summary>{t('matching.why-not', { count: others.length })}</summary>
              <ul class="naast-plain-list">
                {others.map((one) => (
                  <li key={one.worker.workerId}>
                    <strong>{one.worker.name}</strong>: {becauseOf(t, one)}
                  </li>
                ))}
              </ul>
            </details>
          )}
          <LeaveOut asked={asked} woman={woman} />
        </div>
      </>
    ),
  })
}

/** A sealed rule says only that it isn't possible: not even that nobody can mend it. */
function becauseOf(t: T, { because, gate, mend }: MeetingRanking['others'][number]): string {
  const why = gate ? `${becauseWords(t, because)} (${gate.label[t.language]})` : becauseWords(t, because)
  return because === 'not-possible' || because === 'left-out'
    ? `${why}.`
    : `${why}. ${t(`match.mend.${mend}`)}`
}

type Woman = MeetingRanking['woman']

const Her = ({ t, meeting, woman }: { t: T; meeting: OpenMeeting; woman: Woman }) => (
  <>
    <Summary
      rows={[
        [
          t('match.column.urgency'),
          <Tag tone={urgencyTone[woman.urgency]}>{t(`match.urgency.${woman.urgency}`)}</Tag>,
        ],
        [t('match.waits'), t('match.days', { count: woman.waitingDays })],
        [t('match.language'), woman.languages.map((code) => t.languageName(code)).join(', ')],
        [t('match.lives'), spotWords(woman.spot)],
        [t('matching.programme'), woman.programme[t.language]],
        [t('matching.now'), woman.proposed?.worker.name ?? t('matching.nobody')],
      ]}
    />
    {woman.unmatched && (
      <p class="utrecht-paragraph">
        <Why t={t} meeting={meeting} unmatched={woman.unmatched} />
      </p>
    )}
    <Link href={paths.match.one(woman.trajectoryId)}>{t('matching.her-page')}</Link>
  </>
)

const formOf = (woman: Woman, { worker }: MeetingChoice): string => `${woman.trajectoryId}-${worker.workerId}`

const Choice = ({ asked, woman, choice }: { asked: Asked; woman: Woman; choice: MeetingChoice }) => {
  const { request, meeting } = asked
  const { t } = request
  const { worker, now, equal, delta } = choice
  const of = formOf(woman, choice)
  return (
    <Card
      level={3}
      title={worker.name}
      tag={
        now ? (
          <Tag tone="done">{t('matching.proposed-now')}</Tag>
        ) : equal ? (
          <Tag tone="info">{t('matching.equal')}</Tag>
        ) : null
      }
    >
      {hasScore(choice.criteria) && (
        <Text>{t('match.score', { percent: Math.round(choice.score / 10) })}</Text>
      )}
      {!now && <Text>{priceWords(t, delta, { woman: woman.name, worker: worker.name })}</Text>}
      <Questions t={t} questions={choice.questions} />
      <div class="naast-folds">
        <details id={`fits-${of}`}>
          <summary>
            {t('matching.why-these')} <span class="naast-visually-hidden">{worker.name}</span>
          </summary>
          <CriteriaView t={t} criteria={choice.criteria} />
        </details>
        {now && woman.proposed?.pinnedBy ? (
          <UndoForm
            request={request}
            meeting={meeting}
            changeId={woman.proposed.pinnedBy}
            back={request.path}
          />
        ) : (
          <ChangeFold
            asked={asked}
            kind="change"
            of={of}
            title={t(now ? 'matching.keep-or-not' : 'matching.choose-her')}
            about={worker.name}
            fields={{ trajectoryId: woman.trajectoryId, workerId: worker.workerId }}
          >
            <ReasonSelect asked={asked} kind="choice" of={of} />
            <div class="naast-actions">
              <SubmitButton name="kind" value="pin">
                {t(now ? 'matching.pin-now' : 'matching.pin', { worker: worker.name })}
              </SubmitButton>
              <SubmitButton name="kind" value="forbid" kind="secondary">
                {t('matching.forbid')}
              </SubmitButton>
              {now && <WhatIfButton asked={asked} kind="forbid" />}
            </div>
          </ChangeFold>
        )}
      </div>
    </Card>
  )
}

const LeaveOut = ({ asked, woman }: { asked: Asked; woman: Woman }) => {
  const { request, meeting } = asked
  const { t } = request
  if (woman.unmatched?.kind === 'left-out')
    return (
      <UndoForm request={request} meeting={meeting} changeId={woman.unmatched.changeId} back={request.path} />
    )
  return (
    <ChangeFold
      asked={asked}
      kind="leave"
      of={`leave-${woman.trajectoryId}`}
      title={t('matching.leave-out')}
      hint={t('matching.leave-out-hint')}
      fields={{ kind: 'leave-out', trajectoryId: woman.trajectoryId }}
    >
      <ReasonSelect asked={asked} kind="leave-out" of={`leave-${woman.trajectoryId}`} />
      <div class="naast-actions">
        <SubmitButton kind="secondary">{t('matching.leave-out')}</SubmitButton>
        <WhatIfButton asked={asked} />
      </div>
    </ChangeFold>
  )
}
