import { ownSheetPolicy } from '#domain/conversation-sheet/own-sheet.ts'
import { instrumentPolicy } from '#domain/instrument/instrument-policy.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { outcomePolicy } from '#domain/outcome/outcome-policy.ts'
import { writeProgrammeFile } from '#domain/programme/programme-file.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Tag, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { draftMakers } from '#pages/programme/draft-makers.ts'
import { OneProgramme, programmeLabel } from '#pages/programme/one-programme.tsx'
import { OutgrownNotice } from '#pages/programme/outgrown-notice.tsx'
import type { T } from '#pages/words/words.ts'
import { bringNewerVersion } from '#usecases/programme/bring-newer-version.ts'
import { listProgrammeShelf } from '#usecases/programme/list-programme-shelf.ts'
import { listProgrammes } from '#usecases/programme/list-programmes.ts'
import { offerProgramme } from '#usecases/programme/offer-programme.ts'
import { readProgramme } from '#usecases/programme/read-programme.ts'
import { stopProgramme } from '#usecases/programme/stop-programme.ts'

const readers = ['coordinator', 'programme_manager', 'administrator', 'safeguarding_lead', 'worker'] as const

async function list({ t, context, actor, newKey }: StaffRequest): Promise<Answer> {
  const makes = isMemberWith(actor, ...draftMakers)
  const shelf = makes ? await listProgrammeShelf(context, actor, {}) : null
  const offered = shelf?.offered ?? (await listProgrammes(context, actor, {}))
  return page(
    t('programme.title'),
    <>
      <Heading level={1}>{t('programme.title')}</Heading>
      <Text lead>{t('programme.lead')}</Text>
      {shelf && (
        <Buttons>
          <ButtonLink href={paths.programmeDraft.begin()}>{t('builder.begin')}</ButtonLink>
          <ButtonLink kind="secondary" href={paths.programmeDraft.import()}>
            {t('builder.import')}
          </ButtonLink>
        </Buttons>
      )}
      {ownSheetPolicy.write(actor) && (
        <p class="utrecht-paragraph">
          <Link href={paths.conversationSheet.list()}>{t('sheet.own-title')}</Link>
        </p>
      )}
      {outcomePolicy.read(actor) && (
        <p class="utrecht-paragraph">
          <Link href={paths.outcome.list()}>{t('outcome.title')}</Link>
        </p>
      )}
      {instrumentPolicy.read(actor) && (
        <p class="utrecht-paragraph">
          <Link href={paths.instrument.list()}>{t('instrument.title')}</Link>
        </p>
      )}
      {matchingMeetingPolicy.countChoices(actor) && (
        <p class="utrecht-paragraph">
          <Link href={paths.meeting.choices()}>{t('matching.choices')}</Link>
        </p>
      )}
      {shelf?.outgrown.map((one) => (
        <OutgrownNotice key={`${one.id} ${one.version}`} t={t} outgrown={one} />
      ))}
      {shelf?.newer.map(({ id, programmeId, label, variantLabel, copiedFrom, original }) => (
        <Notice
          key={id}
          title={t('builder.newer', {
            name: programmeLabel(t, original),
            version: original.version,
          })}
        >
          <Text>
            {t('builder.newer-text', {
              name: draftLabel(t, label, variantLabel) ?? programmeId,
              version: copiedFrom,
            })}
          </Text>
          <form method="post" action={paths.programmeDraft.newer(id)}>
            <input type="hidden" name="key" value={newKey()} />
            <button type="submit" class="utrecht-button utrecht-button--secondary-action">
              {t('builder.newer-look')}
            </button>
          </form>
        </Notice>
      ))}
      {shelf && shelf.drafts.length > 0 && (
        <>
          <Heading>{t('builder.drafts')}</Heading>
          <ul class="naast-plain-list">
            {shelf.drafts.map((draft) => (
              <li key={draft.id}>
                <Link href={paths.programmeDraft.one(draft.id)}>
                  {draftLabel(t, draft.label, draft.variantLabel) ?? draft.programmeId}
                </Link>{' '}
                <Tag tone={draft.state === 'review' ? 'attention' : 'info'}>
                  {t(`builder.state.${draft.state}`)}
                </Tag>
                <Text quiet>{t('builder.version', { version: draft.version })}</Text>
              </li>
            ))}
          </ul>
        </>
      )}
      {shelf && <Heading>{t('builder.offered')}</Heading>}
      <Programmes t={t} programmes={offered} />
      {shelf && shelf.notOffered.length > 0 && (
        <>
          <Heading>{t('builder.not-offered')}</Heading>
          <Programmes t={t} programmes={shelf.notOffered} />
        </>
      )}
    </>,
  )
}

const draftLabel = (t: T, label: Words | null, variant: Words | null): string | null =>
  label && [label[t.language], variant?.[t.language]].filter(Boolean).join(', ')

