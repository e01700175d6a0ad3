import { ask, type Clock, sendAll } from '#pages/field-phone/phone-line.ts'
import {
  drafts,
  dropDraft,
  handOver,
  keepDraft,
  phoneWithKey,
  type Written,
} from '#pages/field-phone/phone-store.ts'

/** What a page with a form keeps on a phone that was made ready, under its key, until the server has it. */
export interface OnThisPhone {
  /** What was left from before goes to the server, beside what is there; `true` if there was something. */
  handOverOld(): Promise<boolean>
  /** `true` once it stands on this phone. */
  keep(answers: Readonly<Record<string, string>>): Promise<boolean>
  drop(): Promise<void>
}

/** `null` where no phone was made ready, its key is gone, or it is somebody else's: then nothing is kept. */
export async function onThisPhone(
  about: Omit<Written, 'answers'>,
  clock: Clock,
): Promise<OnThisPhone | null> {
  // Asking for a store would make one.
  if (!('indexedDB' in window) || !indexedDB.databases) return null
  if (!(await indexedDB.databases()).some(({ name }) => name === 'naast-field')) return null
  const phone = await phoneWithKey(clock())
  if (!phone) return null
  const said = await ask('/field/send', { phoneId: phone.id, phoneNow: clock(), items: [] })
  if (said?.json?.hers !== true) return null
  const at = `page ${about.form} ${about.subjectId}`
  return {
    async handOverOld() {
      const old = (await drafts()).find(({ subjectId }) => subjectId === at)
      if (!old) return false
      await handOver(old)
      return (await sendAll(clock)) === 'done'
    },
    async keep(answers) {
      // The key may have gone meanwhile, in another page.
      const now = await phoneWithKey(clock())
      if (now?.id !== phone.id) return false
      try {
        await keepDraft(now, { ...about, answers }, clock(), at)
        return true
      } catch {
        return false
      }
    },
    drop: () => dropDraft(at),
  }
}
