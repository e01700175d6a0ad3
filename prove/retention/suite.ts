import type { Found, Suite } from '../suite.ts'
import { failuresOf, faults, proveRetention } from './prove.ts'

export const retention: Suite = {
  name: 'retention',
  title: 'Nothing is kept after its term, and nothing goes before it (T27)',
  count: 5_000,
  run(count, seed): Found {
    const found = proveRetention(count, seed)
    const missed = faults.filter(
      (fault) => failuresOf(proveRetention(Math.min(count, 500), seed, fault)).length > 0,
    )
    const failures = failuresOf(found)
    return {
      cases: count,
      failures: failures.length + faults.length - missed.length,
      summary: `25 years each, night by night: ${found.shredded} destroyed, ${found.early.length} too early, ${found.late.length} too late, ${found.wrong.length} against a hold or before their days; ${missed.length} of ${faults.length} controls missed when left out`,
      examples: failures.slice(0, 10),
    }
  },
}
