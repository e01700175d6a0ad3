/** Words that a programme gives as they stand within a sentence, where they begin a line. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
