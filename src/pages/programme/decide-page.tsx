import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { settledFields } from '#domain/programme/definition-parts.ts'
import { Buttons, Checkboxes, type FormState, PostForm, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { DifferenceTable } from '#pages/programme/difference-table.tsx'
import { draftMakers } from '#pages/programme/draft-makers.ts'
import { OneProgramme } from '#pages/programme/one-programme.tsx'
import { NotFound } from '#usecases/failure.ts'
import { decideProgrammeDraft } from '#usecases/programme/decide-programme-draft.ts'
import { readProgrammeDraft } from '#usecases/programme/read-programme-draft.ts'

async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t, params, form } = request
  const draft = await readProgrammeDraft(context, actor, { id: params.id ?? '' })
  const { definition } = draft
  if (!definition || draft.state !== 'review') throw new NotFound()
  const state: FormState = { t, form, problem }
  const base = draft.base as ProgrammeDefinition | null
  const found = draft.differences.filter(({ at }) => !settledFields.includes(at[0] ?? ''))
  return page(
    t('builder.decide'),
    <>
      <Heading level={1}>{t('builder.decide')}</Heading>
      <Text>
        <Link href={paths.programmeDraft.one(draft.id)}>{t('builder.back')}</Link>
      </Text>
      <Summary
        rows={[
          [t('builder.name'), definition.label[t.language]],
          [t('builder.version-label'), draft.version],
          [t('builder.made-by'), draft.madeBy],
        ]}
      />
      {base && found.length > 0 && (
        <DifferenceTable
          t={t}
          from={base}
          to={definition}
          differences={found}
          headings={[t('builder.was'), t('builder.becomes')]}
        />
      )}
      <details class="naast-more" open={base === null}>
        <summary>{t('builder.whole')}</summary>
        <OneProgramme t={t} programme={definition} />
      </details>
      {draft.mayDecide ? (
        <PostForm
          state={state}
          submissionKey={form.key ?? request.newKey()}
          action={paths.programmeDraft.decide(draft.id)}
        >
          <input type="hidden" name="version" value={String(draft.lockVersion)} />
          <TextArea
            state={state}
            name="why"
            label={t('builder.decide-why')}
            hint={t('builder.decide-why-hint')}
            rows={3}
          />
          <Checkboxes
            state={state}
            name="offer"
            label={t('builder.decide-offer')}
            options={[{ value: 'yes', label: t('builder.decide-offer-yes') }]}
          />
          <Buttons>
            <SubmitButton name="decision" value="publish">
              {t('builder.publish')}
            </SubmitButton>
            <SubmitButton kind="secondary" name="decision" value="send-back">
              {t('builder.send-back')}
            </SubmitButton>
          </Buttons>
        </PostForm>
      ) : (
        <Notice title={t('builder.other-decides')} />
      )}
    </>,
    { place: paths.programme.list() },
  )
}

async function decide({ context, actor, form, params }: StaffRequest): Promise<Answer> {
  const { state, programmeId } = await decideProgrammeDraft(
    context,
    actor,
    {
      id: params.id ?? '',
      version: Number(form.text('version')) || 0,
      decision: form.text('decision') === 'send-back' ? 'send-back' : 'publish',
      why: form.optional('why'),
      offer: form.checked('offer'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return state === 'published'
    ? seeOther(paths.programme.one(programmeId), 'builder.said.published')
    : seeOther(paths.programmeDraft.one(params.id ?? ''), 'builder.said.sent-back')
}

/** Where a second person approves a version, or sends it back. */
export const decideDraftRoutes: readonly Route[] = [
  staffRoute({
    path: paths.programmeDraft.decide(':id'),
    who: draftMakers,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => decide(request),
        (problem) => show(request, problem),
      ),
  }),
]
