import type { Evidence } from '#domain/collision/collision.ts'
import { type CollisionVerdict, collisionVerdicts } from '#domain/collision/ruling.ts'
import { phoneShown } from '#domain/person/phone-shown.ts'
import { toldRows } from '#pages/around/around-page.tsx'
import { formOf } from '#pages/form-data.ts'
import { Buttons, PostForm, Radios, SubmitButton, TextArea } from '#pages/look/form.tsx'
import {
  Beside,
  ButtonLink,
  Card,
  Empty,
  Heading,
  Link,
  Notice,
  Summary,
  Tag,
  Text,
} from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { listCollisions } from '#usecases/collision/list-collisions.ts'
import { type CollisionPage, readCollision } from '#usecases/collision/read-collision.ts'
import { ruleCollision } from '#usecases/collision/rule-collision.ts'
import { Invalid } from '#usecases/failure.ts'

const who = ['safeguarding_lead', 'programme_manager'] as const
type Line = Awaited<ReturnType<typeof listCollisions>>['open'][number]

/** What has to be looked at, the surest first, and what was said before. No name stands in a title. */
async function showList({ context, actor, t, today }: StaffRequest) {
  const { open, ruled, more } = await listCollisions(context, actor, {})
  const cards = (lines: readonly Line[]) =>
    lines.map((line) => (
      <Card
        key={line.id}
        level={3}
        title={t('collision.around', { name: line.woman })}
        href={paths.collision.one(line.id)}
        tag={
          line.verdict ? (
            <Tag>{t(`collision.said.${line.verdict}`)}</Tag>
          ) : (
            <Tag tone={line.class === 'possible' ? 'neutral' : 'attention'}>
              {t(`collision.class.${line.class}`)}
            </Tag>
          )
        }
      >
        <Text>
          {t('collision.line', {
            who: line.elsewhere
              ? t('collision.known-at', { name: line.elsewhere })
              : t(`collision.kind.${line.kind}`),
            day: t.day(line.foundOn, today),
          })}
        </Text>
      </Card>
    ))
  return page(
    t('collision.title'),
    <>
      <Heading level={1}>{t('collision.list', { count: open.length })}</Heading>
      <Text lead>{t('collision.lead')}</Text>
      {open.length === 0 && <Empty title={t('collision.none')} />}
      {cards(open)}
      {ruled.length > 0 && <Heading>{t('collision.ruled')}</Heading>}
      {cards(ruled)}
      {more && <Text quiet>{t('collision.more')}</Text>}
    </>,
    { place: paths.collision.list() },
  )
}

