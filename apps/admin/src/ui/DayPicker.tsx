import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';

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
    />
  );
}
