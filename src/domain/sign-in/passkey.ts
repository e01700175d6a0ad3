/** How many passkeys one account may have: a phone, a laptop, a key in a drawer, and what comes after them. */
export const mostPasskeys = 10

/** Longest name that somebody gives to a passkey of hers, in characters. */
export const passkeyNameLength = 60
