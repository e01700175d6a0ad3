import { concernLevels } from '#domain/concern/concern.ts'
import { Buttons, type FormState, PostForm, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

interface Props {
  readonly t: T
  readonly state: FormState
  readonly submissionKey: string
  readonly trajectoryId: string
  readonly contactId?: string | null
}

const kindOf = { worried: 'secondary', very_worried: 'secondary', danger_now: 'danger' } as const

/** Three buttons: one tap is enough. Words may come along, or later. */
export const RaiseForm = ({ t, state, submissionKey, trajectoryId, contactId }: Props) => (
  <PostForm state={state} submissionKey={submissionKey} action={paths.concern.raise(trajectoryId)}>
    {contactId && <input type="hidden" name="contactId" value={contactId} />}
    <details open={state.form.text('words') !== ''}>
      <summary>{t('concern.words-too')}</summary>
      <TextArea
        state={state}
        name="words"
        label={t('concern.words')}
        hint={t('concern.words-hint')}
        rows={3}
        optional
      />
    </details>
    <Buttons>
      {concernLevels.map((level) => (
        <SubmitButton key={level} name="level" value={level} kind={kindOf[level]}>
          {t(`concern.level.${level}`)}
        </SubmitButton>
      ))}
    </Buttons>
  </PostForm>
)

/**
 * The one calm place for it on a page about a woman; the numbers stand there before anybody taps. Who leads a group has
 * no way to her safety page.
 */
export const ConcernSection = ({ toSafety = true, ...props }: Props & { readonly toSafety?: boolean }) => {
  const { t, trajectoryId } = props
  return (
    <section>
      <Heading>{t('concern.ask')}</Heading>
      <Text>
        {t('concern.ask-text')} <Link href="tel:112">{t('concern.call-112')}</Link>.
      </Text>
      <RaiseForm {...props} />
      {toSafety && <Link href={paths.safety.one(trajectoryId)}>{t('safety.to')}</Link>}
    </section>
  )
}
