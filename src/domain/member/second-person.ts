/**
 * Four eyes: what somebody asked for, wrote or had a hand in, somebody else decides on, whatever roles she has herself.
 * One rule for every decision that takes two; each of them refuses in its own words.
 */
export const isSecondPerson = (memberId: string, hands: readonly (string | null)[]): boolean =>
  !hands.includes(memberId)
