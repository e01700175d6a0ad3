import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Where PostgreSQL keeps how it is (`ControlFileData.state`, after two version numbers and the cluster's own), and as what. */
const place = 16
const shutDown = [1, 2]

/** Did this cluster end because it was asked to? As its control file says, before it is started again. */
export function endedInOrder(data: string): boolean {
  const file = path.join(data, 'global', 'pg_control')
  // Without one PostgreSQL says itself that it can't start.
  if (!existsSync(file)) return true
  const state = readFileSync(file).subarray(place, place + 4)
  // In the machine's own order of bytes; either way round it is a small number.
  return shutDown.includes(state.readUInt32LE()) || shutDown.includes(state.readUInt32BE())
}
