import { type ComponentChildren, type FunctionComponent, isValidElement, toChildArray } from 'preact'
import type { Form } from '#pages/form-data.ts'
import { fieldWords, hasProblem, type Problem, refusalWords } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'

/** What every field of a form is drawn with: the words, what was typed, and what was wrong with it. */
export interface FormState {
  readonly t: T
  readonly form: Form
  readonly problem: Problem
  /** Tells this form from another on the same page that asks something of the same name. */
  readonly scope?: string
}

/** What a label, a hint or a problem points to: one place on the page, also where a form stands on it twice. */
export const idOn = (
  { scope }: Pick<FormState, 'scope'>,
  kind: 'field' | 'hint' | 'error',
  name: string,
): string => [kind, scope, name].filter(Boolean).join('-')

interface FormProps {
  state: FormState
  /** The submission key: a second submit of the same form shows the first result. */
  submissionKey: string
  action?: string
  /** For a form with a file. */
  multipart?: boolean
  children: ComponentChildren
}

/** A form that posts to its own page unless told otherwise. Shows what went wrong above its fields. */
export const PostForm = ({ state, submissionKey, action, multipart, children }: FormProps) => (
  <form
    method="post"
    action={action}
    encType={multipart ? 'multipart/form-data' : undefined}
    noValidate
    class="naast-form"
  >
    <input type="hidden" name="key" value={submissionKey} />
    {hasProblem(state.problem) && <ErrorSummary state={state} labels={labelsIn(children)} />}
    {children}
  </form>
)

/**
 * What the fields are called, by name, so that the summary can say which one it means. Looks into the views that
 * stand around the fields too: they are plain functions of their props.
 */
function labelsIn(children: ComponentChildren): Map<string, string> {
  const labels = new Map<string, string>()
  const look = (child: ComponentChildren): void => {
    for (const node of toChildArray(child)) {
      if (!isValidElement(node)) continue
      const props: { name?: unknown; label?: unknown; children?: ComponentChildren } = node.props
      if (typeof props.name === 'string' && typeof props.label === 'string')
        labels.set(props.name, props.label)
      else if (typeof node.type === 'function') look((node.type as FunctionComponent)(node.props))
      else look(props.children)
    }
  }
  look(children)
  return labels
}

