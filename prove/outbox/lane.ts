import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import type { Chance } from '#simulation/chance.ts'
import { openDyingSmtp } from '#testing/dying-smtp.ts'
import { openTestGateway } from '#testing/sms-gateway.ts'
import { drawMood, drawSmtpFault } from './faults.ts'
import { linePoints, ownPoints, type Sending } from './sending.ts'

/** Built, as what `npm start` runs is. */
const folder = 'dist/prove-sending'
export const buildSending = () =>
  build({
    logLevel: 'error',
    build: { ssr: 'prove/outbox/sending-process.ts', outDir: folder, emptyOutDir: true },
  })

/** So often a conversation comes to a bad end. */
const shareOfFaults = 0.15

/** A process that sends, with the servers that it sends to; killed at a point, the next one takes its place. */
export async function openLane(sending: Omit<Sending, 'mail' | 'text' | 'dies'>, chance: Chance) {
  const counted = { faults: 0, kills: 0 }
  const seen = { mail: 0, text: 0 }
  let child: ChildProcess | null = null
  let killAt: (typeof linePoints)[number] | null = null
  /** Whether a kill is still to come, and whether anything goes wrong at all. */
  let due = 0
  let healthy = false
  const faulty = (): boolean => {
    if (healthy || !chance.chance(shareOfFaults)) return false
    counted.faults += 1
    return true
  }
  const smtp = await openDyingSmtp(() => {
    if (killAt) {
      const moment = killAt
      killAt = null
      return { moment, how: () => child?.kill('SIGKILL') }
    }
    return faulty() ? drawSmtpFault(chance) : null
  })
  const gateway = await openTestGateway(undefined, () => (faulty() ? drawMood(chance) : 202))

  let answers: AsyncIterator<string> | null = null
  function start(): ChildProcess {
    const at =
      due > 0 ? chance.pick([...ownPoints, ...linePoints.map((one) => `line: ${one}` as const)]) : null
    if (at !== null) due -= 1
    killAt = linePoints.find((one) => `line: ${one}` === at) ?? null
    const point = ownPoints.find((one) => one === at)
    const started = spawn(process.execPath, [path.join(folder, 'sending-process.js')], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH },
    })
    // Who is killed hears no more.
    started.stdin?.on('error', () => undefined)
    const asked: Sending = {
      ...sending,
      mail: { port: smtp.port, from: 'bericht@post.example.nl' },
      text: { port: gateway.port, from: 'Bericht' },
      dies: point ? { point, after: chance.between(0, 3) } : null,
    }
    started.stdin?.write(`${JSON.stringify(asked)}\n`)
    if (started.stdout) answers = createInterface({ input: started.stdout })[Symbol.asyncIterator]()
    return started
  }

  return {
    counted,
    /** So many more of its processes are to be killed, each at a point drawn by chance. */
    kill: (more: number) => {
      due += more
    },
    heal: (is: boolean) => {
      healthy = is
      if (is) due = 0
    },
    /** Sends what is due at this moment; who is killed at it is replaced until one comes through. */
    async round(now: string): Promise<void> {
      for (;;) {
        child ??= start()
        child.stdin?.write(`${JSON.stringify({ now })}\n`)
        const said = await answers?.next()
        if (said && !said.done) return
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
        if (child.signalCode !== 'SIGKILL') throw new Error(`the sender left by itself: ${child.exitCode}`)
        counted.kills += 1
        child = null
      }
    },
    /** A new process for the next round, if one is to be killed: the one that runs has no point to die at. */
    async renew(): Promise<void> {
      if (due === 0 || !child) return
      child.stdin?.end()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      child = null
    },
    /** Ids of messages that came in whole since this was last asked, whether it was said or not. */
    received(): string[] {
      const [mails, texts] = [smtp.received.slice(seen.mail), gateway.received.slice(seen.text)]
      seen.mail += mails.length
      seen.text += texts.length
      return [...mails.map((id) => /^<([^@]+)@/.exec(id)?.[1] ?? id), ...texts.map(({ id }) => id)]
    },
    async close(): Promise<void> {
      child?.stdin?.end()
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      await smtp.close()
      await gateway.close()
    },
  }
}
export type Lane = Awaited<ReturnType<typeof openLane>>
