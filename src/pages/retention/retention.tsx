import { legalRegimes, retentionGrounds, retentionTerms } from '#domain/erasure/retention-terms.ts'
import { fileNumber } from '#pages/erasure/erasure-list.tsx'
import { Buttons, Checkboxes, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Card, Heading, Link, Notice, Summary, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { answerRetention } from '#usecases/erasure/answer-retention.ts'
import { askRetention } from '#usecases/erasure/ask-retention.ts'
import { type RetentionPage, readRetention } from '#usecases/erasure/read-retention.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'

const ways = ['by_itself', 'by_hand'] as const

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const found = await readRetention(context, actor, {})
  const state: FormState = { t, form: request.form, problem }
  return page(
    t('retention.title'),
    <>
      <Heading level={1}>{t('retention.title')}</Heading>
      <Text lead>{t(found.acts ? 'retention.acts' : 'retention.acts-not')}</Text>
      <Notice title={t('retention.confirm')}>
        <Text>{t('retention.confirm-text')}</Text>
      </Notice>
      {found.officer && <Hidden t={t} hidden={found.hidden} />}
      {found.officer && <Report t={t} report={found.report} />}
      <Settings request={request} settings={found.settings} />
      {!found.settings.some((one) => one.state === 'asked') && (
        <section>
          <Heading>{t('retention.ask')}</Heading>
          <Text>{t('retention.ask-text')}</Text>
          <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
            <Radios
              state={state}
              name="acts"
              label={t('retention.way')}
              options={ways.map((value) => ({ value, label: t(`retention.way.${value}`) }))}
            />
            <Checkboxes
              state={state}
              name="regimes"
              label={t('retention.regimes')}
              hint={t('retention.regimes-hint')}
              options={legalRegimes.map((value) => ({ value, label: t(`retention.ground.${value}`) }))}
            />
            <Buttons>
              <SubmitButton>{t('retention.do-ask')}</SubmitButton>
            </Buttons>
          </PostForm>
        </section>
      )}
      <Terms t={t} />
      {found.officer && <Link href={paths.erasure.list()}>{t('erasure.title')}</Link>}
    </>,
    { place: paths.retention.list() },
  )
}

const Hidden = ({ t, hidden }: { t: T; hidden: RetentionPage['hidden'] }) => (
  <section>
    <Heading>{t('retention.hidden')}</Heading>
    <Text quiet>{t(hidden.length === 0 ? 'retention.hidden-none' : 'retention.hidden-text')}</Text>
    {hidden.map((one) => (
      <Card
        key={one.id}
        title={t(`retention.subject.${one.subject}`, { number: fileNumber(one.whose) })}
        href={paths.retention.hidden(one.id)}
        tag={one.holds.length > 0 ? <Tag>{t('retention.held')}</Tag> : undefined}
      >
        <Summary
          rows={[
            [t('retention.why'), t(`retention.ground.${one.ground}`)],
            [t('retention.programme'), one.programme?.[t.language] ?? null],
            [t('retention.since'), t.longDay(one.since)],
            one.holds.length > 0 ? null : [t('retention.goes-on'), t.longDay(one.shredOn)],
          ]}
        />
      </Card>
    ))}
  </section>
)

/** What was removed: numbers, and whether the access log says the same. */
const Report = ({ t, report }: { t: T; report: RetentionPage['report'] }) => (
  <section>
    <Heading>{t('retention.report')}</Heading>
    <Text quiet>{t('retention.report-text')}</Text>
    {report.length === 0 && <Text>{t('retention.report-none')}</Text>}
    {report.map(({ day, lines, shredded, logged }) => (
      <div key={day.toString()}>
        <Table
          caption={t.longDay(day)}
          columns={[
            { heading: t('retention.deed'), cell: (line) => t(`retention.deed.${line.deed}`) },
            { heading: t('retention.what'), cell: (line) => t(`retention.kind.${line.subject}`) },
            { heading: t('retention.why'), cell: (line) => t(`retention.ground.${line.ground}`) },
            {
              heading: t('retention.programme'),
              cell: (line) => line.programme?.[t.language] ?? '—',
            },
            { heading: t('retention.count'), cell: (line) => line.count, numeric: true },
            {
              heading: t('retention.files'),
              cell: (line) => (line.deed === 'shredded' ? line.files : '—'),
              numeric: true,
            },
          ]}
          rows={lines}
          empty={null}
        />
        {shredded + logged > 0 && (
          <Text>
            {t(shredded === logged ? 'retention.logged' : 'retention.logged-not', { count: logged })}
          </Text>
        )}
      </div>
    ))}
  </section>
)

