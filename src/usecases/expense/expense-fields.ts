import { z } from 'zod'
import type { Account } from '#domain/expense/payment-file.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'
import type { SealedPlace, Vault } from '#usecases/vault.ts'

/** A worker's account is sealed under her own key, wherever it stands; the organisation's under a key of that row. */
const fields = {
  worker_account: sealedFields('worker_account', ['account_sealed']),
  payout_line: sealedFields('payout_line', ['account_sealed']),
  expense_terms: sealedFields('expense_terms', ['account_sealed']),
}
export type AccountPlace = keyof typeof fields

const account = z.object({ name: z.string(), iban: z.string() })

export const sealAccount = (
  vault: Vault,
  place: AccountPlace,
  { owner, row }: { owner: string; row: string },
  { name, iban }: Account,
): Buffer => fields[place].seal(vault, owner, row, 'account_sealed', JSON.stringify({ name, iban }))

/** `null` once she was erased. */
export function openAccount(
  vault: Vault,
  place: AccountPlace,
  { owner, row }: { owner: string; row: string },
  sealed: Buffer,
): Account | null {
  const opened = fields[place].open(vault, owner, row, 'account_sealed', sealed)
  return opened === null ? null : account.parse(JSON.parse(opened))
}

/** Where what is on a receipt stands, under the key of the worker who claims. */
export const receiptPlace = (id: string): SealedPlace => ({
  table: 'expense_receipt_segment',
  column: 'body_sealed',
  row: id,
})
