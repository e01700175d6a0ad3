import { senderTells } from '#domain/message/outgoing-check.ts'
import { builtAssets } from './assets.ts'
import { backupLines } from './backup/state.ts'
import { type Config, readConfig } from './config.ts'
import { endOnSignals } from './end-on-signals.ts'
import { type Foundation, furnish, furnishOthers, layFoundation, openOn } from './foundation.ts'
import { closeServer, listen, makeSurePortIsFree } from './http/listen.ts'
import { startProblem } from './start-problem.ts'

/**
 * Starts Naast: secrets, database, pages, jobs; in demo mode the demo's world too. Says where it is and how long it
 * took. Ends all of it on Ctrl-C or SIGTERM, after the requests that are running. A setting that can't be right is
 * said in a line, not in a stack.
 */
export async function start({ began }: { began: number }): Promise<void> {
  const ending = endOnSignals()
  try {
    const config = readConfig(process.env)
    await makeSurePortIsFree(config)
    const foundation = await ending.opened(layFoundation(config), ({ database }) => database.stop())
    const naast = openOn(foundation, builtAssets('dist/public'))
    ending.before(() => naast.close())
    await furnish(naast, foundation)
    const server = await listen(naast.app.fetch, config)
    ending.before(() => closeServer(server))
    announce(foundation, began, await naast.signIn.firstRunIsOpen())
    await naast.warm()
    await furnishOthers(naast, foundation, ending.asked)
  } catch (error) {
    // What breaks because it is being ended is not a problem.
    if (ending.asked()) return
    console.error(`\n${startProblem(error)}\n`)
    if (process.env.NAAST_STACK) console.error(error)
    await ending.end(1)
  }
}

/** Where it is, in the terminal, with what somebody must know now. */
export function announce({ config, secrets }: Foundation, began: number, firstRun: boolean): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const lines = [`Naast is at ${config.url} (ready in ${seconds} s, ${modeOf(config)}). Ctrl-C stops it.`]
  if (firstRun)
    lines.push(`First run: open ${config.url}/first-run and give this code: ${secrets.firstRunCode}`)
  if (!config.mail && config.mode === 'production')
    lines.push('No mail server is set (NAAST_SMTP_URL): messages wait until there is one.')
  lines.push(...backupLines(config, Temporal.Now.instant()))
  const senders = { NAAST_MAIL_FROM: config.mail?.from, NAAST_SMS_FROM: config.text?.from }
  for (const [name, sender] of Object.entries(senders))
    if (sender && senderTells(sender, []))
      lines.push(`The sender in ${name} gives away who writes: no message to a mother leaves from it.`)
  console.log(`\n${lines.join('\n')}\n`)
}

const modeOf = ({ mode }: Config) =>
  mode === 'demo' ? 'demo mode: everybody in it is invented' : 'production'
