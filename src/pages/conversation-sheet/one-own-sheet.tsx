import { writtenFromRight } from '#domain/conversation-sheet/conversation-sheet.ts'
import {
  Languages,
  languageBeside,
  momentName,
  Sheet,
  WatchFor,
} from '#pages/conversation-sheet/sheet-view.tsx'
import { Buttons, ErrorSummary, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Summary, Table, Tag, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { endOwnSheet } from '#usecases/conversation-sheet/end-own-sheet.ts'
import { publishOwnSheet } from '#usecases/conversation-sheet/publish-own-sheet.ts'
import { type OwnSheetPage, readOwnSheet } from '#usecases/conversation-sheet/read-own-sheet.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''
const numberOf = ({ query }: StaffRequest): number | null =>
  /^[1-9]\d{0,4}$/.test(query.get('version') ?? '') ? Number(query.get('version')) : null

/** One sheet as it will lie on the table, in one of its versions, with what changed since the one before. */
async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t, form, query, newKey } = request
  const one = await readOwnSheet(context, actor, { id: idOf(request), number: numberOf(request) })
  const here = paths.conversationSheet.one(one.id)
  const beside = languageBeside(one.content, t.language, query.get('beside'), [])
  const state = { t, form, problem }
  const newest = one.versions.at(-1)?.number === one.number
  return page(
    t('sheet.own'),
    <>
      <Heading level={1}>{t('sheet.own')}</Heading>
      <ErrorSummary state={state} />
      <Summary
        rows={[
          [t('sheet.moment'), momentName(t, one.content.moment)],
          [
            t('sheet.version'),
            <>
              {one.number}{' '}
              <Tag tone={one.state === 'draft' ? 'attention' : 'done'}>{t(`sheet.state.${one.state}`)}</Tag>
            </>,
          ],
          one.licence ? [t('sheet.licence.holder'), one.licence.holder] : null,
          one.licence ? [t('sheet.licence.until'), t.longDay(one.licence.until)] : null,
        ]}
      />
      <Languages
        t={t}
        shown={{ sheet: one.content, beside, mayGoHome: one.content.mayGoHome }}
        href={(language) =>
          `${here}?${new URLSearchParams({ version: String(one.number), beside: language ?? 'none' })}`
        }
      />
      <Sheet t={t} shown={{ sheet: one.content, beside, mayGoHome: one.content.mayGoHome }} />
      <WatchFor t={t} sheet={one.content} />
      {one.ended ? (
        <Text>{t('sheet.ended')}</Text>
      ) : (
        <>
          {newest && (
            <p class="naast-actions">
              <ButtonLink href={paths.conversationSheet.write(one.id)} kind="secondary">
                {t(one.state === 'draft' ? 'sheet.write' : 'sheet.write-new')}
              </ButtonLink>
            </p>
          )}
          {one.state === 'draft' && (
            <PostForm
              state={{ t, form, problem: noProblem }}
              submissionKey={newKey()}
              action={paths.conversationSheet.publish(one.id)}
            >
              <input type="hidden" name="number" value={one.number} />
              <input type="hidden" name="version" value={one.version} />
              <Text>{t('sheet.publish-text')}</Text>
              <Buttons>
                <SubmitButton>{t('sheet.publish')}</SubmitButton>
              </Buttons>
            </PostForm>
          )}
        </>
      )}
      <Changed request={request} one={one} />
      <Versions request={request} one={one} />
      {!one.ended && (
        <PostForm
          state={{ t, form, problem: noProblem }}
          submissionKey={newKey()}
          action={paths.conversationSheet.end(one.id)}
        >
          <Buttons>
            <SubmitButton kind="secondary">{t('sheet.end')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
      <Link href={paths.conversationSheet.list()}>{t('sheet.own-title')}</Link>
    </>,
    { place: paths.programme.list() },
  )
}

interface Props {
  readonly request: StaffRequest
  readonly one: OwnSheetPage
}

/** Line by line what came and went, each with a word before it. */
const Changed = ({ request: { t }, one: { changed } }: Props) =>
  changed === null ? null : (
    <Notice title={t('sheet.changed-since', { number: changed.since })}>
      {changed.differences.length === 0 && <Text>{t('sheet.changed-nothing')}</Text>}
      {changed.differences.map(({ language, part, gone, come }) => {
        const dir = writtenFromRight.includes(language) ? 'rtl' : 'ltr'
        return (
          <section key={`${language} ${part}`}>
            <Heading level={3}>
              {t.languageName(language)}: {t(`sheet.part.${part}`)}
            </Heading>
            {gone.map((line) => (
              <p key={line}>
                {t('sheet.gone')}:{' '}
                <del lang={language} dir={dir}>
                  {line}
                </del>
              </p>
            ))}
            {come.map((line) => (
              <p key={line}>
                {t('sheet.come')}:{' '}
                <ins lang={language} dir={dir}>
                  {line}
                </ins>
              </p>
            ))}
          </section>
        )
      })}
    </Notice>
  )

const Versions = ({ request: { t }, one }: Props) => (
  <Table
    caption={t('sheet.versions')}
    rows={one.versions}
    empty={null}
    columns={[
      {
        heading: t('sheet.version'),
        cell: ({ number }) =>
          number === one.number ? (
            <strong>{number}</strong>
          ) : (
            <Link href={`${paths.conversationSheet.one(one.id)}?version=${number}`}>{String(number)}</Link>
          ),
      },
      {
        heading: t('sheet.column.state'),
        cell: ({ number, state, publishedOn }) =>
          number === one.live
            ? t('sheet.live-now')
            : publishedOn
              ? t('sheet.published-on', { day: t.longDay(publishedOn) })
              : t(`sheet.state.${state}`),
      },
      { heading: t('sheet.written-by'), cell: ({ writtenBy }) => writtenBy },
    ]}
  />
)

const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

async function publish(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const { id } = await publishOwnSheet(
    context,
    actor,
    { id: idOf(request), number: Number(form.text('number')), version: Number(form.text('version')) },
    keyOf(request),
  )
  return seeOther(paths.conversationSheet.one(id), 'sheet.said.published')
}

async function end(request: StaffRequest): Promise<Answer> {
  const { context, actor } = request
  await endOwnSheet(context, actor, { id: idOf(request) }, keyOf(request))
  return seeOther(paths.conversationSheet.list(), 'sheet.said.ended')
}

const who = ['coordinator', 'programme_manager'] as const
const doing = (path: string, doIt: (request: StaffRequest) => Promise<Answer>): Route =>
  staffRoute({
    path,
    who,
    post: (request) =>
      attempt(
        () => doIt(request),
        (problem) => show(request, problem),
      ),
  })
/** Once the licence ended there is nothing to see, and the list says why. */
const toList = async (request: StaffRequest): Promise<Answer> =>
  attempt(
    () => show(request),
    async () => seeOther(paths.conversationSheet.list(), 'sheet.said.licence-ended'),
  )
export const oneOwnSheetRoutes: readonly Route[] = [
  staffRoute({ path: paths.conversationSheet.one(':id'), who, get: toList }),
  doing(paths.conversationSheet.publish(':id'), publish),
  doing(paths.conversationSheet.end(':id'), end),
]
