import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type DocumentType, documentTypes } from '#domain/document/document.ts'
import { documentLimits } from '#domain/document/document-limits.ts'
import {
  ExaminerBusy,
  type FileExaminer,
  type FileRefusal,
  fileRefusals,
  SafeFile,
} from '#usecases/document/safe-file.ts'
import type { VirusScanner } from './clamd.ts'

/** The examiner, which whoever opened it closes. */
export interface OpenExaminer extends FileExaminer {
  close(): Promise<void>
}

interface Options {
  /** Looks for viruses, where there is a scanner: what it doesn't call clean is not taken. */
  readonly scanner?: VirusScanner | null
  readonly withinMs?: number
  /** Another program than ours, for tests: of one that never answers or takes all there is. */
  readonly program?: string
  /** Hears what it has in memory, as often as that is looked at. */
  readonly hears?: (bytes: number) => void
}

// Built, the program stands beside the server; from its sources, beside this file.
const sources = import.meta.url.endsWith('.ts')
const ours = fileURLToPath(
  new URL(sources ? './examine-process.ts' : './examine-process.js', import.meta.url),
)

/** One at a time: two bombs at once would be two times as much. So many more may wait. */
const mostWaiting = 8
const patience = 30_000
/** In memory at once; looked at so often that it stays under 512 MB. */
const mostResident = 448 * 1024 * 1024
const lookMs = 20
/**
 * What the system itself keeps to, also if nobody looks any more: the memory it may ask for, most of which V8 reserves
 * and never fills, in KiB, and seconds of work.
 */
const mostData = 1_536 * 1024
const mostSeconds = 40
const shell = '/bin/sh'

/**
 * Looks at each file in a process of its own, that may take so much memory and time and no more, writes nothing, knows
 * no secret and is gone afterwards: whatever is in a file, the server goes on.
 */
export function openFileExaminer(options: Options = {}): OpenExaminer {
  const { scanner = null, withinMs = patience, program = ours, hears = () => undefined } = options
  const running = new Set<ChildProcess>()
  let waiting = 0
  let closed = false
  let last: Promise<unknown> = Promise.resolve()

  const look = async (bytes: Uint8Array): Promise<SafeFile | { refused: FileRefusal }> => {
    if (closed) throw new ExaminerBusy('The examiner is closed.')
    // As it was sent: what is drawn anew has no virus in it, and what isn't is kept as it is.
    if (scanner && bytes.length > 0 && bytes.length <= documentLimits.bytes) {
      const verdict = await scanner.scan(bytes).catch((cause: unknown) => {
        throw new ExaminerBusy('No virus scanner answered.', { cause })
      })
      if (verdict === 'virus') return { refused: 'document-virus' }
    }
    const child = start(program)
    running.add(child)
    try {
      return read(await answerOf(child, bytes, { withinMs, hears }))
    } finally {
      running.delete(child)
    }
  }
  return {
    examine: (bytes) => {
      if (waiting >= mostWaiting) return Promise.reject(new ExaminerBusy('Too many wait.'))
      waiting += 1
      const mine = last.then(() => look(bytes)).finally(() => (waiting -= 1))
      last = mine.catch(() => undefined)
      return mine
    },
    async close() {
      closed = true
      for (const child of running) child.kill('SIGKILL')
      await last
    },
  }
}

function start(program: string): ChildProcess {
  const node = [
    '--max-old-space-size=128',
    '--no-warnings',
    // No file is written, no program started and no address asked, as far as it is JavaScript that wants it.
    '--permission',
    '--allow-addons',
    '--allow-fs-read=*',
    program,
  ]
  const limited = process.platform === 'linux' && existsSync(shell)
  const [command, args] = limited
    ? [
        shell,
        [
          '-c',
          `ulimit -d ${mostData}; ulimit -t ${mostSeconds}; ulimit -c 0; exec "$0" "$@"`,
          process.execPath,
          ...node,
        ],
      ]
    : [process.execPath, node]
  return spawn(command, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      // Windows starts nothing without it.
      ...(process.env.SYSTEMROOT ? { SYSTEMROOT: process.env.SYSTEMROOT } : {}),
      MALLOC_ARENA_MAX: '2',
      UV_THREADPOOL_SIZE: '2',
    },
  })
}

/** All that it says until it is gone; nothing, if it took too long, said too much or broke. */
const answerOf = (
  child: ChildProcess,
  bytes: Uint8Array,
  { withinMs, hears }: { readonly withinMs: number; readonly hears: (bytes: number) => void },
): Promise<Buffer | null> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const end = (answer: Buffer | null) => {
      clearTimeout(timer)
      clearInterval(watch)
      child.kill('SIGKILL')
      resolve(answer)
    }
    const timer = setTimeout(() => end(null), withinMs)
    const watch = setInterval(async () => {
      const resident = await residentOf(child.pid)
      hears(resident)
      if (resident > mostResident) end(null)
    }, lookMs)
    child.once('error', () => end(null))
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size > documentLimits.bytes + 1_000) end(null)
    })
    child.once('close', (code) => end(code === 0 ? Buffer.concat(chunks) : null))
    // It may be gone before it read all.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(bytes)
  })

/** What a process has in memory now, in bytes; 0 where the system doesn't say. */
async function residentOf(pid: number | undefined): Promise<number> {
  const said = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(said)?.[1] ?? 0) * 1024
}

function read(answer: Buffer | null): SafeFile | { refused: FileRefusal } {
  const at = answer?.indexOf('\n') ?? -1
  if (!answer || at === -1) return { refused: 'document-too-heavy' }
  const said: unknown = JSON.parse(answer.subarray(0, at).toString())
  if (typeof said !== 'object' || said === null) return { refused: 'document-too-heavy' }
  const type =
    'type' in said ? documentTypes.find((one): one is DocumentType => one === said.type) : undefined
  const refused = 'refused' in said ? fileRefusals.find((one) => one === said.refused) : undefined
  if (!type || refused) return { refused: refused ?? 'document-damaged' }
  const body = answer.subarray(at + 1)
  return new SafeFile({ type, body, print: createHash('sha256').update(body).digest('base64url') })
}
