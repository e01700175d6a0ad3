import { solveOnce, type Way } from './one-solve.ts'

/** Each in a process of its own, as each composition is in a thread of its own. */
const [at = '0', way = 'cliques', withinMs = '60000'] = process.argv.slice(2)
console.log(JSON.stringify(await solveOnce(Number(at), way as Way, Number(withinMs))))
