import type { Change, ChangeRefusal } from './change.ts'

export const no = <const Code extends ChangeRefusal['refused']>(refused: Code): ChangeRefusal => ({ refused })
/** Nothing, or why not. */
export type Done = ChangeRefusal | null
export type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>
