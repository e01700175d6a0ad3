import type { ComponentChildren } from 'preact'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import {
  type FieldShape,
  type ObjectShape,
  type Shape,
  variantOf,
} from '#domain/programme/definition-shape.ts'
import {
  Checkboxes,
  type FormState,
  type Option,
  Radios,
  Select,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { isHidden, isLines } from '#pages/programme/read-form.ts'
import { choicesFor } from '#pages/programme/reference-choices.ts'
import { RuleField } from '#pages/programme/rule-field.tsx'
import { fieldLabel, valueLabel } from '#pages/programme/say-definition.ts'
import { SourceLine } from '#pages/programme/source-line.tsx'
import { WordsField } from '#pages/programme/words-field.tsx'

/** One field of the builder: where it stands in the form (`name`) and among all definitions (`path`, without ids). */
export interface BuilderField {
  readonly state: FormState
  readonly definition: ProgrammeDefinition
  readonly field: FieldShape
  readonly name: string
  readonly path: string
  readonly value: unknown
  /** Its fields need no heading of their own: they are the page. */
  readonly bare?: boolean
}

const read = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

export const Field = (props: BuilderField) => {
  const { state, definition, field, name, value } = props
  const { shape } = field
  if (shape.kind === 'param')
    return (
      <>
        <Inner
          {...props}
          field={{ ...field, shape: shape.of, nullable: shape.nullable }}
          value={read(value, 'value')}
        />
        <SourceLine state={state} definition={definition} name={name} value={value} />
      </>
    )
  return <Inner {...props} />
}

const Inner = (props: BuilderField) => {
  const { state, definition, field, name, path } = props
  const { shape } = field
  const label = fieldLabel(state.t, path)
  const common = { state, name, label, optional: field.optional || field.nullable }
  switch (shape.kind) {
    case 'words':
      return <WordsField {...props} />
    case 'text': {
      const options = choicesFor(props)
      return options ? (
        <Select {...common} options={options} empty={state.t('builder.choose')} />
      ) : (
        <TextField {...common} />
      )
    }
    case 'number':
      return <TextField {...common} width={4} inputMode={shape.whole ? 'numeric' : 'text'} />
    case 'yes_no':
      return <Radios {...common} row options={yesNo(state)} />
    case 'choice':
      return <OneOf {...common} options={shape.options.map((one) => optionOf(state, one))} />
    case 'choices':
      return <Checkboxes {...common} options={shape.options.map((one) => optionOf(state, one))} />
    case 'several': {
      const options = choicesFor(props)
      return options ? (
        <Checkboxes {...common} options={options} />
      ) : (
        <TextField {...common} hint={state.t('builder.several')} />
      )
    }
    case 'rule':
      return <RuleField {...props} label={label} />
    case 'object':
      return <Group {...props} shape={shape} />
    case 'one_of':
      return <Variants {...props} shape={shape} label={label} />
    case 'list':
      return isLines(shape) ? (
        <TextArea {...common} hint={state.t('builder.lines')} optional={field.optional} />
      ) : null
    case 'table':
      return shape.of.kind === 'number' ? (
        <Together label={label}>
          {definition.phases.map((phase) => (
            <TextField
              key={phase.id}
              state={state}
              name={`${name}.${phase.id}`}
              label={phase.label[state.t.language]}
              width={4}
              inputMode="numeric"
            />
          ))}
        </Together>
      ) : null
    default:
      return null
  }
}

const optionOf = ({ t }: FormState, value: string): Option => ({ value, label: valueLabel(t, value) })
const yesNo = ({ t }: FormState): Option[] => [
  { value: 'yes', label: t('builder.yes') },
  { value: 'no', label: t('builder.no') },
]

/** A few answers stand below each other; many go into a list. */
const OneOf = (props: {
  state: FormState
  name: string
  label: string
  optional: boolean
  options: readonly Option[]
}) =>
  props.options.length > 5 || props.optional ? (
    <Select {...props} empty={props.state.t('builder.choose')} />
  ) : (
    <Radios {...props} />
  )

/** Questions that belong together, under one heading. */
export const Together = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <fieldset class="utrecht-form-fieldset naast-together">
    <legend class="utrecht-form-label">{label}</legend>
    {children}
  </fieldset>
)

/** The fields of something that has several; if it may be left out, with a box that says that it is there. */
const Group = ({ shape, ...props }: BuilderField & { shape: ObjectShape }) => {
  const { state, field, name, path, value, definition } = props
  const label = fieldLabel(state.t, path)
  const fields = (
    <>
      <Fields {...props} shape={shape} />
      {shape.sourced && value !== undefined && (
        <SourceLine state={state} definition={definition} name={name} value={value} />
      )}
    </>
  )
  if (props.bare) return fields
  if (!field.optional) return <Together label={label}>{fields}</Together>
  return (
    <div class="naast-optional-part">
      <Checkboxes
        state={state}
        name={`${name}?`}
        label={label}
        options={[{ value: 'yes', label: state.t('builder.part-on') }]}
      />
      <div class="naast-optional-part__fields">{fields}</div>
    </div>
  )
}

export const Fields = ({
  shape,
  suffix = '',
  ...props
}: Omit<BuilderField, 'field'> & { shape: ObjectShape; suffix?: string }) => (
  <>
    {[...shape.fields]
      .filter(([key, field]) => !isHidden(props.name, key) && field.shape.kind !== 'fixed')
      .map(([key, field]) => (
        <Field
          key={key}
          {...props}
          bare={false}
          field={field}
          name={`${props.name}.${key}${suffix}`}
          path={`${props.path}.${key}`}
          value={read(props.value, key)}
        />
      ))}
  </>
)

/** One of several forms: each choice with what it asks right below it. */
const Variants = ({
  shape,
  label,
  ...props
}: BuilderField & { shape: Extract<Shape, { kind: 'one_of' }>; label: string }) => {
  const { state, name, value, field } = props
  const { t } = state
  const current = variantOf(shape, value)
  const chosen = state.form.text(`${name}=`)
  return (
    <fieldset class="utrecht-form-fieldset naast-choices naast-variants">
      <legend class="utrecht-form-label">{label}</legend>
      {state.problem.fields[name] && (
        <div class="utrecht-form-field-error-message" id={`field-${name}`}>
          {t('field.choose-one')}
        </div>
      )}
      {field.optional && (
        <Choice name={`${name}=`} value="" label={t('builder.no-choice')} chosen={chosen === ''} />
      )}
      {[...shape.variants].map(([key, variant]) => (
        <div class="naast-variant" key={key}>
          <Choice name={`${name}=`} value={key} label={valueLabel(t, key)} chosen={chosen === key} />
          <div class="naast-variant__fields">
            <Fields
              {...props}
              shape={variant}
              value={variant === current ? value : undefined}
              suffix={`:${key}`}
            />
          </div>
        </div>
      ))}
    </fieldset>
  )
}

const Choice = ({
  name,
  value,
  label,
  chosen,
}: {
  name: string
  value: string
  label: string
  chosen: boolean
}) => (
  <label class="naast-choice">
    <input
      class="utrecht-radio-button utrecht-radio-button--html-input"
      type="radio"
      name={name}
      value={value}
      checked={chosen}
    />
    <span>{label}</span>
  </label>
)
