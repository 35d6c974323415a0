import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The wide one last: it is the one to go on working with. */
const SCREENS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const GRAVE = ['serious', 'critical'];

/** What keeps somebody from using the page as it stands now, on each screen. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const screen of SCREENS) {
    await page.setViewportSize(screen);
    await settled(page);
    const here = `${name} at ${screen.width}`;
    const over = await page.evaluate(
      () => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth,
    );
    if (over > 0) faults.push(`${here}: ${over} px too wide: ${await widest(page)}`);
    const found = await barriers(page);
    faults.push(...found.map((barrier) => `${here}: ${barrier}`));
  }
  return faults;
}

/** What reaches farthest out of the page. */
function widest(page: Page): Promise<string> {
  return page.evaluate(() => {
    const right = (element: Element) => element.getBoundingClientRect().right;
    const all = Array.from(document.body.querySelectorAll('*')).sort((a, b) => right(b) - right(a));
    return all
      .slice(0, 3)
      .map(({ className, tagName }) => `${tagName}.${className}`)
      .join(', ');
  });
}

async function barriers(page: Page): Promise<string[]> {
  // Without frames there is nothing to gather in a page of its own.
  const axe = new AxeBuilder({ page }).withTags(RULES).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact && GRAVE.includes(impact))
    .map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Half faded in, a text has another contrast than the one it is read with. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every((one) => {
      const endless = one.effect?.getComputedTiming().endTime === Infinity;
      return endless || one.playState !== 'running';
    }),
  );
}
