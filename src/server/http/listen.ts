import type { Server } from 'node:http'
import { createServer } from 'node:net'
import { serve } from '@hono/node-server'
import type { Config } from '#server/config.ts'

type Place = Pick<Config, 'port' | 'host'>

/**
 * Throws if somebody else listens there. Looked at first: who finds out after opening the database has already
 * touched what the other one works with.
 */
export const makeSurePortIsFree = ({ port, host }: Place): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(inWords(error, { port, host })))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })

export const listen = (fetch: Parameters<typeof serve>[0]['fetch'], { port, host }: Place): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, () => resolve(server)) as Server
    server.once('error', (error) => reject(inWords(error, { port, host })))
  })

function inWords(error: NodeJS.ErrnoException, { port, host }: Place): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(`Port ${port} is in use. Choose another one, for example: PORT=3001 npm start`)
  if (error.code === 'EACCES')
    return new Error(`Port ${port} may not be used by this user. Choose one above 1023.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Error(`NAAST_HOST is ${host}, which is no address of this machine.`)
  return error
}

/** How long requests that are running get to finish, in milliseconds. */
const patience = 5_000

/** Stops taking requests and waits for those that run. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
  })
