import { agencySaid } from '#domain/meldcode/agency-clock.ts'
import { closingCodes } from '#domain/meldcode/closing.ts'
import { consulted, signalSources, silenceReasons, talkedWith, toldHow } from '#domain/meldcode/meldcode.ts'
import { type Weighing, weighingAnswers, weighingQuestions } from '#domain/meldcode/weighing.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import type { MeldcodePart } from '#pages/meldcode/meldcode-parts.ts'
import type { StaffRequest } from '#pages/page.ts'
import { Invalid } from '#usecases/failure.ts'
import { closeMeldcode } from '#usecases/meldcode/close-meldcode.ts'
import { decideMeldcode } from '#usecases/meldcode/decide-meldcode.ts'
import { handOverMeldcode } from '#usecases/meldcode/hand-over-meldcode.ts'
import { hearFromAgency } from '#usecases/meldcode/hear-from-agency.ts'
import { nameInMeldcode } from '#usecases/meldcode/name-in-meldcode.ts'
import { recordMeldcodeStep } from '#usecases/meldcode/record-meldcode-step.ts'
import { reportMeldcode } from '#usecases/meldcode/report-meldcode.ts'

/** Reads the form of one part and gives it to the use case that it belongs to. */
export async function sendPart(request: StaffRequest, part: MeldcodePart): Promise<void> {
  const { context, actor, form, params, today } = request
  const id = params.id ?? ''
  const here = { id, version: Number(form.text('version')) || 0 }
  const submission = form.key ? { key: form.key } : undefined
  const words = form.optional('words')
  const dayIn = (name: string) => {
    const typed = form.text(name)
    return typed ? (readTypedDay(typed, { today }) ?? typed) : null
  }
  const chosen = <Choice extends string>(choices: readonly Choice[], name: string): Choice => {
    const choice = choices.find((one) => one === form.text(name))
    if (!choice) throw new Invalid({ [name]: 'choose-one' })
    return choice
  }
  const reason = silenceReasons.find((one) => one === form.text('reason')) ?? null
  const record = (step: Parameters<typeof recordMeldcodeStep>[2]['step']) =>
    recordMeldcodeStep(context, actor, { id, on: dayIn('on') ?? '', step }, submission).catch(outOfStep)
  const decide = async (decision: 'report' | 'help') => {
    const [answer = '', why = ''] = form.text('reason').split(':')
    const given = { ...here, decision, answer, reason: why, on: dayIn('on') ?? '', words }
    await decideMeldcode(context, actor, given, submission)
  }
  const sends: Record<MeldcodePart, () => Promise<unknown>> = {
    signal: () => record({ kind: 'signal', code: chosen(signalSources, 'code'), words: words ?? '' }),
    consulted: () => record({ kind: 'consulted', code: chosen(consulted, 'code'), words: words ?? '' }),
    talked: () => record({ kind: 'talked', code: chosen(talkedWith, 'code'), reason, words }),
    weighed: () => record({ kind: 'weighed', answers: weighing(), words }),
    told: () => record({ kind: 'told', code: chosen(toldHow, 'code'), reason, words }),
    'report-decision': () => decide('report'),
    'help-decision': () => decide('help'),
    reported: () => reportMeldcode(context, actor, { ...here, on: dayIn('on') ?? '', words }, submission),
    heard: () =>
      hearFromAgency(
        context,
        actor,
        {
          ...here,
          said: chosen(agencySaid, 'said'),
          on: dayIn('on') ?? '',
          until: dayIn('until'),
          words,
        },
        submission,
      ),
    give: () => handOverMeldcode(context, actor, { ...here, memberId: memberId(), words }, submission),
    name: () => nameInMeldcode(context, actor, { id, memberId: memberId() }, submission),
    close: () =>
      closeMeldcode(context, actor, { ...here, code: chosen(closingCodes, 'code'), words }, submission),
  }
  await sends[part]()

  function memberId(): string {
    const typed = form.text('memberId')
    if (!typed) throw new Invalid({ memberId: 'choose-one' })
    return typed
  }
  function weighing(): Weighing {
    return Object.fromEntries(
      weighingQuestions.flatMap((question) => {
        const answer = weighingAnswers.find((one) => one === form.text(question))
        return answer ? [[question, answer]] : []
      }),
    )
  }
}

/** A step's own fields stand on the page without the step's name before them. */
function outOfStep(error: unknown): never {
  if (!(error instanceof Invalid)) throw error
  throw new Invalid(
    Object.fromEntries(
      Object.entries(error.fields).map(([name, code]) => [name.replace(/^step\./, ''), code]),
    ),
  )
}
