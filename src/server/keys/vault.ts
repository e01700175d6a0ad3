import type { Tx } from '#db/connection.ts'
import { destroyDataKey, findDataKeys, insertDataKeys } from '#db/data-key.ts'
import type { SealedPlace, Vault } from '#usecases/vault.ts'
import { Recent } from '../recent.ts'
import { OpenedNames } from './opened-names.ts'
import type { OrganisationKeys } from './organisation-keys.ts'
import { fingerprintOf, type Key, newKey, open, seal } from './seal.ts'
import { openSegments, sealSegments } from './seal-segments.ts'

/**
 * Unwrapped keys by owner; saves unwrapping the same 50 names on every page. Each is kept as text of one byte a letter,
 * the wrapped key and behind it the key: a small buffer is a slice of a large one, and would keep all of that in
 * memory.
 */
class KeyCache {
  readonly #keys = new Recent<string>(8_000)
  get(owner: string, wrapped: Buffer): Key | null {
    const found = this.#keys.get(owner)
    // Compared with the row just read: a destroyed or replaced key is never served from memory.
    return found?.startsWith(wrapped.toString('latin1'))
      ? Buffer.from(found.slice(wrapped.length), 'latin1')
      : null
  }
  put(owner: string, wrapped: Buffer, key: Key): void {
    this.#keys.set(owner, wrapped.toString('latin1') + key.toString('latin1'))
  }
  forget(owner: string): void {
    this.#keys.delete(owner)
  }
}

/** Makes the vault of one transaction. */
export function openVaults(organisations: OrganisationKeys, now: () => Temporal.Instant) {
  const cache = new KeyCache()
  const names = new OpenedNames()
  const nameOf = (orgId: string, owner: string) => `${orgId}|person|name_sealed|${owner}|${owner}`
  /** Another process destroyed this key: nothing of hers stays in the memory of this one either. */
  const forget = (orgId: string, owner: string): void => {
    cache.forget(owner)
    names.forget(nameOf(orgId, owner))
  }
  const inTransaction = (tx: Tx, orgId: string): Vault => {
    const inHand = new Map<string, Key | null>()
    // One promise for the whole transaction: an organisation's first key is made once, by whoever asks first.
    let organisationKey: Promise<Key> | null = null
    const wrappingKey = (): Promise<Key> => {
      organisationKey ??= organisations.of(tx, orgId)
      return organisationKey
    }
    const bound = (owner: string, place: SealedPlace) =>
      `${orgId}|${place.table}|${place.column}|${place.row}|${owner}`
    const nameBound = (owner: string) => nameOf(orgId, owner)
    const wrapBound = (owner: string) => `data_key|${orgId}|${owner}`
    const keyOf = (owner: string): Key | null => {
      const key = inHand.get(owner)
      if (key === undefined) throw new Error('This data key was not loaded in this transaction.')
      return key
    }
    const livingKeyOf = (owner: string): Key => {
      const key = keyOf(owner)
      if (key === null)
        throw new Error('This data key was destroyed; nothing can be added to an erased file.')
      return key
    }
    const unwrap = (wrapping: Key, owner: string, wrapped: Buffer | null): void => {
      if (wrapped === null) {
        inHand.set(owner, null)
        return
      }
      const known = cache.get(owner, wrapped)
      const key = known ?? open(wrapping, wrapBound(owner), wrapped)
      if (!known) cache.put(owner, wrapped, key)
      inHand.set(owner, key)
    }
    return {
      async create(ownerIds) {
        if (ownerIds.length === 0) return
        const wrapping = await wrappingKey()
        const made = ownerIds.map((ownerId) => ({ ownerId, key: newKey() }))
        await insertDataKeys(
          tx,
          orgId,
          made.map(({ ownerId, key }) => ({ ownerId, wrapped: seal(wrapping, wrapBound(ownerId), key) })),
        )
        for (const { ownerId, key } of made) inHand.set(ownerId, key)
      },
      async load(ownerIds) {
        const missing = [...new Set(ownerIds)].filter((id) => !inHand.has(id))
        if (missing.length === 0) return
        const wrapping = await wrappingKey()
        for (const [owner, wrapped] of await findDataKeys(tx, orgId, missing))
          unwrap(wrapping, owner, wrapped)
      },
      async take(keys) {
        const wrapping = await wrappingKey()
        for (const { owner, wrapped } of keys) if (!inHand.has(owner)) unwrap(wrapping, owner, wrapped)
      },
      letGo(ownerIds) {
        for (const owner of ownerIds) {
          inHand.delete(owner)
          cache.forget(owner)
          names.forget(nameBound(owner))
        }
      },
      seal(owner, place, text) {
        return seal(livingKeyOf(owner), bound(owner, place), Buffer.from(text))
      },
      isDestroyed: (owner) => keyOf(owner) === null,
      open(owner, place, sealed) {
        const key = keyOf(owner)
        if (key === null) return null
        const where = bound(owner, place)
        return names.of(where, place, sealed, () => open(key, where, sealed).toString())
      },
      sealSegments(owner, place, bytes) {
        return sealSegments(livingKeyOf(owner), bound(owner, place), bytes)
      },
      openSegments(owner, place, sealed) {
        const key = keyOf(owner)
        return key === null ? null : openSegments(key, bound(owner, place), sealed)
      },
      async destroy(ownerId) {
        await destroyDataKey(tx, orgId, ownerId, now())
        names.forget(nameBound(ownerId))
        cache.forget(ownerId)
        inHand.set(ownerId, null)
      },
      async fingerprint(kind, normalised) {
        return fingerprintOf(await wrappingKey(), kind, normalised)
      },
    }
  }
  return Object.assign(inTransaction, { forget })
}
