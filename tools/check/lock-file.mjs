import { readFileSync } from 'node:fs';

/**
 * npm writes an incomplete lock without a word when a registry lacks a foreign platform's optional
 * binary, and `npm ci` refuses it later. A download address would bind everybody to one registry.
 *
 * @returns {string[]} what is wrong
 */
export function lockProblems(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  const names = Object.keys(packages);
  const has = (name) =>
    names.some((key) => key === `node_modules/${name}` || key.endsWith(`/node_modules/${name}`));
  return Object.entries(packages).flatMap(([key, entry]) => [
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !has(name))
      .map((name) => `${key}@${entry.version}: ${name} is missing from the lock`),
    ...(/^https?:|^git/.test(entry.resolved ?? '') ? [`${key}: has a download address`] : []),
  ]);
}
