import { afterAnswers } from '#domain/match/after.ts'
import { answers, changeReasons, goodEndings, sides } from '#domain/match/match.ts'
import { pauseReasons } from '#domain/match/pause.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { type RedirectAnswer, type StaffRequest, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { Invalid } from '#usecases/failure.ts'
import { answerAfterMatch } from '#usecases/match/answer-after-match.ts'
import { answerTrial } from '#usecases/match/answer-trial.ts'
import { endMatch } from '#usecases/match/end-match.ts'
import { endMatchWell } from '#usecases/match/end-match-well.ts'
import { holdLastVisit } from '#usecases/match/hold-last-visit.ts'
import { lengthenTrial } from '#usecases/match/lengthen-trial.ts'
import { pauseMatch } from '#usecases/match/pause-match.ts'
import { resumeMatch } from '#usecases/match/resume-match.ts'
import { startMatch } from '#usecases/match/start-match.ts'
import { stopTapering } from '#usecases/match/stop-tapering.ts'
import { taperMatch } from '#usecases/match/taper-match.ts'
import { type WaitingPlace, waitingPlaces } from '#usecases/match/wait-again.ts'

/** What was typed as a day, or as it was typed: the use case says what is wrong with it. */
export const dayOf = ({ form, today }: StaffRequest, name: string): Temporal.PlainDate | string =>
  readTypedDay(form.text(name), { today }) ?? form.text(name)
export const dayOrNone = (request: StaffRequest, name: string): Temporal.PlainDate | string | null =>
  request.form.text(name) === '' ? null : dayOf(request, name)

/** Everything one can do with a match that runs or is over, by the name of its form. */
export const lifeActs: Readonly<
  Record<string, (request: StaffRequest, id: string, version: number) => Promise<RedirectAnswer>>
> = {
  async start(request, id, version) {
    const trialUntil = dayOrNone(request, 'trialUntil')
    await startMatch(request.context, request.actor, { id, version, trialUntil }, onceOf(request))
    return seeOther(paths.match.proposal(id), 'match.said.started')
  },
  async trial(request, id, version) {
    const { context, actor, form } = request
    const side = sides.find((one) => one === form.text('side'))
    const answer = answers.find((one) => one === form.text('answer'))
    if (!side || !answer) throw new Invalid({ answer: 'choose-one' })
    await answerTrial(context, actor, { id, version, side, answer }, onceOf(request))
    return seeOther(paths.match.proposal(id), 'match.said.answered')
  },
  async lengthen(request, id, version) {
    const until = dayOf(request, 'longerUntil')
    await lengthenTrial(request.context, request.actor, { id, version, until }, onceOf(request))
    return seeOther(paths.match.proposal(id), 'match.said.lengthened')
  },
  async pause(request, id, version) {
    const { context, actor, form } = request
    const reason = pauseReasons.find((one) => one === form.text('pauseReason'))
    if (!reason) throw new Invalid({ reason: 'choose-one' })
    const until = dayOf(request, 'pauseUntil')
    await pauseMatch(context, actor, { id, version, reason, until }, onceOf(request))
    return seeOther(paths.match.proposal(id), 'match.said.paused')
  },
  async resume(request, id, version) {
    await resumeMatch(request.context, request.actor, { id, version }, onceOf(request))
    return seeOther(paths.match.proposal(id), 'match.said.resumed')
  },
  async taper(request, id, version) {
    const lastVisitOn = dayOf(request, 'lastVisitOn')
    await taperMatch(request.context, request.actor, { id, version, lastVisitOn }, onceOf(request))
    return seeOther(paths.match.proposal(id), 'match.said.tapering')
  },
  async 'stop-tapering'(request, id, version) {
    await stopTapering(request.context, request.actor, { id, version }, onceOf(request))
    return seeOther(paths.match.proposal(id), 'match.said.resumed')
  },
  async 'last-visit'(request, id, version) {
    const { context, actor, form } = request
    const reason = goodEndings.find((one) => one === form.text('lastReason'))
    if (!reason) throw new Invalid({ reason: 'choose-one' })
    const on = dayOf(request, 'heldOn')
    await holdLastVisit(context, actor, { id, version, on, reason }, onceOf(request))
    return seeOther(paths.match.proposal(id), 'match.said.last-visit')
  },
  async end(request, id, version) {
    const { context, actor, form } = request
    const reason = changeReasons.find((one) => one === form.text('reason'))
    if (!reason) throw new Invalid({ reason: 'choose-one' })
    const waits = placeOf(form.text('waits'))
    const { trajectoryId } = await endMatch(context, actor, { id, version, reason, waits }, onceOf(request))
    return seeOther(paths.match.one(trajectoryId), 'match.said.ended')
  },
  async 'end-well'(request, id, version) {
    const { context, actor, form } = request
    const goesOn = (['waits', 'rests'] as const).find((one) => one === form.text('goesOn'))
    if (!goesOn) throw new Invalid({ goesOn: 'choose-one' })
    const waits = placeOf(form.text('wellWaits'))
    await endMatchWell(context, actor, { id, version, goesOn, waits }, onceOf(request))
    return seeOther(paths.match.proposal(id), `match.said.well-${goesOn}`)
  },
  async after(request, id, version) {
    const { context, actor, form } = request
    const answer = afterAnswers.find((one) => one === form.text('answer'))
    if (!answer) throw new Invalid({ answer: 'choose-one' })
    const note = form.optional('note')
    const tryAgain = form.checked('tryAgain')
    await answerAfterMatch(context, actor, { id, version, answer, tryAgain, note }, onceOf(request))
    return seeOther(paths.match.proposal(id), 'match.said.answered')
  },
}

/** The place on the waiting list that was chosen; what she has, if none was. */
export const placeOf = (text: string): WaitingPlace =>
  waitingPlaces.find((one) => one === text) ?? 'since_first_day'

const onceOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)
