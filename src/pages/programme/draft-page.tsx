import { type BuilderPart, builderParts } from '#domain/programme/definition-parts.ts'
import { openValues } from '#domain/programme/open-values.ts'
import { writeProgrammeFile } from '#domain/programme/programme-file.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Summary, Table, Tag, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { draftMakers } from '#pages/programme/draft-makers.ts'
import { Problems } from '#pages/programme/problems.tsx'
import { sayPlace, sayProvenance } from '#pages/programme/say-definition.ts'
import type { T } from '#pages/words/words.ts'
import { NotFound } from '#usecases/failure.ts'
import { type ProgrammeDraft, readProgrammeDraft } from '#usecases/programme/read-programme-draft.ts'
import { stepProgrammeDraft } from '#usecases/programme/step-programme-draft.ts'

async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t, params, form } = request
  const draft = await readProgrammeDraft(context, actor, { id: params.id ?? '' })
  const { definition } = draft
  const title = definition?.label[t.language] ?? draft.programmeId
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text>
        <Tag tone={draft.state === 'published' ? 'done' : 'info'}>{t(`builder.state.${draft.state}`)}</Tag>{' '}
        {t('builder.version', { version: draft.version })}
      </Text>
      {draft.state === 'draft' && <Text lead>{t('builder.lead')}</Text>}
      {draft.changes[0]?.what === 'sent-back' && (
        <Notice tone="attention" title={t('builder.sent-back', { name: draft.changes[0].by ?? '—' })}>
          <Text>{draft.changes[0].why}</Text>
        </Notice>
      )}
      <Problems t={t} definition={definition} problems={draft.problems} />
      {draft.state === 'draft' && definition && <Parts t={t} draft={draft} />}
      <Heading>{t('builder.look')}</Heading>
      <ul class="naast-plain-list">
        {definition && (
          <li>
            <Link href={paths.programmeDraft.effect(draft.id)}>{t('builder.effect')}</Link>
          </li>
        )}
        {draft.base !== null && (
          <li>
            <Link href={paths.programmeDraft.difference(draft.id)}>
              {t('builder.difference', { count: draft.differences.length })}
            </Link>
          </li>
        )}
        <li>
          <Link href={paths.programmeDraft.file(draft.id)}>{t('builder.file')}</Link>
        </li>
      </ul>
      {draft.state === 'review' && (
        <Notice title={t('builder.waits')}>
          <Text>{t(draft.mayDecide ? 'builder.you-decide' : 'builder.other-decides')}</Text>
          <Buttons>
            <ButtonLink href={paths.programmeDraft.decide(draft.id)}>{t('builder.to-decision')}</ButtonLink>
          </Buttons>
        </Notice>
      )}
      {(draft.state === 'draft' || draft.state === 'review') && (
        <PostForm
          state={{ t, form, problem }}
          submissionKey={form.key ?? request.newKey()}
          action={paths.programmeDraft.step(draft.id)}
        >
          <input type="hidden" name="version" value={String(draft.lockVersion)} />
          <Buttons>
            {draft.state === 'draft' && (
              <SubmitButton name="step" value="submit">
                {t('builder.submit')}
              </SubmitButton>
            )}
            <SubmitButton kind="secondary" name="step" value="withdraw">
              {t('builder.withdraw')}
            </SubmitButton>
          </Buttons>
        </PostForm>
      )}
      <Decided t={t} draft={draft} zone={request.host.zone} />
      <Changes t={t} draft={draft} zone={request.host.zone} />
    </>,
    { place: paths.programme.list() },
  )
}

const Parts = ({ t, draft: { id, definition, problems } }: { t: T; draft: ProgrammeDraft }) => (
  <ol class="naast-plain-list">
    {(Object.keys(builderParts) as BuilderPart[]).map((part) => {
      const keys: readonly string[] = builderParts[part]
      const open = keys.reduce((sum, key) => sum + openValues(Reflect.get(definition ?? {}, key)), 0)
      const wrong = problems.filter(({ field }) => keys.includes(field.split('.')[0] ?? '')).length
      return (
        <li key={part}>
          <Link href={paths.programmeDraft.part(id, part)}>{t(`builder.part.${part}`)}</Link>{' '}
          {wrong > 0 && <Tag tone="danger">{t('builder.wrong-in-part', { count: wrong })}</Tag>}{' '}
          {open > 0 && <Tag tone="attention">{t('builder.to-confirm', { count: open })}</Tag>}
        </li>
      )
    })}
  </ol>
)

