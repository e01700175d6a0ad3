import { z } from 'zod'
import { findShreddedAccounts } from '#db/retention.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { question } from '#usecases/use-case.ts'

/** Whose names were destroyed in the last weeks: their way in is taken away as well, also after a night that broke off. */
export const listShreddedAccounts = question({
  name: 'list-shredded-accounts',
  may: erasurePolicy.act,
  input: z.strictObject({}),
  run: async ({ tx, orgId, today }) => ({
    memberIds: await findShreddedAccounts(tx, orgId, today.subtract({ days: 60 })),
  }),
})
