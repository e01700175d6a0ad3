import { runningMatchStates } from '#domain/match/match.ts'
import { phoneShown } from '#domain/person/phone-shown.ts'
import { closedGates } from '#domain/worker/gates.ts'
import { avoided } from '#domain/worker/own-file.ts'
import { isBeginning } from '#domain/worker/worker.ts'
import { ButtonLink, Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, type Problem } from '#pages/problem.ts'
import {
  GateForm,
  Gates,
  takeEndOfWaiver,
  takeGate,
  takeWaiver,
  WaiverForm,
} from '#pages/worker/gate-forms.tsx'
import { gateMend, gateReason, waiverWords } from '#pages/worker/gate-words.ts'
import { LoadView } from '#pages/worker/load-view.tsx'
import { Applications, History, StepForms, takeTypedStep } from '#pages/worker/step-forms.tsx'
import { Talks, takeTalk, takeTalkSettled } from '#pages/worker/talks.tsx'
import { StateTag } from '#pages/worker/worker-list.tsx'
import { readWorker, type WorkerView } from '#usecases/worker/read-worker.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
interface Trouble {
  /** Which form of the page it is about. */
  readonly form: 'gate' | 'step' | 'waiver' | 'talk'
  readonly problem: Problem
}

async function show(request: StaffRequest, trouble: Trouble | null = null) {
  const { context, actor, t } = request
  const worker = await readWorker(context, actor, { id: idOf(request) })
  const name = [worker.person.name.given, worker.person.name.family].filter(Boolean).join(' ')
  const closed = closedGates(worker.gates)
  const problemOf = (form: Trouble['form']) => (trouble?.form === form ? trouble.problem : null)
  // Who is at the beginning is here for her next step; of others it is the least of what is asked.
  const beginning = isBeginning(worker.state)
  const steps = worker.steps.length > 0 && (
    <StepForms request={request} worker={worker} problem={problemOf('step')} />
  )
  return page(
    name,
    <>
      <Heading level={1}>{name}</Heading>
      <p class="utrecht-paragraph">
        <StateTag t={t} state={worker.state} closed={closed.length} />
      </p>
      {closed.length > 0 && worker.state !== 'left' && (
        <Notice tone="attention" title={t('worker.not-yet-title')}>
          <ul class="naast-plain-list">
            {closed.map((gate) => (
              <li key={gate.kind}>
                {gateReason(t, gate)}. {gateMend(t, gate)} {waiverWords(t, gate)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {worker.milestone && (
        <Notice
          tone="done"
          title={t(`worker.milestone.${worker.milestone.visits}`, { day: t.longDay(worker.milestone.on) })}
        />
      )}
      <Applications request={request} worker={worker} />
      {beginning && steps}
      <About request={request} worker={worker} />
      <Gates request={request} worker={worker} />
      {worker.mayChange && <GateForm request={request} worker={worker} problem={problemOf('gate')} />}
      {worker.mayWaive && <WaiverForm request={request} worker={worker} problem={problemOf('waiver')} />}
      {!beginning && steps}
      <Talks request={request} worker={worker} problem={problemOf('talk')} />
      <Matches request={request} worker={worker} />
      <History request={request} worker={worker} />
    </>,
    { place: paths.worker.list() },
  )
}

/** Who she is and what she shares; also beside a form that somebody else's change came in between. */
export const About = ({ request: { t }, worker }: { request: StaffRequest; worker: WorkerView }) => {
  const { person, profile } = worker
  const address = person.address
  return (
    <>
      <Summary
        rows={[
          [t('worker.kind'), wordOf(t, 'worker.kind', worker.kind)],
          [t('worker.since'), t.longDay(worker.fromDay)],
          worker.stateUntil && [
            t(worker.state === 'leaving' ? 'worker.last-day' : 'worker.back-on'),
            t.longDay(worker.stateUntil),
          ],
          worker.untilDay && [t('worker.until'), t.longDay(worker.untilDay)],
          [t('worker.room'), t('worker.room-of', { room: worker.room, capacity: worker.capacity })],
          [t('worker.column.load'), <LoadView t={t} load={worker.load} />],
          [t('duties.coordinator'), coordinatorWords(t, worker.coordinator)],
          [t('my-file.away'), awayWords(t, worker)],
          [t('worker.languages'), person.languages.map((code) => t.languageName(code)).join(', ')],
          [t('worker.phone'), person.phone && phoneShown(person.phone)],
          [t('worker.email'), person.email],
          address && [
            t('worker.address'),
            [address.street, address.houseNumber, address.postcode, address.place].filter(Boolean).join(' '),
          ],
          [
            t('profile.backgrounds'),
            profile.backgrounds.map((one) => t(`profile.background.${one}`)).join(', '),
          ],
          [t('my-file.avoids'), avoidsWords(t, worker)],
          [t('profile.interests'), profile.interests.map((one) => t(`profile.interest.${one}`)).join(', ')],
          [
            t('profile.child-situations'),
            profile.childSituations.map((one) => t(`profile.child-situation.${one}`)).join(', '),
          ],
        ]}
      />
      <p class="naast-actions">
        {worker.mayChange && (
          <ButtonLink kind="secondary" href={paths.worker.change(worker.workerId)}>
            {t('worker.change')}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href={paths.worker.learning(worker.workerId)}>
          {t('training.record-her')}
        </ButtonLink>
      </p>
    </>
  )
}

const Matches = ({ request: { t }, worker }: { request: StaffRequest; worker: WorkerView }) => {
  // Who is away or stops leaves nobody alone: her matches rest or pass to somebody else.
  const goes = worker.state === 'on_leave' || worker.state === 'leaving'
  return (
    <section>
      <Heading>{t('worker.matches')}</Heading>
      {goes && worker.matches.length > 0 && <Text>{t('match.goes-hint')}</Text>}
      {worker.matches.length === 0 && <Text quiet>{t('worker.no-matches')}</Text>}
      <ul class="naast-plain-list">
        {worker.matches.map((match) => (
          <li key={match.matchId}>
            {worker.mayChange ? (
              <Link href={paths.match.proposal(match.matchId)}>{wordOf(t, 'match.state', match.state)}</Link>
            ) : (
              wordOf(t, 'match.state', match.state)
            )}{' '}
            {match.startedOn && t('worker.match-since', { day: t.longDay(match.startedOn) })}
            {goes && worker.mayChange && runningMatchStates.some((state) => state === match.state) && (
              <>
                {' '}
                <Link href={paths.match.passOn(match.matchId)}>{t('match.pass-on')}</Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Her coordinator by name, and who stands in for that one now. */
export const coordinatorWords = (t: StaffRequest['t'], watches: WorkerView['coordinator']): string =>
  watches?.deputy
    ? t('duties.replaced', {
        name: watches.name,
        until: t.day(watches.deputy.until),
        deputy: watches.deputy.name,
      })
    : (watches?.name ?? '')

const awayWords = (t: StaffRequest['t'], { away }: WorkerView): string =>
  away
    .map(({ kind, from, until }) => {
      const days = t('my-file.from-until', { from: t.day(from), until: t.day(until) })
      return `${t(`my-file.away.${kind}`)}: ${days}`
    })
    .join('; ')

const avoidsWords = (t: StaffRequest['t'], { avoids }: WorkerView): string =>
  avoided
    .filter((code) => avoids.includes(code))
    .map((code) => t(`my-file.avoid.${code}`))
    .join(', ')

const wordOf = (t: StaffRequest['t'], prefix: string, code: string): string => {
  const key = `${prefix}.${code}`
  return t.has(key) ? t(key) : code
}

export const oneWorkerRoutes: readonly Route[] = [
  staffRoute({
    path: paths.worker.one(':id'),
    who: ['coordinator', 'programme_manager', 'worker'],
    get: (request) => show(request),
  }),
  staffRoute({
    path: paths.worker.gate(':id'),
    who: ['coordinator'],
    get: async (request) => seeOther(paths.worker.one(idOf(request))),
    post: (request) =>
      attempt(
        () => takeGate(request),
        (problem) => show(request, { form: 'gate', problem }),
      ),
  }),
  staffRoute({
    path: paths.worker.step(':id'),
    who: ['coordinator'],
    get: async (request) => seeOther(paths.worker.one(idOf(request))),
    post: (request) =>
      attempt(
        () => takeTypedStep(request),
        (problem) => show(request, { form: 'step', problem }),
      ),
  }),
  staffRoute({
    path: paths.worker.waive(':id'),
    who: ['programme_manager'],
    get: async (request) => seeOther(paths.worker.one(idOf(request))),
    post: (request) =>
      attempt(
        () => takeWaiver(request),
        (problem) => show(request, { form: 'waiver', problem }),
      ),
  }),
  staffRoute({
    path: paths.worker.endWaiver(':id'),
    who: ['programme_manager'],
    get: async (request) => seeOther(paths.worker.one(idOf(request))),
    post: (request) =>
      attempt(
        () => takeEndOfWaiver(request),
        (problem) => show(request, { form: 'waiver', problem }),
      ),
  }),
  staffRoute({
    path: paths.worker.talk(':id'),
    who: ['coordinator'],
    get: async (request) => seeOther(paths.worker.one(idOf(request))),
    post: (request) =>
      attempt(
        () => takeTalk(request),
        (problem) => show(request, { form: 'talk', problem }),
      ),
  }),
  staffRoute({
    path: paths.worker.settleTalk(':id'),
    who: ['coordinator'],
    get: async (request) => seeOther(paths.worker.one(idOf(request))),
    post: (request) =>
      attempt(
        () => takeTalkSettled(request),
        (problem) => show(request, { form: 'talk', problem }),
      ),
  }),
]
