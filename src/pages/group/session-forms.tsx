import { cancelReasons, themeOutcomes } from '#domain/group/session.ts'
import { typed } from '#pages/contact/typed.ts'
import { sheetTitleWords } from '#pages/conversation-sheet/used-sheet-words.ts'
import type { filledForm } from '#pages/form-data.ts'
import { ReasonForm } from '#pages/group/reason-form.tsx'
import { attendanceField, Named } from '#pages/group/session-marks.tsx'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Notice, Text } from '#pages/look/parts.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { noProblem } from '#pages/problem.ts'
import type { SessionPage } from '#usecases/group/read-session.ts'

export interface Forms {
  readonly request: StaffRequest
  readonly session: SessionPage
  readonly submissionKey: string
  readonly stateOf: (what: string, known: Parameters<typeof filledForm>[0]) => FormState
}

/** Why there is nothing to write down yet. */
export const NotYet = ({ request: { t }, session }: Forms) => (
  <Notice>
    <Text>
      {t(
        session.toCome
          ? 'group.hold-to-come'
          : session.earlierOpen
            ? 'group.hold-earlier'
            : 'group.hold-not-confirmed',
      )}
    </Text>
  </Notice>
)

/** Who led it and how long it took; what was tapped of each of them goes with it. */
export const Held = ({ request: { t }, session, submissionKey, stateOf }: Forms) => {
  const state = stateOf('hold', {
    minutes: String(session.minutes ?? session.usualMinutes),
    theme: session.themeOutcome ?? 'held',
    sheet: session.usedSheet?.id,
    facilitatorIds: session.leading.filter(({ present }) => present).map(({ workerId }) => workerId),
  })
  return (
    <section>
      <Heading>{t('group.hold')}</Heading>
      <PostForm state={state} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="hold" />
        {session.women.map(({ placeId, given }) => (
          <Named key={placeId} name={attendanceField(placeId)} label={given} />
        ))}
        <input type="hidden" name="version" value={session.version} />
        {session.sheets.length > 0 && (
          <Select
            state={state}
            name="sheet"
            label={t('sheet.which-used')}
            empty={t('sheet.none-used')}
            options={session.sheets.map((sheet) => ({ value: sheet.id, label: sheetTitleWords(t, sheet) }))}
            optional
          />
        )}
        <Checkboxes
          state={state}
          name="facilitatorIds"
          label={t('group.led-by')}
          options={session.leading.map(({ workerId, name }) => ({ value: workerId, label: name }))}
          optional
        />
        <TextField state={state} name="minutes" label={t('group.minutes')} width={4} inputMode="numeric" />
        <Radios
          state={state}
          name="theme"
          label={t('group.theme-outcome')}
          options={themeOutcomes.map((one) => ({ value: one, label: t(`group.theme.${one}`) }))}
        />
        {state.problem.refused?.code === 'worker-gates-closed-session' && (
          <Checkboxes
            state={state}
            name="allTheSame"
            label={t('group.all-the-same')}
            hint={t('group.all-the-same-hint')}
            options={[{ value: 'yes', label: t('group.all-the-same-yes') }]}
            optional
          />
        )}
        <Buttons>
          <SubmitButton>{t('group.hold-save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

export const Move = ({ request: { t }, session, submissionKey, stateOf }: Forms) => {
  const state = stateOf('move', { on: typed(session.on), at: session.at })
  return (
    <details open={state.problem !== noProblem}>
      <summary>{t('group.move')}</summary>
      <PostForm state={state} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="move" />
        <input type="hidden" name="version" value={session.version} />
        <DayField state={state} name="on" label={t('group.move-on')} />
        <TextField state={state} name="at" label={t('group.at')} width={4} />
        <Buttons>
          <SubmitButton kind="secondary">{t('group.move-save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </details>
  )
}

export const Cancel = ({ request: { t }, session, submissionKey, stateOf }: Forms) => {
  const state = stateOf('cancel', {})
  return (
    <details open={state.problem !== noProblem}>
      <summary>{t('group.cancel')}</summary>
      <Text>{t('group.cancel-lead')}</Text>
      <ReasonForm
        state={state}
        submissionKey={submissionKey}
        version={session.version}
        hidden={['what', 'cancel']}
        label={t('group.cancel-reason')}
        options={cancelReasons.map((reason) => ({ value: reason, label: t(`group.cancel.${reason}`) }))}
        words={t('group.cancel-save')}
      />
    </details>
  )
}
