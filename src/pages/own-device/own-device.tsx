import { formOf } from '#pages/form-data.ts'
import { leftBehind } from '#pages/look/exit.tsx'
import { Begin, CodeForm, Done, Over, Questions } from '#pages/own-device/own-device-view.tsx'
import { type Answer, type AnyoneRequest, anyoneRoute, page, type Route } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { answerOwnDevice } from '#usecases/own-device/answer-own-device.ts'
import { readDeviceToken } from '#usecases/own-device/give-device-code.ts'
import { leaveOwnDevice } from '#usecases/own-device/leave-own-device.ts'
import { readOwnDevice } from '#usecases/own-device/read-own-device.ts'

/**
 * Questions on her own device. Nothing is kept there: no cookie, no storage, and one address for everything. What opens
 * the questions is held by the page itself, in its form, and is good for nothing once she sent or left.
 */
const shown = (
  { t }: AnyoneRequest,
  body: Parameters<typeof page>[1],
  more: Parameters<typeof page>[2] = {},
): Answer => page(t('own-device.title'), body, { frame: 'participant', ...more })

const codePage = (request: AnyoneRequest, problem: Problem = noProblem): Answer => {
  const { t, form, pressed } = request
  return shown(
    request,
    <CodeForm state={{ t, form, problem }} saysPressed={pressed} />,
    problem === noProblem ? {} : { status: problem.refused?.code === 'slow-down' ? 429 : 422 },
  )
}
/** Whatever the reason is: it is nobody's business on her device. */
const over = (request: AnyoneRequest): Answer => shown(request, <Over t={request.t} />, { status: 409 })

/** Her code: wrong, typed before, over, of a file that is shut meanwhile, all alike. */
async function enter(request: AnyoneRequest): Promise<Answer> {
  const { form, signIn, caller } = request
  try {
    const token = await signIn.ownDevice.enter(caller, form.text('code'))
    return token
      ? open(request, token, 'begin')
      : codePage(request, { fields: { code: 'own-device-code' }, refused: null })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return codePage(request, { fields: {}, refused: { code: error.code, detail: {} } })
  }
}

/** Leaving goes where her organisation chose, and gives back what the page held. */
const wayOut = ({ t }: AnyoneRequest, token: string, to: string | null) => ({
  action: `${paths.ownDevice()}?lang=${t.language}`,
  token,
  to,
})
/** After it the browser keeps nothing of ours. */
const done = (request: AnyoneRequest, token: string, exitUrl: string | null, call: boolean): Answer =>
  shown(request, <Done t={request.t} call={call} />, {
    headers: [['clear-site-data', '"cache"']],
    leaving: wayOut(request, token, exitUrl),
  })

/** What her page shows now, or that it is over. */
async function open(
  request: AnyoneRequest,
  token: string,
  what: 'begin' | 'questions',
  problem: Problem = noProblem,
): Promise<Answer> {
  const { context, t, form, pressed } = request
  const known = readDeviceToken(context, token)
  const found = known && (await readOwnDevice(context, known.actor, { tokenHash: known.tokenHash }))
  if (!found) return over(request)
  const saysPressed = pressed || form.checked('pressed')
  const view = { state: { t, form, problem }, token, saysPressed, ...found }
  return shown(request, what === 'begin' ? <Begin {...view} /> : <Questions {...view} />, {
    leaving: wayOut(request, token, found.exitUrl),
    ...(problem === noProblem ? {} : { status: 422 }),
  })
}

async function send(request: AnyoneRequest, token: string): Promise<Answer> {
  const { context, form, t } = request
  const known = readDeviceToken(context, token)
  if (!known) return over(request)
  const named = form.entries().filter(([name]) => name.includes('.'))
  const isVersion = ([name]: readonly [string, string]) => name.startsWith('version.')
  try {
    const { exitUrl } = await answerOwnDevice(context, known.actor, {
      tokenHash: known.tokenHash,
      language: t.language,
      answers: Object.fromEntries(named.filter((one) => !isVersion(one))),
      versions: Object.fromEntries(
        named.filter(isVersion).map(([name, value]) => [name.slice('version.'.length), value]),
      ),
    })
    return done(request, token, exitUrl, false)
  } catch (error) {
    if (error instanceof Invalid)
      return open(request, token, 'questions', { fields: error.fields, refused: null })
    if (error instanceof Refused && error.code === 'measure-empty')
      return open(request, token, 'questions', {
        fields: {},
        refused: { code: 'own-device-empty', detail: {} },
      })
    if (error instanceof Refused || error instanceof NotFound) return over(request)
    throw error
  }
}

/** She goes: to another site, or to the words that somebody calls her. */
async function leave(request: AnyoneRequest, token: string, call: boolean): Promise<Answer> {
  const { context, t, exitTo } = request
  const known = readDeviceToken(context, token)
  const left = known
    ? await leaveOwnDevice(context, known.actor, { tokenHash: known.tokenHash, call }).catch((error) => {
        // The way out is open whatever went wrong; whoever asks to be called must not think that she was heard.
        if (call) throw error
        return null
      })
    : null
  if (!call) return leftBehind(t, t('own-device.title'), left?.exitUrl ?? exitTo)
  return left ? done(request, token, left.exitUrl, true) : over(request)
}

/** A page that nobody pressed a button for was brought back by the browser, perhaps not for her: it begins empty. */
const isReplayed = ({ form, pressed }: AnyoneRequest): boolean => form.checked('pressed') && !pressed

async function take(request: AnyoneRequest): Promise<Answer> {
  const { form } = request
  const token = form.text('token')
  const go = form.text('go')
  if (go === 'leave') return leave(request, token, false)
  if (isReplayed(request)) return codePage({ ...request, form: formOf(null) })
  if (go === 'begin') return open(request, token, 'questions')
  if (go === 'send') return send(request, token)
  if (go === 'call') return leave(request, token, true)
  return enter(request)
}

export const ownDeviceRoutes: readonly Route[] = [
  anyoneRoute({
    path: paths.ownDevice(),
    get: async (request) => codePage({ ...request, form: formOf(null) }),
    // What is nothing of ours, and an organisation that isn't there, say what anything says that is over.
    post: (request) =>
      take(request).catch((error) => {
        if (error instanceof NotFound) return over(request)
        throw error
      }),
  }),
]
