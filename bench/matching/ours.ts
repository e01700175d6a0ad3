import { type Instance, objectives } from '#domain/match/solver/instance.ts'
import { bonuses } from '#domain/match/solver/problem.ts'
import type { Solution } from '#domain/match/solver/solution.ts'
import { solve } from '#domain/match/solver/solve.ts'
import { verify } from '#domain/match/solver/verify.ts'
import { readInstance } from './instance-file.ts'

/** Solves one instance some times in a process of its own; the first time is cold, with all that is to be compiled. */
const [file = '', wanted = 'score', times = '1'] = process.argv.slice(2)
const objective = objectives.find((one) => one === wanted) ?? 'score'
const instance = readInstance(file)
let last: Solution | null = null
let peakMb = 0
for (let turn = 0; turn < Number(times); turn++) {
  const cpu = process.cpuUsage()
  const clock = performance.now()
  last = solve(instance, { objective, stable: false })
  const wall = performance.now() - clock
  const { user, system } = process.cpuUsage(cpu)
  // Of the process that solved it once, as the others do; later turns leave arrays behind that nobody waits to be freed.
  if (turn === 0) peakMb = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ solver: turn === 0 ? 'cold' : 'warm', ms: (user + system) / 1000, wall }))
}
if (last) {
  const began = performance.now()
  const { optimal } = verify(instance, last)
  const verifyMs = performance.now() - began
  console.log(JSON.stringify({ solver: 'proof', optimal, verifyMs, peakMb, value: weightOf(instance, last) }))
}

/** The whole in one number, as solvers that know only weights have it. */
function weightOf({ tier }: Instance, { aim, value, mate }: Solution): string {
  let sum = BigInt(value.score)
  for (let i = 0; i < mate.length; i++)
    if ((mate[i] ?? -1) >= 0) sum += BigInt(aim.bonus) * BigInt(bonuses(aim.objective, tier?.[i] ?? 0))
  return String(sum)
}
