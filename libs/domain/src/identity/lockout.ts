/**
 * Minutes for which an account stays locked after its nth wrong password in a row; the last entry
 * holds for all that follow. Typing wrong four times costs nothing; guessing on soon costs half an hour
 * a guess (等保 2.0 身份鉴别: failed sign-ins are limited).
 */
export const LOCK_MINUTES = [0, 0, 0, 0, 1, 2, 4, 8, 16, 30] as const;