const Settings = ({ request, settings }: { request: StaffRequest; settings: RetentionPage['settings'] }) => {
  const { t, form, newKey } = request
  return (
    <section>
      <Heading>{t('retention.settings')}</Heading>
      {settings.length === 0 && <Text quiet>{t('retention.settings-none')}</Text>}
      {settings.map((one) => (
        <Card
          key={one.id}
          title={t(`retention.way.${one.acts}`)}
          tag={
            <Tag tone={one.state === 'asked' ? 'attention' : 'neutral'}>
              {t(`retention.state.${one.state}`)}
            </Tag>
          }
        >
          <Summary
            rows={[
              [
                t('retention.asked-by'),
                t('retention.by-on', { name: one.askedBy, day: t.longDay(one.askedOn) }),
              ],
              [t('retention.answered-by'), one.answeredBy],
              [
                t('retention.regimes'),
                one.regimes.map((regime) => t(`retention.ground.${regime}`)).join(', ') ||
                  t('retention.regimes-none'),
              ],
            ]}
          />
          {(one.may.agree || one.may.withdraw || one.may.stop) && (
            <PostForm
              state={{ t, form, problem: noProblem }}
              submissionKey={newKey()}
              action={paths.retention.setting(one.id)}
            >
              <input type="hidden" name="version" value={one.version} />
              <Buttons>
                {one.may.agree && (
                  <SubmitButton name="step" value="agree">
                    {t('retention.do-agree')}
                  </SubmitButton>
                )}
                {one.may.agree && (
                  <SubmitButton name="step" value="refuse" kind="secondary">
                    {t('retention.do-refuse')}
                  </SubmitButton>
                )}
                {one.may.withdraw && (
                  <SubmitButton name="step" value="withdraw" kind="secondary">
                    {t('retention.do-withdraw')}
                  </SubmitButton>
                )}
                {one.may.stop && (
                  <SubmitButton name="step" value="stop" kind="secondary">
                    {t('retention.do-stop')}
                  </SubmitButton>
                )}
              </Buttons>
            </PostForm>
          )}
        </Card>
      ))}
    </section>
  )
}

/** The terms themselves, each with where it comes from. */
const Terms = ({ t }: { t: T }) => (
  <section>
    <Heading>{t('retention.terms')}</Heading>
    <Table
      caption={t('retention.terms')}
      alone
      columns={[
        { heading: t('retention.why'), cell: (ground) => t(`retention.ground.${ground}`) },
        { heading: t('retention.long'), cell: (ground) => long(t, ground) },
        {
          heading: t('retention.source'),
          cell: (ground) => sourceWords(t, ground),
        },
      ]}
      rows={retentionGrounds}
      empty={null}
    />
  </section>
)

function sourceWords(t: T, ground: (typeof retentionGrounds)[number]): string {
  if (ground === 'programme') return t('retention.in-programme')
  const { authority, proposal } = retentionTerms[ground]
  if (!proposal) return authority ?? ''
  return authority ? t('retention.proposal-after', { authority }) : t('retention.proposal')
}

function long(t: T, ground: (typeof retentionGrounds)[number]): string {
  if (ground === 'programme') return '—'
  const { length, from } = retentionTerms[ground]
  const how =
    'years' in length
      ? t('retention.years', { count: length.years })
      : t('retention.weeks', { count: length.weeks })
  return `${how}, ${t(`retention.from.${from}`)}`
}

async function ask({ context, actor, form }: StaffRequest) {
  const acts = ways.find((one) => one === form.text('acts'))
  if (!acts) throw new Invalid({ acts: 'choose-one' })
  const chosen = form.all('regimes')
  const regimes = legalRegimes.filter((one) => chosen.includes(one))
  await askRetention(context, actor, { acts, regimes }, form.key ? { key: form.key } : undefined)
  return seeOther(paths.retention.list(), 'retention.said.asked')
}

async function answer({ context, actor, form, params }: StaffRequest) {
  const step = (['agree', 'refuse', 'withdraw', 'stop'] as const).find((one) => one === form.text('step'))
  if (!step) throw new NotFound()
  const version = Number(form.text('version')) || 0
  await answerRetention(
    context,
    actor,
    { id: params.id ?? '', version, step },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.retention.list(), 'retention.said.answered')
}

const who = ['privacy_officer', 'programme_manager'] as const
export const retentionRoutes: readonly Route[] = [
  staffRoute({
    path: paths.retention.list(),
    who,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => ask(request),
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.retention.setting(':id'),
    who,
    post: (request) =>
      attempt(
        () => answer(request),
        (problem) => show(request, problem),
      ),
  }),
]
