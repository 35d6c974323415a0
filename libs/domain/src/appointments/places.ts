/** Where somebody sits in a slot: a counter, and the how-manieth there. */
export interface Place {
  counter: number;
  place: number;
}

/** A hall without numbered counters has one. */
const ONLY_COUNTER = [1];

/** The counters that serve an item: those it names, else every comprehensive one. */
export function countersServing(
  named: readonly number[],
  comprehensive: readonly number[],
): readonly number[] {
  if (named.length > 0) return named;
  return comprehensive.length > 0 ? comprehensive : ONLY_COUNTER;
}

/**
 * The place for the next appointment of a slot: at the counter with the fewest so far.
 *
 * @param taken places of all counters that are taken in that slot
 * @returns nothing when every counter is full
 */
export function freePlaceOf(
  counters: readonly number[],
  placesPerCounter: number,
  taken: readonly Place[],
): Place | undefined {
  const free = counters.flatMap((counter) => {
    const used = new Set(taken.filter((one) => one.counter === counter).map(({ place }) => place));
    const places = Array.from({ length: placesPerCounter }, (_, n) => n + 1);
    const place = places.find((n) => !used.has(n));
    return place === undefined ? [] : [{ counter, place, load: used.size }];
  });
  free.sort((a, b) => a.load - b.load || a.counter - b.counter);
  const [best] = free;
  return best && { counter: best.counter, place: best.place };
}

/** How many more a slot takes. */
export function freePlacesIn(
  counters: readonly number[],
  placesPerCounter: number,
  taken: readonly Place[],
): number {
  const used = taken.filter(({ counter }) => counters.includes(counter)).length;
  return Math.max(counters.length * placesPerCounter - used, 0);
}
