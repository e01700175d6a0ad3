import { parentPort, workerData } from 'node:worker_threads'
import { searchGroups } from '#domain/group/compose/search.ts'
import type { FromGroupThread, ToGroupThread } from './messages.ts'
import { solveCompact } from './solve-compact.ts'

/** One composition, and the thread ends: a solver's memory only grows, and this is asked now and then. */
const { question, withinMs } = workerData as ToGroupThread
const say = (message: FromGroupThread) => parentPort?.postMessage(message)

const until = performance.now() + withinMs
say({ kind: 'found', found: searchGroups(question) })
say({ kind: 'solved', solved: await solveCompact(question, { withinMs: until - performance.now() }) })
