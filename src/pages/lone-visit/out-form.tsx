import { longerMinutes } from '#domain/lone-visit/lone-visit.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { clockTime } from '#pages/concern/clock-time.ts'
import type { Form } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Notice, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { Context } from '#usecases/context.ts'
import { Invalid } from '#usecases/failure.ts'
import { endLoneVisit } from '#usecases/lone-visit/end-lone-visit.ts'
import { extendLoneVisit } from '#usecases/lone-visit/extend-lone-visit.ts'
import type { MyLoneVisit } from '#usecases/lone-visit/read-my-lone-visit.ts'

type Visit = NonNullable<MyLoneVisit['visit']>

export const Standing = ({ t, visit, mailReady }: { t: T; visit: Visit; mailReady: boolean }) => {
  const time = clockTime(visit.expectedAt)
  if (visit.standing === 'inside')
    return (
      <Notice tone="info" title={t('lone.running', { time })}>
        <Text>{t('lone.running-since', { since: clockTime(visit.beganAt) })}</Text>
      </Notice>
    )
  const asked = visit.standing === 'asked'
  return (
    <Notice tone="attention" title={t(asked ? 'lone.asked' : 'lone.alerted')}>
      <Text>
        {asked ? t('lone.asked-text', { time, alert: clockTime(visit.alertAt) }) : t('lone.alerted-text')}
      </Text>
      {!asked && !mailReady && <Text>{t('lone.no-mail')}</Text>}
    </Notice>
  )
}

interface OutProps {
  readonly state: FormState
  readonly visit: Visit
  readonly hasWords: boolean
  readonly submissionKey: string
}

/** One field and three buttons; the word is typed as a password is, so that no keyboard learns it. */
export const OutForm = ({ state, visit, hasWords, submissionKey }: OutProps) => {
  const { t } = state
  return (
    <PostForm state={state} submissionKey={submissionKey} action={paths.loneVisit.mine()}>
      <input type="hidden" name="id" value={visit.id} />
      <input type="hidden" name="version" value={visit.version} />
      {hasWords && (
        <TextField
          state={state}
          name="word"
          label={t('lone.word')}
          hint={t('lone.word-hint')}
          type="password"
          autoComplete="one-time-code"
        />
      )}
      <Buttons>
        <SubmitButton name="what" value="out">
          {t('lone.do-out')}
        </SubmitButton>
        {longerMinutes.map((count) => (
          <SubmitButton key={count} kind="secondary" name="what" value={String(count)}>
            {t('lone.do-longer', { count })}
          </SubmitButton>
        ))}
      </Buttons>
    </PostForm>
  )
}

/** That she is out. No name and no way to her file: it is shown with nobody signed in as well. */
export const IsOut = ({ t, visit }: { t: T; visit: Visit }) => (
  <Notice tone="done" title={t('lone.is-out')}>
    {visit.endedAt && <Text>{t('lone.is-out-text', { time: clockTime(visit.endedAt) })}</Text>}
    {visit.late && <Text>{t('lone.is-out-late')}</Text>}
  </Notice>
)

export const DangerCalls = ({ t, onCallPhone }: { t: T; onCallPhone: string | null }) => (
  <>
    <Heading>{t('lone.danger')}</Heading>
    <p class="naast-actions">
      <ButtonLink href="tel:112" kind="secondary">
        {t('concern.call-112')}
      </ButtonLink>{' '}
      {onCallPhone && (
        <ButtonLink href={`tel:${onCallPhone}`} kind="secondary">
          {t('lone.call', { phone: onCallPhone })}
        </ButtonLink>
      )}
    </p>
  </>
)

/**
 * No submission key goes along: what was typed must stay nowhere, not even as a digest. Pressed twice it does nothing
 * more, by the version and by where she stands.
 */
export async function sayWord(
  context: Context,
  actor: MemberActor,
  form: Form,
  id: string,
): Promise<'out' | 'longer' | 'over'> {
  const word = form.optional('word')
  const minutes = longerMinutes.find((one) => String(one) === form.text('what'))
  const { said } = minutes
    ? await extendLoneVisit(context, actor, { id, minutes, word, version: Number(form.text('version')) || 0 })
    : await endLoneVisit(context, actor, { id, word })
  if (said === 'not-that-word') throw new Invalid({ word: 'lone-not-your-word' })
  return said
}
