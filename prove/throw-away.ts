import type { Cluster } from '#testing/cluster.ts'
import { startThrowAway } from '#testing/cluster.ts'

/** Gives a proof a PostgreSQL of its own, whose worlds it opens with `openWorldOn`; nothing of it is left. */
export async function onThrowAway<Result>(
  work: (cluster: Cluster, folder: string) => Promise<Result>,
  settings: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const { cluster, folder, stop } = await startThrowAway(settings)
  try {
    return await work(cluster, folder)
  } finally {
    await stop()
  }
}
