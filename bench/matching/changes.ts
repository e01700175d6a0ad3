import { openSession } from '#domain/match/solver/session.ts'
import { readInstance } from './instance-file.ts'
import { seeded } from './seeded.ts'

/** How long one change takes in a session, each kind many times; and all that one mother could have, exactly. */
const [file = '', times = '2000'] = process.argv.slice(2)
const instance = readInstance(file)
const session = openSession(instance, { objective: 'score', stable: false })
const random = seeded(77)
const some = () => random.below(instance.mothers)

/** Of this thread alone: who else works on this machine doesn't count. */
const cpu = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function timed(what: string, run: (mother: number, worker: number) => void, turns = Number(times)): void {
  const took: number[] = []
  const cpuBegan = cpu()
  for (let turn = 0; turn < turns; turn++) {
    const mother = some()
    const from = instance.rowPtr[mother] ?? 0
    const degree = (instance.rowPtr[mother + 1] ?? 0) - from
    if (degree === 0) continue
    const worker = instance.col[from + random.below(degree)] ?? 0
    const began = performance.now()
    run(mother, worker)
    took.push(performance.now() - began)
  }
  const mean = (cpu() - cpuBegan) / Math.max(1, took.length)
  took.sort((a, b) => a - b)
  const at = (part: number) => took[Math.floor(part * (took.length - 1))] ?? 0
  console.log(JSON.stringify({ what, mean, p50: at(0.5), p99: at(0.99), max: at(1) }))
}
// Once round before, so that what is measured is compiled.
for (const measured of [false, true]) {
  const say = (what: string, run: Parameters<typeof timed>[1], turns?: number) =>
    measured ? timed(what, run, turns) : warm(run)
  const removed: number[] = []
  const pinned: number[] = []
  say('remove a mother', (mother) => {
    session.apply({ kind: 'remove', mother })
    removed.push(mother)
  })
  say('she returns', () => session.apply({ kind: 'return', mother: removed.pop() ?? 0 }))
  for (const mother of removed) session.apply({ kind: 'return', mother })
  say('pin a pair', (mother, worker) => {
    if (!('refused' in session.apply({ kind: 'pin', mother, worker }))) pinned.push(mother)
  })
  say('undo the pin', () => session.apply({ kind: 'unpin', mother: pinned.pop() ?? 0 }))
  for (const mother of pinned) session.apply({ kind: 'unpin', mother })
  say('forbid a pair', (mother) => {
    const worker = session.core.plan.mate[mother] ?? -1
    if (worker >= 0) session.apply({ kind: 'forbid', mother, worker })
  })
  say('what if one more place', (_, worker) => session.oneMore(worker))
  say('all exact prices of one mother', (mother) => session.explainMother(mother), 300)
}
function warm(run: Parameters<typeof timed>[1]): void {
  for (let turn = 0; turn < 300; turn++) {
    const mother = some()
    const worker = instance.col[instance.rowPtr[mother] ?? 0] ?? 0
    run(mother, worker)
  }
}
