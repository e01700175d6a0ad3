import type { Day } from '#domain/day.ts'
import { reviewActions, reviewReasons } from '#domain/safety/red-flags.ts'
import { Buttons, type FormState, PostForm, Radios, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { Notice, Tag, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { SafetyFile } from '#usecases/safety/safety-file.ts'

interface Props {
  readonly t: T
  readonly today: Day
  readonly trajectoryId: string
  readonly flags: SafetyFile['openFlags']
  readonly state: FormState
  readonly submissionKey: string
}

/** What was seen and nobody has looked at yet; it is left with something that was done, or a reason why not. */
export const ReviewForm = ({ t, today, trajectoryId, flags, state, submissionKey }: Props) =>
  flags.length === 0 ? null : (
    <section>
      <Notice tone="danger" title={t('safety.open-flags')}>
        <ul class="naast-list">
          {flags.map(({ id, label, highest, notedOn }) => (
            <li key={id}>
              {label?.[t.language] ?? '—'} ({t.day(notedOn, today)}){' '}
              {highest && <Tag tone="danger">{t('safety.highest')}</Tag>}
            </li>
          ))}
        </ul>
        <Text>{t('safety.review-text')}</Text>
      </Notice>
      <PostForm state={state} submissionKey={submissionKey} action={paths.safety.review(trajectoryId)}>
        {flags.map(({ id }) => (
          <input key={id} type="hidden" name="flagIds" value={id} />
        ))}
        <Radios
          state={state}
          name="code"
          label={t('safety.review')}
          options={[...reviewActions, ...reviewReasons].map((code) => ({
            value: code,
            label: t(`safety.review.${code}`),
          }))}
        />
        <TextArea
          state={state}
          name="words"
          label={t('safety.review-words')}
          hint={t('safety.review-words-hint')}
          rows={3}
          optional
        />
        <Buttons>
          <SubmitButton>{t('safety.do-review')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
