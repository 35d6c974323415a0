import type { Dto } from '@yikou/api-client';
import { Select } from 'antd';

type Category = Dto<'CategoryDto'>;

interface Props {
  id?: string;
  value?: Category;
  onChange?: (category: Category) => void;
  categories: Category[];
}

const NOTHING: Category = { code: '', name: '' };
const wordsOf = ({ code, name }: Category) => `${code} ${name}`.trim();

/** Code and name of a category together, so that one never goes without the other. */
export function CategorySelect({ id, value = NOTHING, onChange, categories }: Props) {
  const known = categories.some(({ code, name }) => code === value.code && name === value.name);
  // One of an extension of the standard stays what it is until another is chosen.
  const all = known || wordsOf(value) === '' ? categories : [value, ...categories];
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      showSearch
      allowClear
      value={wordsOf(value) || null}
      onChange={(words: string | undefined) =>
        onChange?.(all.find((one) => wordsOf(one) === words) ?? NOTHING)
      }
      options={all.map((one) => ({ value: wordsOf(one), label: wordsOf(one) }))}
    />
  );
}
