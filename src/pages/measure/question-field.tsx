import { fieldOf } from '#domain/measure/answers.ts'
import type { Instrument, InstrumentItem } from '#domain/programme/measuring.ts'
import { type FormState, Radios, TextArea } from '#pages/look/form.tsx'
import { fieldWords } from '#pages/problem.ts'

interface Props {
  readonly state: FormState
  readonly instrument: Instrument
  readonly item: InstrumentItem
  /** What is sent where she would rather not answer; nothing at all unless said. */
  readonly clear?: string
}

/** One question of an instrument. Every question has a way to say nothing; none begins with an answer. */
export const QuestionField = ({ state, instrument, item, clear = '' }: Props) => {
  const { t } = state
  const name = fieldOf(instrument, item)
  const label = item.question[t.language]
  if (item.kind === 'text') return <TextArea state={state} name={name} label={label} optional rows={3} />
  if (item.kind === 'choice')
    return (
      <Radios
        state={state}
        name={name}
        label={label}
        row={item.options.every((option) => option.label[t.language].length < 3)}
        options={[
          ...item.options.map((option) => ({ value: option.id, label: option.label[t.language] })),
          { value: clear, label: t('measure.clear') },
        ]}
      />
    )
  return <Ladder state={state} name={name} label={label} item={item} />
}

/** Numbers side by side, big enough for a thumb, with words at both ends; five on a line on a small phone. */
export const Ladder = ({
  state,
  name,
  label,
  item,
}: {
  state: FormState
  name: string
  label: string
  item: Pick<Extract<InstrumentItem, { kind: 'scale' }>, 'min' | 'max' | 'low' | 'high'>
}) => {
  const { t, form, problem } = state
  const code = problem.fields[name]
  const steps = Array.from({ length: item.max - item.min + 1 }, (_, at) => String(item.min + at))
  const chosen = form.text(name)
  return (
    <fieldset
      class={`utrecht-form-fieldset naast-choices naast-ladder${code ? ' utrecht-form-fieldset--invalid' : ''}`}
      aria-describedby={[`ends-${name}`, code && `error-${name}`].filter(Boolean).join(' ')}
    >
      <legend class="utrecht-form-label">{label}</legend>
      {code && (
        <div class="utrecht-form-field-error-message" id={`error-${name}`}>
          {fieldWords(t, code)}
        </div>
      )}
      <p class="naast-ladder__ends" id={`ends-${name}`}>
        <span>
          {item.min} = {item.low[t.language]}
        </span>
        <span>
          {item.max} = {item.high[t.language]}
        </span>
      </p>
      <div class="naast-ladder__steps">
        {steps.map((step, at) => (
          <label key={step} class="naast-ladder__step">
            <input
              id={at === 0 ? `field-${name}` : undefined}
              type="radio"
              name={name}
              value={step}
              checked={chosen === step}
            />
            <span>{step}</span>
          </label>
        ))}
        <label class="naast-ladder__step naast-ladder__step--none">
          <input type="radio" name={name} value="" />
          <span>{t('measure.clear')}</span>
        </label>
      </div>
    </fieldset>
  )
}
