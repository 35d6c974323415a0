import { useState } from 'react';

const KEPT_AS = 'yikou.counter';

/** Where this machine stands: a counter is a place, not a person (D1). */
export function useOwnCounter(unitId: string) {
  const [counter, setCounter] = useState<number | undefined>(() => {
    const [unit, number] = (localStorage.getItem(KEPT_AS) ?? '').split(' ');
    return unit === unitId ? Number(number) || undefined : undefined;
  });
  const choose = (number: number) => {
    localStorage.setItem(KEPT_AS, `${unitId} ${number}`);
    setCounter(number);
  };
  return { counter, choose };
}
