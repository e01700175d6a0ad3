import { factsIn } from '#domain/programme/expression.ts'
import { isParseProblem, parseExpression } from '#domain/programme/expression-parser.ts'
import type { Form } from '#pages/form-data.ts'
import { Select, TextArea, TextField } from '#pages/look/form.tsx'
import type { BuilderField } from '#pages/programme/builder-fields.tsx'
import { conditionRows } from '#pages/programme/read-form.ts'
import { factChoices, sayRule } from '#pages/programme/say-rule.ts'

const operations = ['yes', 'no', 'lt', 'le', 'ge', 'gt', 'eq', 'ne'] as const

/** A rule, put together by choosing; who knows the language of rules may write it. Works without script. */
export const RuleField = ({
  state,
  definition,
  field,
  name,
  path,
  label,
}: BuilderField & { label: string }) => {
  const { t, form, problem } = state
  const text = form.text(`${name}.text`)
  // What isn't said by a person stays out of the way: rules about who fits are about her answers and her child.
  const facts = factChoices(t, definition, !path.startsWith('eligibility'))
  const strange = missing(text, facts)
  const code = problem.fields[name]
  return (
    <fieldset
      class={`utrecht-form-fieldset naast-rule${code ? ' utrecht-form-fieldset--invalid' : ''}`}
      id={`field-${name}`}
    >
      <legend class="utrecht-form-label">
        {label} {field.optional && <span class="naast-optional">{t('frame.optional')}</span>}
      </legend>
      {text && <p class="naast-rule__said">{sayRule(t, definition, text)}</p>}
      {code && (
        <div class="utrecht-form-field-error-message">
          {t(code === 'rule-unfinished' ? 'field.rule-unfinished' : 'field.required')}
        </div>
      )}
      <Way state={state} name={name} value="choose" />
      <div class="naast-rule__choose">
        {[...Array(shownRows(form, name)).keys()].map((at) => (
          <div class="naast-rule__row" key={at}>
            <Select
              state={state}
              name={`${name}.${at}.fact`}
              label={t('builder.rule.fact', { at: at + 1 })}
              options={[...facts, ...strange]}
              empty={t('builder.rule.none')}
            />
            <Select
              state={state}
              name={`${name}.${at}.op`}
              label={t('builder.rule.is')}
              options={operations.map((one) => ({ value: one, label: t(`builder.op.${one}`) }))}
            />
            <TextField
              state={state}
              name={`${name}.${at}.value`}
              label={t('builder.rule.number')}
              width={4}
              inputMode="numeric"
            />
          </div>
        ))}
        <Select
          state={state}
          name={`${name}.join`}
          label={t('builder.rule.join')}
          options={[
            { value: 'and', label: t('builder.rule.all') },
            { value: 'or', label: t('builder.rule.any') },
          ]}
        />
      </div>
      <Way state={state} name={name} value="write" />
      <div class="naast-rule__write">
        <TextArea
          state={state}
          name={`${name}.text`}
          label={t('builder.rule.text')}
          hint={t('builder.rule.text-hint', {
            facts: facts
              .map(({ value }) => value)
              .slice(0, 12)
              .join(', '),
          })}
          rows={2}
        />
      </div>
    </fieldset>
  )
}

const Way = ({
  state,
  name,
  value,
}: Pick<BuilderField, 'state' | 'name'> & { value: 'choose' | 'write' }) => (
  <label class="naast-choice">
    <input
      class="utrecht-radio-button utrecht-radio-button--html-input"
      type="radio"
      name={`${name}.how`}
      value={value}
      checked={(state.form.text(`${name}.how`) || 'choose') === value}
    />
    <span>{state.t(`builder.rule.${value}`)}</span>
  </label>
)

/** One more than are filled in, so that there is always room for another. */
function shownRows(form: Form, name: string): number {
  const filled =
    [...Array(conditionRows).keys()].findLast((at) => form.text(`${name}.${at}.fact`) !== '') ?? -1
  return Math.min(conditionRows, Math.max(2, filled + 2))
}

/** Facts that stand in the rule and aren't among the choices keep their place in the list. */
function missing(text: string, facts: readonly { value: string }[]): { value: string; label: string }[] {
  const rule = parseExpression(text)
  if (isParseProblem(rule)) return []
  return factsIn(rule)
    .filter((name) => !facts.some(({ value }) => value === name || value.startsWith(`${name}=`)))
    .map((name) => ({ value: name, label: name }))
}
