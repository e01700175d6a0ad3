import { feelings } from '#domain/contact/contact.ts'
import { other } from '#domain/contact/log-answers.ts'
import { outsideReasons } from '#domain/contact/outside-window.ts'
import { presentPeople } from '#domain/contact/present.ts'
import type { Day } from '#domain/day.ts'
import { sheetTitleWords } from '#pages/conversation-sheet/used-sheet-words.ts'
import {
  Checkboxes,
  DayField,
  type FormState,
  type Option,
  Radios,
  Select,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import type { T } from '#pages/words/words.ts'
import type { ContactPage } from '#usecases/contact/read-contact.ts'

/** What the questions need to know of the visit they are about. */
export type AskedAbout = Pick<
  ContactPage,
  'modes' | 'sheets' | 'topics' | 'usualMinutes' | 'touchable' | 'partnerOffered'
> & {
  readonly plannedOn: Day | null
}

interface Props {
  readonly state: FormState
  readonly about: AskedAbout
  readonly today: Day
}

const whats = [
  'done',
  'no_show',
  'cancelled-mother',
  'cancelled-partner',
  'cancelled-worker',
  'cancelled-other',
] as const

/** Did it take place? The answer decides which questions stand open; without `:has()` all do, and none is needed. */
export const WhatHappened = ({ state }: Pick<Props, 'state'>) => (
  <Radios
    state={state}
    name="what"
    label={state.t('contact.what')}
    options={whats.map((what) => ({ value: what, label: state.t(`contact.what.${what}`) }))}
  />
)

/** When, how long, which talk sheet, how it went. */
export const VisitQuestions = ({ state, about, today }: Props) => {
  const { t } = state
  const yesterday = today.subtract({ days: 1 })
  const planned = about.plannedOn
  const days: Option[] = [
    ...(planned && Temporal.PlainDate.compare(planned, yesterday) < 0
      ? [{ value: planned.toString(), label: t('contact.log-on.planned', { day: t.day(planned, today) }) }]
      : []),
    { value: yesterday.toString(), label: t('contact.log-on.yesterday') },
    { value: today.toString(), label: t('contact.log-on.today') },
    { value: other, label: t('contact.other-day') },
  ]
  return (
    <>
      <div class="naast-log__day">
        <Radios state={state} name="on" label={t('contact.log-on')} options={days} row />
        <div class="naast-log__other" data-of="on">
          <DayField state={state} name="onTyped" label={t('contact.which-day')} hint={t('contact.on-hint')} />
        </div>
      </div>
      <div class="naast-log__done">
        <Radios state={state} name="minutes" label={t('contact.how-long')} options={lengths(t, about)} row />
        <div class="naast-log__other" data-of="minutes">
          <TextField
            state={state}
            name="minutesTyped"
            label={t('contact.which-minutes')}
            inputMode="numeric"
            width={4}
          />
        </div>
        <Select
          state={state}
          name="mode"
          label={t('contact.mode')}
          options={about.modes.map((mode) => ({ value: mode, label: t(`contact.mode.${mode}`) }))}
        />
        {about.topics.length > 0 && (
          <Select
            state={state}
            name="talkSheet"
            label={t('contact.subject')}
            empty={t('contact.no-subject')}
            options={about.topics.map(({ id, title }) => ({ value: id, label: title[t.language] }))}
            optional
          />
        )}
        {about.sheets.length > 0 && (
          <Select
            state={state}
            name="sheet"
            label={t('sheet.which-used')}
            empty={t('sheet.none-used')}
            options={about.sheets.map((sheet) => ({ value: sheet.id, label: sheetTitleWords(t, sheet) }))}
            optional
          />
        )}
        <Radios
          state={state}
          name="feeling"
          label={t('contact.feeling')}
          options={feelings.map((feeling) => ({ value: feeling, label: t(`contact.feeling.${feeling}`) }))}
          optional
          row
        />
        <Checkboxes
          state={state}
          name="present"
          label={t('contact.present')}
          options={presentPeople.map((one) => ({ value: one, label: t(`contact.present.${one}`) }))}
          optional
          row
        />
        {about.partnerOffered && (
          <Checkboxes
            state={state}
            name="partnerTookPart"
            label={t('contact.partner-part')}
            options={[{ value: 'yes', label: t('contact.partner-took-part') }]}
            optional
          />
        )}
        <Touched state={state} touchable={about.touchable} />
      </div>
    </>
  )
}

/** Asked only where there is something to choose: more than one child, goals in her plan. */
const Touched = ({
  state,
  touchable: { children, goals },
}: Pick<Props, 'state'> & Pick<AskedAbout, 'touchable'>) => (
  <>
    {children.length > 0 && (
      <Checkboxes
        state={state}
        name="children"
        label={state.t('contact.children')}
        options={children.map(({ id, name }) => ({ value: id, label: name }))}
        optional
        row
      />
    )}
    {goals.length > 0 && (
      <Checkboxes
        state={state}
        name="goals"
        label={state.t('contact.goals')}
        options={goals.map(({ id, words }) => ({ value: id, label: words }))}
        optional
      />
    )}
  </>
)

/** Lengths to tap: around what the programme aims for. */
function lengths(t: T, { usualMinutes }: AskedAbout): Option[] {
  const { min, max } = usualMinutes ?? { min: 30, max: 60 }
  const middle = Math.round((min + max) / 2 / 5) * 5
  const minutes = [...new Set([Math.max(10, min - 15), min, middle, max, max + 30])]
  return [
    ...minutes.map((count) => ({ value: String(count), label: t('contact.some-minutes', { count }) })),
    { value: other, label: t('contact.other-minutes') },
  ]
}

/** A line about what was agreed, and as much more as she wants to say. */
export const Words = ({ state }: Pick<Props, 'state'>) => (
  <>
    <TextField
      state={state}
      name="next"
      label={state.t('contact.next-line')}
      hint={state.t('contact.next-line-hint')}
      spoken
      optional
    />
    <TextArea
      state={state}
      name="went"
      label={state.t('contact.went')}
      hint={state.t('contact.went-hint')}
      rows={3}
      spoken
      optional
    />
  </>
)

/** When they meet again: a tap for the usual rhythms, or any other day. */
export const NextMeeting = ({ state, today }: Omit<Props, 'about'>) => {
  const { t, problem } = state
  const weeks = [2, 3, 4].map((count) => {
    const day = today.add({ weeks: count })
    return {
      value: day.toString(),
      label: t('contact.next-on.weeks', { count, day: t.day(day, today) }),
    }
  })
  // Asked only when the day turned out to lie outside the programme's rhythm: most visits never need it.
  const askReason = problem.refused?.code === 'plan-needs-reason' || state.form.text('nextReason') !== ''
  return (
    <>
      <Radios
        state={state}
        name="nextOn"
        label={t('contact.next-on')}
        options={[
          ...weeks,
          { value: other, label: t('contact.other-day') },
          { value: '', label: t('contact.next-on.none') },
        ]}
        optional
        row
      />
      <div class="naast-log__other" data-of="nextOn">
        <DayField
          state={state}
          name="nextOnTyped"
          label={t('contact.which-day')}
          hint={t('contact.on-hint')}
        />
      </div>
      <div class="naast-log__time">
        <TextField
          state={state}
          name="nextAt"
          label={t('contact.at')}
          hint={t('contact.at-hint')}
          width={4}
          optional
        />
      </div>
      {askReason && (
        <Select
          state={state}
          name="nextReason"
          label={t('contact.reason')}
          empty={t('contact.reason-open')}
          options={outsideReasons.map((reason) => ({ value: reason, label: t(`contact.reason.${reason}`) }))}
        />
      )}
    </>
  )
}
