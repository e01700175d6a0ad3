import { earlierShown } from '#domain/match/earlier-words.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Empty, Heading, Link, Notice, Table, Tag, Text } from '#pages/look/parts.tsx'
import { WaitingPlace } from '#pages/match/ending-forms.tsx'
import { placeOf } from '#pages/match/life-acts.ts'
import { earlierOptions } from '#pages/match/life-forms.tsx'
import { matchStateWord } from '#pages/match/waiting-list.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { chooseEarlierWords } from '#usecases/match/choose-earlier-words.ts'
import { listMatchesOf, type MatchLine } from '#usecases/match/list-matches-of.ts'
import { lookForSomebodyAgain } from '#usecases/match/look-for-somebody-again.ts'

const onceOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)
const idOf = (request: StaffRequest) => request.params.id ?? ''

/** Everybody who stood beside her or was asked to, and what the next one may read. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, today, params } = request
  const trajectoryId = params.id ?? ''
  const hers = await listMatchesOf(context, actor, { trajectoryId })
  const t = request.t.of(hers.people)
  const waitsAgain = request.form.text('do') === 'again'
  const again: FormState = { t, form: filledForm({}), problem: waitsAgain ? problem : noProblem }
  const state: FormState = {
    t,
    form: problem === noProblem ? filledForm({ shown: hers.earlier.shown }) : request.form,
    problem: waitsAgain ? noProblem : problem,
  }
  return page(
    t('match.all-of', { name: hers.name }),
    <>
      <Heading level={1}>{t('match.all-of', { name: hers.name })}</Heading>
      <TrajectoryTabs
        t={t}
        id={trajectoryId}
        actor={actor}
        current={paths.match.ofTrajectory(trajectoryId)}
      />
      {hers.state === 'waiting' && (
        <p class="naast-actions">
          <ButtonLink href={paths.match.one(trajectoryId)}>{t('trajectory.do-match')}</ButtonLink>
        </p>
      )}
      {hers.restsAlone && (
        <Notice title={t('match.rests-title')}>
          <Text>{t('match.rests-hint')}</Text>
          <PostForm state={again} submissionKey={request.newKey()}>
            <input type="hidden" name="do" value="again" />
            <input type="hidden" name="version" value={hers.version} />
            <WaitingPlace t={t} state={again} name="waits" />
            <Buttons>
              <SubmitButton>{t('match.rests-again')}</SubmitButton>
            </Buttons>
          </PostForm>
          <Text>
            <Link href={paths.closing(trajectoryId)}>{t('match.farewell-close')}</Link>
          </Text>
        </Notice>
      )}
      <Table
        caption={t('match.all-of-hers')}
        rows={hers.matches}
        empty={
          <Empty title={t('match.none-yet')}>
            <Text>{t('match.none-yet-hint')}</Text>
          </Empty>
        }
        columns={[
          {
            heading: t('match.all-who'),
            cell: (one) => <Link href={paths.match.proposal(one.id)}>{one.worker}</Link>,
          },
          {
            heading: t('match.all-state'),
            cell: (one) => <Tag tone={one.open ? 'info' : 'neutral'}>{matchStateWord(t, one.state)}</Tag>,
          },
          { heading: t('match.all-from'), cell: (one) => t.day(one.startedOn ?? one.proposedOn, today) },
          { heading: t('match.all-until'), cell: (one) => untilWords(t, one, request) },
        ]}
      />
      {hers.mayChoose && (
        <section>
          <Heading>{t('match.earlier-title')}</Heading>
          <Text>{t('match.earlier-hint')}</Text>
          {hers.earlier.decidedOn && (
            <Text quiet>{t('match.earlier-since', { day: t.day(hers.earlier.decidedOn, today) })}</Text>
          )}
          <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
            <Radios state={state} name="shown" label={t('match.earlier-ask')} options={earlierOptions(t)} />
            <Buttons>
              <SubmitButton kind="secondary">{t('match.earlier-save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </section>
      )}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

function untilWords(t: T, { endedOn, endReason, askOn }: MatchLine, { today }: StaffRequest): string {
  if (!endedOn) return '—'
  const key = `match.end-reason.${endReason}`
  const why = endReason && t.has(key) ? `${t.day(endedOn, today)}: ${t(key)}` : t.day(endedOn, today)
  return askOn ? `${why}. ${t('match.after-is', { day: t.day(askOn, today) })}` : why
}

export const matchesOfRoutes: readonly Route[] = [
  staffRoute({
    path: paths.match.ofTrajectory(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          if (form.text('do') === 'again') {
            const trajectoryId = idOf(request)
            const version = Number(form.text('version'))
            const waits = placeOf(form.text('waits'))
            await lookForSomebodyAgain(context, actor, { trajectoryId, version, waits }, onceOf(request))
            return seeOther(paths.match.one(trajectoryId), 'match.said.waits-again')
          }
          const shown = earlierShown.find((one) => one === form.text('shown'))
          if (!shown) throw new Invalid({ shown: 'choose-one' })
          const trajectoryId = idOf(request)
          await chooseEarlierWords(context, actor, { trajectoryId, shown }, onceOf(request))
          return seeOther(paths.match.ofTrajectory(trajectoryId), 'match.said.earlier')
        },
        (problem) => show(request, problem),
      ),
  }),
]
