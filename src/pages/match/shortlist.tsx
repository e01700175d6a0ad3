import { mostOnShortlist } from '#domain/match/shortlist.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Select, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Card, Heading, Text } from '#pages/look/parts.tsx'
import { type RedirectAnswer, type StaffRequest, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { Problem } from '#pages/problem.ts'
import { dropFromShortlist } from '#usecases/match/drop-from-shortlist.ts'
import { keepOnShortlist } from '#usecases/match/keep-on-shortlist.ts'
import type { Shortlisted } from '#usecases/match/show-shortlist.ts'
import type { Weighing } from '#usecases/match/weigh-workers.ts'

interface Props {
  readonly request: StaffRequest
  readonly weighing: Weighing
  readonly kept: readonly Shortlisted[]
  /** What was wrong, if it was this form that was sent. */
  readonly problem: Problem
}

/** The form that keeps a name was sent, and not one of the others on its page. */
export const keeps = ({ form }: StaffRequest): boolean => form.text('do') === 'keep'

/** Two or three names kept for her with a note, before anybody is asked. */
export const Shortlist = ({ request, weighing, kept, problem }: Props) => {
  const { t, today, form, newKey } = request
  const tried = keeps(request)
  const state: FormState = { t, form: tried ? form : formOf(null), problem }
  const others = weighing.proposals.filter(({ workerId }) => !kept.some((one) => one.workerId === workerId))
  return (
    <section>
      <Heading>{t('match.shortlist')}</Heading>
      <Text quiet>{t('match.shortlist-hint')}</Text>
      {kept.map((one) => (
        <Card
          key={one.workerId}
          title={one.name}
          href={paths.worker.one(one.workerId)}
          action={
            <form method="post">
              <input type="hidden" name="key" value={newKey()} />
              <input type="hidden" name="workerId" value={one.workerId} />
              <SubmitButton name="do" value="drop" kind="secondary">
                {t('match.shortlist-drop')}
              </SubmitButton>
            </form>
          }
        >
          {one.note && <Text>{one.note}</Text>}
          <Text quiet>{t('match.shortlist-since', { day: t.day(one.since, today) })}</Text>
        </Card>
      ))}
      {(tried || (kept.length < mostOnShortlist && others.length > 0)) && (
        <details class="naast-details" open={tried}>
          <summary>{t('match.shortlist-keep')}</summary>
          <PostForm state={state} submissionKey={newKey()}>
            <Select
              state={state}
              name="workerId"
              label={t('match.shortlist-who')}
              options={others.map((one) => ({ value: one.workerId, label: one.name }))}
            />
            <TextField state={state} name="note" label={t('match.shortlist-note')} optional />
            <Buttons>
              <SubmitButton name="do" value="keep" kind="secondary">
                {t('match.shortlist-keep')}
              </SubmitButton>
            </Buttons>
          </PostForm>
        </details>
      )}
    </section>
  )
}

/** Keeps a name or takes it off, if that is what this form is for. */
export async function keepOrDrop(
  { context, actor, form }: StaffRequest,
  trajectoryId: string,
): Promise<RedirectAnswer | null> {
  const doing = form.text('do')
  if (doing !== 'keep' && doing !== 'drop') return null
  const workerId = form.text('workerId')
  const once = form.key ? { key: form.key } : undefined
  if (doing === 'drop') await dropFromShortlist(context, actor, { trajectoryId, workerId }, once)
  else await keepOnShortlist(context, actor, { trajectoryId, workerId, note: form.optional('note') }, once)
  return seeOther(paths.match.one(trajectoryId), 'match.said.shortlist')
}