const Programmes = ({ t, programmes }: { t: T; programmes: Awaited<ReturnType<typeof listProgrammes>> }) => (
  <ul class="naast-plain-list">
    {programmes.map((programme) => (
      <li key={programme.id}>
        <Link href={paths.programme.one(programme.id)}>{programmeLabel(t, programme)}</Link>
        <Text quiet>{programme.summary[t.language]}</Text>
      </li>
    ))}
  </ul>
)

async function one(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { t, context, actor, params, query, form } = request
  const { definition, versions, offered, outgrown } = await readProgramme(context, actor, {
    programmeId: (params.programme ?? '').slice(0, 60),
    version: query.get('version')?.slice(0, 20) ?? null,
  })
  const { id, version } = definition
  return page(
    programmeLabel(t, definition),
    <>
      <Heading level={1}>{programmeLabel(t, definition)}</Heading>
      <Text>
        {offered?.version === version ? (
          <Tag tone="done">{t('builder.is-offered')}</Tag>
        ) : (
          <Tag>{t('builder.is-not-offered')}</Tag>
        )}
      </Text>
      {outgrown && isMemberWith(actor, ...draftMakers) && <OutgrownNotice t={t} outgrown={outgrown} />}
      {isMemberWith(actor, ...draftMakers) && (
        <PostForm
          state={{ t, form, problem }}
          submissionKey={form.key ?? request.newKey()}
          action={paths.programme.offer(id)}
        >
          <input type="hidden" name="version" value={version} />
          <Buttons>
            {offered?.version === version ? (
              <SubmitButton kind="secondary" name="do" value="stop">
                {t('builder.stop-offering')}
              </SubmitButton>
            ) : outgrown ? null : (
              <SubmitButton name="do" value="offer">
                {t(offered ? 'builder.offer-instead' : 'builder.offer', { version: offered?.version ?? '' })}
              </SubmitButton>
            )}
            <ButtonLink
              kind="secondary"
              href={`${paths.programmeDraft.begin()}?from=${id}&version=${version}`}
            >
              {t('builder.copy')}
            </ButtonLink>
            <ButtonLink kind="secondary" href={`${paths.programme.file(id)}?version=${version}`}>
              {t('builder.file')}
            </ButtonLink>
          </Buttons>
        </PostForm>
      )}
      {versions.length > 1 && (
        <Text>
          <Link href={paths.programme.versions(id)}>{t('builder.versions', { count: versions.length })}</Link>
        </Text>
      )}
      {outcomePolicy.read(actor) && (
        <Text>
          <Link href={paths.outcome.programme(id)}>{t('outcome.title')}</Link>
        </Text>
      )}
      <OneProgramme t={t} programme={definition} />
    </>,
    { place: paths.programme.list() },
  )
}

async function bring({ context, actor, form, params }: StaffRequest): Promise<Answer> {
  const { draftId, conflicts } = await bringNewerVersion(
    context,
    actor,
    { id: params.id ?? '' },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(
    paths.programmeDraft.difference(draftId),
    conflicts > 0 ? 'builder.said.conflicts' : 'builder.said.brought',
  )
}

async function offer({ context, actor, form, params }: StaffRequest): Promise<Answer> {
  const programmeId = (params.programme ?? '').slice(0, 60)
  const key = form.key ? { key: form.key } : undefined
  if (form.text('do') === 'stop') {
    await stopProgramme(context, actor, { programmeId }, key)
    return seeOther(paths.programme.one(programmeId), 'builder.said.stopped')
  }
  await offerProgramme(context, actor, { programmeId, version: form.text('version').slice(0, 20) }, key)
  return seeOther(paths.programme.one(programmeId), 'builder.said.offered')
}

/** The programmes as data, for anybody who works with them: what is prescribed, on whose word, and what is offered. */
export const programmeRoutes: readonly Route[] = [
  staffRoute({ path: paths.programme.list(), who: readers, get: list }),
  staffRoute({ path: paths.programme.one(':programme'), who: readers, get: (request) => one(request) }),
  staffRoute({
    path: paths.programmeDraft.newer(':id'),
    who: draftMakers,
    post: (request) => bring(request),
  }),
  staffRoute({
    path: paths.programme.offer(':programme'),
    who: draftMakers,
    post: (request) =>
      attempt(
        () => offer(request),
        (problem) => one({ ...request, form: formOf(null) }, problem),
      ),
  }),
  staffRoute({
    path: paths.programme.file(':programme'),
    who: readers,
    async get({ context, actor, params, query }) {
      const { definition } = await readProgramme(context, actor, {
        programmeId: (params.programme ?? '').slice(0, 60),
        version: query.get('version')?.slice(0, 20) ?? null,
      })
      return {
        kind: 'file',
        name: `${definition.id}-${definition.version}.json`,
        type: 'application/json; charset=utf-8',
        body: writeProgrammeFile(definition, (text) => context.digest(text).toString('hex')),
      }
    },
  }),
]
