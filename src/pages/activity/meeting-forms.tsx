import type { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  type FormState,
  Pair,
  PostForm,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Tag, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { ActivityMeetingPage } from '#usecases/activity/read-activity-meeting.ts'

interface Forms {
  readonly t: T
  readonly meeting: ActivityMeetingPage
  readonly submissionKey: string
  readonly newKey: () => string
  readonly stateOf: (what: string, known?: Parameters<typeof filledForm>[0]) => FormState
}
const numbers = { width: 4, inputMode: 'numeric' } as const

/** Who of the list is here, and how many there are in all: the rest have no name. */
export const Count = ({ t, meeting, submissionKey, stateOf }: Forms) => {
  const { counted } = meeting
  const named = meeting.signUps.filter(({ given, state }) => given !== null && state === 'seat')
  const state = stateOf('count', {
    adults: counted ? String(counted.named + counted.others) : '',
    children: counted ? String(counted.children) : '',
    minutes: meeting.minutes === null ? '' : String(meeting.minutes),
    present: named.filter(({ attended }) => attended === 'present').map(({ id }) => id),
  })
  return (
    <section>
      <Heading>{t('activity.who-came')}</Heading>
      <Text quiet>{t('activity.count-lead')}</Text>
      <PostForm state={state} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="count" />
        <input type="hidden" name="version" value={meeting.version} />
        {named.length > 0 && (
          <Checkboxes
            state={state}
            name="present"
            label={t('activity.present')}
            options={named.map(({ id, given }) => ({ value: id, label: given ?? '—' }))}
            optional
          />
        )}
        <Pair>
          <TextField state={state} name="adults" label={t('activity.adults')} {...numbers} />
          <TextField state={state} name="children" label={t('activity.children')} {...numbers} />
        </Pair>
        <TextField state={state} name="minutes" label={t('group.minutes')} {...numbers} />
        <Buttons>
          <SubmitButton>{t('activity.count-save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

/** Who signed up, in that order. Who waits moves up by herself. */
export const ListOfSignUps = ({ t, meeting, newKey, stateOf }: Forms) => (
  <section>
    <Heading>{t('activity.list')}</Heading>
    {meeting.signUps.length === 0 && <Text>{t('activity.list-none')}</Text>}
    <ul class="naast-list">
      {meeting.signUps.map((one) => (
        <li key={one.id}>
          {one.given ?? t('activity.no-name')}{' '}
          <Tag tone={one.state === 'seat' ? 'info' : 'attention'}>{t(`activity.sign-up.${one.state}`)}</Tag>{' '}
          {one.children > 0 &&
            `${t('activity.with-children', { count: one.children })} ${t(`activity.creche.${one.creche}`)}`}
          {meeting.state === 'planned' && (
            <PostForm state={stateOf('')} submissionKey={newKey()}>
              <input type="hidden" name="what" value="leave" />
              <input type="hidden" name="signUpId" value={one.id} />
              <Buttons>
                <SubmitButton kind="secondary">{t('activity.leave')}</SubmitButton>
              </Buttons>
            </PostForm>
          )}
        </li>
      ))}
    </ul>
  </section>
)

/** A seat for a family that stands in nobody's file here. */
export const Unnamed = ({ t, submissionKey, stateOf }: Forms) => {
  const state = stateOf('unnamed')
  return (
    <section>
      <Heading>{t('activity.unnamed')}</Heading>
      <Text quiet>{t('activity.unnamed-lead')}</Text>
      <PostForm state={state} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="unnamed" />
        <TextField state={state} name="children" label={t('group.children-along')} {...numbers} optional />
        <Buttons>
          <SubmitButton kind="secondary">{t('activity.unnamed-save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}
