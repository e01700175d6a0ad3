import { type AttendanceState, attendanceStates } from '#domain/group/session.ts'
import type { Forms } from '#pages/group/session-forms.tsx'
import { Buttons, ErrorSummary, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Notice, Tag, Text } from '#pages/look/parts.tsx'
import { noProblem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import type { SessionPage } from '#usecases/group/read-session.ts'

/** What is said to be wrong of her stands under this name; the link leads to her. */
export const attendanceField = (placeId: string): string => `attendance.${placeId}`
/** Shows nothing: gives the summary of problems her name. */
export const Named = (_: { name: string; label: string }) => null

type Woman = SessionPage['women'][number]

/**
 * Who is there, one tap a woman: each tap is kept at once, so two who lead the group can both do it. What the other said
 * and this screen didn't show stays standing beside it.
 */
export const Marks = ({ request, session, stateOf }: Forms) => {
  const { t } = request
  const fresh = { ...stateOf('', {}), problem: noProblem }
  const unsaid = session.women.filter(({ attendance }) => attendance === null).length
  return (
    <section id="who-is-there">
      <Heading>{t('group.who-is-there')}</Heading>
      <Text quiet>{t('group.hold-lead')}</Text>
      <ErrorSummary state={stateOf('mark', {})} />
      <ErrorSummary state={stateOf('rest', {})} />
      {session.women.length === 0 && <Text>{t('group.nobody-expected')}</Text>}
      {session.women.map((woman) => (
        <PostForm key={woman.placeId} state={fresh} submissionKey={request.newKey()}>
          <input type="hidden" name="what" value="mark" />
          <input type="hidden" name={`seen.${woman.placeId}`} value={woman.seen} />
          <One t={t} woman={woman} />
        </PostForm>
      ))}
      {session.state === 'planned' && unsaid > 1 && (
        <PostForm state={fresh} submissionKey={request.newKey()}>
          <input type="hidden" name="what" value="rest" />
          <Buttons>
            <SubmitButton kind="secondary">{t('group.rest-present', { count: unsaid })}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
    </section>
  )
}

const One = ({ t, woman }: { t: T; woman: Woman }) => (
  <fieldset class="naast-attendance" id={`field-${attendanceField(woman.placeId)}`}>
    <legend class="utrecht-form-label">{woman.given}</legend>
    {woman.helpUnknown && <Tag tone="attention">{t('group.help-unknown')}</Tag>}
    {woman.disputed && (
      <Notice tone="attention" title={t('group.disputed')}>
        <Text>
          {woman.said.map(({ by, state }) => `${by}: ${t(`group.there.${state}`)}`).join('. ')}.{' '}
          {t('group.disputed-ask')}
        </Text>
      </Notice>
    )}
    <div class="naast-attendance__taps">
      {attendanceStates.map((state) => (
        <Tap key={state} t={t} woman={woman} state={state} />
      ))}
    </div>
  </fieldset>
)

/** The one that stands is said by shape and to a screen reader too. */
const Tap = ({ t, woman, state }: { t: T; woman: Woman; state: AttendanceState }) => {
  const stands = woman.attendance === state && !woman.disputed
  return (
    <button
      type="submit"
      name="mark"
      value={`${woman.placeId}|${state}`}
      class={`utrecht-button ${stands ? 'utrecht-button--primary-action' : 'utrecht-button--secondary-action'} naast-attendance__tap`}
      aria-pressed={stands ? 'true' : 'false'}
      aria-label={`${woman.given}: ${t(`group.there.${state}`)}`}
    >
      {stands && <span aria-hidden="true">✓ </span>}
      {t(`group.there.${state}`)}
    </button>
  )
}
