import { fullName } from '#domain/person/person.ts'
import { ButtonLink, Card, Heading, Link, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { SafeContactTermsSummary } from '#pages/safe-contact/safe-contact-rule.tsx'
import type { T } from '#pages/words/words.ts'
import { readPersonCopy } from '#usecases/person-request/read-person-copy.ts'
import { readPersonRequest } from '#usecases/person-request/read-person-request.ts'

export type OnePersonRequest = Awaited<ReturnType<typeof readPersonRequest>>
/** What brings it on; ending and more time stand apart. */
export const forwardSteps = [
  'identify',
  'find',
  'prepare',
  'approve',
  'deliver',
  'hand_on',
  'settle',
] as const

export const readOne = ({ context, actor, params }: StaffRequest): Promise<OnePersonRequest> =>
  readPersonRequest(context, actor, { id: params.id ?? '' })

async function show(request: StaffRequest) {
  const { t } = request
  const one = await readOne(request)
  const { id, asked, may } = one
  const open = forwardSteps.filter((step) => may.some((able) => able === step))
  const next = open.find((step) => step !== 'prepare' || one.state === 'found')
  return page(
    t('person-request.one'),
    <>
      <Heading level={1}>{t(`person-request.right.${one.right}`)}</Heading>
      <Text lead>
        {asked ? fullName(asked.name) : t('person-request.erased')}{' '}
        <Tag tone={next ? 'attention' : 'neutral'}>{t(`person-request.state.${one.state}`)}</Tag>
      </Text>
      {one.contact ? <Reach t={t} contact={one.contact} /> : <NobodyKnownYet t={t} />}
      <Asked t={t} one={one} />
      {one.subject === 'partner' && (
        <Notice title={t('person-request.partner')}>
          <Text>{t('person-request.partner-text')}</Text>
        </Notice>
      )}
      {one.open && <Heading>{t('person-request.next')}</Heading>}
      <p class="naast-actions">
        {next && (
          <ButtonLink href={paths.personRequest.step(id, next)}>{t(`person-request.${next}`)}</ButtonLink>
        )}
        {open
          .filter((step) => step !== next)
          .map((step) => (
            <ButtonLink key={step} href={paths.personRequest.step(id, step)} kind="secondary">
              {t(`person-request.${step}`)}
            </ButtonLink>
          ))}
        {one.hasCopy && (
          <ButtonLink href={paths.personRequest.copy(id)} kind="secondary">
            {t('person-request.copy')}
          </ButtonLink>
        )}
        {may.includes('refuse') && (
          <ButtonLink href={paths.personRequest.step(id, 'end')} kind="secondary">
            {t('person-request.end')}
          </ButtonLink>
        )}
        {one.mayExtend && (
          <ButtonLink href={paths.personRequest.step(id, 'extend')} kind="secondary">
            {t('person-request.extend')}
          </ButtonLink>
        )}
        {(may.includes('answer') || one.state === 'answered') && (
          <ButtonLink href={paths.childRequest.answer()} kind="secondary">
            {t('person-request.letter')}
          </ButtonLink>
        )}
      </p>
      <Notice title={t('person-request.confirm')}>
        <Text>{t('person-request.confirm-text')}</Text>
      </Notice>
      <Heading>{t('person-request.history')}</Heading>
      {one.steps.map((step) => {
        const code = codeWords(t, step)
        return (
          <Card key={step.id} level={3} title={t(`person-request.step.${step.kind}`)}>
            <Text quiet>
              {t('person-request.step-by', { day: t.longDay(step.on), name: step.by ?? '—' })}
            </Text>
            {code && <Text>{code}</Text>}
            {step.words && <Text>{step.words}</Text>}
          </Card>
        )
      })}
      <Link href={paths.personRequest.list()}>{t('person-request.title')}</Link>
    </>,
    { place: paths.personRequest.list() },
  )
}

const kinds = { identify: 'identity', deliver: 'way', settle: 'settled', refuse: 'ground' }
function codeWords(t: T, { kind, code }: OnePersonRequest['steps'][number]): string | null {
  const key = `person-request.${kinds[kind as keyof typeof kinds]}.${code}`
  return code && t.has(key) ? t(key) : null
}

/** By what rule she may be reached, before anything is given: he may be beside her, or open her post. */
export const Reach = ({ t, contact }: { t: T; contact: NonNullable<OnePersonRequest['contact']> }) => (
  <section data-contact-rule="not-now">
    <Heading>{t('person-request.contact')}</Heading>
    <SafeContactTermsSummary t={t} policy={contact} />
  </section>
)

/** Until it is certain who asks, whoever reads the answer may be somebody else: it says nothing of anybody. */
const NobodyKnownYet = ({ t }: { t: T }) => (
  <div data-contact-rule="none">
    <Text>{t('person-request.nobody-known-yet')}</Text>
  </div>
)

/** What was asked, in her words; none of it is held to be true. */
const Asked = ({ t, one }: { t: T; one: OnePersonRequest }) => {
  const { asked } = one
  return (
    <Summary
      rows={[
        [t('person-request.subject'), t(`person-request.subject.${one.subject}`)],
        asked?.bornOn ? [t('person-request.born-on'), t.longDay(asked.bornOn)] : null,
        asked?.email ? [t('person-request.email'), asked.email] : null,
        asked && [t('person-request.reach'), asked.reach],
        asked?.remark ? [t('person-request.remark'), asked.remark] : null,
        [t('person-request.received-on'), t.longDay(one.receivedOn)],
        one.open ? [t('person-request.answer-by'), t.longDay(one.answerBy)] : null,
        one.approvals > 0
          ? [t('person-request.approvals'), t('person-request.approvals-of', { count: one.approvals })]
          : null,
      ]}
    />
  )
}

/** Her copy on paper: what she told, what was done, what was written, and nothing that tells whose it is from outside. */
async function copy({ context, actor, t, params }: StaffRequest) {
  const id = params.id ?? ''
  const { data, lines, final } = await readPersonCopy(context, actor, { id, paper: true })
  return page(
    t('person-request.paper.title'),
    <>
      {!final && <Notice title={t('person-request.paper.not-yet')}>{null}</Notice>}
      {data.sections.map(({ section, rows }) => (
        <section key={section}>
          <Heading>{t(`person-request.copy.${section}`)}</Heading>
          {rows.map((row, at) => (
            <Summary
              key={at}
              rows={Object.entries(row).map(([key, value]) => {
                const label = `person-request.field.${key}`
                return [t.has(label) ? t(label) : key, String(value)]
              })}
            />
          ))}
        </section>
      ))}
      {lines.length > 0 && <Heading>{t('person-request.copy.words')}</Heading>}
      {lines.map((line, at) => (
        <p key={at}>{line}</p>
      ))}
      <p>{t('person-request.paper.rights')}</p>
    </>,
    { frame: 'paper' },
  )
}

/** The same for another system (AVG art. 20); only once it may be given. */
async function file({ context, actor, params }: StaffRequest) {
  const { data, lines, final } = await readPersonCopy(context, actor, { id: params.id ?? '', final: true })
  return {
    kind: 'file' as const,
    // Neither who she is nor what this is stands in its name: it may be seen on her screen.
    name: 'gegevens.json',
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({ ...data, words: lines, approved: final }, null, 2),
  }
}

const who = ['privacy_officer', 'safeguarding_lead'] as const
export const onePersonRequestRoutes: readonly Route[] = [
  staffRoute({ path: paths.personRequest.one(':id'), who, get: show }),
  staffRoute({ path: paths.personRequest.copy(':id'), who, get: copy }),
  staffRoute({ path: paths.personRequest.file(':id'), who: ['privacy_officer'], get: file }),
]
