import { mayStepChildRequest } from '#domain/child-request/child-request.ts'
import { DocumentCard } from '#pages/document/document-list.tsx'
import { ButtonLink, Card, Heading, Link, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { readChildCopy } from '#usecases/child-request/read-child-copy.ts'
import { readChildRequest } from '#usecases/child-request/read-child-request.ts'

export type OneRequest = Awaited<ReturnType<typeof readChildRequest>>
/** What brings it on; ending and more time stand apart. */
export const forwardSteps = ['identify', 'authorise', 'find_safe', 'prepare', 'approve', 'deliver'] as const

export const readOne = ({ context, actor, params }: StaffRequest): Promise<OneRequest> =>
  readChildRequest(context, actor, { id: params.id ?? '' })

async function show(request: StaffRequest) {
  const { t } = request
  const one = await readOne(request)
  const { id, asked, may } = one
  const open = forwardSteps.filter((step) => may.some((able) => able === step))
  // Writing the copy once more is possible for long; it is what comes next only once.
  const next = open.find((step) => step !== 'prepare' || one.state === 'safe')
  const others = open.filter((step) => step !== next)
  return page(
    t('child-request.one'),
    <>
      <Heading level={1}>{t('child-request.one')}</Heading>
      <Text lead>
        {asked?.name ?? t('child-request.erased')}{' '}
        <Tag tone={next ? 'attention' : 'neutral'}>{t(`child-request.state.${one.state}`)}</Tag>
      </Text>
      <Asked t={t} one={one} />
      <Heading>{t('child-request.next')}</Heading>
      {next || !mayGoOn(one) ? null : <Text>{t(waiting(one))}</Text>}
      <p class="naast-actions">
        {next && (
          <ButtonLink href={paths.childRequest.step(id, next)}>{t(`child-request.${next}`)}</ButtonLink>
        )}
        {others.map((step) => (
          <ButtonLink key={step} href={paths.childRequest.step(id, step)} kind="secondary">
            {t(`child-request.${step}`)}
          </ButtonLink>
        ))}
        {may.includes('refuse') && (
          <ButtonLink href={paths.childRequest.step(id, 'end')} kind="secondary">
            {t('child-request.end')}
          </ButtonLink>
        )}
        {one.mayExtend && (
          <ButtonLink href={paths.childRequest.step(id, 'extend')} kind="secondary">
            {t('child-request.extend')}
          </ButtonLink>
        )}
        <ButtonLink href={paths.childRequest.answer()} kind="secondary">
          {t('child-request.answer')}
        </ButtonLink>
      </p>
      {(one.mayAddAuthority || one.papers.length > 0) && (
        <section>
          <Heading>{t('document.authority-title')}</Heading>
          {one.papers.length === 0 && <Text quiet>{t('document.authority-none')}</Text>}
          {one.papers.map((paper) => (
            <DocumentCard key={paper.id} t={t} today={request.today} one={paper} level={3} />
          ))}
          {one.mayAddAuthority && (
            <p class="naast-actions">
              <ButtonLink href={paths.document.addAuthority(id)} kind="secondary">
                {t('document.add-authority')}
              </ButtonLink>
            </p>
          )}
        </section>
      )}
      <Notice title={t('child-request.confirm')}>
        <Text>{t('child-request.confirm-terms')}</Text>
      </Notice>
      <Heading>{t('child-request.history')}</Heading>
      {one.steps.map((step) => (
        <Card key={step.id} level={3} title={t(`child-request.step.${step.kind}`)}>
          <Text quiet>{t('child-request.step-by', { day: t.longDay(step.on), name: step.by ?? '—' })}</Text>
          {codeWords(t, step) && <Text>{codeWords(t, step)}</Text>}
          {step.words && <Text>{step.words}</Text>}
        </Card>
      ))}
      <Link href={paths.childRequest.list()}>{t('child-request.title')}</Link>
    </>,
    { place: paths.childRequest.list() },
  )
}

const mayGoOn = ({ state }: OneRequest): boolean =>
  forwardSteps.some((step) => mayStepChildRequest(state, step))
const waiting = ({ state, approvals }: OneRequest) =>
  state === 'authorised'
    ? 'child-request.wait.safety'
    : state === 'prepared' && approvals > 0
      ? 'child-request.wait.other-approval'
      : 'child-request.wait.handle'

const kinds = {
  identify: 'identity',
  authorise: 'proof',
  find_safe: 'hears',
  deliver: 'way',
  refuse: 'reason',
}
function codeWords(t: T, { kind, code }: OneRequest['steps'][number]): string | null {
  const key = `child-request.${kinds[kind as keyof typeof kinds]}.${code}`
  return code && t.has(key) ? t(key) : null
}

/** What was asked, in his words; none of it is held to be true. */
const Asked = ({ t, one }: { t: T; one: OneRequest }) => {
  const { asked } = one
  const who = `child-request.requester.${one.requester}`
  return (
    <Summary
      rows={[
        t.has(who) ? [t('child-request.requester'), t(who)] : null,
        asked && [t('child-request.reach'), asked.reach],
        asked && [
          t('child-request.given'),
          [asked.child.given, asked.child.family].filter(Boolean).join(' '),
        ],
        asked && [t('child-request.born-on'), t.longDay(asked.childBornOn)],
        asked?.remark ? [t('child-request.remark'), asked.remark] : null,
        [t('child-request.received-on'), t.longDay(one.receivedOn)],
        mayGoOn(one) ? [t('child-request.answer-by'), t.longDay(one.answerBy)] : null,
        one.approvals > 0
          ? [t('child-request.approvals'), t('child-request.approvals-of', { count: one.approvals })]
          : null,
      ]}
    />
  )
}

/** What everybody gets who asks, whatever we hold and whatever was decided: not a word of it depends on that. */
async function answer({ t }: StaffRequest) {
  return page(
    t('child-request.paper.answer-title'),
    ([1, 2, 3, 4] as const).map((at) => <p key={at}>{t(`child-request.paper.answer-${at}`)}</p>),
    { frame: 'paper' },
  )
}

async function copy({ context, actor, t, params }: StaffRequest) {
  const { given, bornOn, lines } = await readChildCopy(context, actor, { id: params.id ?? '' })
  return page(
    t('child-request.paper.copy-title'),
    <>
      <p>{given}</p>
      {bornOn && <p>{t('child-request.paper.born-on', { day: t.longDay(bornOn) })}</p>}
      {lines.map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </>,
    { frame: 'paper' },
  )
}

const who = ['privacy_officer', 'safeguarding_lead'] as const
export const oneChildRequestRoutes: readonly Route[] = [
  staffRoute({ path: paths.childRequest.one(':id'), who, get: show }),
  staffRoute({ path: paths.childRequest.answer(), who, get: answer }),
  staffRoute({ path: paths.childRequest.copy(':id'), who, get: copy }),
]
