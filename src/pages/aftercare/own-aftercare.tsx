import { workingDaysUntil } from '#domain/aftercare/aftercare.ts'
import type { Day } from '#domain/day.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Notice, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import { noProblem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'

interface Talk {
  readonly id: string
  readonly version: number
  readonly on: Day
  readonly by: string | null
  readonly missed: boolean
}

interface OwnProps {
  readonly t: T
  readonly today: Day
  readonly talks: readonly Talk[]
  readonly newKey: () => string
}

/** That somebody will ask how she is, and when; she may say that she needn't. */
export const OwnAftercare = ({ t, today, talks, newKey }: OwnProps) => (
  <>
    {talks.map(({ id, version, on, by, missed }) => (
      <Notice key={id} title={t('aftercare.own')}>
        <Text>
          {by
            ? t('aftercare.own-text-by', { day: t.day(on, today), name: by })
            : t('aftercare.own-text', { day: t.day(on, today) })}
        </Text>
        {missed && <Text>{t('aftercare.own-missed')}</Text>}
        <PostForm
          state={{ t, form: formOf(null), problem: noProblem }}
          submissionKey={newKey()}
          action={paths.aftercare.decline(id)}
        >
          <input type="hidden" name="version" value={version} />
          <Buttons>
            <SubmitButton kind="secondary">{t('aftercare.own-decline')}</SubmitButton>
          </Buttons>
        </PostForm>
      </Notice>
    ))}
  </>
)

/** One tap after a heavy visit. */
export const AskAftercare = ({
  t,
  contactId,
  submissionKey,
}: {
  readonly t: T
  readonly contactId?: string | null
  readonly submissionKey: string
}) => (
  <section>
    <Heading>{t('aftercare.ask')}</Heading>
    <Text>{t('aftercare.ask-text', { count: workingDaysUntil.heavy_contact })}</Text>
    <PostForm
      state={{ t, form: formOf(null), problem: noProblem }}
      submissionKey={submissionKey}
      action={paths.aftercare.ask()}
    >
      {contactId && <input type="hidden" name="contactId" value={contactId} />}
      <Buttons>
        <SubmitButton kind="secondary">{t('aftercare.do-ask')}</SubmitButton>
      </Buttons>
    </PostForm>
  </section>
)
