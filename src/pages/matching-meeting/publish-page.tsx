import { SubmitButton } from '#pages/look/form.tsx'
import { Empty, Heading, Notice, Text } from '#pages/look/parts.tsx'
import { Kept, meetingPage } from '#pages/matching-meeting/meeting-frame.tsx'
import type { PageAnswer, StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { type Problem, refusalWords } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { gateName } from '#pages/worker/gate-words.ts'
import type { MeetingPublished, OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'

type Impossible = Extract<MeetingPublished, { published: false }>['impossible']

/** What will be proposed, to be ticked, and one button: it all happens at once, or nothing does. */
export function publishPage(
  request: StaffRequest,
  meeting: OpenMeeting,
  problem?: Problem,
  impossible: Impossible = [],
): PageAnswer {
  const { t, form } = request
  const pairs = meeting.women.flatMap((woman) => (woman.proposed ? [{ woman, pair: woman.proposed }] : []))
  const again = form.all('pair')
  const ticked = ({ woman, pair }: (typeof pairs)[number]): boolean =>
    !impossible.some((one) => one.trajectoryId === woman.trajectoryId) &&
    (again.length === 0 || again.includes(pairValue(woman.trajectoryId, pair.worker.workerId)))
  const answer = meetingPage({
    request,
    meeting,
    problem,
    tab: paths.meeting.publish(meeting.meetingId),
    title: t('matching.publish-title'),
    children: (
      <>
        {impossible.length > 0 && <NoLonger t={t} meeting={meeting} impossible={impossible} />}
        {pairs.length === 0 ? (
          <Empty title={t('matching.nothing-to-publish')} />
        ) : (
          <form method="post" action={paths.meeting.publish(meeting.meetingId)} class="naast-form">
            <Kept request={request} meeting={meeting} back="" />
            <Text>{t('matching.publish-hint')}</Text>
            <fieldset class="utrecht-form-fieldset naast-choices" id="field-pairs">
              <legend class="utrecht-form-label">{t('matching.which')}</legend>
              {pairs.map((one) => (
                <label class="naast-choice" key={one.woman.trajectoryId}>
                  <input
                    class="utrecht-checkbox utrecht-checkbox--html-input"
                    type="checkbox"
                    name="pair"
                    value={pairValue(one.woman.trajectoryId, one.pair.worker.workerId)}
                    checked={ticked(one)}
                  />
                  <span>
                    {t('matching.pair', { woman: one.woman.name, worker: one.pair.worker.name })}
                    {one.pair.questions.length > 0 && (
                      <span class="naast-choice-hint">
                        {t('match.ask')}: {one.pair.questions.map((each) => t(`match.ask.${each}`)).join(' ')}
                      </span>
                    )}
                  </span>
                </label>
              ))}
            </fieldset>
            <SubmitButton>{t('matching.publish')}</SubmitButton>
          </form>
        )}
        <Heading>{t('matching.drop-title')}</Heading>
        <Text>{t('matching.drop-hint')}</Text>
        <form method="post" action={paths.meeting.drop(meeting.meetingId)}>
          <Kept request={request} meeting={meeting} back="" />
          <SubmitButton kind="danger">{t('matching.drop')}</SubmitButton>
        </form>
      </>
    ),
  })
  return impossible.length > 0 ? { ...answer, status: 409 } : answer
}

/** Both ids in one value, so that a tick without script says who and with whom. */
const pairValue = (trajectoryId: string, workerId: string): string => `${trajectoryId} ${workerId}`

export const tickedPairs = (values: readonly string[]): { trajectoryId: string; workerId: string }[] =>
  values.map((value) => {
    const [trajectoryId = '', workerId = ''] = value.split(' ')
    return { trajectoryId, workerId }
  })

/** Nothing was done yet: what stands in the way of whom, and that the rest still can be. */
const NoLonger = ({ t, meeting, impossible }: { t: T; meeting: OpenMeeting; impossible: Impossible }) => {
  const woman = new Map(meeting.women.map((one) => [one.trajectoryId, one.name]))
  const worker = new Map(meeting.workers.map((one) => [one.workerId, one.name]))
  return (
    <Notice tone="attention" title={t('matching.no-longer', { count: impossible.length })}>
      <Text>{t('matching.no-longer-hint')}</Text>
      <ul class="naast-list">
        {impossible.map((one) => (
          <li key={one.trajectoryId}>
            <strong>
              {t('matching.pair', {
                woman: woman.get(one.trajectoryId) ?? t('matching.somebody'),
                worker: worker.get(one.workerId) ?? t('matching.somebody'),
              })}
            </strong>
            {': '}
            {refusalWords(t, { code: one.refusal, detail: {} })}
            {one.gate && ` (${gateName(t, { kind: one.gate })})`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
