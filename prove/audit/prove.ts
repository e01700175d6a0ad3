import { checkLog } from '#server/verify-log.ts'
import { chanceOf } from '#simulation/chance.ts'
import type { OneOfEach } from '#testing/one-of-each.ts'
import type { World } from '#testing/world-on.ts'
import { readLastAnchor } from '#usecases/audit/read-last-anchor.ts'
import { type Log, reseal, tamperings } from './tampering.ts'

export interface Tampered {
  readonly tried: number
  readonly kinds: number
  readonly missed: readonly string[]
  /** Found only by the anchor that was kept elsewhere, as it must be. */
  readonly onlyByAnchor: number
  readonly seals: number
  readonly lines: number
}

const zone = 'Europe/Amsterdam'
const turn = (world: World, hours: number) =>
  world.turnTo(world.context.now().add({ hours }).toZonedDateTimeISO(zone).toString())

/** Seals what there is; call it between calls, so that there is more than one seal. */
export async function sealNow(world: World): Promise<void> {
  turn(world, 1)
  await reseal(world)
}

async function logOf(world: World): Promise<Log> {
  const { owner, orgId } = world
  const { rows: seals } = await owner.query<{ until_id: string }>(
    'select until_id from audit_seal where org_id = $1 order by number',
    [orgId],
  )
  const { rows } = await owner.query<{ id: string; event: string }>(
    'select id, event from audit_event where org_id = $1 and id <= $2 order by id',
    [orgId, seals.at(-1)?.until_id],
  )
  const ids = rows.map(({ id }) => id)
  return {
    world,
    owner,
    ids,
    events: rows.map(({ event }) => event),
    seals: seals.length,
    ends: seals.map(({ until_id }) => ids.indexOf(until_id)),
  }
}

/** Tampers with the log in every way, again and again, each undone before the next; all of them must be found. */
export async function proveTampering(
  world: World,
  { members }: Pick<OneOfEach, 'members'>,
  count: number,
  seed: number,
): Promise<Tampered> {
  const chance = chanceOf(seed)
  const { owner, context, orgId } = world
  const log = await logOf(world)
  const anchor = (await readLastAnchor(context, members.privacy_officer, {}))?.text ?? ''
  // Long enough after the last seal that what was put behind it should have been sealed.
  turn(world, 4)
  // What was written after the last seal is no part of it.
  await owner.query(
    `create table kept_lines as select * from audit_event where org_id <> '${orgId}' or id <= '${log.ids.at(-1)}'`,
  )
  await owner.query('create table kept_seals as select * from audit_seal')
  const restore = () =>
    owner.query(
      'truncate audit_event, audit_seal; insert into audit_event select * from kept_lines; insert into audit_seal select * from kept_seals',
    )
  const flaws = async (anchors: readonly string[]) => (await checkLog(context, orgId, anchors)).flaws
  await restore()
  const missed: string[] = []
  let onlyByAnchor = 0
  // First that nothing is found where nothing was done.
  for (const flaw of await flaws([anchor])) missed.push(`untouched, and found: ${flaw}`)
  for (let at = 0; at < count; at += 1) {
    const tampering = tamperings[at % tamperings.length]
    if (!tampering) throw new Error('no tampering')
    await restore()
    await tampering.make(log, chance)
    if ((await flaws([anchor])).length === 0) missed.push(`run ${at}: ${tampering.name}`)
    if (tampering.needsAnchor) {
      const without = await flaws([])
      if (without.length > 0) missed.push(`run ${at}: ${tampering.name}, found without: ${without.join()}`)
      else onlyByAnchor += 1
    }
  }
  await restore()
  return {
    tried: count,
    kinds: tamperings.length,
    missed,
    onlyByAnchor,
    seals: log.seals,
    lines: log.ids.length,
  }
}
