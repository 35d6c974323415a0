import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { words } from '../../../messages/zh-CN/words';
import { codeWords } from '../standard/words';
import { Cell, CheckCell } from './Cell';
import { FRESH } from './form-values';
import { Rows } from './Rows';

const COLUMNS = 'minmax(180px, 3fr) 140px 72px minmax(160px, 3fr) minmax(120px, 2fr)';

export function MaterialRows() {
  const { t } = useTranslation();
  return (
    <Rows list="materials" fresh={FRESH.materials} columns={COLUMNS}>
      {({ name: row }) => (
        <>
          <Cell list="materials" row={row} part="name">
            <Input.TextArea autoSize maxLength={200} />
          </Cell>
          <Cell list="materials" row={row} part="form">
            <Select
              options={Object.keys(words.form).map((value) => ({
                value,
                label: codeWords('form', value, t),
              }))}
            />
          </Cell>
          <Cell list="materials" row={row} part="copies">
            <InputNumber min={0} max={99} precision={0} />
          </Cell>
          <Cell list="materials" row={row} part="note">
            <Input.TextArea autoSize maxLength={500} />
          </Cell>
          <Cell list="materials" row={row} part="source">
            <Input maxLength={200} />
          </Cell>
          <Cell list="materials" row={row} part="sampleFile">
            <Input maxLength={200} />
          </Cell>
          <Cell list="materials" row={row} part="blankForm" className="cell-wide">
            <Input maxLength={200} />
          </Cell>
          <CheckCell list="materials" row={row} part="required" />
          <CheckCell list="materials" row={row} part="reusable" />
        </>
      )}
    </Rows>
  );
}
