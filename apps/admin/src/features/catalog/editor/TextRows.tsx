import { Input } from 'antd';
import { Cell, TextCell } from './Cell';
import { FRESH } from './form-values';
import { Rows } from './Rows';

const LONGEST = { conditions: 1000, resultDocuments: 200 } as const;

export function TextRows({ list }: { list: keyof typeof LONGEST }) {
  return (
    <Rows list={list} fresh={FRESH[list]}>
      {({ name: row }) => (
        <TextCell list={list} row={row}>
          <Input.TextArea autoSize maxLength={LONGEST[list]} />
        </TextCell>
      )}
    </Rows>
  );
}

export function LegalBasisRows() {
  return (
    <Rows
      list="legalBases"
      fresh={FRESH.legalBases}
      columns="minmax(200px, 1fr) minmax(200px, 2fr)"
    >
      {({ name: row }) => (
        <>
          <Cell list="legalBases" row={row} part="title">
            <Input.TextArea autoSize maxLength={200} />
          </Cell>
          <Cell list="legalBases" row={row} part="article">
            <Input.TextArea autoSize maxLength={500} />
          </Cell>
        </>
      )}
    </Rows>
  );
}
