import type { ComponentChildren } from 'preact'
import { formOf } from '#pages/form-data.ts'
import { ErrorSummary, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Notice, Text } from '#pages/look/parts.tsx'
import { Tabs } from '#pages/look/tabs.tsx'
import { changeWords, lastDeed } from '#pages/matching-meeting/change-words.ts'
import { costWords, moveWords, totalsWords } from '#pages/matching-meeting/delta-words.ts'
import { type PageAnswer, page, type StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { workersTitle } from '#pages/worker/workers-title.ts'
import type { MeetingDelta, OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'

/** Who waits first, then what one looks at when something has to be otherwise, then what it all ends in. */
const tabsOf = ({ t, host }: StaffRequest, id: string) => [
  { href: paths.meeting.one(id), label: t('matching.tab-women') },
  { href: paths.meeting.workers(id), label: workersTitle(t, host.workers) },
  { href: paths.meeting.map(id), label: t('matching.tab-map') },
  { href: paths.meeting.weights(id), label: t('matching.tab-weights') },
  { href: paths.meeting.changes(id), label: t('matching.tab-changes') },
  { href: paths.meeting.notes(id), label: t('matching.tab-notes') },
  { href: paths.meeting.publish(id), label: t('matching.tab-publish') },
]

interface Frame {
  readonly request: StaffRequest
  readonly meeting: OpenMeeting
  /** The tab that is open. */
  readonly tab: string
  readonly title: string
  readonly problem?: Problem
  /** Only what it says itself: what changed before would be taken for its answer. */
  readonly alone?: boolean
  readonly children: ComponentChildren
}

/** Every page of an open meeting: how it stands in all, what changed last, and the way to the other pages. */
export const meetingPage = ({
  request,
  meeting,
  tab,
  title,
  problem = noProblem,
  alone = false,
  children,
}: Frame): PageAnswer =>
  page(
    title,
    <div
      data-meeting
      data-failed={request.t('matching.failed')}
      data-asking={request.t('matching.asking')}
      data-done={request.t('matching.done')}
    >
      <Heading level={1}>{title}</Heading>
      <Tabs label={request.t('matching.tabs')} tabs={tabsOf(request, meeting.meetingId)} current={tab} />
      <ErrorSummary state={{ t: request.t, form: formOf(null), problem }} />
      {!alone && (
        <>
          <Totals t={request.t} meeting={meeting} />
          <LastChange request={request} meeting={meeting} />
          <SinceThen request={request} meeting={meeting} />
        </>
      )}
      {children}
    </div>,
    { place: paths.match.waiting(), islands: ['meeting'] },
  )

/** In one plain sentence, and whether it could be better. */
const Totals = ({ t, meeting: { totals } }: { t: T; meeting: OpenMeeting }) => (
  <>
    <Text lead>{totalsWords(t, totals)}</Text>
    <Text quiet>{t(totals.proved ? 'matching.proved' : 'matching.not-proved')}</Text>
  </>
)

/** More than these are folded away: how many they are says enough at first. */
const movesAtOnce = 4

export const Moves = ({ t, delta: { moves } }: { t: T; delta: MeetingDelta }) => {
  const list = (
    <ul class="naast-list">
      {moves.map((move) => (
        <li key={move.woman.trajectoryId}>{moveWords(t, move)}</li>
      ))}
    </ul>
  )
  if (moves.length === 0) return null
  if (moves.length <= movesAtOnce) return list
  return (
    <details>
      <summary>{t('matching.moves', { count: moves.length })}</summary>
      {list}
    </details>
  )
}

export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

/** What was done last, and what moved then; what still stands of it can be undone at once. */
const LastChange = ({ request, meeting }: { request: StaffRequest; meeting: OpenMeeting }) => {
  const { t } = request
  const { lastChange: delta } = meeting
  const last = lastDeed(meeting)
  if (!delta) return null
  return (
    <section class="naast-notice naast-notice--info">
      <h2 class="utrecht-heading-3">{t('matching.last-change')}</h2>
      <div data-said>
        <Text>
          {last &&
            sentence(
              last.undone ? t('matching.undid', { what: changeWords(t, last) }) : changeWords(t, last),
            )}{' '}
          {sentence(costWords(t, delta.cost))} {delta.moves.length === 0 && t('matching.nothing-moves')}
        </Text>
        <Moves t={t} delta={delta} />
      </div>
      {last && !last.undone && (
        <UndoForm request={request} meeting={meeting} changeId={last.changeId} back={request.path} />
      )}
    </section>
  )
}

/** What moved because the world did: nobody here decided it, so it is said before it is kept. */
const SinceThen = ({ request, meeting }: { request: StaffRequest; meeting: OpenMeeting }) => {
  const { t } = request
  const delta = meeting.sinceThen
  if (!delta) return null
  return (
    <Notice tone="attention" title={t('matching.since-then')}>
      <Text>{t('matching.since-then-hint')}</Text>
      <Moves t={t} delta={delta} />
      <form method="post" action={paths.meeting.replan(meeting.meetingId)} data-live>
        <Kept request={request} meeting={meeting} back={request.path} />
        <SubmitButton kind="secondary">{t('matching.replan')}</SubmitButton>
      </form>
    </Notice>
  )
}

/** What every form of a meeting carries: the key of this submission, what it was based on, and where to go on. */
export const Kept = ({
  request,
  meeting,
  back,
}: {
  request: StaffRequest
  meeting: Pick<OpenMeeting, 'version'>
  back: string
}) => (
  <>
    <input type="hidden" name="key" value={request.newKey()} />
    <input type="hidden" name="version" value={meeting.version} />
    <input type="hidden" name="back" value={back} />
  </>
)

export const UndoForm = ({
  request,
  meeting,
  changeId,
  back,
}: {
  request: StaffRequest
  meeting: OpenMeeting
  changeId: string
  back: string
}) => (
  <form method="post" action={paths.meeting.undo(meeting.meetingId)} data-live>
    <Kept request={request} meeting={meeting} back={back} />
    <input type="hidden" name="changeId" value={changeId} />
    <SubmitButton kind="secondary">{request.t('matching.undo')}</SubmitButton>
  </form>
)
