import { Buttons, type FormState, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'

interface Props {
  state: FormState
  submissionKey: string
  version: number
  /** Which of the page's forms this is, as its own page reads it. */
  hidden: readonly [name: string, value: string]
  label: string
  options: readonly { readonly value: string; readonly label: string }[]
  /** On the button. */
  words: string
}

/** Something in a group that ends before its time, with the reason. */
export const ReasonForm = ({ state, submissionKey, version, hidden, label, options, words }: Props) => (
  <PostForm state={state} submissionKey={submissionKey}>
    <input type="hidden" name={hidden[0]} value={hidden[1]} />
    <input type="hidden" name="version" value={version} />
    <Select state={state} name="reason" label={label} empty="" options={options} />
    <Buttons>
      <SubmitButton kind="danger">{words}</SubmitButton>
    </Buttons>
  </PostForm>
)
