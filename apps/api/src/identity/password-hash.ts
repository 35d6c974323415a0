import { hash, parseOptions, verify } from '@node-rs/argon2';

/** OWASP's least for argon2id. Raising them rehashes each password at its next sign-in. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Compared against where there is no account, so that both answers take the same time. */
const NOBODY = hash('nobody', PARAMETERS);

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/** @param passwordHash undefined where there is no such account: takes as long, and never matches */
export async function passwordMatches(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await NOBODY), password);
  return matches && passwordHash !== undefined;
}

/** The hash was made with other parameters than a new one would be. */
export function isOutdated(passwordHash: string): boolean {
  const made = parseOptions(passwordHash);
  return (Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[]).some(
    (name) => made[name] !== PARAMETERS[name],
  );
}
