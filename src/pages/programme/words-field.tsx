import type { FieldShape } from '#domain/programme/definition-shape.ts'
import { type FormState, Pair, TextArea, TextField } from '#pages/look/form.tsx'
import { fieldLabel } from '#pages/programme/say-definition.ts'

/** Texts that take more than a line. */
const longTexts =
  /\.(summary|goal|notMet|opening|introduction|message|question|hint|terms)$|^summary$|exception\.label$/

/** Both languages beside each other. Who fills in one has filled in both. */
export const WordsField = ({
  state,
  field,
  name,
  path,
}: {
  state: FormState
  field: FieldShape
  name: string
  path: string
}) => {
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
