import { formOf } from '#pages/form-data.ts'
import { PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Text } from '#pages/look/parts.tsx'
import { addressOf } from '#pages/meldcode/meldcode-parts.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import type { MeldcodePage } from '#usecases/meldcode/read-meldcode.ts'

interface Props {
  readonly t: T
  readonly meldcode: MeldcodePage
  readonly problem: Problem
  readonly submissionKey: string
}

/** Who else may read this; whoever needn't know any more is taken off. */
export const Readers = ({ t, meldcode, problem, submissionKey }: Props) => (
  <section>
    <Heading>{t('meldcode.readers')}</Heading>
    <Text>{t('meldcode.readers-text', { name: meldcode.handler })}</Text>
    {meldcode.readers.map(({ memberId, name }, at) => (
      <div key={memberId}>
        <Text>{name}</Text>
        {meldcode.abilities.unname && (
          <PostForm
            state={{ t, form: formOf(null), problem: at === 0 ? problem : noProblem }}
            submissionKey={submissionKey}
            action={paths.meldcode.one(meldcode.id)}
          >
            <input type="hidden" name="memberId" value={memberId} />
            <SubmitButton kind="secondary">{t('meldcode.do.unname', { name })}</SubmitButton>
          </PostForm>
        )}
      </div>
    ))}
    {meldcode.abilities.give && (
      <p class="naast-actions">
        <ButtonLink href={paths.meldcode.part(meldcode.id, addressOf('name'))} kind="secondary">
          {t('meldcode.do.name')}
        </ButtonLink>{' '}
        <ButtonLink href={paths.meldcode.part(meldcode.id, addressOf('give'))} kind="secondary">
          {t('meldcode.do.give')}
        </ButtonLink>
      </p>
    )}
  </section>
)
