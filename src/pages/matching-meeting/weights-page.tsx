import { SubmitButton } from '#pages/look/form.tsx'
import { Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Asked, ChangeFold, NumberField, WhatIfButton } from '#pages/matching-meeting/change-form.tsx'
import { meetingPage, UndoForm } from '#pages/matching-meeting/meeting-frame.tsx'
import type { PageAnswer, StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { MeetingProgramme, OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'

/** What counts for how much, in each programme; changed here it holds for this meeting only. */
export function weightsPage(
  request: StaffRequest,
  meeting: OpenMeeting,
  problem: Problem = noProblem,
): PageAnswer {
  const { t } = request
  return meetingPage({
    request,
    meeting,
    problem,
    tab: paths.meeting.weights(meeting.meetingId),
    title: t('matching.tab-weights'),
    children: (
      <>
        <Text>{t('matching.weights-hint')}</Text>
        <p class="utrecht-paragraph">
          <Link href={paths.meeting.choices()}>{t('matching.choices')}</Link>
        </p>
        {meeting.programmes.length === 0 && <Empty title={t('matching.nobody-waits')} />}
        {meeting.programmes.map((programme) => (
          <section key={`${programme.programmeId} ${programme.version}`}>
            <Heading>{programme.label[t.language]}</Heading>
            <Text quiet>
              {t('matching.weights-women', { count: programme.women, version: programme.version })}
            </Text>
            {programme.weights.length === 0 && <Text>{t('matching.weights-none')}</Text>}
            {programme.weights.map((weight) => (
              <Weight
                key={weight.criterion}
                asked={{ request, meeting, problem }}
                programme={programme}
                weight={weight}
              />
            ))}
          </section>
        ))}
      </>
    ),
  })
}

const Weight = ({
  asked,
  programme,
  weight,
}: {
  asked: Asked
  programme: MeetingProgramme
  weight: MeetingProgramme['weights'][number]
}) => {
  const { request, meeting } = asked
  const { t } = request
  const now = Math.round(weight.now * 100)
  const own = Math.round(weight.weight * 100)
  const of = `${programme.programmeId}-${programme.version}-${weight.criterion}`.replaceAll('.', '-')
  return (
    <div class="naast-weight">
      <Heading level={3}>{t(`match.criterion.${weight.criterion}`)}</Heading>
      <Text>{t(now === own ? 'matching.weight' : 'matching.weight-other', { now, own })}</Text>
      {weight.changedBy ? (
        <UndoForm request={request} meeting={meeting} changeId={weight.changedBy} back={request.path} />
      ) : (
        <ChangeFold
          asked={asked}
          kind="weight"
          of={of}
          title={t('matching.other-weight')}
          about={t(`match.criterion.${weight.criterion}`)}
          fields={{
            kind: 'weight',
            programmeId: programme.programmeId,
            programmeVersion: programme.version,
            criterion: weight.criterion,
          }}
        >
          <NumberField
            asked={asked}
            label={t('matching.how-heavy')}
            name="percent"
            of={of}
            value={now}
            most={100}
          />
          <div class="naast-actions">
            <SubmitButton kind="secondary">{t('matching.change-weight')}</SubmitButton>
            <WhatIfButton asked={asked} />
          </div>
        </ChangeFold>
      )}
    </div>
  )
}
