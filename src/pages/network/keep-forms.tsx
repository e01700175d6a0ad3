import type { ComponentChildren } from 'preact'
import { Buttons, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Text } from '#pages/look/parts.tsx'

interface Props {
  state: FormState
  submissionKey: string
  /** Of what is changed or ended; left out for what is new. */
  version?: number
  action?: string
  /** On the button. */
  words: string
}

const Version = ({ version }: Pick<Props, 'version'>) =>
  version === undefined ? null : <input type="hidden" name="version" value={version} />

/** The fields of something on our lists, new or changed, with one button under them. */
export const SaveForm = ({ words, version, children, ...form }: Props & { children: ComponentChildren }) => (
  <PostForm {...form}>
    <Version version={version} />
    {children}
    <Buttons>
      <SubmitButton>{words}</SubmitButton>
    </Buttons>
  </PostForm>
)

/** Takes something off our lists from today on, and says what follows from that. */
export const EndForm = ({ words, version, text, ...form }: Props & { text?: string }) => (
  <PostForm {...form}>
    <Version version={version} />
    {text && <Text>{text}</Text>}
    <SubmitButton kind="danger">{words}</SubmitButton>
  </PostForm>
)