const Decided = ({ t, draft, zone }: { t: T; draft: ProgrammeDraft; zone: string }) =>
  draft.state !== 'published' ? null : (
    <Summary
      rows={[
        [t('builder.made-by'), draft.madeBy],
        [t('builder.approved-by'), draft.decidedBy],
        [t('builder.approved-on'), draft.decidedAt && t.longDay(dayOf(draft.decidedAt, zone))],
        [t('builder.approved-why'), draft.decidedWhy],
        [t('builder.checksum'), draft.checksum && <code class="naast-sum">{draft.checksum}</code>],
      ]}
    />
  )

const dayOf = (at: Temporal.Instant, zone: string) => at.toZonedDateTimeISO(zone).toPlainDate()

const Changes = ({ t, draft, zone }: { t: T; draft: ProgrammeDraft; zone: string }) => (
  <details class="naast-more">
    <summary>{t('builder.changes', { count: draft.changes.length })}</summary>
    <Table
      caption={t('builder.changes-caption')}
      rows={draft.changes}
      empty=""
      columns={[
        {
          heading: t('builder.change-what'),
          cell: ({ at, what }) =>
            at === ''
              ? t(`builder.change.${what}`)
              : `${t(`builder.change.${what}`)}: ${at
                  .split(', ')
                  .map((place) =>
                    draft.definition ? sayPlace(t, draft.definition, place.split('.')) : place,
                  )
                  .join('; ')}`,
        },
        { heading: t('builder.change-who'), cell: ({ by }) => by ?? '—' },
        {
          heading: t('builder.change-when'),
          cell: ({ when }) => t.longDay(dayOf(Temporal.Instant.from(when), zone)),
        },
        {
          heading: t('builder.change-why'),
          cell: ({ prov, ref, why }) =>
            [
              prov &&
                sayProvenance(t, draft.definition ?? { sources: {} }, { prov, ...(ref ? { ref } : {}) }),
              why,
            ]
              .filter(Boolean)
              .join('. '),
        },
      ]}
    />
  </details>
)

async function step({ context, actor, form, params }: StaffRequest): Promise<Answer> {
  const asked = form.text('step') === 'withdraw' ? 'withdraw' : 'submit'
  const id = params.id ?? ''
  await stepProgrammeDraft(
    context,
    actor,
    { id, version: Number(form.text('version')) || 0, step: asked },
    form.key ? { key: form.key } : undefined,
  )
  return asked === 'withdraw'
    ? seeOther(paths.programme.list(), 'builder.said.withdrawn')
    : seeOther(paths.programmeDraft.one(id), 'builder.said.submitted')
}

/** One version in the making: its parts, what doesn't fit yet, and what was done to it. */
export const draftRoutes: readonly Route[] = [
  staffRoute({
    path: paths.programmeDraft.one(':id'),
    who: draftMakers,
    get: (request) => show(request),
  }),
  staffRoute({
    path: paths.programmeDraft.step(':id'),
    who: draftMakers,
    post: (request) =>
      attempt(
        () => step(request),
        (problem) => show({ ...request, form: formOf(null) }, problem),
      ),
  }),
  staffRoute({
    path: paths.programmeDraft.file(':id'),
    who: draftMakers,
    async get({ context, actor, params }) {
      const { definition, programmeId, version } = await readProgrammeDraft(context, actor, {
        id: params.id ?? '',
      })
      if (!definition) throw new NotFound()
      return {
        kind: 'file',
        name: `${programmeId}-${version}.json`,
        type: 'application/json; charset=utf-8',
        body: writeProgrammeFile(definition, (text) => context.digest(text).toString('hex')),
      }
    },
  }),
]
