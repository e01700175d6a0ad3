/**
 * What the sender should know about a bundle that was read: what was left out, and why. `place` names an element as
 * FHIRPath does (`Patient.telecom`) and never holds what stood there.
 */
export interface Note {
  readonly code: NoteCode
  readonly place: string | null
}

/** Every kind of note; `warning` where something of hers was not taken over as it was sent. */
export const noteSeverity = {
  'bsn-dropped': 'warning',
  'phone-unreadable': 'warning',
  'email-unreadable': 'warning',
  'postcode-unreadable': 'warning',
  'language-unreadable': 'warning',
  'day-incomplete': 'warning',
  'due-day-computed': 'information',
  'due-day-unreadable': 'warning',
  'count-unreadable': 'warning',
  'not-about-her': 'warning',
  'referrer-unclear': 'warning',
  'gender-male': 'warning',
  'one-of-several': 'information',
  'not-active': 'information',
  'not-read': 'information',
} as const satisfies Record<string, 'warning' | 'information'>
export type NoteCode = keyof typeof noteSeverity

/** Something said in words that no field of a referral has room for; the reader's own words go in front. */
export interface Line {
  readonly kind: LineKind
  readonly text: string
}
export const lineKinds = [
  'reason',
  'alert',
  'living',
  'via',
  'birth-day',
  'phone',
  'email',
  'postcode',
  'language',
  'referrer-phone',
  'referrer-email',
] as const
export type LineKind = (typeof lineKinds)[number]

/** Collects notes and lines while a bundle is read. The same note twice is one note. */
export class Findings {
  readonly notes: Note[] = []
  readonly lines: Line[] = []
  note(code: NoteCode, place: string | null): void {
    if (!this.notes.some((note) => note.code === code && note.place === place))
      this.notes.push({ code, place })
  }
  line(kind: LineKind, text: string | null | undefined): void {
    // A text of which nothing is left but the mark for a BSN says nothing.
    if (text && text !== '[…]' && !this.lines.some((line) => line.kind === kind && line.text === text))
      this.lines.push({ kind, text })
  }
}
