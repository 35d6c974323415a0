import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { standard } from '../../../messages/zh-CN/standard';
import { codeWords } from '../standard/words';
import { Cell, CheckCell } from './Cell';
import { FRESH } from './form-values';
import { Rows } from './Rows';

const COLUMNS = '150px minmax(160px, 1fr) 80px 110px auto';

export function ProcedureRows() {
  const { t } = useTranslation();
  const choices = (field: 'kind' | 'unit', codes: object) =>
    Object.keys(codes).map((value) => ({ value, label: codeWords(field, value, t) }));
  return (
    <Rows list="specialProcedures" fresh={FRESH.specialProcedures} columns={COLUMNS}>
      {({ name: row }) => (
        <>
          <Cell list="specialProcedures" row={row} part="kind">
            <Select options={choices('kind', standard.procedureKind)} />
          </Cell>
          <Cell list="specialProcedures" row={row} part="name">
            <Input maxLength={100} />
          </Cell>
          <Cell list="specialProcedures" row={row} part="days">
            <InputNumber min={0} max={3650} precision={0} />
          </Cell>
          <Cell list="specialProcedures" row={row} part="unit">
            <Select options={choices('unit', standard.dayUnit)} />
          </Cell>
          <CheckCell list="specialProcedures" row={row} part="countsInLimit" />
        </>
      )}
    </Rows>
  );
}
