import { hasScore } from '#domain/match/propose.ts'
import { urgencies } from '#domain/match/urgency.ts'
import { Empty, Link, Tag, Text } from '#pages/look/parts.tsx'
import { CriteriaView, Questions } from '#pages/match/criteria-view.tsx'
import { urgencyTone } from '#pages/match/waiting-list.tsx'
import { becauseWords, changeOf, reasonWords } from '#pages/matching-meeting/change-words.ts'
import { listOf } from '#pages/matching-meeting/delta-words.ts'
import { meetingPage, UndoForm } from '#pages/matching-meeting/meeting-frame.tsx'
import type { PageAnswer, StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import type {
  MeetingPair,
  MeetingUnmatched,
  MeetingWoman,
  OpenMeeting,
} from '#usecases/matching-meeting/meeting-view.ts'

/** Everybody who waits, the most urgent first, each with who would come and why: to be read from top to bottom. */
export function womenPage(request: StaffRequest, meeting: OpenMeeting, problem?: Problem): PageAnswer {
  const { t, query, today } = request
  const show = query.get('show') ?? ''
  const programme = query.get('programme') ?? ''
  const women = meeting.women.filter(
    (woman) => isShown(woman, show) && (programme === '' || woman.programmeId === programme),
  )
  return meetingPage({
    request,
    meeting,
    problem,
    tab: paths.meeting.one(meeting.meetingId),
    title: t('matching.title', { day: t.day(meeting.openedOn, today) }),
    children: (
      <>
        <Outside t={t} meeting={meeting} />
        <Filter t={t} meeting={meeting} show={show} programme={programme} />
        {women.length === 0 && (
          <Empty title={t(meeting.women.length === 0 ? 'matching.nobody-waits' : 'matching.nobody-shown')} />
        )}
        <ol class="naast-pairings">
          {women.map((woman) => (
            <Row key={woman.trajectoryId} request={request} meeting={meeting} woman={woman} />
          ))}
        </ol>
        <Link href={paths.meeting.paper(meeting.meetingId)}>{t('matching.to-paper')}</Link>
      </>
    ),
  })
}

const isShown = (woman: MeetingWoman, show: string): boolean =>
  show === '' || (show === 'without' ? woman.proposed === null : woman.urgency === show)

/** By address, so that it works without script and stays when something changes. */
const Filter = ({
  t,
  meeting,
  show,
  programme,
}: {
  t: T
  meeting: OpenMeeting
  show: string
  programme: string
}) => {
  const programmes = [...new Map(meeting.programmes.map((one) => [one.programmeId, one])).values()]
  return (
    <details class="naast-more" id="filter" open={show !== '' || programme !== ''}>
      <summary>{t('matching.filter-title')}</summary>
      <form method="get" class="naast-inline-form">
        <label>
          {t('matching.show')}{' '}
          <select name="show" class="utrecht-select utrecht-select--html-select">
            <option value="">{t('matching.show-all')}</option>
            <option value="without" selected={show === 'without'}>
              {t('matching.show-without')}
            </option>
            {urgencies.map((urgency) => (
              <option key={urgency} value={urgency} selected={show === urgency}>
                {t(`match.urgency.${urgency}`)}
              </option>
            ))}
          </select>
        </label>
        {programmes.length > 1 && (
          <label>
            {t('matching.programme')}{' '}
            <select name="programme" class="utrecht-select utrecht-select--html-select">
              <option value="">{t('matching.show-all')}</option>
              {programmes.map((one) => (
                <option
                  key={one.programmeId}
                  value={one.programmeId}
                  selected={programme === one.programmeId}
                >
                  {one.label[t.language]}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="submit" class="utrecht-button utrecht-button--secondary-action">
          {t('matching.filter')}
        </button>
      </form>
    </details>
  )
}

/** Who waits and isn't in it, and why: nobody disappears in silence. */
const Outside = ({ t, meeting: { outside } }: { t: T; meeting: OpenMeeting }) => {
  const lines = [
    outside.underWay > 0 && t('matching.outside.under-way', { count: outside.underWay }),
    outside.forGroup > 0 && t('matching.outside.for-group', { count: outside.forGroup }),
    outside.beyond > 0 && t('matching.outside.beyond', { count: outside.beyond, most: outside.most }),
    outside.nearestOnly !== null && t('matching.outside.nearest', { count: outside.nearestOnly }),
  ].filter((line) => line !== false)
  return lines.length === 0 ? null : <Text quiet>{lines.join(' ')}</Text>
}

const Row = ({
  request,
  meeting,
  woman,
}: {
  request: StaffRequest
  meeting: OpenMeeting
  woman: MeetingWoman
}) => {
  const { t } = request
  const { trajectoryId: id, proposed, unmatched } = woman
  return (
    <li class="naast-pairing" id={`woman-${id}`}>
      <div class="naast-pairing__her">
        <h2 class="utrecht-heading-3">{woman.name}</h2>
        <span class="naast-quiet">{t('match.days', { count: woman.waitingDays })}</span>
        {woman.urgency !== 'normal' && (
          <Tag tone={urgencyTone[woman.urgency]}>{t(`match.urgency.${woman.urgency}`)}</Tag>
        )}
      </div>
      {proposed && <Proposed t={t} pair={proposed} />}
      {unmatched && (
        <div class="naast-pairing__worker">
          <strong>{t('matching.nobody')}</strong>
          <Why t={t} meeting={meeting} unmatched={unmatched} />
        </div>
      )}
      <div class="naast-pairing__more">
        <a
          class="utrecht-link utrecht-link--html-a"
          href={paths.meeting.woman(meeting.meetingId, id)}
          id={`choose-${id}`}
          data-inline
        >
          {t('matching.choose-for')} <span class="naast-visually-hidden">{woman.name}</span>
        </a>
        {proposed && (
          <details id={`why-${id}`}>
            <summary>
              {t('matching.why-these')} <span class="naast-visually-hidden">{woman.name}</span>
            </summary>
            <CriteriaView t={t} criteria={proposed.criteria} />
            <Questions t={t} questions={proposed.questions} />
            {proposed.pinnedBy && (
              <>
                <Text>
                  {t('matching.pinned-because', {
                    reason: reasonOf(t, meeting, proposed.pinnedBy),
                  })}
                </Text>
                <UndoForm
                  request={request}
                  meeting={meeting}
                  changeId={proposed.pinnedBy}
                  back={request.path}
                />
              </>
            )}
          </details>
        )}
        {unmatched?.kind === 'left-out' && (
          <UndoForm request={request} meeting={meeting} changeId={unmatched.changeId} back={request.path} />
        )}
      </div>
    </li>
  )
}

const reasonOf = (t: T, meeting: OpenMeeting, changeId: string): string => {
  const change = changeOf(meeting, changeId)
  return change ? reasonWords(t, change) : ''
}

const Proposed = ({ t, pair }: { t: T; pair: MeetingPair }) => (
  <div class="naast-pairing__worker">
    <strong>{pair.worker.name}</strong>
    {hasScore(pair.criteria) && (
      <span class="naast-numeric">{t('match.score', { percent: Math.round(pair.score / 10) })}</span>
    )}
    {pair.pinnedBy && <Tag tone="info">{t('matching.pinned')}</Tag>}
    {pair.questions.length > 0 && (
      <Tag tone="attention">{t('matching.still-ask', { count: pair.questions.length })}</Tag>
    )}
  </div>
)

/** Why nobody, in words that say what could help. */
export const Why = ({
  t,
  meeting,
  unmatched,
}: {
  t: T
  meeting: OpenMeeting
  unmatched: MeetingUnmatched
}) => {
  if (unmatched.kind === 'left-out')
    return <span>{t('matching.left-out', { reason: reasonOf(t, meeting, unmatched.changeId) })}</span>
  if (unmatched.kind === 'nobody-possible')
    return (
      <span>
        {unmatched.blocks.length === 0
          ? t('matching.no-workers')
          : t('matching.nobody-possible', {
              blocks: unmatched.blocks
                .map(({ code, workers }) => `${becauseWords(t, code).toLowerCase()} (${workers}×)`)
                .join(', '),
            })}
      </span>
    )
  const [first, ...rest] = unmatched.workers
  if (!first) return null
  return (
    <span>
      {t('matching.others-need-more', {
        worker: first.worker.name,
        women: listOf(
          t,
          first.women.map(({ name }) => name),
        ),
      })}{' '}
      {rest.length > 0 && t('matching.others-too', { count: rest.length })}
    </span>
  )
}
