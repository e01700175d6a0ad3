import type { ComponentChildren } from 'preact'
import {
  capacityReasons,
  choiceReasons,
  leaveOutReasons,
  type MeetingChange,
  meetingChangeInput,
} from '#domain/matching-meeting/meeting-change.ts'
import type { Form } from '#pages/form-data.ts'
import { reasonLabel } from '#pages/matching-meeting/change-words.ts'
import { Kept } from '#pages/matching-meeting/meeting-frame.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
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

/** One form of a change. It also says, before anything is kept, what it would do: without script on a page of its own. */
export const ChangeForm = ({
  request,
  meeting,
  fields,
  children,
}: {
  request: StaffRequest
  meeting: OpenMeeting
  fields: Readonly<Record<string, string>>
  children: ComponentChildren
}) => (
  <form
    method="post"
    action={paths.meeting.changes(meeting.meetingId)}
    class="naast-change"
    data-live
    noValidate
  >
    <Kept request={request} meeting={meeting} back={request.path} />
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
    <div data-price role="status" />
  </form>
)

/** Asks first, changes nothing. */
export const WhatIfButton = ({
  request: { t },
  meeting,
  kind,
}: {
  request: StaffRequest
  meeting: OpenMeeting
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
    {t('matching.what-if')}
  </button>
)

/** `of` tells the forms of one page apart. */
export const ReasonSelect = ({ t, kind, of }: { t: T; kind: ReasonKind; of: string }) => (
  <div class="utrecht-form-field">
    <label class="utrecht-form-label" for={`field-reason-${of}`}>
      {t('matching.why')}
    </label>
    <select class="utrecht-select utrecht-select--html-select" id={`field-reason-${of}`} name="reason">
      <option value="">{t('matching.choose-reason')}</option>
      {reasons[kind].map((reason) => (
        <option key={reason} value={reason}>
          {reasonLabel(t, kind, reason)}
        </option>
      ))}
    </select>
  </div>
)

export const NumberField = ({
  label,
  name,
  of,
  value,
  most,
}: {
  label: string
  name: string
  of: string
  value: number
  most: number
}) => (
  <div class="utrecht-form-field">
    <label class="utrecht-form-label" for={`field-${name}-${of}`}>
      {label}
    </label>
    <input
      class="utrecht-textbox utrecht-textbox--html-input naast-width-4"
      id={`field-${name}-${of}`}
      name={name}
      type="number"
      inputMode="numeric"
      min="0"
      max={most}
      value={value}
    />
  </div>
)
