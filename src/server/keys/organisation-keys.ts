import type { Tx } from '#db/connection.ts'
import { findOrganisationKey, insertOrganisationKey } from '#db/data-key.ts'
import { type Key, newKey, open, seal } from './seal.ts'

/** The key from outside the database that wraps every organisation's key. `id` is kept beside what it wrapped. */
export interface RootKey {
  id: string
  key: Key
}

/** Unwraps organisations' keys and remembers them in memory; makes one for an organisation that has none yet. */
export class OrganisationKeys {
  readonly #root: RootKey
  readonly #known = new Map<string, Key>()
  constructor(root: RootKey) {
    this.#root = root
  }

  async of(tx: Tx, orgId: string): Promise<Key> {
    const known = this.#known.get(orgId)
    if (known) return known
    const bound = `organisation_key|${orgId}`
    const kept = await findOrganisationKey(tx, orgId)
    if (kept) {
      if (kept.wrappedBy !== this.#root.id)
        throw new Error(
          `The organisation's key was wrapped by key ${kept.wrappedBy}; this server holds ${this.#root.id}.`,
        )
      const key = open(this.#root.key, bound, kept.wrapped)
      this.#known.set(orgId, key)
      return key
    }
    // Not remembered until it is read back in a later transaction: this one may still be rolled back.
    const key = newKey()
    await insertOrganisationKey(tx, orgId, {
      wrapped: seal(this.#root.key, bound, key),
      wrappedBy: this.#root.id,
    })
    return key
  }
}
