import { moveReasons } from '#domain/group/compose/draft.ts'
import { reasonWords, stateOf } from '#pages/group-composition/composition-parts.tsx'
import { Buttons, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { askCompositionWhatIf } from '#usecases/group-composition/ask-composition-what-if.ts'
import { moveInComposition } from '#usecases/group-composition/move-in-composition.ts'
import { readGroupComposition } from '#usecases/group-composition/read-group-composition.ts'

type WhatIf = Awaited<ReturnType<typeof askCompositionWhatIf>>

/** One woman in a proposal: where she is, what keeps her out elsewhere, what would change that, and deciding otherwise. */
async function show(request: StaffRequest, problem: Problem = noProblem, whatIf: WhatIf | null = null) {
  const { context, actor, t, params } = request
  const one = await readGroupComposition(context, actor, { id: params.id ?? '' })
  const { open } = one
  if (!open) throw new Refused('composition-not-open')
  const group = open.groups.find(({ women }) =>
    women.some(({ trajectoryId }) => trajectoryId === params.womanId),
  )
  const left = open.leftOut.find(({ trajectoryId }) => trajectoryId === params.womanId)
  const her = group?.women.find(({ trajectoryId }) => trajectoryId === params.womanId) ?? left
  if (!her) throw new NotFound()
  const asked = request.form.text('kind')
  const common = (
    <>
      <input type="hidden" name="version" value={request.form.text('version') || one.version} />
    </>
  )
  const reasons = moveReasons.map((value) => ({ value, label: reasonWords(t, value) }))
  const groups = open.groups.map(({ id, title }) => ({ value: id, label: title }))
  return page(
    t('composition.woman'),
    <>
      <Heading level={1}>{her.name}</Heading>
      <Text lead>{group ? t('composition.now-in', { group: group.title }) : t('composition.now-out')}</Text>
      {left && (
        <>
          <Heading>{t('composition.why')}</Heading>
          <Summary rows={left.why.map((why) => [why.group, t(`composition.code.${why.code}`)])} />
          <Heading>{t('composition.what-if')}</Heading>
          {whatIf ? (
            <WhatIfView t={t} whatIf={whatIf} />
          ) : (
            <form method="post">
              <Text>{t('composition.what-if-lead')}</Text>
              <SubmitButton kind="secondary" name="kind" value="what-if">
                {t('composition.what-if-ask')}
              </SubmitButton>
            </form>
          )}
        </>
      )}
      <section>
        <Heading>{t('composition.put')}</Heading>
        <PostForm
          state={stateOf(request, asked === 'put' ? problem : noProblem, 'put')}
          submissionKey={request.newKey()}
        >
          {common}
          <input type="hidden" name="kind" value="put" />
          <Select
            state={stateOf(request, asked === 'put' ? problem : noProblem, 'put')}
            name="groupId"
            label={t('composition.put-where')}
            empty={t('composition.put-nowhere')}
            options={groups}
          />
          <Select
            state={stateOf(request, asked === 'put' ? problem : noProblem, 'put')}
            name="reason"
            label={t('composition.reason')}
            empty=""
            options={reasons}
          />
          <Buttons>
            <SubmitButton>{t('composition.put-save')}</SubmitButton>
          </Buttons>
        </PostForm>
      </section>
      {groups.length > 0 && (
        <details class="naast-more" open={asked === 'not'}>
          <summary>{t('composition.not')}</summary>
          <PostForm
            state={stateOf(request, asked === 'not' ? problem : noProblem, 'not')}
            submissionKey={request.newKey()}
          >
            {common}
            <input type="hidden" name="kind" value="not" />
            <Select
              state={stateOf(request, asked === 'not' ? problem : noProblem, 'not')}
              name="groupId"
              label={t('composition.put-where')}
              empty=""
              options={groups}
            />
            <Select
              state={stateOf(request, asked === 'not' ? problem : noProblem, 'not')}
              name="reason"
              label={t('composition.reason')}
              empty=""
              options={reasons}
            />
            <Buttons>
              <SubmitButton>{t('composition.not-save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </details>
      )}
      <Link href={paths.composition.one(one.id)}>{t('composition.back')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

const WhatIfView = ({ t, whatIf: { first, oneMore, proved } }: { t: T; whatIf: WhatIf }) => (
  <Notice>
    <Text>
      {first === null
        ? t('composition.first.none')
        : first.fewer === 0
          ? t('composition.first.same')
          : t('composition.first.fewer', { count: first.fewer })}
    </Text>
    <Text>
      {oneMore.has
        ? t('composition.one-more.her')
        : oneMore.more > 0
          ? t('composition.one-more.others', { count: oneMore.more })
          : t('composition.one-more.none')}
    </Text>
    {!proved && <Text quiet>{t('composition.what-if-unproved')}</Text>}
  </Notice>
)

async function act(request: StaffRequest) {
  const { context, actor, form, params } = request
  const [id, trajectoryId] = [params.id ?? '', params.womanId ?? '']
  const kind = form.text('kind')
  if (kind === 'what-if')
    return show(request, noProblem, await askCompositionWhatIf(context, actor, { id, trajectoryId }))
  const reason = moveReasons.find((one) => one === form.text('reason'))
  if (kind !== 'put' && kind !== 'not') throw new Invalid({ kind: 'choose-one' })
  if (!reason) throw new Invalid({ reason: 'choose-one' })
  const version = /^\d{1,9}$/.test(form.text('version')) ? Number(form.text('version')) : 0
  const answer = await moveInComposition(
    context,
    actor,
    { id, version, trajectoryId, kind, groupId: form.optional('groupId'), reason },
    form.key ? { key: form.key } : undefined,
  )
  // Kept that it was tried, so it was no refusal; to whoever reads it is one.
  if (!answer.moved) throw new Refused(`composition-${answer.because}`)
  return seeOther(paths.composition.one(id), 'composition.said.moved')
}

export const compositionWomanRoutes: readonly Route[] = [
  staffRoute({
    path: paths.composition.woman(':id', ':womanId'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
