import { read } from './load.ts'
import type { Served } from './served.ts'
import type { BenchWorld } from './world.ts'

/**
 * Looks once at what is going to be timed: product and floor show the same fifty women in the same order, and the
 * same visits of one of them. Throws if they don't: figures of a page that shows nothing are worth nothing.
 */
export async function lookAtPages(
  { url, cookie }: Served,
  world: BenchWorld,
): Promise<{ trajectoryIds: readonly string[] }> {
  const bodyOf = async (path: string) => {
    const { status, body } = await read(url, { path }, cookie)
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    return body
  }
  const rowsOf = (html: string) =>
    [...html.matchAll(/<th scope="row">.*?href="\/trajectories\/([0-9a-f-]{36})"[^>]*>([^<]+)</g)].map(
      ([, id, name]) => `${id} ${name?.trim()}`,
    )
  const [ours, floors] = [await bodyOf('/trajectories'), await bodyOf('/floor/caseload')]
  const [shown, expected] = [rowsOf(ours), rowsOf(floors)]
  if (expected.length !== 50 || shown.join() !== expected.join())
    throw new Error(`the caseload shows ${shown.length} rows, the floor ${expected.length}, or others`)

  const { rows } = await world.owner.query<{ id: string }>(
    `select id from trajectory where org_id = $1 and state = 'active' order by md5(id::text) limit 1000`,
    [world.opening.orgId],
  )
  const trajectoryIds = rows.map(({ id }) => id)
  const [page, floor] = [
    await bodyOf(`/trajectories/${trajectoryIds[0]}`),
    await bodyOf(`/floor/trajectory/${trajectoryIds[0]}`),
  ]
  const factsOf = (html: string) => html.match(/<tr><th scope="row">/g)?.length ?? 0
  const headingOf = (html: string) => /<h1[^>]*>\s*([^<]+?)\s*</.exec(html)?.[1]
  // The product's table has the child's birth as well.
  if (headingOf(page) !== headingOf(floor) || factsOf(page) !== factsOf(floor) + 1)
    throw new Error(
      `trajectory: ${headingOf(page)} with ${factsOf(page)} lines, floor ${headingOf(floor)} with ${factsOf(floor)}`,
    )
  const kilobytes = (html: string) => `${(html.length / 1024).toFixed(0)} KB`
  console.log(
    `Looked: caseload ${kilobytes(ours)} (floor ${kilobytes(floors)}), trajectory ${kilobytes(page)} (floor ${kilobytes(floor)}).`,
  )
  return { trajectoryIds }
}
