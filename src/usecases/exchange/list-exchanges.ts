import { z } from 'zod'
import { findOtherFaces, listExchanges as listRows } from '#db/exchange.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import { exchangeLine } from '#usecases/exchange/exchange-line.ts'
import { question } from '#usecases/use-case.ts'

const most = 100

/** With whom it was agreed to compare, also what is over: that must stay to be seen. */
export const listExchanges = question({
  name: 'list-exchanges',
  may: exchangePolicy.read,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor } = work
    const rows = await listRows(tx, actor, most)
    const faces = await findOtherFaces(
      tx,
      orgId,
      rows.map(({ id }) => id),
    )
    const lines: Awaited<ReturnType<typeof exchangeLine>>[] = []
    for (const row of rows) lines.push(await exchangeLine(work, row, faces))
    return lines
  },
})
