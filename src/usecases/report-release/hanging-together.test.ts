import { afterAll, beforeAll, expect, test } from 'vitest'
import { countTableOf, packTemplates } from '#domain/figures/pack-template.ts'
import { readPeriod } from '#domain/figures/period.ts'
import { castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { yearsOfWork } from '#testing/years-of-work.ts'
import { readFigures } from '#usecases/figures/read-figures.ts'
import { prepareFigures } from '#usecases/report-release/prepare-figures.ts'
import { readReportRelease } from '#usecases/report-release/read-report-release.ts'
import { attack } from '../../../prove/disclosure/attacker.ts'

let world: World

/** Most stop for one reason; few are carried through, or never begin. */
const unevenEndings = [
  `create temporary table ending as select trajectory_id, case when k % 11 = 0 then 'completed'
     when k % 7 = 0 then 'not_started' else 'ended_early' end as result,
     case when k % 11 = 0 then (array['goals_met', 'end_age'])[1 + k % 2]
       when k % 7 = 0 then (array['no_match', 'moved'])[1 + k % 2]
       else (array['moved', 'moved', 'no_time', 'moved', 'moved', 'goals_met'])[1 + k % 6] end as reason
   from (select trajectory_id, row_number() over (order by trajectory_id) as k from closure) one`,
  'set session_replication_role = replica',
  'update closure c set result = e.result, reason_code = e.reason from ending e where e.trajectory_id = c.trajectory_id',
  `update trajectory t set closure_reason = e.reason, started_on = case when e.result <> 'not_started' then t.started_on end
   from ending e where e.trajectory_id = t.id`,
  // And a few are still at the desk.
  `delete from trajectory where id in (select t.id from trajectory t join referral r on r.id = t.referral_id
     where t.state = 'waiting' and r.received_on between '2025-02-01' and '2025-10-01' order by t.id limit 4)`,
  `update referral r set state = 'received' where not exists (select from trajectory t where t.referral_id = r.id)`,
  'set session_replication_role = default',
]
beforeAll(async () => {
  world = await openWorld()
  const worker = await castWorker(world, { given: 'Ans' })
  for (const statement of yearsOfWork(world.orgId, worker, 600, 1_200)) await world.owner.query(statement)
  for (const statement of unevenEndings) await world.owner.query(statement)
}, 120_000)
afterAll(() => world?.close())

test('who reads a year’s pack and knows that who began was referred, and what a reason goes with, works out no small number', async () => {
  const manager = { ...(await world.member(['programme_manager'])), provedAt: world.context.now() }
  const coordinator = await world.member(['coordinator'])
  for (const code of ['2024', '2025']) {
    const period = readPeriod(code)
    if (!period) throw new Error('no period')
    const { id } = await prepareFigures(world.context, manager, {
      template: 'year',
      recipient: 'municipality',
      period: code,
    })
    const { pack } = await readReportRelease(world.context, manager, { id })
    const sets = await Promise.all(
      (['funnel', 'reach', 'closing'] as const).map((set) =>
        readFigures(world.context, coordinator, { set, period: code }),
      ),
    )
    const counted = packTemplates.year.tallies.map((tally) => {
      const found = sets.flatMap(({ tallies }) => tallies).find((one) => one.id === tally)
      if (!found) throw new Error(`${tally} isn’t counted inside`)
      return countTableOf(found, '', period)
    })
    const aims = counted.flatMap(({ population, dimensions, counts }) => {
      const [rows, columns] = dimensions
      const width = columns?.categories.length ?? 1
      return counts.flatMap((n, at) => {
        if (n === 0 || n >= pack.least) return []
        const row = { [rows?.id ?? '']: rows?.categories[Math.floor(at / width)] ?? '' }
        const column = columns ? { [columns.id]: columns.categories[at % width] ?? '' } : {}
        return [{ release: 0, population, of: { ...row, ...column } }]
      })
    })
    expect(aims.length).toBeGreaterThan(2)
    const bounds = await attack(
      { releases: [pack.tables], relations: [], grows: false, made: [counted] },
      aims,
    )
    for (const [at, { low, high }] of bounds.entries())
      expect([low <= 0, high >= pack.least], JSON.stringify(aims[at])).toEqual([true, true])
  }
}, 120_000)
