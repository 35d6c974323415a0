import type { Locator } from 'playwright-core';

/** Chooses from a list that opens: by its label, a part of its words, and the option's own words. */
export async function choose(
  place: Locator,
  label: string | RegExp,
  option: string,
): Promise<void> {
  const field = place.getByLabel(label);
  await field.click();
  await place.page().getByTitle(option, { exact: true }).click();
}

/** The same where the list is so long that it is found by typing. */
export async function find(place: Locator, label: string | RegExp, option: string): Promise<void> {
  const field = place.getByLabel(label);
  await field.click();
  await field.fill(option);
  await place.page().getByTitle(option, { exact: true }).click();
}

/** A day, as it is typed into its field. */
export async function pickDay(place: Locator, label: string, day: string): Promise<void> {
  const field = place.getByLabel(label);
  await field.fill(day);
  await field.press('Enter');
}
