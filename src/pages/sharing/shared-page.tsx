import { givingUpReasons, type NoticeState } from '#domain/sharing/withdrawal.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Card, Empty, Heading, Link, Summary, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { listSharings } from '#usecases/sharing/list-sharings.ts'
import { readSharedLetter } from '#usecases/sharing/read-letter.ts'
import { readConsentSheet } from '#usecases/sharing/read-sheet.ts'
import { stepSharingNotice } from '#usecases/sharing/step-notice.ts'

type List = Awaited<ReturnType<typeof listSharings>>
type Sharing = List['sharings'][number]
type Notice = List['notices'][number]

const idOf = ({ params }: StaffRequest) => params.id ?? ''
const read = ({ context, actor, params }: StaffRequest) =>
  listSharings(context, actor, { trajectoryId: params.id ?? '' })

/** Who got it: the organisation by name where it is known, else what kind of party it is. */
const whoIs = (t: T, { recipient, organisation }: Pick<Sharing, 'recipient' | 'organisation'>): string =>
  organisation ?? t(`sharing.recipient.${recipient}`)
const itemsOf = (t: T, items: readonly string[]): string =>
  items
    .map((item) => `sharing.item.${item}`)
    .flatMap((key) => (t.has(key) ? t(key) : []))
    .join(', ')

