import { z } from 'zod'
import { lastSealNumber, listLines, listSeals } from '#db/audit-seal.ts'
import { beyondLocks } from '#db/lock-reach.ts'
import { auditPolicy } from '#domain/audit/audit-policy.ts'
import { flawsOf, leastIdAt, leastKeptId, readAnchor, type SealFlaw } from '#domain/audit/seal.ts'
import { actorId } from '#domain/member/actor.ts'
import { Invalid } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

/** So many seals are held against their lines in one question; the rest is for the next. */
export const sealsAtOnce = 40
/** Lines that are older than this stand unsealed only if sealing stands still, or if they were put there afterwards. */
const unsealedHours = 3

/** Something that is wrong with the log, and with which seal; 0 is the end of it. */
export interface FoundFlaw {
  readonly number: number
  readonly flaw: SealFlaw | 'anchor-differs' | 'cut-off' | 'unsealed'
}

/**
 * Holds the access log against its seals, and against an anchor that somebody kept elsewhere. Made anew from what
 * stands there; nothing of an earlier check is believed.
 */
export const checkSeals = question({
  name: 'check-seals',
  may: auditPolicy.check,
  traced: true,
  input: z.strictObject({
    /** The seal after which to go on. */
    after: z.number().int().min(0).default(0),
    /** As `anchorText` writes it. */
    anchor: z.string().max(200).nullable().default(null),
  }),
  async run(work, { after, anchor: typed }) {
    const { tx, orgId, actor, now, signet, digest } = work
    // Also lines about a file that is locked for who asks: they are counted and never shown.
    const linesOf = (where: Parameters<typeof listLines>[2]) =>
      beyondLocks(tx, actorId(actor), () => listLines(tx, orgId, where))
    const anchor = typed === null || typed.trim() === '' ? null : readAnchor(typed)
    if (typed?.trim() && (!anchor || anchor.orgId !== orgId)) throw new Invalid({ anchor: 'not-an-anchor' })
    const seals = await listSeals(tx, orgId, { after: Math.max(0, after - 1), limit: sealsAtOnce + 1 })
    let before = after > 0 ? (seals.shift() ?? null) : null
    const flaws: FoundFlaw[] = []
    let lines = 0
    for (const seal of seals.slice(0, sealsAtOnce)) {
      const here = await linesOf({
        after: seal.afterId,
        until: seal.untilId,
        limit: seal.lines + 1,
      })
      lines += here.length
      const termOver = seal.untilId < leastKeptId(now)
      for (const flaw of flawsOf(seal, before, here, { digest, ...signet }, { termOver }))
        flaws.push({ number: seal.number, flaw })
      if (anchor?.number === seal.number && anchor.hash !== seal.hash)
        flaws.push({ number: seal.number, flaw: 'anchor-differs' })
      before = seal
    }
    const last = await lastSealNumber(tx, orgId)
    const reached = before?.number ?? 0
    const done = reached >= last
    if (done && anchor && anchor.number > last) flaws.push({ number: 0, flaw: 'cut-off' })
    if (done) {
      const old = await linesOf({
        after: before?.untilId ?? null,
        before: leastIdAt(now.subtract({ hours: unsealedHours })),
        limit: 100,
      })
      if (old.some(({ event }) => event !== 'seal-audit')) flaws.push({ number: 0, flaw: 'unsealed' })
    }
    work.about({ detail: { flaws: flaws.length } })
    return { flaws, lines, seals: reached - after, next: done ? null : reached }
  },
})
