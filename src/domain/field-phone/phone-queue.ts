/**
 * What stands on a phone and isn't safe yet, as a table of states: `waiting` until it is sent, `sent` until there is an
 * answer, and gone once the server says it has it. Nothing else lets go of it: no failure, no wiping, no signing out.
 * Where the file that it belongs to was erased it is `unkept`: its words go at once, and that it was so stays until she
 * has read it.
 */
export const itemStates = ['waiting', 'sent', 'unkept'] as const
export type ItemState = (typeof itemStates)[number]

/**
 * What a try came to. `kept`: the server has it, applied or held. `no_file`: the file is erased, so nothing may be added
 * to it. `not_hers`: somebody else is signed in.
 */
export const answers = ['kept', 'no_file', 'later', 'not_hers', 'no_answer'] as const
export type ItemAnswer = (typeof answers)[number]

const asked = {
  send: 'sent',
  kept: 'gone',
  no_file: 'unkept',
  later: 'waiting',
  not_hers: 'waiting',
  no_answer: 'waiting',
} as const
const steps = {
  waiting: asked,
  // Whether it arrived is not known, so it is sent again under the same id; the server does it once.
  sent: asked,
  // Nothing of it is left to send.
  unkept: {
    send: 'unkept',
    kept: 'unkept',
    no_file: 'unkept',
    later: 'unkept',
    not_hers: 'unkept',
    no_answer: 'unkept',
  },
} as const satisfies Record<ItemState, Record<ItemAnswer | 'send', ItemState | 'gone'>>

export const afterStep = (state: ItemState, step: ItemAnswer | 'send'): ItemState | 'gone' =>
  steps[state][step]

/** One request carries so much at most: a phone with five hundred visits sends them bit by bit. */
export const batchOf = { most: 20, letters: 150_000 } as const

/** The next to send, the oldest first; always at least one if there is any, however long it is. */
export function nextBatch<Item extends { readonly id: string; readonly box: string }>(
  items: readonly Item[],
): Item[] {
  const batch: Item[] = []
  let letters = 0
  for (const item of [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    letters += item.box.length
    if (batch.length === batchOf.most || (batch.length > 0 && letters > batchOf.letters)) break
    batch.push(item)
  }
  return batch
}

/** What the server may say of one; anything else it says is no answer. */
export const answerIn = (said: unknown): ItemAnswer =>
  answers.find((answer) => answer === said) ?? 'no_answer'
