import { attendanceStates, cancelReasons, themeOutcomes } from '#domain/group/session.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { readTypedTime } from '#domain/typed-time.ts'
import { type RedirectAnswer, type StaffRequest, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { refuseFiles } from '#pages/text-only.ts'
import { Invalid } from '#usecases/failure.ts'
import { arrangeSession } from '#usecases/group/arrange-session.ts'
import { cancelSession } from '#usecases/group/cancel-session.ts'
import { recordSession } from '#usecases/group/hold-session.ts'
import { markAttendance } from '#usecases/group/mark-attendance.ts'
import { markRestPresent } from '#usecases/group/mark-rest-present.ts'
import { moveSession } from '#usecases/group/move-session.ts'
import { noteSession } from '#usecases/group/note-session.ts'
import { planMakeUp } from '#usecases/group/plan-make-up.ts'
import { settleMakeUp } from '#usecases/group/settle-make-up.ts'

type Deed = (request: StaffRequest, id: string) => Promise<RedirectAnswer>

const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)
const versionIn = ({ form }: StaffRequest) => Number(form.text('version'))
const dayIn = ({ form, today }: StaffRequest, name: string) =>
  readTypedDay(form.text(name), { today }) ?? form.text(name)
const numberIn = ({ form }: StaffRequest, name: string) => Number(form.text(name) || Number.NaN)
/** What a button says first: which of them it is about, and then what of her. */
const aboutIn = ({ form }: StaffRequest, name: string) => form.text(name).split('|')

/** One form a deed. A tap leads back to her on the page, so that the next one is under the thumb. */
const deeds: Readonly<Record<string, Deed>> = {
  async mark(request, sessionId) {
    const [placeId = '', said] = aboutIn(request, 'mark')
    const state = attendanceStates.find((one) => one === said)
    if (!state) throw new Invalid({ mark: 'choose-one' })
    const seen = Number(request.form.text(`seen.${placeId}`) || 0)
    const input = { sessionId, placeId, state, seen: Number.isInteger(seen) ? seen : 0 }
    await markAttendance(request.context, request.actor, input, keyOf(request))
    return seeOther(`${paths.group.session(sessionId)}#field-attendance.${placeId}`)
  },
  async rest(request, sessionId) {
    await markRestPresent(request.context, request.actor, { sessionId }, keyOf(request))
    return seeOther(`${paths.group.session(sessionId)}#who-is-there`)
  },
  async move(request, id) {
    const on = dayIn(request, 'on')
    const at = readTypedTime(request.form.text('at')) ?? request.form.text('at')
    const input = { id, version: versionIn(request), on, at }
    const { groupId } = await moveSession(request.context, request.actor, input, keyOf(request))
    return seeOther(paths.group.one(groupId), 'group.said.moved')
  },
  async cancel(request, id) {
    const reason = cancelReasons.find((one) => one === request.form.text('reason'))
    if (!reason) throw new Invalid({ reason: 'choose-one' })
    const input = { id, version: versionIn(request), reason }
    const { groupId } = await cancelSession(request.context, request.actor, input, keyOf(request))
    return seeOther(paths.group.one(groupId), 'group.said.cancelled')
  },
  async note(request, id) {
    const input = { id, version: versionIn(request), note: request.form.optional('note') }
    await noteSession(request.context, request.actor, input, keyOf(request))
    return seeOther(paths.group.session(id), 'group.said.changed')
  },
  async arrange(request, id) {
    const { form } = request
    const language = form.optional('interpreterLanguage')
    const how = form.text('interpreterHow') === 'phone' ? ('phone' as const) : ('in_person' as const)
    const state = form.checked('interpreterArranged') ? ('arranged' as const) : ('wanted' as const)
    const input = {
      id,
      version: versionIn(request),
      crechePlaces: form.text('crechePlaces') === '' ? null : numberIn(request, 'crechePlaces'),
      interpreter: language === null ? null : { language, how, state },
      fromHereOn: form.checked('fromHereOn'),
    }
    await arrangeSession(request.context, request.actor, input, keyOf(request))
    return seeOther(paths.group.session(id), 'group.said.changed')
  },
  async 'plan-talk'(request, sessionId) {
    const placeId = request.form.text('placeId')
    const input = { sessionId, placeId, on: dayIn(request, 'on') }
    await planMakeUp(request.context, request.actor, input, keyOf(request))
    return seeOther(paths.group.session(sessionId), 'group.said.make-up-planned')
  },
  async 'settle-talk'(request, sessionId) {
    const [id = '', version, how] = aboutIn(request, 'talk')
    const outcome =
      how === 'held'
        ? ({ how: 'held', on: dayIn(request, 'on'), minutes: numberIn(request, 'minutes') } as const)
        : ({ how: 'cancelled' } as const)
    const input = { id, version: Number(version), outcome }
    await settleMakeUp(request.context, request.actor, input, keyOf(request))
    return seeOther(paths.group.session(sessionId), `group.said.make-up-${outcome.how}`)
  },
  async hold(request, id) {
    const { form } = request
    const theme = themeOutcomes.find((one) => one === form.text('theme'))
    if (!theme) throw new Invalid({ theme: 'choose-one' })
    const input = {
      id,
      version: versionIn(request),
      minutes: numberIn(request, 'minutes'),
      theme,
      sheet: form.optional('sheet'),
      facilitatorIds: [...form.all('facilitatorIds')],
      allTheSame: form.checked('allTheSame'),
    }
    const { groupId } = await recordSession(request.context, request.actor, input, keyOf(request))
    return seeOther(paths.group.one(groupId), 'group.said.held')
  },
}

export const actOnSession: Deed = (request, id) => {
  refuseFiles(request.form)
  const deed = deeds[request.form.text('what')]
  if (!deed) throw new Invalid({ what: 'choose-one' })
  return deed(request, id)
}
