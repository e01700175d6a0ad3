/**
 * Keeps the one page that a phone opens without a signal, with its script and style. It reaches no further than `/field/`,
 * and keeps nothing else: no page with anybody in it passes here. Built with the other islands; served at `/field/keep.js`
 * with the list of what to keep before it.
 */
interface Keeper extends EventTarget {
  readonly kept: { readonly name: string; readonly files: readonly string[] }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
}
interface Ending extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
const keeper = self as unknown as Keeper
const { name, files } = keeper.kept
const shell = '/field/'

keeper.addEventListener('install', (event) => {
  const fetched = async () => {
    const cache = await caches.open(name)
    await cache.addAll(files.map((file) => new Request(file, { cache: 'reload', credentials: 'omit' })))
    await keeper.skipWaiting()
  }
  ;(event as Ending).waitUntil(fetched())
})
keeper.addEventListener('activate', (event) => {
  const tidied = async () => {
    for (const old of await caches.keys()) if (old !== name) await caches.delete(old)
    await keeper.clients.claim()
  }
  ;(event as Ending).waitUntil(tidied())
})
keeper.addEventListener('fetch', (event) => {
  const { request } = event as Asked
  if (request.method !== 'GET') return
  const { pathname } = new URL(request.url)
  if (pathname === shell) (event as Asked).respondWith(lineFirst(request))
  else if (files.includes(pathname)) (event as Asked).respondWith(keptFirst(request, pathname))
})

/** With a line in four seconds it is the newest; otherwise the one that is kept. */
async function lineFirst(request: Request): Promise<Response> {
  const kept = await caches.match(shell)
  const late = new Promise<never>((_, reject) => setTimeout(reject, 4_000))
  try {
    const answer = await (kept ? Promise.race([fetch(request), late]) : fetch(request))
    return answer.ok || !kept ? answer : kept
  } catch (error) {
    if (kept) return kept
    throw error
  }
}
const keptFirst = async (request: Request, pathname: string): Promise<Response> =>
  (await caches.match(pathname)) ?? fetch(request)
