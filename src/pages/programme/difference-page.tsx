import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { settledFields } from '#domain/programme/definition-parts.ts'
import { placeOf } from '#domain/programme/definition-place.ts'
import { formOf } from '#pages/form-data.ts'
import { ErrorSummary } from '#pages/look/form.tsx'
import { Empty, Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { DifferenceTable } from '#pages/programme/difference-table.tsx'
import { draftMakers } from '#pages/programme/draft-makers.ts'
import { sayPlace, sayValue } from '#pages/programme/say-definition.ts'
import { NotFound } from '#usecases/failure.ts'
import { changeProgrammeDraft } from '#usecases/programme/change-programme-draft.ts'
import { readProgrammeDraft } from '#usecases/programme/read-programme-draft.ts'

async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t, params } = request
  const draft = await readProgrammeDraft(context, actor, { id: params.id ?? '' })
  const { definition } = draft
  if (!definition || draft.base === null) throw new NotFound()
  const base = draft.base as ProgrammeDefinition
  const found = draft.differences.filter(({ at }) => !settledFields.includes(at[0] ?? ''))
  const conflicts = draft.changes.find(({ what }) => what === 'merged')?.conflicts ?? []
  const open = conflicts.filter(({ at }) => found.some((one) => one.at.join('.') === at))
  return page(
    t('builder.difference-title'),
    <>
      <Heading level={1}>{t('builder.difference-title')}</Heading>
      <Text>
        <Link href={paths.programmeDraft.one(draft.id)}>{t('builder.back')}</Link>
      </Text>
      <Text lead>{t('builder.difference-lead', { version: base.version })}</Text>
      <ErrorSummary state={{ t, form: request.form, problem }} />
      {open.length > 0 && (
        <Notice tone="attention" title={t('builder.conflicts', { count: open.length })}>
          <Text>{t('builder.conflicts-lead')}</Text>
          {open.map(({ at, base: was, theirs, ours }) => {
            const say = (value: unknown) => sayValue(t, definition, placeOf(at), value)
            return (
              <Summary
                key={at}
                rows={[
                  [t('builder.conflict-where'), sayPlace(t, definition, placeOf(at))],
                  [t('builder.conflict-base'), say(was)],
                  [t('builder.conflict-theirs'), say(theirs)],
                  [t('builder.conflict-ours'), say(ours)],
                ]}
              />
            )
          })}
        </Notice>
      )}
      {found.length === 0 ? (
        <Empty title={t('builder.difference-none')} />
      ) : (
        <DifferenceTable
          t={t}
          from={base}
          to={definition}
          differences={found}
          headings={[t('builder.conflict-theirs'), t('builder.conflict-ours')]}
          {...(draft.state === 'draft'
            ? {
                act: (at: string) => (
                  <form method="post" action={paths.programmeDraft.difference(draft.id)}>
                    <input type="hidden" name="key" value={request.newKey()} />
                    <input type="hidden" name="version" value={String(draft.lockVersion)} />
                    <input type="hidden" name="at" value={at} />
                    <button type="submit" class="utrecht-button utrecht-button--secondary-action">
                      {t('builder.take-theirs')}
                    </button>
                  </form>
                ),
              }
            : {})}
        />
      )}
    </>,
    { place: paths.programme.list() },
  )
}

async function take({ context, actor, form, params }: StaffRequest): Promise<Answer> {
  const id = params.id ?? ''
  await changeProgrammeDraft(
    context,
    actor,
    {
      id,
      version: Number(form.text('version')) || 0,
      edit: { do: 'take', at: form.text('at') },
      source: { prov: 'proposal' },
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.programmeDraft.difference(id), 'builder.said.taken')
}

/** What a draft says differently from what it was copied from; each difference can be taken back. */
export const draftDifferenceRoutes: readonly Route[] = [
  staffRoute({
    path: paths.programmeDraft.difference(':id'),
    who: draftMakers,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => take(request),
        (problem) => show({ ...request, form: formOf(null) }, problem),
      ),
  }),
]
