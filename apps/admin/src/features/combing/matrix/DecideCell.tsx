import type { Dto } from '@yikou/api-client';
import { App, Button, Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../ui/problem';
import { Refused } from '../../../ui/Refused';
import { useSubmit } from '../../../ui/use-submit';
import { useDecideCell, type CellChange } from '../api/matrix';

type Decision = Dto<'CellDecision'>;

interface Entered {
  does: Decision;
  reason?: string;
  fields?: string[];
}

interface Props {
  cell: Dto<'CellDto'>;
  onGone: () => void;
}

const LONGEST_REASON = 500;

/** The decisions that the server leaves open for this cell and this person. */
export function DecideCell({ cell, onGone }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Entered>();
  const [chosen, setChosen] = useState<Decision>();
  const decide = useDecision(cell, onGone);
  const { submit, refusal, pending } = useSubmit(form, decide);
  if (cell.allowedActions.length === 0) return null;
  return (
    <Form<Entered>
      form={form}
      className="cell-decide"
      layout="vertical"
      requiredMark={false}
      onFinish={(entered) => void submit(entered)}
    >
      <Form.Item name="does">
        <Radio.Group onChange={({ target }) => setChosen(target.value as Decision)}>
          {cell.allowedActions.map((decision) => (
            <Radio key={decision} value={decision}>
              {t(`cell.decision.${decision}`)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {chosen && <p className="dialog-intro">{t(noteOf(chosen, cell))}</p>}
      {chosen === 'CHANGE_STANDARD' && <FieldsChosen cell={cell} />}
      {chosen === 'EXPLAIN' && (
        <Form.Item
          name="reason"
          label={t('cell.reasonLabel')}
          rules={[
            {
              required: true,
              whitespace: true,
              message: t('common.required', { field: t('cell.reasonLabel') }),
            },
          ]}
        >
          <Input.TextArea rows={3} maxLength={LONGEST_REASON} showCount />
        </Form.Item>
      )}
      <Refused error={refusal} />
      {chosen && (
        <Button type="primary" htmlType="submit" loading={pending}>
          {t(`cell.decision.${chosen}`)}
        </Button>
      )}
    </Form>
  );
}

function FieldsChosen({ cell }: { cell: Dto<'CellDto'> }) {
  const { t } = useTranslation();
  const labels = new Map<string, string>();
  for (const { field, label } of cell.points) {
    if (field !== null && !labels.has(field)) labels.set(field, label.replace(/[“：].*$/u, ''));
  }
  const message = t('common.choose', { field: t('cell.changeFields') });
  return (
    <Form.Item
      name="fields"
      label={t('cell.changeFields')}
      // As a rule of its own: `required` would give the group an attribute that groups do not have.
      rules={[{ validator: (_, chosen?: string[]) => atLeastOne(chosen, message) }]}
    >
      <Checkbox.Group
        className="cell-fields"
        options={[...labels].map(([value, label]) => ({ value, label }))}
      />
    </Form.Item>
  );
}

const atLeastOne = (chosen: string[] | undefined, message: string) =>
  chosen?.length ? Promise.resolve() : Promise.reject(new Error(message));

function noteOf(decision: Decision, cell: Dto<'CellDto'>) {
  if (decision === 'CHANGE_STANDARD') return 'cell.changeNote' as const;
  if (decision === 'EXPLAIN') return 'cell.explainNote' as const;
  if (cell.isExtra) return 'cell.acceptExtra' as const;
  return cell.street ? ('cell.acceptNote' as const) : ('cell.acceptMissing' as const);
}

/** Where somebody else was faster the cell is loaded anew, with a word about what changed. */
function useDecision(cell: Dto<'CellDto'>, onGone: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutateAsync } = useDecideCell(cell);
  return async ({ does, reason = '', fields = [] }: Entered): Promise<void> => {
    const change: CellChange =
      does === 'EXPLAIN'
        ? { does, reason }
        : does === 'CHANGE_STANDARD'
          ? { does, fields }
          : { does };
    try {
      const { cell: after } = await mutateAsync(change);
      void message.success(t('cell.done', { decision: t(`cell.decision.${does}`) }));
      if (!after) onGone();
    } catch (error) {
      if (!isProblem(error, 'combing.cell_changed')) throw error;
      void message.warning(t('cell.stale', { detail: error.detail ?? '' }));
    }
  };
}
