import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { KeyboardEvent } from 'react';

interface Props {
  id?: string;
  value?: string | undefined;
  onChange?: (day: string | undefined) => void;
  label?: string;
  placeholder?: string;
  className?: string;
}

/** A day as yyyy-MM-dd: a date on the wall calendar, with no hour and no zone of its own. */
export function DayPicker({ value, onChange, label, ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      aria-label={label}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day?.format('YYYY-MM-DD'))}
      onKeyDown={takeOnlyTheDay}
    />
  );
}

/** Enter takes the day that was typed; a browser would also send off the form around it. */
function takeOnlyTheDay(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}
