import { SubmitButton } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Tag, Text } from '#pages/look/parts.tsx'
import {
  type Asked,
  ChangeFold,
  NumberField,
  ReasonSelect,
  WhatIfButton,
} from '#pages/matching-meeting/change-form.tsx'
import { changeOf, reasonWords, spotWords } from '#pages/matching-meeting/change-words.ts'
import { costWords } from '#pages/matching-meeting/delta-words.ts'
import { Moves, meetingPage, sentence, UndoForm } from '#pages/matching-meeting/meeting-frame.tsx'
import type { PageAnswer, StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { workersTitle } from '#pages/worker/workers-title.ts'
import type { MeetingCost, MeetingWorker, OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'

/** Where to look for people next: no more than one remembers. */
const mostWanted = 5

/** Who could stand beside somebody: places used and left, and where one more would bring most. */
export function workersPage(
  request: StaffRequest,
  meeting: OpenMeeting,
  problem: Problem = noProblem,
): PageAnswer {
  const { t, host } = request
  const wanted = meeting.workers
    .flatMap((worker) => (worker.oneMore ? [{ worker, delta: worker.oneMore }] : []))
    .sort((a, b) => byGain(b.delta.cost, a.delta.cost))
    .slice(0, mostWanted)
  const tab = paths.meeting.workers(meeting.meetingId)
  const from = startOf(request.query.get('from'), meeting.workers.length)
  const part = meeting.workers.slice(from, from + atOnce)
  return meetingPage({
    request,
    meeting,
    problem,
    tab,
    title: workersTitle(t, host.workers),
    children: (
      <>
        <Heading>{t('matching.wanted')}</Heading>
        {wanted.length === 0 ? (
          <Text>{t('matching.wanted-nobody')}</Text>
        ) : (
          <>
            <Text quiet>{t('matching.wanted-hint')}</Text>
            <ol class="naast-list">
              {wanted.map(({ worker, delta }) => (
                <li key={worker.workerId}>
                  {likeHer(t, worker)} {sentence(costWords(t, delta.cost))}
                </li>
              ))}
            </ol>
          </>
        )}
        <Heading>{t('matching.places-title')}</Heading>
        {meeting.workers.length === 0 && <Empty title={t('matching.no-workers')} />}
        {part.map((worker) => (
          <Worker key={worker.workerId} asked={{ request, meeting, problem }} worker={worker} />
        ))}
        <Parts request={request} of={meeting.workers.length} from={from} path={tab} />
      </>
    ),
  })
}

/** More than these on one page would be too much for an old phone. */
const atOnce = 60

const Parts = ({
  request: { t },
  of,
  from,
  path,
}: {
  request: StaffRequest
  of: number
  from: number
  path: string
}) =>
  of <= atOnce ? null : (
    <p class="utrecht-paragraph">
      {t('matching.part', { from: from + 1, until: Math.min(from + atOnce, of), count: of })}{' '}
      {from > 0 && <Link href={`${path}?from=${Math.max(0, from - atOnce)}`}>{t('matching.part-back')}</Link>}{' '}
      {from + atOnce < of && <Link href={`${path}?from=${from + atOnce}`}>{t('matching.part-on')}</Link>}
    </p>
  )

const startOf = (typed: string | null, of: number): number =>
  typed !== null && /^\d{1,5}$/.test(typed) && Number(typed) < of ? Number(typed) : 0

/** More women with somebody first, the most urgent of them first, then points. */
function byGain(a: MeetingCost, b: MeetingCost): number {
  for (const [at, { more }] of a.matched.entries()) {
    const difference = more - (b.matched[at]?.more ?? 0)
    if (difference !== 0) return difference
  }
  return a.score - b.score
}

const likeHer = (t: T, { name, languages, spot }: MeetingWorker): string =>
  t('matching.somebody-like', {
    name,
    what: [languages.map((code) => t.languageName(code)).join(', '), spotWords(spot)]
      .filter(Boolean)
      .join('; '),
  })

const Worker = ({ asked, worker }: { asked: Asked; worker: MeetingWorker }) => {
  const { request, meeting } = asked
  const { t } = request
  const { workerId: id, women, oneMore, placesBy } = worker
  const change = changeOf(meeting, placesBy)
  return (
    <Card
      level={3}
      title={worker.name}
      tag={
        worker.left === 0 ? (
          <Tag tone="attention">{t('matching.full')}</Tag>
        ) : (
          <Tag tone="done">{t('matching.left', { count: worker.left })}</Tag>
        )
      }
    >
      <Text>
        {t('matching.places', { places: worker.places, taken: worker.taken, used: worker.used })}{' '}
        {women.length > 0 && t('matching.gets', { women: women.map(({ name }) => name).join(', ') })}
      </Text>
      <Text quiet>{likeWhat(t, worker)}</Text>
      {worker.places > worker.ownPlaces && (
        <Text>{t('matching.ask-her-first', { count: worker.ownPlaces })}</Text>
      )}
      <div class="naast-folds">
        {oneMore && (
          <details id={`more-${id}`}>
            <summary>
              {t('matching.one-more')} <span class="naast-visually-hidden">{worker.name}</span>
            </summary>
            <Text>{sentence(costWords(t, oneMore.cost))}</Text>
            <Moves t={t} delta={oneMore} />
          </details>
        )}
        {change ? (
          <>
            <Text>
              {t('matching.places-changed', { count: worker.ownPlaces, reason: reasonWords(t, change) })}
            </Text>
            <UndoForm request={request} meeting={meeting} changeId={change.changeId} back={request.path} />
          </>
        ) : (
          <ChangeFold
            asked={asked}
            kind="places"
            of={id}
            title={t('matching.other-places')}
            about={worker.name}
            fields={{ kind: 'capacity', workerId: id }}
          >
            <NumberField
              asked={asked}
              label={t('matching.how-many-places')}
              name="places"
              of={id}
              value={worker.places}
              most={worker.mostPlaces}
            />
            <ReasonSelect asked={asked} kind="capacity" of={id} />
            <div class="naast-actions">
              <SubmitButton kind="secondary">{t('matching.change-places')}</SubmitButton>
              <WhatIfButton asked={asked} />
            </div>
          </ChangeFold>
        )}
      </div>
    </Card>
  )
}

const likeWhat = (t: T, { languages, spot }: MeetingWorker): string =>
  [languages.map((code) => t.languageName(code)).join(', '), spotWords(spot)].filter(Boolean).join(' · ')
