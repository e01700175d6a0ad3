import { openDatabase } from '#server/database.ts'
import { withClient } from '#server/postgres/with-client.ts'

export interface Kept {
  /** How many referrals there are. */
  readonly referrals: number
  /** Of each kind, what there should be one of for every referral, and isn't. */
  readonly torn: readonly string[]
}

/** For each referral: who it is about, her key, and the line in the access log; for each answer, what it answered. */
const one: Readonly<Record<string, string>> = {
  'a referral without its person': `select count(*) from referral r
    left join person p on p.org_id = r.org_id and p.id = r.person_id where r.org_id = $1 and p.id is null`,
  'a person without a key': `select count(*) from referral r
    left join keys.data_key k on k.org_id = r.org_id and k.owner_id = r.person_id where r.org_id = $1 and k.owner_id is null`,
  'a referral without its line in the access log': `select count(*) from referral r where r.org_id = $1 and
    (select count(*) from audit_event a where a.org_id = r.org_id and a.event = 'submit-referral'
      and a.outcome = 'success' and a.person_ids @> array[r.person_id]) <> 1`,
  'an answer without its referral': `select count(*) from idempotency i
    left join referral r on r.org_id = i.org_id and r.id::text = i.result ->> 'referralId'
    where i.org_id = $1 and i.use_case = 'submit-referral' and r.id is null`,
}

/** Opens what is left, as it is, and counts. */
export async function whatIsKept({
  folder,
  rootKey,
  orgId,
}: {
  folder: string
  rootKey: Buffer
  orgId: string
}): Promise<Kept> {
  const { owner, stop } = await openDatabase({ databaseUrl: null, dataFolder: folder, rootKey, fresh: false })
  try {
    return await withClient(owner, async (client) => {
      const count = async (question: string) => Number((await client.query(question, [orgId])).rows[0]?.count)
      const torn: string[] = []
      for (const [what, question] of Object.entries(one)) {
        const found = await count(question)
        if (found > 0) torn.push(`${found} times ${what}`)
      }
      return { referrals: await count('select count(*) from referral where org_id = $1'), torn }
    })
  } finally {
    await stop()
  }
}
