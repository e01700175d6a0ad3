import { formOf } from '#pages/form-data.ts'
import type { FormState } from '#pages/look/form.tsx'
import { SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Tag, Text } from '#pages/look/parts.tsx'
import { urgencyTone } from '#pages/match/waiting-list.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { Problem } from '#pages/problem.ts'
import { noProblem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { slotWords } from '#pages/worker/profile-fields.tsx'
import type { CompositionPage } from '#usecases/group-composition/read-group-composition.ts'

export type OpenComposition = NonNullable<CompositionPage['open']>
type GroupShown = OpenComposition['groups'][number]

export const stateOf = ({ t, form }: StaffRequest, problem: Problem, scope?: string): FormState => ({
  t,
  form: problem === noProblem ? formOf(null) : form,
  problem,
  scope,
})

/** How far from the best it can be at most, in words. */
export const Proof = ({ t, open }: { t: T; open: OpenComposition }) => (
  <Notice tone={open.proof?.best && open.placed > 0 ? 'done' : 'info'}>
    <Text>{t('composition.placed', { placed: open.placed, waiting: open.waiting })}</Text>
    <Text>
      {open.proof === null
        ? t('composition.proof.unknown')
        : open.proof.best
          ? t('composition.proof.best')
          : open.proof.more === 0
            ? t('composition.proof.nobody-more')
            : t('composition.proof.more', { count: open.proof.more })}
    </Text>
    {open.beyond > 0 && <Text>{t('composition.beyond', { count: open.beyond })}</Text>}
  </Notice>
)

const languagesOf = (t: T, codes: readonly string[]) => codes.map((code) => t.languageName(code)).join(', ')

/** What a group is, in one line: when, in which language, how many. */
export const GroupLine = ({ t, group }: { t: T; group: GroupShown }) => (
  <Text quiet>
    {[
      group.slots.map((slot) => slotWords(t, slot)).join(', '),
      t('composition.languages', { list: languagesOf(t, group.languages) }),
      group.interpreters.length > 0
        ? t('composition.interpreters', { list: languagesOf(t, group.interpreters) })
        : null,
      t('composition.size', {
        size: group.taken + group.women.length,
        min: group.min,
        max: group.max,
      }),
      group.taken > 0 ? t('composition.taken', { count: group.taken }) : null,
    ]
      .filter((part) => part !== null)
      .join(' · ')}
  </Text>
)

/** A woman in a list, with the way to her own page in it. */
export const WomanLine = ({ t, id, woman }: { t: T; id: string; woman: GroupShown['women'][number] }) => (
  <>
    <Link href={paths.composition.woman(id, woman.trajectoryId)}>{woman.name}</Link>{' '}
    <span class="naast-quiet">{t('match.days', { count: woman.waitingDays })}</span>{' '}
    {woman.urgency !== 'normal' && (
      <Tag tone={urgencyTone[woman.urgency]}>{t(`match.urgency.${woman.urgency}`)}</Tag>
    )}
  </>
)

/** What people decided, each with the way to take it back. */
export const Moves = ({
  request,
  composition,
  open,
}: {
  request: StaffRequest
  composition: CompositionPage
  open: OpenComposition
}) => {
  const { t } = request
  if (open.moves.length === 0) return null
  return (
    <section>
      <Heading>{t('composition.moves')}</Heading>
      <ul class="naast-list">
        {open.moves.map((move) => {
          const reason = reasonWords(t, move.reason)
          const of = { name: move.name, reason, group: move.group ?? '' }
          return (
            <li key={move.moveId}>
              {move.kind === 'not'
                ? t('composition.move.not', of)
                : move.group === null
                  ? t('composition.move.out', of)
                  : t('composition.move.put', of)}{' '}
              {move.by && <span class="naast-quiet">{t('composition.move-by', { name: move.by })}</span>}
              <form method="post">
                <input type="hidden" name="key" value={request.newKey()} />
                <input type="hidden" name="version" value={composition.version} />
                <input type="hidden" name="moveId" value={move.moveId} />
                <SubmitButton kind="secondary" name="deed" value="undo">
                  {t('composition.undo')}
                </SubmitButton>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export const reasonWords = (t: T, reason: string): string => {
  const key = `composition.reason.${reason}`
  return t.has(key) ? t(key) : reason
}
