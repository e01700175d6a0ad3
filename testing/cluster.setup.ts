import type { TestProject } from 'vitest/node'
import { type Cluster, startThrowAway } from './cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: Cluster
  }
}

/** One PostgreSQL for the whole run; every test file clones a database of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, stop } = await startThrowAway()
  project.provide('cluster', cluster)
  return stop
}