async function show(request: StaffRequest) {
  const { t } = request
  const list = await read(request)
  const open = list.notices.filter(({ mayStep }) => mayStep)
  return page(
    t('sharing.title'),
    <>
      <Heading level={1}>
        {t('sharing.title')}: {list.name}
      </Heading>
      <TrajectoryTabs
        t={t}
        id={list.trajectoryId}
        actor={request.actor}
        current={paths.sharing.list(list.trajectoryId)}
      />
      <Text lead>{t('sharing.lead')}</Text>
      <p class="naast-actions">
        <ButtonLink href={paths.sharing.share(list.trajectoryId)}>{t('sharing.begin')}</ButtonLink>
        <ButtonLink href={paths.consent.list(list.trajectoryId)} kind="secondary">
          {t('sharing.to-consents')}
        </ButtonLink>
        <ButtonLink href={paths.sharing.sheet(list.trajectoryId)} kind="secondary">
          {t('sharing.sheet')}
        </ButtonLink>
      </p>
      {open.length > 0 && (
        <>
          <Heading>{t('sharing.notices')}</Heading>
          <Text>{t('sharing.notices-lead')}</Text>
          {open.map((notice) => (
            <NoticeCard key={notice.id} t={t} id={list.trajectoryId} notice={notice} />
          ))}
        </>
      )}
      {list.sharings.length === 0 && <Empty title={t('sharing.none')} />}
      {list.sharings.map((sharing) => (
        <SharingCard key={sharing.id} t={t} sharing={sharing} />
      ))}
      {list.notices
        .filter(({ mayStep }) => !mayStep)
        .map((notice) => (
          <NoticeCard key={notice.id} t={t} id={list.trajectoryId} notice={notice} />
        ))}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

const SharingCard = ({ t, sharing }: { t: T; sharing: Sharing }) => (
  <Card
    title={whoIs(t, sharing)}
    action={
      (sharing.hasLetter || sharing.file === 'open') && (
        <ButtonLink
          href={sharing.hasLetter ? paths.sharing.letter(sharing.id) : paths.sharing.file(sharing.id)}
          kind="secondary"
        >
          {t(sharing.hasLetter ? 'sharing.letter' : 'sharing.file')}
        </ButtonLink>
      )
    }
  >
    <Summary
      rows={[
        [t('sharing.on'), t.longDay(sharing.on)],
        [t('sharing.items'), itemsOf(t, sharing.items)],
        [t('sharing.by-way'), t(`sharing.way.${sharing.way}`)],
        [
          t('sharing.ground'),
          sharing.legalGround
            ? t(`sharing.ground.${sharing.legalGround}`)
            : sharing.agreedOn && t('sharing.ground.consent', { day: t.longDay(sharing.agreedOn) }),
        ],
      ]}
    />
    {sharing.file === 'closed' && <Text quiet>{t('sharing.file-closed')}</Text>}
  </Card>
)

const tones: Record<NoticeState, Tone> = {
  open: 'attention',
  told: 'info',
  acknowledged: 'done',
  given_up: 'neutral',
}
const NoticeCard = ({ t, id, notice }: { t: T; id: string; notice: Notice }) => (
  <Card
    title={whoIs(t, notice)}
    level={notice.mayStep ? 3 : 2}
    tag={<Tag tone={tones[notice.state]}>{t(`sharing.notice.state.${notice.state}`)}</Tag>}
    action={
      notice.mayStep && (
        <ButtonLink href={paths.sharing.notice(id, notice.id)} kind="secondary">
          {t('sharing.notice.step')}
          <span class="naast-visually-hidden">: {whoIs(t, notice)}</span>
        </ButtonLink>
      )
    }
  >
    <Summary
      rows={[
        [t('sharing.notice.since'), t.longDay(notice.since)],
        notice.toldOn && [t('sharing.notice.told-on'), t.longDay(notice.toldOn)],
        notice.endedOn && [t('sharing.notice.ended-on'), t.longDay(notice.endedOn)],
      ]}
    />
  </Card>
)

/** What came of telling one of them. */
async function showNotice(request: StaffRequest, problem: Problem = noProblem) {
  const { t } = request
  const list = await read(request)
  const notice = list.notices.find(({ id }) => id === request.params.notice)
  if (!notice) throw new NotFound()
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return page(
    t('sharing.notices'),
    <>
      <Heading level={1}>{t('sharing.notices')}</Heading>
      <Text lead>{whoIs(t, notice)}</Text>
      <Text>{t('sharing.notices-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={notice.version} />
        <Radios
          state={state}
          name="step"
          label={t('sharing.notice.step')}
          options={[
            { value: 'tell', label: t('sharing.notice.step.tell') },
            { value: 'acknowledge', label: t('sharing.notice.step.acknowledge') },
            ...givingUpReasons.map((reason) => ({ value: reason, label: t(`sharing.notice.end.${reason}`) })),
          ]}
        />
        <Buttons>
          <SubmitButton>{t('sharing.notice.save')}</SubmitButton>
          <Link href={paths.sharing.list(list.trajectoryId)}>{t('sharing.title')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

async function saveNotice(request: StaffRequest) {
  const { context, actor, form, params } = request
  const said = form.text('step')
  const reason = givingUpReasons.find((one) => one === said) ?? null
  const step = reason ? 'give_up' : (['tell', 'acknowledge'] as const).find((one) => one === said)
  if (!step) throw new Invalid({ step: 'choose-one' })
  await stepSharingNotice(
    context,
    actor,
    {
      trajectoryId: idOf(request),
      id: params.notice ?? '',
      version: Number(form.text('version')) || 0,
      step,
      reason,
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.sharing.list(idOf(request)), 'sharing.said.notice')
}

/** Whoever referred her is the only one who is no party. */
const partyOf = (t: T, party: string | null): string | null => {
  const key = `sharing.recipient.${party ?? 'referrer'}`
  return t.has(key) ? t(key) : null
}

/** Her sheet: what she said yes to and what was told, in her words, with nobody's name on it. */
async function sheet(request: StaffRequest) {
  const { context, actor, t } = request
  const made = await readConsentSheet(context, actor, { trajectoryId: idOf(request) })
  return page(
    t('sharing.paper.title'),
    <>
      <p>{t(made.agreed.length > 0 ? 'sharing.paper.yes' : 'sharing.paper.no-yes')}</p>
      <ul>
        {made.agreed.map(({ party, untilDay, items }, at) => (
          <li key={at}>
            {[
              partyOf(t, party),
              itemsOf(t, items) || null,
              untilDay && t('sharing.paper.until', { day: t.longDay(untilDay) }),
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
      <p>{t(made.told.length > 0 ? 'sharing.paper.heard' : 'sharing.paper.heard-nothing')}</p>
      <ul>
        {made.told.map(({ recipient, items, on }, at) => (
          <li key={at}>
            {[t.longDay(on), t(`sharing.recipient.${recipient}`), itemsOf(t, items)].join(', ')}
          </li>
        ))}
      </ul>
      <p>{t('sharing.paper.back')}</p>
      <p>{t('sharing.paper.all-same')}</p>
    </>,
    { frame: 'paper' },
  )
}

async function letter({ context, actor, t, params }: StaffRequest) {
  const { lines } = await readSharedLetter(context, actor, { id: params.id ?? '' })
  return page(
    t('sharing.letter-title'),
    lines.map((line, at) => <p key={at}>{line}</p>),
    { frame: 'paper' },
  )
}

const who = ['coordinator', 'safeguarding_lead'] as const
export const sharedRoutes: readonly Route[] = [
  staffRoute({ path: paths.sharing.list(':id'), who, get: show }),
  staffRoute({
    path: paths.sharing.notice(':id', ':notice'),
    who,
    get: (request) => showNotice(request),
    post: (request) =>
      attempt(
        () => saveNotice(request),
        (problem) => showNotice(request, problem),
      ),
  }),
  staffRoute({ path: paths.sharing.sheet(':id'), who, get: sheet }),
  staffRoute({ path: paths.sharing.letter(':id'), who, get: letter }),
]
