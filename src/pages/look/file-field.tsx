import { type FormState, idOn } from '#pages/look/form.tsx'
import { fieldWords } from '#pages/problem.ts'

interface Props {
  readonly state: FormState
  readonly name: string
  readonly label: string
  readonly hint: string
  /** What the browser offers to choose from; what is taken is decided by what it is. */
  readonly accept: string
  /** Opens a phone's camera instead of its files. */
  readonly camera?: boolean
}

/** One large target: to click, to reach with the keyboard, to drop a file on. What was chosen can't be put back in it. */
export const FileField = ({ state, name, label, hint, accept, camera }: Props) => {
  const code = state.problem.fields[name]
  const [field, hintId, error] = (['field', 'hint', 'error'] as const).map((kind) => idOn(state, kind, name))
  return (
    <div class={`utrecht-form-field naast-file${code ? ' utrecht-form-field--invalid' : ''}`}>
      <label class="utrecht-form-label" for={field}>
        {label}
      </label>
      <div class="utrecht-form-field-description" id={hintId}>
        {hint}
      </div>
      {code && (
        <div class="utrecht-form-field-error-message" id={error}>
          {fieldWords(state.t, code)}
        </div>
      )}
      <input
        id={field}
        type="file"
        name={name}
        accept={accept}
        capture={camera ? 'environment' : undefined}
        aria-describedby={code ? `${hintId} ${error}` : hintId}
        aria-invalid={code ? 'true' : undefined}
      />
    </div>
  )
}
