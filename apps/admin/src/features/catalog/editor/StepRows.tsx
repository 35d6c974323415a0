import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { standard } from '../../../messages/zh-CN/standard';
import { words } from '../../../messages/zh-CN/words';
import { codeWords, fieldWords } from '../standard/words';
import { Cell, CheckCell } from './Cell';
import { useProblemsAt } from './editor-context';
import { statusOf } from './Field';
import { FRESH } from './form-values';
import { Rows } from './Rows';

const COLUMNS = 'minmax(150px, 3fr) 112px 76px minmax(220px, 3fr) 84px auto';

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
          <Handlers row={row} />
          <Cell list="steps" row={row} part="parallelGroup">
            <Input maxLength={50} />
          </Cell>
          <div>
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
      className="cell"
      data-field={`steps.${row}.handlers`}
      {...statusOf(problems)}
    >
      <Form.List name={[row, 'handlers']}>
        {(handlers, { add, remove }) => (
          <>
            {handlers.map(({ key, name }, index) => (
              <div key={key} className="handler">
                <Form.Item name={[name, 'level']}>
                  <Select
                    aria-label={t('standardField.steps_handlers_level')}
                    options={Object.keys(words.level).map((value) => ({
                      value,
                      label: codeWords('level', value, t),
                    }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'body']}>
                  <Input
                    maxLength={32}
                    aria-label={t('standardField.steps_handlers_body')}
                    placeholder={t('standardWords.atCounter')}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={`${t('standardWords.removeHandler')} ${row + 1}.${index + 1}`}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button
              type="dashed"
              size="small"
              icon={<PlusOutlined aria-hidden />}
              aria-label={`${t('standardWords.addHandler')} ${row + 1}`}
              onClick={() => add({ ...FRESH.handlers })}
            />
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
