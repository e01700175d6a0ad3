/** What a failed start says: what is wrong and how to mend it, in a line. Never a stack, never a password. */
export function startProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = codeOf(error)
  const where = Reflect.get(error, 'path')
  const place = typeof where === 'string' ? where : 'its data folder'
  if (code in folders) return `${folders[code]?.replace('…', place)} ${another}`
  return databases[code] ?? error.message
}

const another = 'Give Naast a folder it may write in: NAAST_DATA=/path/to/folder npm start'

const folders: Record<string, string> = {
  EACCES: 'Naast may not use …: permission denied.',
  EPERM: 'Naast may not use …: permission denied.',
  EROFS: 'Naast can’t write to …: that disk is read-only.',
  ENOTDIR: '… is not a folder.',
  EEXIST: '… is not a folder.',
  ENOENT: '… can’t be made there.',
  ENOSPC: 'The disk is full: … can’t be written.',
}

const databases: Record<string, string> = {
  ECONNREFUSED: 'The database at DATABASE_URL does not answer. Is it running, and is the address right?',
  ENOTFOUND: 'The machine in DATABASE_URL can’t be found.',
  ETIMEDOUT: 'The database at DATABASE_URL does not answer.',
  '28P01': 'The database at DATABASE_URL does not know this user or this password.',
  '28000': 'The database at DATABASE_URL does not let this user in from here.',
  '3D000': 'The database in DATABASE_URL does not exist. Make it first: docs/deploy.md says how.',
  '42501':
    'The user in DATABASE_URL lacks a right that Naast needs to set up its database: docs/deploy.md says which.',
}

/** Of several tries to connect, the first that says why. */
function codeOf(error: Error): string {
  const inside: unknown = error instanceof AggregateError ? error.errors[0] : null
  const code = Reflect.get(error, 'code') ?? (inside instanceof Error ? Reflect.get(inside, 'code') : null)
  return typeof code === 'string' ? code : ''
}
