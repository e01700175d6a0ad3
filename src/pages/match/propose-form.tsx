import { choiceReasons } from '#domain/matching-meeting/meeting-change.ts'
import { SubmitButton } from '#pages/look/form.tsx'
import { reasonLabel } from '#pages/matching-meeting/change-words.ts'
import type { StaffRequest } from '#pages/page.ts'

/** Proposes one of the ranking. Where somebody else stands first for her, why may be said; nobody has to. */
export const ProposeForm = ({
  request,
  workerId,
  name,
  first,
}: {
  request: StaffRequest
  workerId: string
  name: string
  /** Nobody fits better. */
  first: boolean
}) => {
  const { t } = request
  const id = `reason-${workerId}`
  return (
    <form method="post" class="naast-inline-form">
      <input type="hidden" name="key" value={request.newKey()} />
      <input type="hidden" name="workerId" value={workerId} />
      {!first && (
        <div>
          <label class="utrecht-form-label" for={id}>
            {t('match.why-not-first')}
          </label>
          <select class="utrecht-select utrecht-select--html-select" id={id} name="reason">
            <option value="">{t('match.why-not-said')}</option>
            {choiceReasons.map((reason) => (
              <option key={reason} value={reason}>
                {reasonLabel(t, 'choice', reason)}
              </option>
            ))}
          </select>
        </div>
      )}
      <SubmitButton kind={first ? 'primary' : 'secondary'}>{t('match.propose', { name })}</SubmitButton>
    </form>
  )
}
