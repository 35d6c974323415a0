import { Checkbox, Form } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldWords } from '../standard/words';
import { useProblemsAt } from './editor-context';
import { statusOf } from './Field';

interface CellProps {
  list: string;
  row: number;
  part: string;
  className?: string;
  children: ReactElement;
}

/** One field of a row, under the label of its column. */
export function Cell({ list, row, part, className, children }: CellProps) {
  const { t } = useTranslation();
  const problems = useProblemsAt(`${list}.${row}.${part}`);
  return (
    <Form.Item
      name={[row, part]}
      label={fieldWords(`${list}.${part}`, t)}
      className={`cell ${className ?? ''}`}
      {...statusOf(problems)}
    >
      {children}
    </Form.Item>
  );
}

/** A field that is said or not said. */
export function CheckCell({ list, row, part }: Omit<CellProps, 'children' | 'className'>) {
  const { t } = useTranslation();
  const problems = useProblemsAt(`${list}.${row}.${part}`);
  return (
    <Form.Item
      name={[row, part]}
      valuePropName="checked"
      className="cell check-cell"
      {...statusOf(problems)}
    >
      <Checkbox>{fieldWords(`${list}.${part}`, t)}</Checkbox>
    </Form.Item>
  );
}

/** The only field of a row that is a text. */
export function TextCell({ list, row, children }: Omit<CellProps, 'part'>) {
  const { t } = useTranslation();
  const problems = useProblemsAt(`${list}.${row}`);
  return (
    <Form.Item
      name={row}
      label={fieldWords(`${list}.${row}`, t)}
      className="cell text-cell"
      {...statusOf(problems)}
    >
      {children}
    </Form.Item>
  );
}
