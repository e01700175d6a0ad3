import { typed } from '#pages/contact/typed.ts'
import { filledForm } from '#pages/form-data.ts'
import type { Forms } from '#pages/group/session-forms.tsx'
import {
  Buttons,
  Checkboxes,
  DayField,
  Pair,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Tag, Text } from '#pages/look/parts.tsx'
import { noProblem } from '#pages/problem.ts'
import { spokenLanguages } from '#pages/referral/public-answers.ts'
import type { SessionPage } from '#usecases/group/read-session.ts'

type Woman = SessionPage['women'][number]

/** Who missed it, and the talk in which each catches up. */
export const CatchUp = (forms: Forms) => {
  const { session, request } = forms
  const missed = session.women.filter(({ makeUp, mayMakeUp }) => makeUp || mayMakeUp)
  return missed.length === 0 ? null : (
    <section>
      <Heading>{request.t('group.make-up')}</Heading>
      <Text quiet>{request.t('group.make-up-lead', { count: session.makeUpDays ?? 0 })}</Text>
      {missed.map((woman) => (
        <OneTalk key={woman.placeId} forms={forms} woman={woman} />
      ))}
    </section>
  )
}

const OneTalk = ({ forms, woman }: { forms: Forms; woman: Woman }) => {
  const { request, stateOf, session } = forms
  const { t, today, form } = request
  const talk = woman.makeUp
  if (talk?.state === 'held')
    return (
      <Text>
        {woman.given}: {talk.heldOn && t('group.make-up-was', { day: t.day(talk.heldOn, today) })}{' '}
        {t(talk.counts ? 'group.make-up-counts' : 'group.make-up-counts-not')}
      </Text>
    )
  // Of more forms of one kind only hers comes back filled.
  const hers = form.text('placeId') === woman.placeId || form.text('talk').startsWith(talk?.id ?? '-')
  const what = talk ? 'settle-talk' : 'plan-talk'
  const known = talk ? { on: typed(talk.plannedOn), minutes: '45' } : {}
  const state = hers ? stateOf(what, known) : { t, form: filledForm(known), problem: noProblem }
  return (
    <PostForm state={state} submissionKey={request.newKey()}>
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="placeId" value={woman.placeId} />
      <Text>
        {woman.given}
        {talk && `: ${t('group.make-up-planned', { day: t.day(talk.plannedOn, today) })}`}
      </Text>
      <Pair>
        <DayField state={state} name="on" label={t(talk ? 'group.make-up-held-on' : 'group.make-up-on')} />
        {talk && (
          <TextField
            state={state}
            name="minutes"
            label={t('group.make-up-minutes')}
            width={4}
            inputMode="numeric"
          />
        )}
      </Pair>
      <Buttons>
        {talk ? (
          <>
            <SubmitButton name="talk" value={`${talk.id}|${talk.version}|held`}>
              {t('group.make-up-hold')}
            </SubmitButton>
            <SubmitButton kind="secondary" name="talk" value={`${talk.id}|${talk.version}|cancelled`}>
              {t('group.make-up-cancel')}
            </SubmitButton>
          </>
        ) : (
          <SubmitButton kind="secondary">
            {t('group.make-up-plan', { name: woman.given, number: session.number })}
          </SubmitButton>
        )}
      </Buttons>
    </PostForm>
  )
}

