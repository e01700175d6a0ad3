import { keyIsOver } from '#domain/field-phone/key-life.ts'
import type { ItemState } from '#domain/field-phone/phone-queue.ts'
import { boxed, newItemId } from '#pages/field-phone/phone-box.ts'

/**
 * What a phone keeps, in IndexedDB: what it carries and what she is typing under a key that no script can take out, and
 * what isn't safe on the server yet in boxes that only the server opens (decision 28).
 */
export interface Phone {
  readonly id: string
  readonly secret: string
  readonly org: string
  readonly boxKey: string
  /** Gone when she signs out, after three days, or when the phone was wiped; with it all that it closes. */
  readonly key: CryptoKey | null
  /** Which key this is: two pages must not close things with two. */
  readonly keyId: string
  readonly givenAt: number
  readonly seenAt: number
  readonly pack: Locked | null
  /** Visits that were written down since the pack came. */
  readonly logged: readonly string[]
}
export interface Locked {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}
export interface Item {
  readonly id: string
  readonly phoneId: string
  readonly box: string
  readonly state: ItemState
}
export interface Draft extends Locked {
  readonly subjectId: string
  /** The same, for the server: it gets in also when the key is gone. */
  readonly item: Item
}

type Store = 'phone' | 'queue' | 'drafts'
const database = 'naast-field'

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open(database, 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('phone')
      asked.result.createObjectStore('queue', { keyPath: 'id' })
      asked.result.createObjectStore('drafts', { keyPath: 'subjectId' })
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

/** One transaction over all of it, on the disk before it says so: what she is told is kept, is. */
async function change(write: (store: (name: Store) => IDBObjectStore) => void): Promise<void> {
  const db = await opened()
  try {
    await new Promise<void>((resolve, reject) => {
      const doing = db.transaction(['phone', 'queue', 'drafts'], 'readwrite', { durability: 'strict' })
      doing.oncomplete = () => resolve()
      doing.onabort = () => reject(doing.error)
      write((name) => doing.objectStore(name))
    })
  } finally {
    db.close()
  }
}
async function read<Value>(name: Store, ask: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  const db = await opened()
  try {
    return await new Promise((resolve, reject) => {
      const asked = ask(db.transaction(name).objectStore(name))
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
  } finally {
    db.close()
  }
}

export const phoneHere = async (): Promise<Phone | null> =>
  (await read<Phone | undefined>('phone', (store) => store.get('this'))) ?? null
const inQueue = (): Promise<Item[]> => read<Item[]>('queue', (store) => store.getAll())
/** What isn't safe on the server yet. */
export const queued = async (): Promise<Item[]> => (await inQueue()).filter(({ state }) => state !== 'unkept')
/** What could not be kept, until she has read so; nothing of its words is left. */
export const unkept = async (): Promise<Item[]> => (await inQueue()).filter(({ state }) => state === 'unkept')
export const drafts = (): Promise<Draft[]> => read<Draft[]>('drafts', (store) => store.getAll())

export const keepPhone = (phone: Phone): Promise<void> => change((store) => store('phone').put(phone, 'this'))
/** Reads what is there now and changes that, in one: another page may have changed it a moment ago. */
function update(store: (name: Store) => IDBObjectStore, next: (phone: Phone) => Phone | null): void {
  const asked: IDBRequest<Phone | undefined> = store('phone').get('this')
  asked.onsuccess = () => {
    const changed = asked.result && next(asked.result)
    if (changed) store('phone').put(changed, 'this')
  }
}

export const setItem = (item: Item): Promise<void> => change((store) => store('queue').put(item))
export const letGo = (id: string): Promise<void> => change((store) => store('queue').delete(id))
export const dropDraft = (subjectId: string): Promise<void> =>
  change((store) => store('drafts').delete(subjectId))

/** She is done: it joins what waits to be sent and is no draft any more, both or neither. */
export const enqueue = (item: Item, subjectId: string, planned: boolean): Promise<void> =>
  change((store) => {
    store('queue').put(item)
    store('drafts').delete(subjectId)
    if (planned) update(store, (phone) => ({ ...phone, logged: [...phone.logged, subjectId] }))
  })

/** The key goes, and what it closed; what she was typing is handed to the server, which alone can still read it. */
export async function dropKey(forGood: boolean): Promise<void> {
  const open = await drafts()
  await change((store) => {
    for (const { item } of open) store('queue').put(item)
    store('drafts').clear()
    if (forGood) store('phone').delete('this')
    else update(store, (phone) => ({ ...phone, key: null, pack: null }))
  })
}

/** The phone with its key, as long as that is good; otherwise the key goes now. */
export async function phoneWithKey(now: number): Promise<(Phone & { readonly key: CryptoKey }) | null> {
  const phone = await phoneHere()
  if (!phone?.key) return null
  if (keyIsOver(phone, now)) {
    await dropKey(false)
    return null
  }
  if (now > phone.seenAt)
    await change((store) => update(store, (kept) => ({ ...kept, seenAt: Math.max(kept.seenAt, now) })))
  return { ...phone, key: phone.key }
}

const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

async function lock(key: CryptoKey, text: string): Promise<Locked> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text))
  return { iv, data }
}
export async function unlock(key: CryptoKey, { iv, data }: Locked): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data))
}

/**
 * What the phone carries from now on, under the key that is there or a new one. If that came to be another meanwhile, in
 * another page, that page brought a pack of its own.
 */
export async function keepPack(phone: Phone, pack: string, now: number): Promise<void> {
  const key = phone.key ?? (await newKey())
  const locked = await lock(key, pack)
  const keyId = phone.key ? phone.keyId : newItemId(now)
  await change((store) =>
    update(store, (kept) =>
      kept.id !== phone.id || kept.keyId !== phone.keyId
        ? null
        : { ...kept, key, keyId, givenAt: now, seenAt: now, pack: locked, logged: [] },
    ),
  )
}

export interface Written {
  readonly form: 'contact-log' | 'contact-extra'
  readonly subjectId: string
  readonly answers: Readonly<Record<string, string>>
}

/** Puts what she wrote in a box, under an id made here. */
export async function itemOf(phone: Phone, written: Written, now: number, draft = false): Promise<Item> {
  const id = newItemId(now)
  const box = await boxed(phone.boxKey, id, JSON.stringify({ ...written, claimed: now, draft }))
  return { id, phoneId: phone.id, box, state: 'waiting' }
}

export async function keepDraft(
  phone: Phone & { readonly key: CryptoKey },
  written: Written,
  now: number,
  at = written.subjectId,
): Promise<void> {
  const locked = await lock(phone.key, JSON.stringify(written.answers))
  const item = await itemOf(phone, written, now, true)
  await change((store) => store('drafts').put({ ...locked, subjectId: at, item }))
}

/** What was typed at this place and isn't safe yet goes to the server as a draft beside any other. */
export const handOver = ({ subjectId, item }: Draft): Promise<void> =>
  change((store) => {
    store('queue').put(item)
    store('drafts').delete(subjectId)
  })
export async function draftOf(
  phone: Phone & { readonly key: CryptoKey },
  subjectId: string,
): Promise<Record<string, string> | null> {
  const draft = (await drafts()).find((one) => one.subjectId === subjectId)
  return draft ? (JSON.parse(await unlock(phone.key, draft)) as Record<string, string>) : null
}
