import { hash, verify } from '@node-rs/argon2'

/** Argon2id as OWASP advises: 19 MiB, two passes, one lane. About 30 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** How many are computed at a time, and how many may wait. More would let a flood of guesses eat the server. */
const atOnce = 2
const mayWait = 40

export class TooBusy extends Error {
  override readonly name = 'TooBusy'
}

/** Hashes and checks passwords, a few at a time. Throws `TooBusy` when too many are waiting. */
export function openPasswords() {
  let running = 0
  const waiting: (() => void)[] = []
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (waiting.length >= mayWait) throw new TooBusy()
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    running += 1
    try {
      return await work()
    } finally {
      running -= 1
      waiting.shift()?.()
    }
  }
  return {
    hash: (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFKC'), cost)),
    verify: ({ hash: kept, password }: { hash: string; password: string }): Promise<boolean> =>
      inTurn(() => verify(kept, password.normalize('NFKC'))),
  }
}
export type Passwords = ReturnType<typeof openPasswords>
