import type { ComponentChildren } from 'preact'
import {
  capacityReasons,
  choiceReasons,
  leaveOutReasons,
  type MeetingChange,
  meetingChangeInput,
} from '#domain/matching-meeting/meeting-change.ts'
import type { Form } from '#pages/form-data.ts'
import { Text } from '#pages/look/parts.tsx'
import { reasonLabel } from '#pages/matching-meeting/change-words.ts'
import { Kept } from '#pages/matching-meeting/meeting-frame.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { fieldWords, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import type { OpenMeeting } from '#usecases/matching-meeting/meeting-view.ts'

const reasons = {
  choice: choiceReasons,
  capacity: capacityReasons,
  'leave-out': leaveOutReasons,
} as const
type ReasonKind = keyof typeof reasons

/** What somebody typed in a change's form; what is missing or can't be is said at its field. */
export function typedChange(form: Form, reason = form.text('reason')): MeetingChange {
  const parsed = meetingChangeInput.safeParse(fieldsOf(form, reason))
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map(({ path }) => String(path[0] ?? 'kind'))
  throw new Invalid(Object.fromEntries(wrong.map((name) => [name, problems[name] ?? 'not-valid'])))
}

/** Asked before anybody said why: no reason is kept with a question. */
export const typedWhatIf = (form: Form): MeetingChange => typedChange(form, form.text('reason') || 'other')

const problems: Readonly<Record<string, string>> = {
  reason: 'choose-one',
  places: 'not-a-number',
  percent: 'not-a-number',
}

function fieldsOf(form: Form, reason: string): Record<string, string | number> {
  const kind = form.text('kind')
  const [trajectoryId, workerId] = [form.text('trajectoryId'), form.text('workerId')]
  if (kind === 'capacity') return { kind, workerId, places: wholeNumber(form.text('places')), reason }
  if (kind === 'leave-out') return { kind, trajectoryId, reason }
  if (kind !== 'weight') return { kind, trajectoryId, workerId, reason }
  return {
    kind,
    programmeId: form.text('programmeId'),
    version: form.text('programmeVersion'),
    criterion: form.text('criterion'),
    percent: wholeNumber(form.text('percent')),
  }
}

const wholeNumber = (typed: string): number => (/^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN)

/** What the forms of a page are drawn with: what was wrong with the one that was sent stands there again. */
export interface Asked {
  readonly request: StaffRequest
  readonly meeting: OpenMeeting
  readonly problem: Problem
}

/** A page holds many forms of changes; this tells apart in which of them something is wrong. */
const codeAt = ({ problem }: Asked, name: string, of: string): string | undefined =>
  problem.fields[`${name}-${of}`]
export const isWrong = ({ problem }: Asked, of: string): boolean =>
  Object.keys(problem.fields).some((name) => name.endsWith(`-${of}`))

/**
 * A change, folded away until somebody wants it. Before anything is kept it also says what it would do: without script
 * on a page of its own.
 */
export const ChangeFold = ({
  asked,
  kind,
  of,
  title,
  about,
  hint,
  fields,
  children,
}: {
  asked: Asked
  kind: string
  of: string
  title: string
  /** Said to who can't see beside what it stands. */
  about?: string
  hint?: string
  fields: Readonly<Record<string, string>>
  children: ComponentChildren
}) => (
  <details id={`${kind}-${of}`} open={isWrong(asked, of)}>
    <summary>
      {title} {about && <span class="naast-visually-hidden">{about}</span>}
    </summary>
    {hint && <Text>{hint}</Text>}
    <form
      method="post"
      action={paths.meeting.changes(asked.meeting.meetingId)}
      class="naast-change"
      data-live
      noValidate
    >
      <Kept request={asked.request} meeting={asked.meeting} back={asked.request.path} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div data-price role="status" />
    </form>
  </details>
)

/** Asks first, changes nothing. */
export const WhatIfButton = ({
  asked: { request, meeting },
  kind,
}: {
  asked: Asked
  /** Where one form holds more than one change. */
  kind?: string
}) => (
  <button
    type="submit"
    name={kind && 'kind'}
    value={kind}
    formaction={paths.meeting.whatIf(meeting.meetingId)}
    class="utrecht-button utrecht-button--secondary-action"
    data-what-if
  >
    {request.t('matching.what-if')}
  </button>
)

const Field = ({
  asked,
  name,
  of,
  label,
  children,
}: {
  asked: Asked
  name: string
  of: string
  label: string
  children: (id: string, described: string | undefined) => ComponentChildren
}) => {
  const code = codeAt(asked, name, of)
  const error = `error-${name}-${of}`
  return (
    <div class={code ? 'utrecht-form-field utrecht-form-field--invalid' : 'utrecht-form-field'}>
      <label class="utrecht-form-label" for={`field-${name}-${of}`}>
        {label}
      </label>
      {code && (
        <div class="utrecht-form-field-error-message" id={error}>
          {fieldWords(asked.request.t, code)}
        </div>
      )}
      {children(`field-${name}-${of}`, code && error)}
    </div>
  )
}

export const ReasonSelect = ({ asked, kind, of }: { asked: Asked; kind: ReasonKind; of: string }) => {
  const { t, form } = asked.request
  const before = isWrong(asked, of) ? form.text('reason') : ''
  return (
    <Field asked={asked} name="reason" of={of} label={t('matching.why')}>
      {(id, described) => (
        <select
          class="utrecht-select utrecht-select--html-select"
          id={id}
          name="reason"
          aria-describedby={described}
        >
          <option value="">{t('matching.choose-reason')}</option>
          {reasons[kind].map((reason) => (
            <option key={reason} value={reason} selected={reason === before}>
              {reasonLabel(t, kind, reason)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export const NumberField = ({
  asked,
  label,
  name,
  of,
  value,
  most,
}: {
  asked: Asked
  label: string
  name: string
  of: string
  value: number
  most: number
}) => (
  <Field asked={asked} name={name} of={of} label={label}>
    {(id, described) => (
      <input
        class="utrecht-textbox utrecht-textbox--html-input naast-width-4"
        id={id}
        name={name}
        type="number"
        inputMode="numeric"
        min="0"
        max={most}
        value={isWrong(asked, of) ? asked.request.form.text(name) : value}
        aria-describedby={described}
      />
    )}
  </Field>
)
