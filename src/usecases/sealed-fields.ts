import type { SealedPlace, Vault } from '#usecases/vault.ts'

/**
 * Columns of one table that hold sealed text of their owner. Keeps table and column names in one place, so that
 * what was sealed at one door opens at every other.
 */
export const sealedFields = <const Columns extends readonly string[]>(table: string, columns: Columns) => {
  type Column = Columns[number]
  const place = (column: Column, row: string): SealedPlace => ({ table, column, row })
  return {
    columns,
    seal: (vault: Vault, owner: string, row: string, column: Column, text: string): Buffer =>
      vault.seal(owner, place(column, row), text),
    /** Seals if there is text; empty text and `null` become `null`. */
    sealIf: (
      vault: Vault,
      owner: string,
      row: string,
      column: Column,
      text: string | null | undefined,
    ): Buffer | null => (text ? vault.seal(owner, place(column, row), text) : null),
    open: (vault: Vault, owner: string, row: string, column: Column, sealed: Buffer | null): string | null =>
      sealed === null ? null : vault.open(owner, place(column, row), sealed),
  }
}