/** Both sides beside each other, what it rests on, and what she says of it. */
async function showOne(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form } = request
  const found = await readCollision(context, actor, { id: request.params.id ?? '' })
  const conflict = problem.refused?.code === 'changed-meanwhile'
  const [last] = found.rulings
  const again = problem !== noProblem
  return page(
    t('collision.title'),
    <>
      <Heading level={1}>
        {found.elsewhere
          ? t('collision.talk-with', { name: found.elsewhere })
          : t(found.kind === 'organisation' ? 'collision.same-place' : 'collision.same')}
      </Heading>
      {last && (
        <Notice tone="info" title={t(`collision.said.${last.verdict}`)}>
          <Text>{t('collision.said-by', { name: last.by ?? '—', day: t.day(last.on, today) })}</Text>
          <Text>{last.reason}</Text>
          {found.state === 'open' && <Text>{t('collision.again')}</Text>}
          {last.verdict === 'same_lock' && found.trajectoryId && (
            <ButtonLink href={paths.fileLock.set(found.trajectoryId)}>{t('collision.set-lock')}</ButtonLink>
          )}
        </Notice>
      )}
      <Sides t={t} found={found} />
      {found.why.length > 0 && (
        <>
          <Heading>{t('collision.why')}</Heading>
          <ul class="naast-list">
            {found.why.map((piece) => (
              <li key={piece}>{whyWords(t, piece)}</li>
            ))}
          </ul>
        </>
      )}
      <Text>
        {found.kind === 'elsewhere'
          ? t('collision.elsewhere-holds', { sure: t(`collision.class.${found.class}`).toLowerCase() })
          : t(`collision.class-text.${found.class}`)}
      </Text>
      <Heading>{t('collision.decide')}</Heading>
      <PostForm
        state={{ t, form: again ? form : formOf(null), problem }}
        submissionKey={conflict ? request.newKey() : (form.key ?? request.newKey())}
        action={paths.collision.one(found.id)}
      >
        <input
          type="hidden"
          name="version"
          value={again && !conflict ? form.text('version') : found.version}
        />
        <Radios
          state={{ t, form: again ? form : formOf(null), problem }}
          name="verdict"
          label={t('collision.verdict')}
          options={found.verdicts.map((verdict) => ({
            value: verdict,
            ...verdictWords(t, found.kind, verdict),
          }))}
        />
        <TextArea
          state={{ t, form: again ? form : formOf(null), problem }}
          name="reason"
          label={t('collision.reason')}
          hint={t('collision.reason-hint')}
          rows={4}
        />
        <Buttons>
          <SubmitButton>{t('collision.save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Earlier t={t} found={found} />
      <Link href={paths.collision.list()}>{t('collision.to-list')}</Link>
    </>,
    { place: paths.collision.list() },
  )
}

const Sides = ({ t, found }: { t: T; found: CollisionPage }) => (
  <Beside>
    <section>
      <Heading>{t('collision.her-side', { name: found.woman })}</Heading>
      {found.told ? (
        <Summary
          rows={[
            [t('around.name'), found.told.names[0] ?? null],
            [t('around.relation'), t(`around.relation.${found.told.relation}`)],
            ...toldRows(t, found.told),
          ]}
        />
      ) : (
        <Text quiet>{t('collision.erased')}</Text>
      )}
    </section>
    <section>
      <Heading>{t(found.elsewhere ? 'collision.their-side' : 'collision.our-side')}</Heading>
      {found.elsewhere ? (
        <>
          <Text>{t('collision.elsewhere-text', { name: found.elsewhere })}</Text>
          <Text>{t('collision.elsewhere-how')}</Text>
        </>
      ) : found.other ? (
        <Summary
          rows={[
            [t('around.name'), found.other.name],
            [t('collision.as'), t(`collision.kind.${found.kind}`)],
            [t('around.born'), found.other.birthDay ? t.longDay(found.other.birthDay) : null],
            [t('around.phone'), found.other.phone && phoneShown(found.other.phone)],
            [t('around.works-at'), found.other.organisation],
          ]}
        />
      ) : (
        <Text quiet>{t('collision.erased')}</Text>
      )}
    </section>
  </Beside>
)

const Earlier = ({ t, found: { rulings } }: { t: T; found: CollisionPage }) =>
  rulings.length < 2 ? null : (
    <section>
      <Heading>{t('collision.earlier')}</Heading>
      {rulings.slice(1).map((ruling) => (
        <Card key={ruling.id} level={3} title={t(`collision.said.${ruling.verdict}`)}>
          <Text>{t('collision.said-by', { name: ruling.by ?? '—', day: t.longDay(ruling.on) })}</Text>
          <Text>{ruling.reason}</Text>
        </Card>
      ))}
    </section>
  )

const whyWords = (t: T, piece: Evidence): string => t(`collision.why.${piece}`)

/** What came of the talk, where it is another organisation that knows him. */
const verdictWords = (t: T, kind: CollisionPage['kind'], verdict: CollisionVerdict) =>
  kind === 'elsewhere' && verdict !== 'same_apart'
    ? {
        label: t(`collision.verdict-elsewhere.${verdict}`),
        hint: t(`collision.verdict-elsewhere-hint.${verdict}`),
      }
    : { label: t(`collision.verdict.${verdict}`), hint: t(`collision.verdict-hint.${verdict}`) }

export const collisionRoutes: readonly Route[] = [
  staffRoute({ path: paths.collision.list(), who, get: (request) => showList(request) }),
  staffRoute({
    path: paths.collision.one(':id'),
    who,
    get: (request) => showOne(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const verdict = collisionVerdicts.find((one) => one === form.text('verdict'))
          if (!verdict) throw new Invalid({ verdict: 'choose-one' })
          const id = request.params.id ?? ''
          await ruleCollision(
            context,
            actor,
            { id, version: Number(form.text('version')), verdict, reason: form.text('reason') },
            form.key ? { key: form.key } : undefined,
          )
          // What was said stands on its page, with the way to a lock if that is what it was.
          return seeOther(
            verdict === 'same_lock' ? paths.collision.one(id) : paths.collision.list(),
            'collision.said',
          )
        },
        (problem) => showOne(request, problem),
      ),
  }),
]
