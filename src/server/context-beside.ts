import type { Db } from '#db/connection.ts'
import type { Context } from '#usecases/context.ts'
import { contextOf } from './context.ts'
import { OrganisationKeys, type RootKey } from './keys/organisation-keys.ts'
import { signetOf } from './keys/signet.ts'
import { openVaults } from './keys/vault.ts'
import { memoryNameIndex } from './name-index/memory-name-index.ts'
import { programmeShelves } from './programme-shelves.ts'

/** For a process beside a server (a command, one that a proof kills): no pages, no jobs, no files, no matching. */
export const contextBeside = (
  db: Db,
  rootKey: RootKey,
  requestId: string,
  now: () => Temporal.Instant = () => Temporal.Now.instant(),
): Context =>
  contextOf(
    {
      db,
      vault: openVaults(new OrganisationKeys(rootKey), now),
      names: memoryNameIndex(),
      programmes: programmeShelves(),
      files: { examine: () => Promise.reject(new Error('no file is taken in here')) },
      matchSolver: { ask: () => Promise.reject(new Error('nothing is matched here')) },
      groupSolver: { compose: () => Promise.reject(new Error('nothing is composed here')) },
      disclosureSolver: { makeSafe: () => Promise.resolve(null) },
      signet: signetOf(rootKey),
      now,
    },
    requestId,
  )
