import {
  GroupLine,
  Moves,
  type OpenComposition,
  Proof,
  stateOf,
  WomanLine,
} from '#pages/group-composition/composition-parts.tsx'
import { Buttons, ErrorSummary, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Notice, Tag, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { acceptGroupComposition } from '#usecases/group-composition/accept-group-composition.ts'
import { dropGroupComposition } from '#usecases/group-composition/drop-group-composition.ts'
import {
  type CompositionPage,
  readGroupComposition,
} from '#usecases/group-composition/read-group-composition.ts'
import { recomposeGroups } from '#usecases/group-composition/recompose-groups.ts'
import { undoCompositionMove } from '#usecases/group-composition/undo-composition-move.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

async function show(request: StaffRequest, problem: Problem = noProblem, impossible = 0) {
  const { context, actor, t, today } = request
  const one = await readGroupComposition(context, actor, { id: idOf(request) })
  return page(
    t('composition.title'),
    <>
      <Heading level={1}>{t('composition.one', { day: t.day(one.openedOn, today) })}</Heading>
      <Text lead>{one.programme[t.language]}</Text>
      <ErrorSummary state={stateOf(request, problem)} />
      {impossible > 0 && (
        <Notice tone="attention">
          <Text>{t('composition.impossible', { count: impossible })}</Text>
        </Notice>
      )}
      {one.open ? (
        <Open request={request} composition={one} open={one.open} />
      ) : (
        <Text>
          {one.state === 'accepted'
            ? t('composition.ended-as.accepted', { count: one.seats })
            : t('composition.ended-as.dropped')}
        </Text>
      )}
      <Link href={paths.composition.list()}>{t('composition.title')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

interface Shown {
  readonly request: StaffRequest
  readonly composition: CompositionPage
  readonly open: OpenComposition
}

const Open = ({ request, composition, open }: Shown) => {
  const { t } = request
  const { id, version } = composition
  const seated = open.groups.some((group) => group.women.length > 0)
  return (
    <>
      <Proof t={t} open={open} />
      <form method="post">
        <input type="hidden" name="key" value={request.newKey()} />
        <input type="hidden" name="version" value={version} />
        <Buttons>
          <SubmitButton kind="secondary" name="deed" value="again">
            {t('composition.again')}
          </SubmitButton>
          {open.proof?.best !== true && (
            <SubmitButton kind="secondary" name="deed" value="longer">
              {t('composition.longer')}
            </SubmitButton>
          )}
        </Buttons>
      </form>
      {open.groups.map((group) => (
        <section key={group.id}>
          <Heading>{group.title}</Heading>
          <GroupLine t={t} group={group} />
          {group.tooFew > 0 && (
            <Tag tone="attention">{t('composition.too-few', { count: group.tooFew })}</Tag>
          )}
          {group.women.length === 0 ? (
            <Text>{t('composition.nobody')}</Text>
          ) : (
            <ol class="naast-list">
              {group.women.map((woman) => (
                <li key={woman.trajectoryId}>
                  <WomanLine t={t} id={id} woman={woman} />
                </li>
              ))}
            </ol>
          )}
        </section>
      ))}
      <section>
        <Heading>{t('composition.left-out')}</Heading>
        {open.leftOut.length === 0 && <Empty title={t('composition.left-out-none')} />}
        {open.leftOut.map((woman) => (
          <Card key={woman.trajectoryId} level={3} title={<WomanLine t={t} id={id} woman={woman} />}>
            {woman.reasons.map((code) => (
              <Text key={code}>{t(`composition.code.${code}`)}</Text>
            ))}
          </Card>
        ))}
      </section>
      <Moves request={request} composition={composition} open={open} />
      {seated && <Accept request={request} composition={composition} open={open} />}
      <form method="post">
        <input type="hidden" name="key" value={request.newKey()} />
        <input type="hidden" name="version" value={version} />
        <Buttons>
          <SubmitButton kind="secondary" name="deed" value="drop">
            {t('composition.drop')}
          </SubmitButton>
        </Buttons>
      </form>
    </>
  )
}

/** Everybody who is seated, to be ticked off one by one: what is sent is what somebody saw. */
const Accept = ({ request, composition, open }: Shown) => {
  const { t, form } = request
  const sent = form.text('deed') === 'accept'
  return (
    <section>
      <Heading>{t('composition.accept')}</Heading>
      <Text>{t('composition.accept-lead')}</Text>
      <PostForm state={stateOf(request, noProblem)} submissionKey={request.newKey()}>
        <input type="hidden" name="version" value={composition.version} />
        <input type="hidden" name="deed" value="accept" />
        {open.groups.map((group) =>
          group.women.length === 0 ? null : (
            <fieldset key={group.id} class="utrecht-form-fieldset naast-choices">
              <legend class="utrecht-form-label">{group.title}</legend>
              {group.women.map((woman) => {
                const value = `${woman.trajectoryId} ${group.id}`
                return (
                  <label key={woman.trajectoryId} class="naast-choice">
                    <input
                      type="checkbox"
                      class="utrecht-checkbox utrecht-checkbox--html-input"
                      name="seat"
                      value={value}
                      checked={sent ? form.all('seat').includes(value) : true}
                    />
                    <span>{woman.name}</span>
                  </label>
                )
              })}
            </fieldset>
          ),
        )}
        <Buttons>
          <SubmitButton>{t('composition.accept-save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

const numberIn = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

async function act(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const held = { id: idOf(request), version: numberIn(form.text('version')) }
  const once = form.key ? { key: form.key } : undefined
  const here = paths.composition.one(held.id)
  const deed = form.text('deed')
  if (deed === 'again' || deed === 'longer') {
    await recomposeGroups(context, actor, { ...held, longer: deed === 'longer' }, once)
    return seeOther(here, 'composition.said.again')
  }
  if (deed === 'undo') {
    await undoCompositionMove(context, actor, { ...held, moveId: form.text('moveId') }, once)
    return seeOther(here, 'composition.said.undone')
  }
  if (deed === 'drop') {
    await dropGroupComposition(context, actor, held, once)
    return seeOther(paths.composition.list(), 'composition.said.dropped')
  }
  if (deed !== 'accept') throw new Invalid({ deed: 'choose-one' })
  const seats = form.all('seat').map((one) => {
    const [trajectoryId = '', groupId = ''] = one.split(' ')
    return { trajectoryId, groupId }
  })
  const answer = await acceptGroupComposition(context, actor, { ...held, seats }, once)
  return answer.accepted
    ? seeOther(here, 'composition.said.accepted')
    : { ...(await show(request, noProblem, answer.impossible.length)), status: 409 }
}

export const compositionRoutes: readonly Route[] = [
  staffRoute({
    path: paths.composition.one(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
