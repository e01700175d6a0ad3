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
  Pair,
  Radios,
  Select,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { Tag } from '#pages/look/parts.tsx'
import { isHidden, isLines } from '#pages/programme/read-form.ts'
import { RuleField } from '#pages/programme/rule-field.tsx'
import {
  entryLabel,
  fieldLabel,
  sayProvenance,
  sourcedOf,
  valueLabel,
} from '#pages/programme/say-definition.ts'

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

/** Texts that take more than a line. */
const longTexts =
  /\.(summary|goal|notMet|opening|introduction|message|question|hint|terms)$|^summary$|exception\.label$/

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
  const { state, definition, field, name, path, value } = props
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
      return value === undefined ? null : null
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

/** What refers to another part of this definition is chosen from what there is. */
function choicesFor({ state: { t }, definition, path }: BuilderField): Option[] | null {
  const options = (entries: readonly { id: string }[]) =>
    entries.map((entry, at) => ({ value: entry.id, label: entryLabel(t, entry, at) }))
  if (path === 'measures.instruments') return options(definition.instruments)
  if (path === 'phases.after' || path === 'materials.select.phase') return options(definition.phases)
  if (path === 'adversityGrid.domains.fact')
    return definition.facts
      .filter(({ type }) => type.kind === 'number')
      .map((fact) => ({ value: fact.name, label: fact.question[t.language] }))
  return null
}

/** Both languages beside each other. Who fills in one has filled in both. */
const WordsField = ({ state, field, name, path }: BuilderField) => {
  const { t } = state
  const Text = longTexts.test(path) ? TextArea : TextField
  const label = fieldLabel(t, path)
  return (
    <Pair>
      <Text state={state} name={`${name}.nl`} label={label} optional={field.optional} />
      <Text state={state} name={`${name}.en`} label={t('builder.in-english')} optional />
    </Pair>
  )
}

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

/** Where a value comes from; what isn't sure yet can be confirmed with the source of this change. */
export const SourceLine = ({
  state,
  definition,
  name,
  value,
}: {
  state: FormState
  definition: ProgrammeDefinition
  name: string
  value: unknown
}) => {
  const source = sourcedOf(value)
  if (!source) return null
  const { t, form } = state
  const said = sayProvenance(t, definition, source)
  return (
    <div class="naast-source">
      {source.prov === 'to_confirm' ? <Tag tone="attention">{said}</Tag> : <span>{said}</span>}
      <label class="naast-source__confirm">
        <input
          type="checkbox"
          name="confirm"
          value={name}
          checked={form.all('confirm').includes(name)}
          aria-label={t('builder.confirm-of', { name: fieldLabel(t, name.replace(/^.*\./, '')) })}
        />{' '}
        {t('builder.confirm')}
      </label>
    </div>
  )
}
