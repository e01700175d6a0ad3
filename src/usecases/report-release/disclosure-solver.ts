import type { TellAsk, Told } from '#domain/disclosure/tell-safely.ts'

/**
 * Where tables are made safe, apart from the use case that asks. `null` when there was no answer in time or its thread
 * died: then nothing is told.
 */
export interface DisclosureSolver {
  makeSafe(ask: TellAsk, options: { withinMs: number }): Promise<Told | null>
}
