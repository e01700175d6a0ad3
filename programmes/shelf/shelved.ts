import type { z } from 'zod'
import { shelfInstrument } from '#domain/instrument/shelf-instrument.ts'

export const words = (nl: string, en: string) => ({ nl, en })

/** Reads it as it will be read everywhere: one that contradicts itself never comes onto the shelf. */
export const shelved = (instrument: z.input<typeof shelfInstrument>) => shelfInstrument.parse(instrument)
