import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { standard } from '../../../messages/zh-CN/standard';
import { words } from '../../../messages/zh-CN/words';
import { vocabularyQuery } from '../api/vocabulary';
import { codeWords, fieldWords } from '../standard/words';
import { Cell, CheckCell } from './Cell';
import { useProblemsAt } from './editor-context';
import { statusOf } from './Field';
import { FRESH } from './form-values';
import { Rows } from './Rows';

const COLUMNS = 'minmax(0, 3fr) minmax(0, 1fr) 84px minmax(0, 1fr)';

/** The steps in their order: who does what within how many days. */
export function StepRows() {
  const { t } = useTranslation();
  return (
    <Rows list="steps" fresh={FRESH.steps} columns={COLUMNS}>
      {({ name: row }) => (
        <>
          <Cell list="steps" row={row} part="name">
            <Input.TextArea autoSize maxLength={100} />
          </Cell>
          <Cell list="steps" row={row} part="role">
            <Select
              options={Object.keys(standard.stepRole).map((value) => ({
                value,
                label: codeWords('role', value, t),
              }))}
            />
          </Cell>
          <Cell list="steps" row={row} part="days">
            <InputNumber min={0} max={3650} precision={0} />
          </Cell>
          <Cell list="steps" row={row} part="parallelGroup">
            <Input maxLength={50} />
          </Cell>
          <Handlers row={row} />
          <div className="cell-rest">
            <CheckCell list="steps" row={row} part="substantive" />
            <CheckCell list="steps" row={row} part="onSiteInspection" />
          </div>
        </>
      )}
    </Rows>
  );
}

/** Several where a step goes up through several levels within its days. */
function Handlers({ row }: { row: number }) {
  const { t } = useTranslation();
  const problems = useProblemsAt(`steps.${row}.handlers`);
  return (
    <Form.Item
      label={fieldWords('steps.handlers', t)}
      className="cell cell-first"
      data-field={`steps.${row}.handlers`}
      {...statusOf(problems)}
    >
      <Form.List name={[row, 'handlers']}>
        {(handlers, { add, remove }) => (
          <>
            {handlers.map(({ key, name }) => (
              <Handler key={key} step={row} row={name} onRemove={() => remove(name)} />
            ))}
            <Button
              type="dashed"
              size="small"
              icon={<PlusOutlined aria-hidden />}
              aria-label={`${t('standardWords.addHandler')} ${row + 1}`}
              title={t('standardWords.addHandler')}
              onClick={() => add({ ...FRESH.handlers })}
            />
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

interface HandlerProps {
  step: number;
  row: number;
  onRemove: () => void;
}

function Handler({ step, row, onRemove }: HandlerProps) {
  const { t } = useTranslation();
  const level: unknown = Form.useWatch(['steps', step, 'handlers', row, 'level']);
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const bodies = (vocabulary?.bodies ?? []).filter((one) => one.level === level);
  return (
    <div className="handler">
      <Form.Item name={[row, 'level']}>
        <Select
          aria-label={t('standardField.steps_handlers_level')}
          options={Object.keys(words.level).map((value) => ({
            value,
            label: codeWords('level', value, t),
          }))}
        />
      </Form.Item>
      <Form.Item name={[row, 'body']}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('standardField.steps_handlers_body')}
          placeholder={t('standardWords.atCounter')}
          options={bodies.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={`${t('standardWords.removeHandler')} ${step + 1}.${row + 1}`}
        onClick={onRemove}
      />
    </div>
  );
}