/** Says all problems at once, each a link to its field; read first by a screen reader. */
export const ErrorSummary = ({
  state: { t, problem, scope },
  labels,
}: {
  state: FormState
  labels?: ReadonlyMap<string, string>
}) =>
  hasProblem(problem) ? (
    <div
      class="utrecht-alert utrecht-alert--error naast-error-summary"
      role="alert"
      tabIndex={-1}
      id="problem"
    >
      <h2 class="utrecht-heading-3">{t('frame.problem-title')}</h2>
      {problem.refused && <p class="utrecht-paragraph">{refusalWords(t, problem.refused)}</p>}
      {Object.keys(problem.fields).length > 0 && (
        <ul class="naast-plain-list">
          {Object.entries(problem.fields).map(([name, code]) => (
            <li key={name}>
              <a class="utrecht-link" href={`#${idOn({ scope }, 'field', name)}`}>
                {problemOf(t, labels?.get(name), fieldWords(t, code))}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  ) : null

const problemOf = (t: T, label: string | undefined, problem: string): string =>
  label === undefined ? problem : t('frame.problem-of', { label: label.replace(/\s*[?:.]$/, ''), problem })

interface FieldProps {
  state: FormState
  name: string
  label: string
  hint?: string
  /** Adds '(niet verplicht)' behind the label. */
  optional?: boolean
}

const described = ({ state, name, hint }: FieldProps): string | undefined =>
  [hint && idOn(state, 'hint', name), state.problem.fields[name] && idOn(state, 'error', name)]
    .filter(Boolean)
    .join(' ') || undefined

const Around = ({ children, ...props }: FieldProps & { children: ComponentChildren }) => {
  const { state, name, label, hint, optional } = props
  const code = state.problem.fields[name]
  return (
    <div class={code ? 'utrecht-form-field utrecht-form-field--invalid' : 'utrecht-form-field'}>
      <label class="utrecht-form-label" for={idOn(state, 'field', name)}>
        {label} {optional && <span class="naast-optional">{state.t('frame.optional')}</span>}
      </label>
      {hint && (
        <div class="utrecht-form-field-description" id={idOn(state, 'hint', name)}>
          {hint}
        </div>
      )}
      {code && (
        <div class="utrecht-form-field-error-message" id={idOn(state, 'error', name)}>
          {fieldWords(state.t, code)}
        </div>
      )}
      {children}
    </div>
  )
}

interface TextProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search'
  inputMode?: 'numeric' | 'text' | 'tel' | 'email'
  autoComplete?: string
  /** How wide the answer is expected to be, in characters. */
  width?: 4 | 10 | 20
  /** Words of one's own: the phone's keyboard may listen, correct and begin sentences. */
  spoken?: boolean
}

const ownWords = { autocapitalize: 'sentences', spellcheck: true, enterkeyhint: 'enter' } as const

export const TextField = (props: TextProps) => (
  <Around {...props}>
    <input
      class={`utrecht-textbox utrecht-textbox--html-input${props.width ? ` naast-width-${props.width}` : ''}`}
      id={idOn(props.state, 'field', props.name)}
      name={props.name}
      // Preact types inputs by their kind one by one; ours are all text-like.
      type={(props.type ?? 'text') as 'text'}
      inputMode={props.inputMode}
      {...(props.spoken ? ownWords : {})}
      autoComplete={props.autoComplete ?? 'off'}
      value={props.type === 'password' ? '' : props.state.form.text(props.name)}
      aria-describedby={described(props)}
      aria-invalid={props.state.problem.fields[props.name] ? 'true' : undefined}
    />
  </Around>
)

/** A day, typed as people write it (3-11-2026, 3 nov 2026); `readTypedDay` in `#domain/typed-day.ts` reads it. */
export const DayField = (props: FieldProps) => <TextField {...props} width={10} inputMode="text" />

export const TextArea = (props: FieldProps & { rows?: number; spoken?: boolean }) => (
  <Around {...props}>
    <textarea
      class="utrecht-textarea utrecht-textarea--html-textarea"
      id={idOn(props.state, 'field', props.name)}
      name={props.name}
      rows={props.rows ?? 4}
      autoComplete="off"
      {...(props.spoken ? ownWords : {})}
      aria-describedby={described(props)}
      aria-invalid={props.state.problem.fields[props.name] ? 'true' : undefined}
    >
      {props.state.form.text(props.name)}
    </textarea>
  </Around>
)

export interface Option {
  value: string
  label: string
  hint?: string
}

export const Select = (props: FieldProps & { options: readonly Option[]; empty?: string }) => (
  <Around {...props}>
    <select
      class="utrecht-select utrecht-select--html-select"
      id={idOn(props.state, 'field', props.name)}
      name={props.name}
      aria-describedby={described(props)}
      aria-invalid={props.state.problem.fields[props.name] ? 'true' : undefined}
    >
      {props.empty !== undefined && <option value="">{props.empty}</option>}
      {props.options.map((option) => (
        <option
          key={option.value}
          value={option.value}
          selected={props.state.form.text(props.name) === option.value}
        >
          {option.label}
        </option>
      ))}
    </select>
  </Around>
)

interface ChoiceProps extends FieldProps {
  options: readonly Option[]
  /** Beside each other: for a few short answers. */
  row?: boolean
}

const Choices = (props: ChoiceProps & { kind: 'radio' | 'checkbox' }) => {
  const { state, name, kind, options } = props
  const code = state.problem.fields[name]
  const chosen = state.form.all(name)
  return (
    <fieldset
      class={`utrecht-form-fieldset naast-choices${code ? ' utrecht-form-fieldset--invalid' : ''}`}
      aria-describedby={described(props)}
    >
      <legend class="utrecht-form-label">
        {props.label} {props.optional && <span class="naast-optional">{state.t('frame.optional')}</span>}
      </legend>
      {props.hint && (
        <div class="utrecht-form-field-description" id={idOn(state, 'hint', name)}>
          {props.hint}
        </div>
      )}
      {code && (
        <div class="utrecht-form-field-error-message" id={idOn(state, 'error', name)}>
          {fieldWords(state.t, code)}
        </div>
      )}
      <div class={props.row ? 'naast-choices__row' : undefined}>
        {options.map((option, index) => (
          <label class="naast-choice" key={option.value}>
            <input
              class={
                kind === 'radio'
                  ? 'utrecht-radio-button utrecht-radio-button--html-input'
                  : 'utrecht-checkbox utrecht-checkbox--html-input'
              }
              id={index === 0 ? idOn(state, 'field', name) : undefined}
              type={kind}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span class="naast-choice-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export const Radios = (props: ChoiceProps) => <Choices {...props} kind="radio" />
export const Checkboxes = (props: ChoiceProps) => <Choices {...props} kind="checkbox" />

/** Two questions that belong together, beside each other where there is room. */
export const Pair = ({ children }: { children: ComponentChildren }) => (
  <div class="naast-pair">{children}</div>
)

/** The one thing to do on this page. */
export const SubmitButton = ({
  children,
  name,
  value,
  kind = 'primary',
}: {
  children: ComponentChildren
  name?: string
  value?: string
  kind?: 'primary' | 'secondary' | 'danger'
}) => (
  <button
    type="submit"
    name={name}
    value={value}
    class={`utrecht-button utrecht-button--${kind === 'primary' ? 'primary-action' : 'secondary-action'}${kind === 'danger' ? ' utrecht-button--danger' : ''}`}
  >
    {children}
  </button>
)

export const Buttons = ({ children }: { children: ComponentChildren }) => (
  <div class="utrecht-button-group naast-buttons">{children}</div>
)
