import type { Day } from '#domain/day.ts'
import { noticeWaivers } from '#domain/incident/incident.ts'
import { Buttons, DayField, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { noProblem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import type { IncidentPage } from '#usecases/incident/read-incident.ts'

interface Props {
  readonly t: T
  readonly today: Day
  readonly incident: IncidentPage
  readonly stateOf: (what: string) => FormState
  readonly submissionKey: string
}
type Notice = IncidentPage['notices'][number]

function noticeWords(t: T, today: Day, { toldOn, waived, dueOn, by }: Notice): string {
  if (toldOn) return t('incident.told', { day: t.day(toldOn, today), name: by ?? '—' })
  if (waived) return t(`incident.waived.${waived}`, { name: by ?? '—' })
  return dueOn ? t('incident.due', { day: t.day(dueOn, today) }) : t('incident.due-unknown')
}

/** Who must know, by when, and whether they do. */
export const Notices = ({ t, today, incident, stateOf, submissionKey }: Props) => (
  <section>
    <Heading>{t('incident.notices')}</Heading>
    <Text quiet>{t('incident.notices-text')}</Text>
    {incident.notices.map((notice) => {
      const state = stateOf(notice.party)
      return (
        <div key={notice.party}>
          <Text>
            <strong>{t(`incident.party.${notice.party}`)}</strong>: {noticeWords(t, today, notice)}
          </Text>
          {incident.mayChange && !notice.toldOn && !notice.waived && (
            <details open={state.problem !== noProblem}>
              <summary>{t('incident.how')}</summary>
              <PostForm state={state} submissionKey={submissionKey}>
                <input type="hidden" name="what" value={notice.party} />
                <input type="hidden" name="version" value={incident.version} />
                <Radios
                  state={state}
                  name="how"
                  label={`${t('incident.how')} (${t(`incident.party.${notice.party}`)})`}
                  options={(['told', ...noticeWaivers] as const).map((value) => ({
                    value,
                    label: t(`incident.how.${value}`),
                  }))}
                />
                <DayField state={state} name="on" label={t('incident.told-on')} optional />
                <Buttons>
                  <SubmitButton kind="secondary">{t('incident.do-settle')}</SubmitButton>
                </Buttons>
              </PostForm>
            </details>
          )}
        </div>
      )
    })}
  </section>
)