/** How the time is divided and what lies on the table. */
export const Plan = ({ request: { t }, session: { plan } }: Forms) =>
  plan.parts.length === 0 && plan.handouts.length === 0 ? null : (
    <details class="naast-more">
      <summary>{t('group.session-plan')}</summary>
      <ul class="naast-list">
        {plan.parts.map(({ id, label, minutes, at, toConfirm }) => (
          <li key={id}>
            {at && `${at} `}
            {label[t.language]}, {t('group.part-minutes', { count: minutes })}
            {toConfirm && ` (${t('group.to-confirm')})`}
          </li>
        ))}
      </ul>
      {plan.handouts.length > 0 && (
        <>
          <Heading level={3}>{t('group.handouts')}</Heading>
          <ul class="naast-list">
            {plan.handouts.map(({ id, label, takeHome, toConfirm }) => (
              <li key={id}>
                {label[t.language]}
                {toConfirm && ` (${t('group.to-confirm')})`}{' '}
                {!takeHome && <Tag tone="attention">{t('group.stays-here')}</Tag>}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )

/** Children looked after and somebody who interprets. */
export const AroundSession = ({ request, session, submissionKey, stateOf }: Forms) => {
  const { t } = request
  const { care } = session
  const state = stateOf('arrange', {
    crechePlaces: care.crechePlaces === null ? '' : String(care.crechePlaces),
    interpreterLanguage: care.interpreter?.language,
    interpreterHow: care.interpreter?.how ?? 'in_person',
    interpreterArranged: care.interpreter?.state === 'arranged' ? 'yes' : null,
  })
  return (
    <section>
      <Heading>{t('group.around')}</Heading>
      <Text>
        {t('group.creche-now', { children: care.children, places: care.crechePlaces ?? 0 })}{' '}
        {care.crecheShort > 0 && (
          <Tag tone="attention">{t('group.creche-short', { count: care.crecheShort })}</Tag>
        )}
      </Text>
      {care.interpreter && (
        <Text>
          {t('group.interpreter-now', {
            language: t.languageName(care.interpreter.language),
            how: t(`group.interpreter.${care.interpreter.how}`),
          })}{' '}
          <Tag tone={care.interpreter.state === 'arranged' ? 'done' : 'attention'}>
            {t(`group.interpreter.${care.interpreter.state}`)}
          </Tag>
        </Text>
      )}
      {session.state === 'planned' && (
        <details open={state.problem !== noProblem}>
          <summary>{t('group.arrange')}</summary>
          <PostForm state={state} submissionKey={submissionKey}>
            <input type="hidden" name="what" value="arrange" />
            <input type="hidden" name="version" value={session.version} />
            <TextField
              state={state}
              name="crechePlaces"
              label={t('group.creche-places')}
              hint={t('group.creche-hint')}
              width={4}
              inputMode="numeric"
              optional
            />
            <Select
              state={state}
              name="interpreterLanguage"
              label={t('group.interpreter')}
              hint={t('group.interpreter-hint')}
              empty={t('group.interpreter-none')}
              options={spokenLanguages.map((value) => ({ value, label: t.languageName(value) }))}
              optional
            />
            <Radios
              state={state}
              name="interpreterHow"
              label={t('group.interpreter-how')}
              options={(['in_person', 'phone'] as const).map((how) => ({
                value: how,
                label: t(`group.interpreter.${how}`),
              }))}
            />
            <Checkboxes
              state={state}
              name="interpreterArranged"
              label={t('group.interpreter-state')}
              options={[{ value: 'yes', label: t('group.interpreter.arranged') }]}
              optional
            />
            <Checkboxes
              state={state}
              name="fromHereOn"
              label={t('group.from-here-on')}
              options={[{ value: 'yes', label: t('group.from-here-on-yes') }]}
              optional
            />
            <Buttons>
              <SubmitButton kind="secondary">{t('group.arrange-save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </details>
      )}
    </section>
  )
}

/** For those who lead it and nobody else: of the group, not of persons. */
export const Note = ({ request: { t }, session, submissionKey, stateOf }: Forms) => {
  if (!session.leads) return null
  const state = stateOf('note', { note: session.note })
  return (
    <section class="naast-no-print">
      <Heading>{t('group.note')}</Heading>
      <PostForm state={state} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="note" />
        <input type="hidden" name="version" value={session.version} />
        <TextArea
          state={state}
          name="note"
          label={t('group.note-label')}
          hint={t('group.note-hint')}
          optional
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('group.note-save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}
